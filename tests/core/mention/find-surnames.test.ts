import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { findSurnames } from '../../../packages/core/src/mention/find-surnames.ts'
import { readingOf } from '../../support/readings.ts'

const surnamesIn = (text: string) => [...findSurnames(readingOf(text), english.sources)]

describe('findSurnames', () => {
  it.each([
    ['Jane Cook left.', ['Cook']],
    ['Minister Ravi Shankar Pal left.', ['Pal']],
    ['They asked Mr. Butler.', ['Butler']],
    ['Otis Jordan left, and so did Ana Brandt.', ['Jordan', 'Brandt']],
    ['Jane Power left. In Larne, Power said so.', ['Power']],
    ['Jane Power left. They asked Ms. Power.', ['Power']]
  ])('finds what ends a name that has a first name, or stands after a title: %s', (text, surnames) => {
    expect(surnamesIn(text)).toEqual(surnames)
  })

  it.each([
    'The Cook left.',
    'Judge Cook left.',
    'Prime Minister left.',
    'Jane Power left. The power is out.',
    'Virginia Police left. Police said so.',
    'North Americans left.',
    'It rained.',
    ''
  ])('finds none in %j', (text) => {
    expect(surnamesIn(text)).toEqual([])
  })
})

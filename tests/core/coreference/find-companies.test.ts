import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { findCompanies } from '../../../packages/core/src/coreference/find-companies.ts'
import { readingOf } from '../../support/readings.ts'

const companiesIn = (text: string) => [...findCompanies(readingOf(text), english.sources)]

describe('findCompanies', () => {
  it.each([
    ['Then Velora shares fell.', ['velora']],
    ["Velora's chief executive left.", ['velora']],
    ['Mette Dahl is the Harbor Foods CEO.', ['foods', 'harbor foods']]
  ])('finds what has what only companies have: %s', (text, names) => {
    expect(companiesIn(text)).toEqual(names)
  })

  it.each(['The shares fell.', 'Shares fell.', "Velora's chief left.", 'The company’s shares fell.', ''])(
    'finds none: %s',
    (text) => {
      expect(companiesIn(text)).toEqual([])
    }
  )
})

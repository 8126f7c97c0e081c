import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { completeNames } from '../../../packages/core/src/attribution/complete-names.ts'
import { allWordsOf, candidateOf, readingOf } from '../../support/readings.ts'

const completed = (text: string, ...parts: [source: string, cue: string, content: string]) => {
  const reading = readingOf(text)
  const [its] = completeNames(reading, [candidateOf(reading, ...parts)], english.sources)
  return allWordsOf(reading, its!.source)
}

describe('completeNames', () => {
  it.each([
    ['Velora, Inc. said it was safe.', 'Inc.', 'Velora, Inc.'],
    ['Ned Cole, Jr. said it was safe.', 'Jr.', 'Ned Cole, Jr.'],
    ['Ned Cole, Jr., the mayor, said it was safe.', 'Jr., the mayor', 'Ned Cole, Jr., the mayor']
  ])('gives what ends a name the name before it: %s', (text, source, whole) => {
    expect(completed(text, source, 'said', 'it was safe')).toEqual([whole])
  })

  it.each([
    ['Velora, Inc. said it was safe.', 'Velora, Inc.'],
    ['In Larne, Cole said it was safe.', 'Cole'],
    ['Yesterday, Inc. magazine said it was safe.', 'Inc. magazine']
  ])('leaves other sources: %s', (text, source) => {
    expect(completed(text, source, 'said', 'it was safe')).toEqual([source])
  })

  it('takes nothing that is said', () => {
    expect(completed('We met Ana Brandt, Jr. said.', 'Jr.', 'said', 'We met Ana')).toEqual(['Brandt, Jr.'])
  })
})

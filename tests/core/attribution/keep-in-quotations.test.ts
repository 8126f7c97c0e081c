import { describe, expect, it } from 'vitest'
import { keepInQuotations } from '../../../packages/core/src/attribution/keep-in-quotations.ts'
import { allWordsOf, candidateOf, readingOf } from '../../support/readings.ts'

const keptIn = (text: string, ...parts: [source: string, cue: string, content: string]) => {
  const reading = readingOf(text)
  const [its] = keepInQuotations(reading.tokens, reading.quotations, [candidateOf(reading, ...parts)])
  return allWordsOf(reading, its!.content)
}

describe('keepInQuotations', () => {
  it('ends what is said inside a quotation where that ends', () => {
    const text = '“Nobody asks how we are” should be on a shirt.'
    expect(keptIn(text, 'Nobody', 'asks', 'how we are” should be on a shirt')).toEqual(['how we are'])
    const stopped = '“Nobody asks how we are.” That is so.'
    expect(keptIn(stopped, 'Nobody', 'asks', 'how we are.” That is so')).toEqual(['how we are'])
  })

  it.each([
    ['a whole quotation', '“It is safe,” Ana said.', 'Ana', 'said', '“It is safe,”'],
    ['what ends before', '“I think it is safe,” Ana said.', 'I', 'think', 'it is safe'],
    ['what holds one', 'Ana said the “old” bridge was safe.', 'Ana', 'said', 'the “old” bridge was safe'],
    ['what holds one inside a quotation', '“I said the ‘old’ bridge was safe.”', 'I', 'said', 'the ‘old’ bridge was safe'],
    ['one left open', '“Nobody asks how we are and then it was over.', 'Nobody', 'asks', 'how we are and then it was over']
  ])('leaves %s', (_, text, source, cue, content) => {
    expect(keptIn(text, source, cue, content)).toEqual([content])
  }) // biome-ignore format: a table
})

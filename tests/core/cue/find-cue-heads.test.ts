import { findCueHeads } from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { readingOf } from '../../support/readings.ts'

function headsOf(text: string, ...words: string[]): string[] {
  const reading = readingOf(text)
  return [...findCueHeads(reading, new Set(words))].map((head) => reading.tokens.form[head]!)
}

describe('findCueHeads', () => {
  it('gives every full verb, in order', () => {
    expect(headsOf('The mayor said that the bridge would open.')).toEqual(['said', 'open'])
  })

  it('gives other words only where the language pack lists their stem', () => {
    const text = 'The statements of one, and a statement of the other.'
    expect(headsOf(text, 'statement')).toEqual(['statements', 'statement'])
    expect(headsOf(text)).toEqual([])
  })

  it('gives nothing for nothing, auxiliaries or marks', () => {
    expect(headsOf('')).toEqual([])
    expect(headsOf('“!” — 3', '')).toEqual([])
    expect(headsOf('She will not have said so.')).toEqual(['said'])
  })
})

import { findCues } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { treeOf, wordsOf } from '../../support/tables.ts'

function cuesOf(text: string) {
  const { tokens, tree } = treeOf(text)
  return findCues(tokens, tree, english).map(({ tokens: ranges, act, negative }) => [
    wordsOf(tokens, ranges[0]!),
    act,
    negative
  ])
}

describe('findCues', () => {
  it('gives verbs with auxiliaries, adverbs and particle', () => {
    expect(cuesOf('The minister has repeatedly said so.')).toContainEqual([
      'has repeatedly said',
      'statement',
      false
    ])
    expect(cuesOf('The report pointed out that prices fell.')).toContainEqual([
      'pointed out',
      'statement',
      false
    ])
  })

  it('tells what is denied', () => {
    expect(cuesOf('She did not say that.')).toContainEqual(['did not say', 'statement', true])
    expect(cuesOf('He never claimed the prize was his.')).toContainEqual(['never claimed', 'statement', true])
  })

  it('gives phrases, adjectives and nouns that belong to someone', () => {
    expect(cuesOf('According to the police, nobody was hurt.')[0]).toEqual([
      'According to',
      'statement',
      false
    ])
    expect(cuesOf('The team is eager to play.')).toContainEqual(['is eager', 'intention', false])
    expect(cuesOf("The king's promise to resign was kept.")).toContainEqual(['promise', 'intention', false])
  })

  it('gives nothing for words that attribute nothing', () => {
    expect(cuesOf('The train left at noon. The said train was late.')).toEqual([])
    expect(cuesOf('The promise of spring is in the air.')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { isBoundApart, isReflexive, reflectedBy } from '../../../packages/core/src/coreference/binding.ts'
import { readingOf } from '../../support/readings.ts'

/** A text's reading, and where a word stands in it. */
function read(text: string) {
  const reading = readingOf(text)
  return { reading, at: (word: string) => reading.tokens.form.indexOf(word) }
}

function isApart(text: string, kind: 'pronoun' | 'description', word: string, noun: string): boolean {
  const { reading, at } = read(text)
  return isBoundApart(reading, { kind, head: at(word) }, at(noun))
}

describe('isBoundApart', () => {
  it.each([
    ['a pronoun from who does something to it', 'Reyes called her.', 'pronoun', 'her', 'Reyes'],
    ['a pronoun from the noun that it is a part of', 'Otto Reyes, his aunt, fell.', 'pronoun', 'his', 'Reyes'],
    ['a description from the subject above it', 'Reyes recalled that the mayor had paid.', 'description', 'mayor', 'Reyes']
  ] as const)('keeps %s', (_, text, kind, word, noun) => {
    expect(isApart(text, kind, word, noun)).toBe(true)
  }) // biome-ignore format: a table

  it.each([
    ['a pronoun in a clause below', 'Reyes said that she had paid.', 'pronoun', 'she', 'Reyes'],
    ['an owner’s pronoun', 'Reyes called her mother.', 'pronoun', 'her', 'Reyes'],
    ['what says itself', 'Reyes called herself a cook.', 'pronoun', 'herself', 'Reyes'],
    ['a description in the next sentence', 'Reyes left. The mayor had paid.', 'description', 'mayor', 'Reyes']
  ] as const)('leaves %s free', (_, text, kind, word, noun) => {
    expect(isApart(text, kind, word, noun)).toBe(false)
  }) // biome-ignore format: a table
})

describe('reflectedBy', () => {
  it.each([
    ['Reyes himself never paid.', 'himself', 'Reyes'],
    ['Reyes called himself a cook.', 'himself', 'Reyes'],
    ['Brandt left. Reyes blamed himself.', 'himself', 'Reyes']
  ])('finds whom a pronoun stands beside, or the subject: %s', (text, word, noun) => {
    const { reading, at } = read(text)
    expect(isReflexive(reading, at(word))).toBe(true)
    expect(reflectedBy(reading, at(word))).toBe(at(noun))
  })

  it('finds none where there is no verb above', () => {
    const { reading, at } = read('Himself!')
    expect(reflectedBy(reading, at('Himself'))).toBe(-1)
  })
})

import { english } from '@saywho/english'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { findAnonymity } from '../../../packages/core/src/coreference/find-anonymity.ts'
import { tokensOf, wordsOf } from '../../support/tables.ts'
import { onlySource } from './who-said.ts'

const reasonsIn = (text: string) => {
  const tokens = tokensOf(text)
  return [...findAnonymity(tokens, english.sources)].map(([sentence, range]) => [
    sentence,
    wordsOf(tokens, range)
  ])
}

describe('findAnonymity', () => {
  it.each([
    ['An official spoke on condition of anonymity.', 'on condition of anonymity'],
    [
      'An official spoke on condition of anonymity because the talks are private.',
      'on condition of anonymity because the talks are private'
    ],
    ['An aide, who asked not to be named, left.', 'asked not to be named'],
    ['An aide asked not to be named, citing privacy rules.', 'asked not to be named, citing privacy rules'],
    ['An aide declined to be identified for fear of losing her job.', 'declined to be identified for fear of losing her job'],
    ['An aide, not authorized to speak publicly, left.', 'not authorized to speak publicly'],
    ['A diplomat, granted anonymity to speak freely, left.', 'granted anonymity to speak freely'],
    ['The boy, who cannot be named for legal reasons, left.', 'cannot be named for legal reasons']
  ])('finds the words: %s', (text, words) => {
    expect(reasonsIn(text)).toEqual([[0, words]])
  }) // biome-ignore format: a table

  it('tells each by its sentence', () => {
    expect(
      reasonsIn('It rained. An aide asked not to be named. It rained. Another spoke anonymously.')
    ).toEqual([
      [1, 'asked not to be named'],
      [3, 'spoke anonymously']
    ])
  })

  it.each(['Ana Brandt was named mayor.', 'He asked for more.', 'Anonymity is rare.', ''])(
    'finds none in %j',
    (text) => {
      expect(reasonsIn(text)).toEqual([])
    }
  )
})

describe('anonymous sources', () => {
  it.each([
    [
      'A senior official said the talks failed, speaking on condition of anonymity because she was not authorized to discuss them.',
      'senior official',
      'on condition of anonymity because she was not authorized to discuss them'
    ],
    ['A senior diplomat, granted anonymity to speak freely, said the talks failed.', 'senior diplomat', 'granted anonymity to speak freely'],
    ['“We are tired,” said a nurse, who did not want to be named for fear of losing her job.', 'nurse', 'did not want to be named for fear of losing her job'],
    ['A spokesman for Velora, who declined to be named, said the talks failed.', 'spokesman for Velora', 'declined to be named']
  ])('carry the reason that the text gives: %s', (text, name, reason) => {
    const source = extract(text).sources.find((source) => source.name === name)!
    expect(source.anonymous).toBe(true)
    expect(source.reason!.text).toBe(reason)
    expect(text.slice(source.reason!.start, source.reason!.end)).toBe(reason)
  }) // biome-ignore format: a table

  it.each([
    'Critics said the talks failed.',
    'A senior official said the talks failed.',
    'Two people familiar with the matter said the talks failed.',
    'A homeless man said the talks failed.',
    'Some of the engineers said the talks failed.'
  ])('are unnamed, with no reason where none is given: %s', (text) => {
    expect(onlySource(text)).toMatchObject({ type: 'unnamed', anonymous: true, reason: null })
  })

  it.each([
    'Ana Brandt said the talks failed.',
    'Velora said the talks failed.',
    'The report said the talks failed.',
    "Ana Brandt said the aide's talks failed because he asked not to be named.",
    'Ana Brandt, who spoke to an aide on condition of anonymity, said the talks failed.'
  ])('are not those who have a name: %s', (text) => {
    const [source] = extract(text).sources
    expect([source!.anonymous, source!.reason]).toEqual([false, null])
  })

  it('give the reason to whom it is said of, not to the next', () => {
    const { sources } = extract(
      'An aide, who asked not to be named, said the talks failed. A nurse said the queue was long.'
    )
    expect(sources.find(({ name }) => name === 'nurse')!.reason).toBeNull()
  })

  it('give no reason to those who are told of in quoted words', () => {
    const { sources } = extract(
      '“They told us in June that the jobs were safe,” said one worker, who asked not to be named.'
    )
    expect(sources.find(({ name }) => name === 'one worker')!.reason).not.toBeNull()
    expect(sources.filter(({ reason }) => reason !== null)).toHaveLength(1)
  })

  const checkLater = (text: string) => {
    expect(extract(text).sources[0]!.reason!.text).toMatch(/because the talks are private$/)
  }

  it.each([
    'An official said the talks failed. She asked not to be named because the talks are private.',
    'An official said the talks failed. The official spoke on condition of anonymity because the talks are private.'
  ])('carry a reason that a later sentence gives: %s', checkLater)
})

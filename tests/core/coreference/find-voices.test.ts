import { linkNames } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { AUTHOR, findVoices, NOBODY } from '../../../packages/core/src/coreference/find-voices.ts'
import { findMentions } from '../../../packages/core/src/mention/find-mentions.ts'
import { readingOf } from '../../support/readings.ts'
import { wordsOf } from '../../support/tables.ts'

/** In whose voice each paragraph is, and to whom it speaks. */
function voicesIn(...paragraphs: string[]) {
  const reading = readingOf(paragraphs.join('\n\n'))
  const mentions = findMentions(reading, english)
  const nobody = new Int32Array(mentions.length).fill(-1)
  const { entityOf } = linkNames(reading, mentions, english.sources, nobody)
  const { voiceOf, addresseeOf } = findVoices(reading, mentions, entityOf, english.sources)
  const nameOf = (index: number) => {
    if (index === AUTHOR) return 'author'
    if (index === NOBODY) return 'nobody'
    const { name, range } = mentions[index]!
    return wordsOf(reading.tokens, name ?? range)
  }
  return { voices: [...voiceOf].map(nameOf), addressees: [...addresseeOf].map(nameOf) }
}

describe('findVoices', () => {
  it("is the author's where nothing tells", () => {
    expect(voicesIn('It rained.', 'I was tired.').voices).toEqual(['author', 'author'])
  })

  it('names the author after a byline', () => {
    expect(voicesIn('By Ana Brandt', 'I was tired.').voices).toEqual(['Ana Brandt', 'Ana Brandt'])
    expect(voicesIn('A wet day', 'By Ana Brandt, Staff Writer', 'I was tired.').voices[2]).toBe('Ana Brandt')
  })

  it('names the author after a signature', () => {
    expect(voicesIn('I was tired.', 'Ana Brandt, Larne').voices[0]).toBe('Ana Brandt')
  })

  it('names an author who tells the name', () => {
    expect(voicesIn('My name is Ana Brandt.', 'I was tired.').voices[1]).toBe('Ana Brandt')
    expect(voicesIn('I am Ana Brandt.', 'I was tired.').voices[1]).toBe('Ana Brandt')
  })

  it.each([
    ['a sentence that begins with "by"', ['By Monday Ana Brandt had left.', 'I was tired.']],
    ['a last paragraph that is a sentence', ['I was tired.', 'Ana Brandt left.']],
    ["another's name in a quotation", ['“I am Ana Brandt,” she said.', 'I was tired.']],
    ['a greeting', ['Ana Brandt!', 'I was tired.']]
  ])('does not take %s for a name of the author', (_, paragraphs) => {
    expect(voicesIn(...paragraphs).voices.at(-1)).toBe('author')
  })

  it('follows the labels of a transcript', () => {
    expect(
      voicesIn('BRANDT: It is safe.', 'COLE: I think so.', 'I checked.', 'BRANDT: You did.').voices
    ).toEqual(['BRANDT', 'COLE', 'COLE', 'BRANDT'])
  })

  it('takes one label for no transcript', () => {
    expect(voicesIn('Note: It rained.', 'I was tired.').voices).toEqual(['author', 'author'])
  })

  it('gives answers to whom the introduction names most, questions to nobody', () => {
    const { voices, addressees } = voicesIn(
      'Ana Brandt runs the harbor. She met Ned Cole.',
      'Q: Is it safe?',
      'A: I think so.',
      'Q: Do you know?',
      'A: I do.'
    )
    expect(voices.slice(1)).toEqual(['nobody', 'Ana Brandt', 'nobody', 'Ana Brandt'])
    expect(addressees.slice(1)).toEqual(['Ana Brandt', 'nobody', 'Ana Brandt', 'nobody'])
  })

  it('gives answers to nobody where no one is introduced', () => {
    expect(voicesIn('Q: Is it safe?', 'A: I think so.').voices).toEqual(['nobody', 'nobody'])
  })

  const answers = ['Is it safe?', 'I think so.', 'Is it dear?', 'I hope not.', 'Is it new?', 'I know it is.']

  it('reads an interview whose turns have no labels', () => {
    expect(voicesIn('Ana Brandt runs the harbor. She met Ned Cole.', ...answers).voices.slice(1)).toEqual([
      'nobody', 'Ana Brandt', 'nobody', 'Ana Brandt', 'nobody', 'Ana Brandt'
    ]) // biome-ignore format: a list
  })

  it('reads one that the paper introduces as "us"', () => {
    expect(voicesIn('Ana Brandt runs the harbor. She spoke to us on Monday.', ...answers).voices[2]).toBe(
      'Ana Brandt'
    )
  })

  it('takes questions for no interview where the author speaks before, or too few are asked', () => {
    expect(new Set(voicesIn('I met Ana Brandt.', ...answers).voices)).toEqual(new Set(['author']))
    expect(new Set(voicesIn('Ana Brandt left.', ...answers.slice(0, 2)).voices)).toEqual(new Set(['author']))
  })

  it.each(['', '\n\n', ':', 'A:', 'Q: \n\nA: '])('takes %j', (text) => {
    expect(() => voicesIn(text)).not.toThrow()
  })
})

import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { findMentions } from '../../../packages/core/src/mention/find-mentions.ts'
import { readingOf } from '../../support/readings.ts'
import { wordsOf } from '../../support/tables.ts'

function mentionsIn(text: string) {
  const reading = readingOf(text)
  return findMentions(reading, english).map((mention) => ({
    ...mention,
    words: wordsOf(reading.tokens, mention.range),
    name: mention.name && wordsOf(reading.tokens, mention.name)
  }))
}
const wordsIn = (text: string) => mentionsIn(text).map(({ words }) => words)
const namesIn = (text: string) => mentionsIn(text).flatMap(({ name }) => name ?? [])

describe('findMentions', () => {
  it('finds names, nouns and pronouns with what hangs on them', () => {
    expect(wordsIn('The old mayor of Larne told her that Velora would pay.')).toEqual([
      'The old mayor of Larne',
      'Larne',
      'her',
      'Velora'
    ])
  })

  it('takes an apposition for part of the phrase, not for another', () => {
    expect(namesIn('The mayor, Ned Cole, said it was safe.')).toEqual(['Ned Cole'])
    expect(namesIn('Ned Cole, the mayor, said it was safe.')).toEqual(['Ned Cole'])
  })

  it('finds a possessor as well as the possession', () => {
    expect(wordsIn("Grant's campaign paid.")).toEqual(["Grant's", "Grant's campaign"])
    expect(wordsIn('His lawyer paid.')).toEqual(['His', 'His lawyer'])
  })

  it('takes what is joined apart', () => {
    expect(namesIn('Ana Brandt, Ned Cole and Mara Quist paid.')).toEqual([
      'Ana Brandt',
      'Ned Cole',
      'Mara Quist'
    ])
  })

  it('finds a name in a byline and in a label, where no verb is', () => {
    expect(namesIn('By Mara Quist\n\nIt rained.')).toContain('Mara Quist')
    expect(namesIn('NED COLE: It rained.')).toContain('NED COLE')
  })

  it('finds a name before a day that the parser hung it on', () => {
    expect(namesIn('Interview with founder Ana Brandt Sunday, May 28')).toContain('Ana Brandt')
  })

  it('takes no plain noun for a name that opens a sentence before another noun', () => {
    expect(namesIn('Many reefs grow. Reef modeller Ana Brandt counts them.')).toEqual(['Ana Brandt'])
    expect(namesIn('Many reefs grow. Velora modeller Ana Brandt counts them.')).toContain('Velora')
    expect(namesIn('Ours was great. Cole left.')).toEqual(['Cole'])
  })

  it.each(['It rained on Monday.', 'They met in March.'])('takes no day or month for a name: %s', (text) => {
    expect(namesIn(text)).toEqual([])
  })

  it.each(['', ' \n\n ', '!?', '”'])('finds none in %j', (text) => {
    expect(wordsIn(text)).toEqual([])
  })

  it('gives them in the order of their heads, each head once, inside its phrase', () => {
    const heads = mentionsIn(
      'Ana Brandt told the mayor, Ned Cole, that his office had paid Velora Inc. and the union.'
    )
    heads.forEach(({ head, range }, index) => {
      expect(head).toBeGreaterThan(index > 0 ? heads[index - 1]!.head : -1)
      expect(head >= range.from && head < range.to).toBe(true)
    })
  })

  it('does work that grows with the text, no faster', () => {
    const tokensIn = (times: number) =>
      mentionsIn(
        'Ana Brandt, the mayor of Larne, told Ned Cole of Velora that it was safe. '.repeat(times)
      ).reduce((sum, { range }) => sum + range.to - range.from, 0)
    expect(tokensIn(100)).toBe(10 * tokensIn(10))
  })
})

import { TokenKind } from '@saywho/core/rooms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../support/tables.ts'

const sentencesOf = (text: string) => {
  const tokens = tokensOf(text)
  return Array.from(tokens.sentenceStart.subarray(0, -1), (from, sentence) =>
    tokens.form.slice(from, tokens.sentenceStart[sentence + 1]).join(' ')
  )
}

const paragraphsOf = (text: string) => tokensOf(text).paragraphStart.length - 1

describe('buildTokenTable', () => {
  it('splits clitics off and keeps numbers and abbreviations whole', () => {
    expect(tokensOf("Mr. Reyes didn't pay $1,200.50 in the U.S. to Ana's firm.").form).toEqual([
      'Mr.', 'Reyes', 'did', "n't", 'pay', '$', '1,200.50', 'in', 'the', 'U.S.', 'to', 'Ana', "'s", 'firm', '.'
    ]) // biome-ignore format: a list
  })

  it('keeps names on a network whole, and no addresses', () => {
    expect(tokensOf("@brandt (@cole_5) met @ noon; @ned's a@b.org and 5@ home").form).toEqual([
      '@brandt', '(', '@cole_5', ')', 'met', '@', 'noon', ';', '@ned', "'s", 'a@b.org', 'and', '5', '@', 'home'
    ]) // biome-ignore format: a list
  })

  it('takes two apostrophes for one mark', () => {
    const tokens = tokensOf("''We won,'' she said.")
    expect(tokens.form.slice(0, 5)).toEqual(["''", 'We', 'won', ',', "''"])
    expect([tokens.kind[0], tokens.kind[4]]).toEqual([TokenKind.mark, TokenKind.mark])
  })

  it('ends sentences inside quotations', () => {
    expect(sentencesOf('“It rained. We left.” Nobody spoke.')).toEqual([
      '“ It rained .',
      'We left . ”',
      'Nobody spoke .'
    ])
  })

  it('ends none at titles, initials and numbers', () => {
    expect(sentencesOf('Dr. Lind met Gov. J. Moor at 5 p.m. on Friday.')).toHaveLength(1)
    expect(sentencesOf('It cost 3.5 million. Nobody paid.')).toHaveLength(2)
  })

  it('begins a paragraph at an empty line, whatever the line ends are', () => {
    const tokens = tokensOf('One.\r\n\r\nTwo.\n\nThree.')
    expect([...tokens.paragraphStart]).toEqual([0, 2, 4, 6])
  })

  it('begins one at a line end that nobody wrapped the text at', () => {
    const heading = 'Ferry company adds a second boat to the harbour run'
    expect(
      paragraphsOf(`${heading}\n${'It is so. And more of it was told to all of them. '.repeat(3)}`)
    ).toBe(2)
    expect(paragraphsOf(`${heading}\nat last, and so it was said`)).toBe(1)
  })

  it('begins none where wrapped lines happen to end with a sentence', () => {
    const wrapped = [
      'The ferry was late again this morning, as it had been the day before,',
      'and nobody on the quay could tell why. A second boat would be of help.',
      'The harbour master has asked for one since the spring, and has had no',
      'answer from the board.'
    ].join('\n')
    expect(paragraphsOf(wrapped)).toBe(1)
    expect(paragraphsOf(`${wrapped}\n\n${wrapped}`)).toBe(2)
    expect(paragraphsOf(`${wrapped}\nIt meets on Monday.`)).toBe(2)
  })

  it('covers everything but white space, in order, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const tokens = tokensOf(text)
        let at = 0
        for (let token = 0; token < tokens.count; token++) {
          expect(text.slice(at, tokens.start[token]).trim()).toBe('')
          expect(text.slice(tokens.start[token], tokens.end[token])).toBe(tokens.form[token])
          expect(tokens.end[token]).toBeGreaterThan(tokens.start[token]!)
          at = tokens.end[token]!
        }
        expect(text.slice(at).trim()).toBe('')
      })
    )
  })
})

import { describe, expect, it } from 'vitest'
import { closeQuotations, trimContent } from '../../../packages/core/src/role/trim-content.ts'
import { allWordsOf, rangeOf, readingOf } from '../../support/readings.ts'

const trimmed = (text: string, ...pieces: string[]) => {
  const reading = readingOf(text)
  const content = pieces.map((words) => rangeOf(reading, words))
  return allWordsOf(reading, trimContent(reading.tokens, reading.tree, reading.quotations, content))
}
const closed = (text: string, ...pieces: string[]) => {
  const reading = readingOf(text)
  return allWordsOf(
    reading,
    closeQuotations(
      reading.tokens,
      pieces.map((words) => rangeOf(reading, words)),
      -1,
      reading.quotations
    )
  )
}

describe('trimContent', () => {
  it('drops what follows a quotation and belongs to its source', () => {
    expect(trimmed('“It is safe,” acting mayor Ana Brandt said.', '“It is safe,” acting')).toEqual([
      '“It is safe,”'
    ])
    expect(trimmed('“Safe” bridges are old, she said.', '“Safe” bridges')).toEqual(['“Safe” bridges'])
  })

  it('drops commas, dashes, colons and the full stop at the edges', () => {
    expect(trimmed('The bridge is safe, she said — and old.', 'The bridge is safe,', '— and old.')).toEqual([
      'The bridge is safe',
      'and old'
    ])
  })

  it('keeps those of a quotation, with its marks', () => {
    expect(trimmed('“It is safe,” she said. “It is old.”', '“It is safe,”', '“It is old.”')).toEqual([
      '“It is safe,”',
      '“It is old.”'
    ])
  })

  it('keeps a mark that asks, and a full stop within', () => {
    expect(trimmed('She asked: is it safe?', ': is it safe?')).toEqual(['is it safe?'])
    expect(trimmed('It is the U.S. that pays, he said.', 'It is the U.S. that pays,')).toEqual([
      'It is the U.S. that pays'
    ])
  })

  it('keeps a number’s symbol, and drops one that stands alone', () => {
    expect(trimmed('It rose to 61.4%, she said.', 'to 61.4%,')).toEqual(['to 61.4%'])
    expect(trimmed('It rose to 61.4 %, she said.', 'to 61.4 %,')).toEqual(['to 61.4 %'])
    expect(trimmed('She expects $5 in May.', '$5 in May.')).toEqual(['$5 in May'])
    expect(trimmed('She noted: * it is safe.', ': * it is safe.')).toEqual(['it is safe'])
  })

  it.each([
    'LARNE, Norland — ',
    'LARNE (AP) — ',
    'LARNE, Calif., Oct. 24, 2025 (NEWSWIRE) -- ',
    'BREAKING - '
  ])('drops the dateline of a paragraph: %s', (dateline) => {
    const content = 'The bridge is safe'
    expect(trimmed(`${dateline}${content}, she said.`, `${dateline}${content}`)).toEqual([content])
  })

  it('drops the time that an entry of a live report begins with', () => {
    expect(trimmed('13:20 “It is wet,” says Cole.', '13:20 “It is wet,”')).toEqual(['“It is wet,”'])
    expect(trimmed('9.40am — It is wet, says Cole.', '9.40am — It is wet,')).toEqual(['It is wet'])
    expect(trimmed('It came by 13:20, says Cole.', '13:20,')).toEqual(['13:20'])
    expect(trimmed('2.30 million came, says Cole.', '2.30 million came,')).toEqual(['2.30 million came'])
  })

  it.each(['NASA said it — the agency — is safe', 'LARNE is safe — and old', 'Cole (AP) — a man'])(
    'takes nothing else for a dateline: %s',
    (content) => {
      expect(trimmed(`${content}, she said.`, content)).toEqual([content])
      expect(trimmed(`Now LARNE — it is safe, she said.`, 'LARNE — it is safe')).toEqual([
        'LARNE — it is safe'
      ])
    }
  )

  it('drops pieces of which nothing is left', () => {
    expect(trimmed('Yes, she said, no.', ',', 'no.')).toEqual(['no'])
    expect(trimmed('Yes, she said.', ',')).toEqual([])
  })

  it('drops a few words that lead in a quotation, and only those', () => {
    expect(trimmed('He said to reporters: “It is safe.”', 'to reporters: “It is safe.”')).toEqual([
      '“It is safe.”'
    ])
    const text = 'He said one thing is clear: “safe” is a word.'
    expect(trimmed(text, 'one thing is clear: “safe” is a word.')).toEqual([
      'one thing is clear: “safe” is a word'
    ])
    expect(trimmed('He said one thing: it is safe.', 'one thing: it is safe.')).toEqual([
      'one thing: it is safe'
    ])
  })
})

describe('closeQuotations', () => {
  it('stretches a piece to the end of a quotation that opens in it', () => {
    expect(closed('He said it was “safe and sound” now.', 'it was “safe')).toEqual([
      'it was “safe and sound”'
    ])
  })

  it('leaves one that the quotation holds, or that ends with it', () => {
    expect(closed('“Cole said it was safe,” she said.', 'it was safe')).toEqual(['it was safe'])
    expect(closed('He said it was “safe” now.', 'it was “safe”')).toEqual(['it was “safe”'])
    expect(closed('He said it was safe.', 'it was')).toEqual(['it was'])
  })

  it('takes in the marks of a quotation that a piece holds but for them', () => {
    expect(closed('“We won,” she said.', 'We won,')).toEqual(['“We won,”'])
    expect(closed('“We won,” she said.', 'We won,”')).toEqual(['“We won,”'])
    expect(closed('“We won and left,” she said.', 'We won')).toEqual(['We won'])
  })

  it('leaves out a mark whose partner stands outside', () => {
    expect(closed('“Nobody knew what to do.”', 'what to do.”')).toEqual(['what to do.'])
    expect(closed('“He told me ‘never again’ and left,” she said.', '‘never again’')).toEqual([
      '‘never again’'
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitParagraphs } from '../../packages/view/src/text/split-paragraphs.ts'

const split = (text: string) => splitParagraphs(text).map(({ start, end }) => text.slice(start, end))

describe('splitParagraphs', () => {
  it.each([
    ['One.\nTwo.', ['One.', 'Two.']],
    ['One.\r\n\r\n  Two.  \n', ['One.', 'Two.']],
    ['A headline\nThe text.', ['A headline', 'The text.']],
    ['', []],
    [' \n\t\n', []],
    [
      'The harbour will close on Monday, according to the\nport authority.',
      ['The harbour will close on Monday, according to the\nport authority.']
    ],
    [
      'The harbour will close on Monday, according to the\n\nport authority.',
      ['The harbour will close on Monday, according to the', 'port authority.']
    ],
    [
      'The harbour will close on Monday, as was announced.\nThe quay is sinking.',
      ['The harbour will close on Monday, as was announced.', 'The quay is sinking.']
    ]
  ])('%j', (text, paragraphs) => expect(split(text)).toEqual(paragraphs))

  it('leaves out white space alone, and keeps the order', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('', ' ', 'x'.repeat(50))
    )
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\u2029')))
      .map((lines) => lines.flat().join(''))
    fc.assert(
      fc.property(text, (text) => {
        let at = 0
        for (const { start, end } of splitParagraphs(text)) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      })
    )
  })
})

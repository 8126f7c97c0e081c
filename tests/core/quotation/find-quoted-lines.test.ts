import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotedLines } from '../../../packages/core/src/quotation/find-quoted-lines.ts'

const quotedIn = (text: string) => findQuotedLines(text).map(({ start, end }) => text.slice(start, end))

describe('findQuotedLines', () => {
  it.each([
    ['a line', 'Ana wrote:\n> It is safe.\n\nIt is not.', ['It is safe.']],
    ['a run of lines', '> It is safe.\n> Go on.\nNo.', ['It is safe.\n> Go on.']],
    ['an empty line in a run', '> It is safe.\n>\n> Go on.', ['It is safe.\n>\n> Go on.']],
    ['two runs', '> One.\n\nNo.\n\n> Two.', ['One.', 'Two.']],
    ['what is quoted deeper', '> Ned wrote:\n>> It is safe.\n> It is not.', ['It is safe.', 'It is not.']],
    ['no line', 'It is 5 > 4.\nNo -> yes.', []],
    ['no words', '>\n> \n', []],
    ['nothing', '', []]
  ])('finds %s', (_, text, quoted) => {
    expect(quotedIn(text)).toEqual(quoted)
  })

  it('gives stretches in order that do not overlap and begin with no mark, of any text', () => {
    const line = fc.array(fc.constantFrom('>', ' ', 'a', ':', '\n', '\r'), { maxLength: 40 })
    fc.assert(
      fc.property(line, (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { start, end } of findQuotedLines(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text[start]).not.toBe('>')
          last = end
        }
      })
    )
  })
})

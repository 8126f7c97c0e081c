import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimRecord } from '../../packages/cli/src/claims/list-claims.ts'
import { formatCsv, formatCsvHeader } from '../../packages/cli/src/formats/format-csv.ts'

const claim: ClaimRecord = {
  document: 'a',
  id: 'x',
  url: null,
  source: 'Ana Brandt',
  role: null,
  content: 'it is safe',
  sentence: 'Ana Brandt said it is safe.',
  start: 16,
  end: 26,
  confidence: 0.9,
  link: null
}
const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

describe('formatCsv', () => {
  it.each(['=', '+', '-', '@', '\t', '\r'])('disarms a field that begins with %j', (sign) => {
    const [row] = read(formatCsvHeader() + formatCsv([{ ...claim, source: `${sign}1`, content: `1${sign}` }]))
    expect(row).toMatchObject({ source: `'${sign}1`, content: `1${sign}` })
  })

  it('ends every row as RFC 4180 does, and doubles quotation marks', () => {
    expect(formatCsvHeader()).toMatch(/^[^\r\n]+\r\n$/)
    const odd = {
      ...claim,
      content: 'a "b", c\nd',
      pieces: [
        { start: 16, end: 18 },
        { start: 20, end: 26 }
      ]
    }
    expect(formatCsv([odd, claim])).toBe(
      'a,x,,Ana Brandt,,"a ""b"", c\nd",Ana Brandt said it is safe.,16,26,16-18 20-26,0.9,\r\n' +
        'a,x,,Ana Brandt,,it is safe,Ana Brandt said it is safe.,16,26,,0.9,\r\n'
    )
    expect(formatCsv([])).toBe('')
  })

  it('gives back any text, but for the apostrophe', () => {
    const sign = fc.constantFrom(...'=+-@\t\r\n",;\'＝＋－＠')
    const text = fc.array(fc.oneof(sign, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text)), (rows) => {
        const claims = rows.map(([document, source, content]) => ({ ...claim, document, source, content }))
        const back = read(formatCsvHeader() + formatCsv(claims))
        expect(back.map(({ document, source, content }) => [document, source, content])).toEqual(
          rows.map((row) => row.map((field) => (/^[=+\-@\t\r＝＋－＠]/.test(field) ? `'${field}` : field)))
        )
        for (const row of back)
          for (const field of Object.values(row)) expect(field).not.toMatch(/^[=+\-@\t\r]/)
      })
    )
  })
})

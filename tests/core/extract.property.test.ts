import fc from 'fast-check'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { checkExtraction } from '../support/check-extraction.ts'

/** Texts made of what the rooms look for, in any order, so that odd nestings come up often. */
const prose = fc
  .array(
    fc.constantFrom(
      '"', '“', '”', "''", '‘', '’', "'", '(', ')', '—', ',', '.', ':', '\n\n', '\r\n', ' ', 'said', 'He', 'Ana Brandt', 'that', 'according to',
      'promised to', 'the report', 'the bridge was open', 'she had not said', 'as reported by', 'and', 'who', '🎉', '\u202e', '\ud800', '\0', '3'
    ),
    { maxLength: 60 }
  )
  .map((words) => words.join(' ')) // biome-ignore format: a list of words

const anyText = fc.oneof(
  prose,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 })
)

describe('extract, on any string', () => {
  it('never throws, and what it gives holds together', () => {
    fc.assert(
      fc.property(anyText, (text) => checkExtraction(text, extract(text, { acts: 'all' }))),
      { numRuns: 300 }
    )
  })

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const once = JSON.stringify(extract(text))
        expect(JSON.stringify(extract(text))).toBe(once)
      }),
      { numRuns: 50 }
    )
  })

  it('survives JSON', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const extraction = extract(text)
        expect(JSON.parse(JSON.stringify(extraction))).toEqual(extraction)
      }),
      { numRuns: 50 }
    )
  })

  it('no two contents of a text cross', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const extents = extract(text, { acts: 'all' }).attributions.map(
          ({ content }) => [content[0]!.start, content.at(-1)!.end] as const
        )
        for (const [a, b] of extents)
          for (const [c, d] of extents) expect(a < c && c < b && b < d && a !== c && b !== d).toBe(false)
      }),
      { numRuns: 100 }
    )
  })
})

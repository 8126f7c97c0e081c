import fc from 'fast-check'
import { type Extraction, extract } from 'saywho'
import { describe, expect, it } from 'vitest'

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

function check(text: string, { attributions, sources }: Extraction): void {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]))
  const sourceIds = new Set(sources.map(({ id }) => id))
  expect(byId.size).toBe(attributions.length)
  expect(sourceIds.size).toBe(sources.length)
  let latest = 0
  for (const { content, cue, source, parentId, sourceIds: own, confidence } of attributions) {
    expect(content.length).toBeGreaterThan(0)
    expect(content[0]!.start).toBeGreaterThanOrEqual(latest)
    latest = content[0]!.start
    for (const role of [content, cue, source]) {
      let end = 0
      for (const span of role) {
        expect(text.slice(span.start, span.end)).toBe(span.text)
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
    }
    for (const id of own) expect(sourceIds.has(id)).toBe(true)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    if (parentId === null) continue
    const parent = byId.get(parentId)!
    const all = [...content, ...cue, ...source]
    const from = Math.min(...all.map(({ start }) => start))
    const to = Math.max(...all.map(({ end }) => end))
    expect(parent.content.some(({ start, end }) => start <= from && to <= end)).toBe(true)
  }
  for (const { mentions } of sources)
    for (const { start, end, text: its } of mentions) expect(text.slice(start, end)).toBe(its)
}

describe('extract, on any string', () => {
  it('never throws, and what it gives holds together', () => {
    fc.assert(
      fc.property(anyText, (text) => check(text, extract(text, { acts: 'all' }))),
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

import { describe, expect, it } from 'vitest'
import { assembleExtraction, type Found } from '../../packages/core/src/assemble-extraction.ts'
import { candidateOf, rangeOf } from '../support/readings.ts'
import { tokensOf } from '../support/tables.ts'

const TEXT = '“No,” she said.\n\n“No,” Ana Brandt said. “No way.”'
const tokens = tokensOf(TEXT)
const no = (words: string, after: number, more: Partial<Found> = {}): Found => ({
  ...candidateOf({ tokens }, '', '', words),
  content: [rangeOf({ tokens }, words, after)],
  type: 'direct',
  verbatim: true,
  act: 'statement',
  negative: false,
  cue: [],
  parent: -1,
  confidence: 0.12345,
  ...more
})
const ana = {
  name: 'Ana Brandt',
  type: 'person',
  role: null,
  anonymous: false,
  reason: null,
  mentions: [rangeOf({ tokens }, 'Ana Brandt')],
  sameAs: ['https://example.org/ana']
} as const

describe('assembleExtraction', () => {
  const found = [
    no('“No,”', 0, { source: [rangeOf({ tokens }, 'she')] }),
    no('“No,”', 10, { source: [rangeOf({ tokens }, 'Ana Brandt')], parent: 0 }),
    no('“No way.”', 0)
  ]
  const { attributions, sources } = assembleExtraction(tokens, found, [ana], [[], [0], [0]])

  it("numbers ids where a content's text repeats", () => {
    const [first, second, third] = attributions
    expect(second!.id).toBe(`${first!.id}-2`)
    expect(third!.id).not.toContain('-')
    expect(second!.parentId).toBe(first!.id)
  })

  it('gives spans that are those of the text', () => {
    for (const { content, source } of attributions)
      for (const { start, end, text } of [...content, ...source]) expect(TEXT.slice(start, end)).toBe(text)
    expect(sources[0]).toMatchObject({ id: 'ana-brandt', mentions: [{ text: 'Ana Brandt' }] })
    expect(sources[0]!.sameAs).toEqual(['https://example.org/ana'])
  })

  it('tells a source that is named from one that was taken over', () => {
    expect(attributions.map(({ stated, sourceIds }) => [stated, sourceIds])).toEqual([
      [true, []],
      [true, ['ana-brandt']],
      [false, ['ana-brandt']]
    ])
  })

  it('rounds confidence', () => {
    expect(attributions[0]!.confidence).toBe(0.123)
  })
})

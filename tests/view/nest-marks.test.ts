import type { Attribution } from '@saywho/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listMarks } from '../../packages/view/src/text/list-marks.ts'
import { nestMarks, type Piece } from '../../packages/view/src/text/nest-marks.ts'
import { splitParagraphs } from '../../packages/view/src/text/split-paragraphs.ts'
import { attributionOf } from '../support/extractions.ts'
import { sampleExtractions } from '../support/generate-extractions.ts'

const nest = (text: string, attributions: readonly Attribution[]) =>
  nestMarks(text, splitParagraphs(text), listMarks(attributions, text))

/** Marks as brackets, with the attribution's number, and a full stop for the end of a mark's last piece. */
const write = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : `[${piece.mark.part[1]}${piece.mark.attribution} ${write(piece.pieces)}${piece.isLast ? '' : '~'}]`
    )
    .join('')
const textOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece.pieces))).join('')
const spansOf = (text: string, ...words: string[]) =>
  words.map((its) => ({ start: text.indexOf(its), end: text.indexOf(its) + its.length, text: its }))

describe('nestMarks', () => {
  it('marks the parts of a relation', () => {
    const text = 'Ana said that it is safe.'
    const marked = attributionOf(text, 'that it is safe', {
      id: 'a',
      cue: spansOf(text, 'said'),
      source: spansOf(text, 'Ana')
    })
    expect(nest(text, [marked]).map(write)).toEqual(['[o0 Ana] [u0 said] [o0 that it is safe].'])
  })

  it('puts what is told inside what tells it, also where both are the same words', () => {
    const text = 'Ana said Ben hopes to come'
    const outer = attributionOf(text, 'Ben hopes to come', { id: 'a' })
    const inner = attributionOf(text, 'to come', { id: 'b', parentId: 'a', source: spansOf(text, 'Ben') })
    expect(nest(text, [outer, inner]).map(write)).toEqual(['Ana said [o0 [o1 Ben] hopes [o1 to come]]'])
    const same = attributionOf(text, 'Ben hopes to come', { id: 'c', parentId: 'a' })
    expect(nest(text, [same, outer]).map(write)).toEqual(['Ana said [o1 [o0 Ben hopes to come]]'])
  })

  it('divides a mark that runs over paragraphs, and tells its last piece', () => {
    const text = '“One.\n\n“Two,” Ana said.'
    const marked = attributionOf(text, '“One.\n\n“Two,”', { id: 'a' })
    expect(nest(text, [marked]).map(write)).toEqual(['[o0 “One.~]', '[o0 “Two,”] Ana said.'])
  })

  it('divides a mark that another crosses', () => {
    const text = 'one two three'
    const a = attributionOf(text, 'one two', { id: 'a' })
    const b = attributionOf(text, 'two three', { id: 'b' })
    expect(nest(text, [a, b]).map(write)).toEqual(['[o0 one [o1 two~]][o1  three]'])
  })

  it('takes no span from outside the text, and none of nothing', () => {
    const text = 'safe'
    const marked = attributionOf(text, 'safe', { id: 'a' })
    const odd = {
      ...marked,
      cue: [{ start: 2, end: 2, text: '' }],
      source: [{ start: -5, end: 99, text: 'safe' }]
    }
    expect(nest(text, [odd]).map(write)).toEqual(['[o0 [o0 safe]]'])
    expect(nest('', [odd])).toEqual([])
  })

  it('survives parents in a circle', () => {
    const text = 'one two'
    const a = attributionOf(text, 'one two', { id: 'a', parentId: 'b' })
    const b = attributionOf(text, 'one two', { id: 'b', parentId: 'a' })
    expect(nest(text, [a, b]).map(textOf)).toEqual(['one two'])
  })

  it('gives every letter once, in order, and every mark its own words, whatever the spans', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', '\n', '\n\n', '“', '😀'), { maxLength: 40 })
      .map((parts) => parts.join(''))
    const span = fc.record({ start: fc.integer({ min: -3, max: 45 }), end: fc.integer({ min: -3, max: 45 }) })
    const spans = fc.array(
      span.map((its) => ({ ...its, text: '' })),
      { maxLength: 3 }
    )
    fc.assert(
      fc.property(
        text,
        fc.array(fc.record({ content: spans, cue: spans, source: spans }), { maxLength: 6 }),
        (text, parts) => {
          const attributions = parts.map((its, index) => ({
            ...attributionOf(text, [], { id: `a${index}` }),
            ...its
          }))
          const paragraphs = splitParagraphs(text)
          const marks = listMarks(attributions, text)
          const pieces = nestMarks(text, paragraphs, marks)
          expect(pieces.map(textOf)).toEqual(paragraphs.map(({ start, end }) => text.slice(start, end)))
          const shown = new Map(marks.map((mark) => [mark, { words: '', lasts: 0 }]))
          const visit = (piece: Piece) => {
            if (typeof piece === 'string') return
            const its = shown.get(piece.mark)!
            its.words += textOf(piece.pieces)
            its.lasts += Number(piece.isLast)
            piece.pieces.forEach(visit)
          }
          pieces.flat().forEach(visit)
          for (const [{ start, end }, { words, lasts }] of shown) {
            expect(words.replace(/\s/g, '')).toBe(text.slice(start, end).replace(/\s/g, ''))
            expect(lasts).toBe(1)
          }
        }
      ),
      { numRuns: 500 }
    )
  })

  it('needs time in proportion, however deep the marks stand in each other', () => {
    const nestDeep = (count: number) => {
      const text = 'a '.repeat(count)
      const attributions = Array.from({ length: count }, (_, index) => ({
        ...attributionOf(text, [], { id: `a${index}` }),
        content: [{ start: 0, end: 2 * (count - index), text: '' }]
      }))
      return nest(text, attributions)
    }
    expect(nestDeep(20_000).map(textOf)[0]).toHaveLength(39_999)
  }, 2_000)

  it('shows every attribution of many texts', () => {
    for (const { text, extraction } of sampleExtractions(200)) {
      const seen = new Set<number>()
      const visit = (piece: Piece) => {
        if (typeof piece === 'string') return
        if (piece.mark.part === 'content') seen.add(piece.mark.attribution)
        piece.pieces.forEach(visit)
      }
      nest(text, extraction.attributions).flat().forEach(visit)
      expect(seen.size).toBe(extraction.attributions.length)
    }
  })
})

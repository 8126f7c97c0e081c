import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Tokenizer } from '@huggingface/tokenizers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeText, makePieces, WINDOW } from '../../packages/neural/src/encode-text.ts'
import { readModel } from '../../packages/neural/src/model-file.ts'
import { readingOf } from '../support/readings.ts'

const model = readFileSync(createRequire(import.meta.url).resolve('@saywho/neural/model'))
const piecesOf = makePieces(new Tokenizer(readModel(model).tokenizer, {}))
const OPEN = 101
const CLOSE = 102

const long = Array.from(
  { length: 60 },
  (_, day) =>
    `On day ${day}, the harbour master said the ferry would sail. “It is late,” Ms. Okafor told reporters.`
).join('\n\n')

describe('encodeText', () => {
  it('gives an empty text no window', () => {
    expect(encodeText(readingOf(''), piecesOf)).toEqual([])
    expect(encodeText(readingOf(' \n\n '), piecesOf)).toEqual([])
  })

  it('puts a short text into one window, its paragraphs apart', () => {
    const reading = readingOf('He agreed.\n\n“No,” she said.')
    const [chunk, ...others] = encodeText(reading, piecesOf)
    expect(others).toEqual([])
    const { pieces, at, from, to } = chunk!
    expect([pieces[0], pieces.at(-1)]).toEqual([OPEN, CLOSE])
    expect([...pieces].filter((piece) => piece === CLOSE)).toHaveLength(2)
    expect(pieces[at[3]! - 1]).toBe(CLOSE)
    expect([from, to]).toEqual([0, reading.tokens.count])
    expect(at).toHaveLength(reading.tokens.count)
  })

  it('tells how words are written and how deep they are quoted', () => {
    const reading = readingOf('She told NATO: “The word ‘McNair’ has 6 letters.”')
    const [{ marks, at }] = encodeText(reading, piecesOf) as [ReturnType<typeof encodeText>[number]]
    const told = Object.fromEntries(reading.tokens.form.map((form, token) => [form, marks[at[token]!]]))
    expect(told).toMatchObject({ She: 3, told: 0, NATO: 6, The: 4, word: 1, McNair: 11, 6: 13 })
  })

  it.each([
    ['sentences', long],
    ['one sentence without an end', 'the boats lie still and '.repeat(400)],
    ['sentences that are all alike', 'The quay is wet. '.repeat(300)],
    ['words of many pieces', 'Llanfairpwllgwyngyllgogerychwyrndrobwll '.repeat(200)],
    ['marks', '“ ” '.repeat(500)]
  ])('takes each token from one window, with room on both sides: %s', (_, text) => {
    const { tokens } = readingOf(text)
    const chunks = encodeText(readingOf(text), piecesOf)
    expect(chunks.length).toBeGreaterThan(3)
    let next = 0
    for (const [i, { first, pieces, marks, at, from, to }] of chunks.entries()) {
      expect(first + from).toBe(next)
      next = first + to
      expect(pieces.length).toBeLessThanOrEqual(WINDOW)
      expect(marks).toHaveLength(pieces.length)
      expect(at.every((piece) => piece > 0 && piece < pieces.length - 1)).toBe(true)
      if (i > 0) expect(at[from]).toBeGreaterThan(40)
      if (next < tokens.count) expect(pieces.length - at[to - 1]!).toBeGreaterThan(40)
    }
    expect(next).toBe(tokens.count)
  })

  it('cuts a text where its words tell, whatever stands before', () => {
    const cutsAfter = (before: string) =>
      encodeText(readingOf(before + long), piecesOf).map(
        ({ first, from }) => readingOf(before + long).tokens.start[first + from]! - before.length
      )
    const alone = cutsAfter('').filter((at) => at > 2000)
    expect(alone.length).toBeGreaterThan(5)
    for (const before of ['No.\n\n', `${'Boats lie still. '.repeat(31)}\n\n`])
      expect(cutsAfter(before).filter((at) => at > 2000)).toEqual(alone)
  })

  it('reads any text, in windows whose number grows with its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const reading = readingOf(text)
        const chunks = encodeText(reading, piecesOf)
        expect(chunks.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(reading.tokens.count)
        expect(chunks.length).toBeLessThanOrEqual(1 + (reading.tokens.count * 17) / 50)
      }),
      { numRuns: 50 }
    )
  })

  it('reads a word of a million letters', () => {
    const chunks = encodeText(readingOf('x'.repeat(1_000_000)), piecesOf)
    expect(chunks.reduce((sum, { pieces }) => sum + pieces.length, 0)).toBeLessThan(2000)
  })
})

import { CUE_FEATURES, CUE_ROWS, describeCueHead, findCueHeads, scoreCueHeads } from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { rangeOf, readingOf } from '../../support/readings.ts'

const reading = readingOf('“We will wait,” Ana Brandt said. The train left.')
const heads = findCueHeads(reading, new Set())
const at = (words: string) => rangeOf(reading, words).from
const rowsOf = (words: string) => {
  const rows = new Int32Array(CUE_FEATURES)
  return rows.slice(0, describeCueHead(reading, at(words), rows))
}

describe('describeCueHead', () => {
  it('gives rows of the table, the same every time, no more than there is room for', () => {
    for (const head of reading.tokens.form.keys()) {
      const rows = new Int32Array(CUE_FEATURES + 8).fill(-1)
      const count = describeCueHead(reading, head, rows)
      expect(count).toBeLessThanOrEqual(CUE_FEATURES)
      expect(rows.subarray(0, count).every((row) => row >= 0 && row < CUE_ROWS)).toBe(true)
      expect(rows.subarray(count).every((row) => row === -1)).toBe(true)
    }
    expect(rowsOf('said')).toEqual(rowsOf('said'))
  })

  it('tells a verb that attributes from one that does not', () => {
    const left = new Set(rowsOf('left'))
    expect(rowsOf('said').filter((row) => !left.has(row)).length).toBeGreaterThan(20)
  })
})

describe('scoreCueHeads', () => {
  it('knows nothing without weights', () => {
    const { chance, isLikely } = scoreCueHeads(reading, heads, { weights: new Int8Array(CUE_ROWS), scale: 1 })
    expect([...heads].map((head) => chance[head])).toEqual([...heads].map(() => 0.5))
    expect(isLikely[at('Brandt')]).toBe(0)
  })

  it('sums the weights of a head, times their scale', () => {
    const weights = new Int8Array(CUE_ROWS)
    for (const row of rowsOf('said')) weights[row] = 2
    for (const row of rowsOf('left')) weights[row] = -1
    const { chance, isLikely } = scoreCueHeads(reading, heads, { weights, scale: 0.5 })
    for (const words of ['said', 'left']) {
      const sum = rowsOf(words).reduce((total, row) => total + weights[row]! * 0.5, 0)
      expect(chance[at(words)]).toBeCloseTo(1 / (1 + Math.exp(-sum)), 6)
    }
    expect([isLikely[at('said')], isLikely[at('left')]]).toEqual([1, 0])
    // what may be no head has no chance, whatever its features weigh
    expect(chance[at('train')]).toBe(0)
  })
})

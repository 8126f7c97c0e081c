import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHighest, inFours, padRow, sumRows } from '../../../packages/core/src/tagging/sum-rows.ts'

describe('sumRows', () => {
  it('gives the sums that adding weight by weight gives', () => {
    const weights = fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 64, maxLength: 64 })
    const picked = fc.array(fc.nat(7), { maxLength: 257 })
    fc.assert(
      fc.property(weights, picked, (bytes, rows) => {
        const sums = new Int32Array(8)
        sumRows(Int32Array.from(rows), rows.length, inFours(Int8Array.from(bytes)), 2, sums)
        const added = Array.from(sums, (_, column) =>
          rows.reduce((sum, row) => sum + bytes[row * 8 + column]!, 0)
        )
        expect([...sums]).toEqual(added)
      })
    )
  })

  it('holds the most that it may', () => {
    const sums = new Int32Array(4)
    sumRows(new Int32Array(257), 257, inFours(Int8Array.of(-128, 127, 127, -128)), 1, sums)
    expect([...sums]).toEqual([-32896, 32639, 32639, -32896])
  })

  it('pads rows to groups of four', () => {
    expect([1, 4, 27, 39].map(padRow)).toEqual([4, 4, 28, 40])
  })
})

describe('findHighest', () => {
  it('takes the first of equals, within bounds', () => {
    expect(findHighest([9, 2, 5, 5, 9], 1, 4)).toBe(2)
  })
})

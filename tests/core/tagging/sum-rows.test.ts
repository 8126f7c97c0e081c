import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTemplates, VALUES, writeRows } from '../../../packages/core/src/tagging/feature-templates.ts'
import { findHighest, padRow, readTable, sumFeatures } from '../../../packages/core/src/tagging/sum-rows.ts'

const NAMES = Array.from({ length: 128 }, (_, index) => `value ${index}`)
const PROGRAM = compileTemplates(NAMES, NAMES)

describe('sumFeatures', () => {
  it('gives the sums that adding weight by weight gives', () => {
    const weights = fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 64, maxLength: 64 })
    const values = fc.array(fc.integer(), { minLength: NAMES.length, maxLength: NAMES.length })
    fc.assert(
      fc.property(weights, values, (bytes, described) => {
        // two rows that hold nothing
        bytes.fill(0, 8, 24)
        const rows = new Int32Array(NAMES.length)
        const sums = new Int32Array(8)
        VALUES.set(described)
        writeRows(PROGRAM, 7, rows)
        sumFeatures(PROGRAM, readTable(Int8Array.from(bytes), 8), sums)
        const added = Array.from(sums, (_, column) =>
          rows.reduce((sum, row) => sum + bytes[row * 8 + column]!, 0)
        )
        expect([...sums]).toEqual(added)
      })
    )
  })

  it('holds the lowest and the highest weights', () => {
    const sums = new Int32Array(4)
    sumFeatures(PROGRAM, readTable(Int8Array.of(-128, 127, 127, -128), 4), sums)
    expect([...sums]).toEqual([-16384, 16256, 16256, -16384])
  })
})

describe('readTable', () => {
  it('marks the rows that hold any weight, once a table', () => {
    const bytes = Int8Array.of(0, 0, 0, 0, 0, -3, 0, 0)
    expect([...readTable(bytes, 4).present]).toEqual([2])
    expect(readTable(bytes, 4)).toBe(readTable(bytes, 4))
  })

  it('wants rows padded to groups of four', () => {
    expect([1, 4, 27, 39].map(padRow)).toEqual([4, 4, 28, 40])
  })
})

describe('findHighest', () => {
  it('takes the first of equals, within bounds', () => {
    expect(findHighest([9, 2, 5, 5, 9], 1, 4)).toBe(2)
  })
})

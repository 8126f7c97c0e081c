import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTemplates, writeRows } from '../../../packages/core/src/tagging/feature-templates.ts'
import {
  findHighest,
  findSure,
  padRow,
  padTable,
  readTable,
  sumFeatures,
  sumFourFeatures,
  sumLists
} from '../../../packages/core/src/tagging/sum-rows.ts'

const NAMES = Array.from({ length: 60 }, (_, index) => `value ${index}`)
const TEMPLATES = [1, 7].flatMap((step) =>
  NAMES.map((name, index) => [name, NAMES[(index + step) % 60]!] as const)
)
const PROGRAM = compileTemplates(NAMES, TEMPLATES)

describe('sumFeatures', () => {
  it('gives the sums that adding weight by weight gives', () => {
    const weights = fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 64, maxLength: 64 })
    const values = fc.array(fc.integer(), { minLength: NAMES.length, maxLength: NAMES.length })
    fc.assert(
      fc.property(weights, values, (bytes, described) => {
        // two rows that hold nothing
        bytes.fill(0, 8, 24)
        const rows = new Int32Array(TEMPLATES.length)
        const sums = new Int32Array(8)
        PROGRAM.values.set(described)
        writeRows(PROGRAM, Math.clz32(7), rows)
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
    sumFeatures(PROGRAM, readTable(Int8Array.of(-128, 127, 127, -128, -128, 127, 127, -128), 4), sums)
    expect([...sums]).toEqual([-15360, 15240, 15240, -15360])
  })

  it('is the same as the sum made for rows of four', () => {
    const bytes = Int8Array.from({ length: 64 }, (_, index) => ((index * 37) % 255) - 127)
    const table = readTable(bytes, 4)
    const [some, same] = [new Int32Array(4), new Int32Array(4)]
    PROGRAM.values.set(NAMES.map((_, index) => index * 7919))
    sumFeatures(PROGRAM, table, some)
    sumFourFeatures(PROGRAM, table, same)
    expect([...same]).toEqual([...some])
  })
})

describe('sumLists', () => {
  it.each([1, 3, 4, 9])('adds up lists of rows of %i weights, and scales them', (columns) => {
    const bytes = fc.int8Array({ minLength: 16 * columns, maxLength: 16 * columns })
    const lists = fc.array(fc.array(fc.nat(15), { maxLength: 200 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(bytes, lists, (table, rows) => {
        const start = [0]
        for (const list of rows) start.push(start.at(-1)! + list.length)
        const sums = new Float64Array(rows.length * columns)
        sumLists(
          Int32Array.from(rows.flat()),
          Int32Array.from(start),
          padTable(table, columns),
          columns,
          0.5,
          sums
        )
        const added = rows.flatMap((list) =>
          Array.from({ length: columns }, (_, column) =>
            list.reduce((sum, row) => sum + table[row * columns + column]! * 0.5, 0)
          )
        )
        expect([...sums]).toEqual(added)
      }),
      { numRuns: 30 }
    )
  })
})

describe('padTable', () => {
  it('copies a table once', () => {
    const bytes = new Int8Array(6)
    expect(padTable(bytes, 3)).toBe(padTable(bytes, 3))
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

describe('findSure', () => {
  it('finds the highest where it is ahead by as much as wanted, within bounds', () => {
    const scores = Int32Array.of(9, 2, 5, 3, 9)
    expect([1, 2, 3].map((lead) => findSure(scores, 1, 4, lead))).toEqual([2, 2, -1])
    expect(findSure(Int32Array.of(-7, -9, -7), 0, 3, 1)).toBe(-1)
    expect(findSure(Int32Array.of(-7, -9, -8), 0, 3, 1)).toBe(0)
  })
})

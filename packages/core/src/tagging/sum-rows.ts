import { type FeatureProgram, rowOf } from './feature-templates.ts'

/** Rows of weights are padded to whole groups of four, which are read as one integer. */
export const padRow = (columns: number): number => (columns + 3) & ~3

/** Makes four signed bytes unsigned, so that their sums don't run over into each other. */
const BIAS = 0x80808080 | 0
const LANES = 0x00ff00ff

/** A table of weights, ready to be summed. */
export interface WeightTable {
  /** The weights in groups of four. */
  readonly fours: Int32Array
  /** How many groups a row has. */
  readonly groups: number
  /** 32 less the bits of a row's number: there are a power of two of them, and more than one. */
  readonly shift: number
  /** A bit for each row, set where it holds any weight. Most rows don't, and the bits fit a cache that the table doesn't. */
  readonly present: Int32Array
  /** Room for the rows that are about to be summed. */
  readonly kept: Int32Array
}

const known = new WeakMap<Int8Array, WeightTable>()

/** Reads a table of signed bytes, `width` a row, once. Its first byte must stand at a multiple of four. */
export function readTable(table: Int8Array, width: number): WeightTable {
  let its = known.get(table)
  if (its === undefined) {
    const fours = new Int32Array(table.buffer, table.byteOffset, table.length >> 2)
    const groups = width >> 2
    its = {
      fours,
      groups,
      shift: Math.clz32(fours.length / groups - 1),
      present: findPresent(fours, groups),
      kept: new Int32Array(257)
    }
    known.set(table, its)
  }
  return its
}

function findPresent(fours: Int32Array, groups: number): Int32Array {
  const rows = fours.length / groups
  const present = new Int32Array((rows + 31) >> 5)
  for (let row = 0, at = 0; row < rows; row++) {
    let any = 0
    for (const end = at + groups; at < end; at++) any |= fours[at]!
    if (any !== 0) present[row >> 5]! |= 1 << (row & 31)
  }
  return present
}

/**
 * Adds up the rows of a program's features into `sums`: two sums at a time in the halves of an integer. Up to 257 features fit. As all
 * machines that run JavaScript, it takes the first of four bytes for the lowest.
 */
export function sumFeatures(program: FeatureProgram, table: WeightTable, sums: Int32Array): void {
  const { values, first, second, third, seed } = program
  const { fours, groups, shift, present, kept } = table
  const count = seed.length
  let rows = 0
  for (let i = 0; i < count; i++) {
    const row = rowOf(values[first[i]!]!, values[second[i]!]!, values[third[i]!]!, seed[i]!, shift)
    kept[rows] = Math.imul(row, groups)
    // no branch: which rows are present can't be guessed
    rows += (present[row >> 5]! >>> (row & 31)) & 1
  }
  const bias = rows << 7
  for (let group = 0; group < groups; group++) {
    let even = 0
    let odd = 0
    for (let i = 0; i < rows; i++) {
      const four = fours[kept[i]! + group]! ^ BIAS
      even = (even + (four & LANES)) | 0
      odd = (odd + ((four >>> 8) & LANES)) | 0
    }
    const at = group << 2
    sums[at] = (even & 0xffff) - bias
    sums[at + 1] = (odd & 0xffff) - bias
    sums[at + 2] = (even >>> 16) - bias
    sums[at + 3] = (odd >>> 16) - bias
  }
}

/** Adds up the rows of a program's features as `sumFeatures` does, for a table of four weights a row. */
export function sumFourFeatures(program: FeatureProgram, table: WeightTable, sums: Int32Array): void {
  const { values, first, second, third, seed } = program
  const { fours, shift } = table
  const count = seed.length
  let even = 0
  let odd = 0
  for (let i = 0; i < count; i++) {
    const row = rowOf(values[first[i]!]!, values[second[i]!]!, values[third[i]!]!, seed[i]!, shift)
    const four = fours[row]! ^ BIAS
    even = (even + (four & LANES)) | 0
    odd = (odd + ((four >>> 8) & LANES)) | 0
  }
  const bias = count << 7
  sums[0] = (even & 0xffff) - bias
  sums[1] = (odd & 0xffff) - bias
  sums[2] = (even >>> 16) - bias
  sums[3] = (odd >>> 16) - bias
}

/** The number of the highest of some scores, the first where several are. */
export function findHighest(scores: ArrayLike<number>, from: number, to: number): number {
  let best = from
  let highest = scores[from]!
  for (let i = from + 1; i < to; i++) {
    const score = scores[i]!
    if (score > highest) {
      highest = score
      best = i
    }
  }
  return best
}

/** The number of the highest of some scores if it is above all others by `lead`, else -1. */
export function findSure(scores: Int32Array, from: number, to: number, lead: number): number {
  let best = from
  let highest = scores[from]!
  let second = -0x7fffffff
  for (let i = from + 1; i < to; i++) {
    const score = scores[i]!
    if (score > highest) {
      second = highest
      highest = score
      best = i
    } else if (score > second) second = score
  }
  return highest - second >= lead ? best : -1
}

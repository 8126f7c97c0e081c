import { type FeatureProgram, rowOf, writeRows } from './feature-templates.ts'

/** Rows of weights are padded to whole groups of four, which are read as one integer. */
export const padRow = (columns: number): number => (columns + 3) & ~3

/**
 * Makes four signed bytes unsigned, so that their sums don't run over into each other. Loops read it and the mask of every other byte into
 * constants of their own, as they do the columns of a `FeatureProgram`.
 */
const BIAS = 0x80808080 | 0
const LANES = 0x00ff00ff

/** A table of weights, ready to be summed. */
export interface PackedTable {
  /** The weights in groups of four. */
  readonly fours: Int32Array
  /** How many groups a row has. */
  readonly groups: number
  /** 32 less the bits of a row's number: there are a power of two of them, and more than one. */
  readonly shift: number
  /** Room for the rows that are about to be summed. */
  readonly kept: Int32Array
}

/** A table most of whose rows hold nothing. */
export interface SparseTable extends PackedTable {
  /** A bit for each row, set where it holds any weight: the bits fit a cache that the table doesn't. */
  readonly present: Int32Array
}

const known = new WeakMap<Int8Array, SparseTable>()
const padded = new WeakMap<Int8Array, PackedTable>()

/** Reads a table of signed bytes, `width` a row. Its first byte must stand at a multiple of four. */
export function packTable(table: Int8Array, width: number): PackedTable {
  const fours = new Int32Array(table.buffer, table.byteOffset, table.length >> 2)
  const groups = width >> 2
  return { fours, groups, shift: Math.clz32(fours.length / groups - 1), kept: new Int32Array(257) }
}

/** Reads a table as `packTable` does and finds which of its rows hold any weight, once. */
export function readTable(table: Int8Array, width: number): SparseTable {
  let its = known.get(table)
  if (its === undefined) {
    const packed = packTable(table, width)
    its = { ...packed, present: findPresent(packed) }
    known.set(table, its)
  }
  return its
}

/** Reads a table of signed bytes, `columns` a row, whose rows are not padded: they are in a copy, made once. */
export function padTable(table: Int8Array, columns: number): PackedTable {
  let its = padded.get(table)
  if (its === undefined) {
    const width = padRow(columns)
    const copy = new Int8Array((table.length / columns) * width)
    for (let from = 0, to = 0; from < table.length; from += columns, to += width)
      for (let column = 0; column < columns; column++) copy[to + column] = table[from + column]!
    its = packTable(copy, width)
    padded.set(table, its)
  }
  return its
}

function findPresent({ fours, groups }: PackedTable): Int32Array {
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
export function sumFeatures(program: FeatureProgram, table: SparseTable, sums: Int32Array): void {
  const { values, first, second, third, seed } = program
  const { fours, groups, shift, present, kept } = table
  const flip = BIAS
  const lanes = LANES
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
      const four = fours[kept[i]! + group]! ^ flip
      even = (even + (four & lanes)) | 0
      odd = (odd + ((four >>> 8) & lanes)) | 0
    }
    const at = group << 2
    sums[at] = (even & 0xffff) - bias
    sums[at + 1] = (odd & 0xffff) - bias
    sums[at + 2] = (even >>> 16) - bias
    sums[at + 3] = (odd >>> 16) - bias
  }
}

/** Adds up the rows of a program's features as `sumFeatures` does, for a table of four weights a row. */
export function sumFourFeatures(program: FeatureProgram, table: PackedTable, sums: Int32Array): void {
  const { fours, shift, kept } = table
  // all rows before any weight: the weights are far off in memory, and engines wait for many of them at once
  const count = writeRows(program, shift, kept)
  const flip = BIAS
  const lanes = LANES
  let even = 0
  let odd = 0
  for (let i = 0; i < count; i++) {
    const four = fours[kept[i]!]! ^ flip
    even = (even + (four & lanes)) | 0
    odd = (odd + ((four >>> 8) & lanes)) | 0
  }
  const bias = count << 7
  sums[0] = (even & 0xffff) - bias
  sums[1] = (odd & 0xffff) - bias
  sums[2] = (even >>> 16) - bias
  sums[3] = (odd >>> 16) - bias
}

/**
 * Adds up lists of rows, list `i` from `start[i]` up to `start[i + 1]`, into `columns` sums a list, times `scale`. Up to 257 rows a list fit.
 */
export function sumLists(
  rows: Int32Array,
  start: Int32Array,
  { fours, groups }: PackedTable,
  columns: number,
  scale: number,
  sums: Float64Array
): void {
  const flip = BIAS
  const lanes = LANES
  const lists = start.length - 1
  for (let list = 0; list < lists; list++) {
    const from = start[list]!
    const to = start[list + 1]!
    const bias = (to - from) << 7
    let group = 0
    // three groups at a time: a row's stand side by side
    for (; group + 3 <= groups; group += 3) {
      let even = 0
      let odd = 0
      let even2 = 0
      let odd2 = 0
      let even3 = 0
      let odd3 = 0
      for (let i = from; i < to; i++) {
        const at = Math.imul(rows[i]!, groups) + group
        const four = fours[at]! ^ flip
        const four2 = fours[at + 1]! ^ flip
        const four3 = fours[at + 2]! ^ flip
        even = (even + (four & lanes)) | 0
        odd = (odd + ((four >>> 8) & lanes)) | 0
        even2 = (even2 + (four2 & lanes)) | 0
        odd2 = (odd2 + ((four2 >>> 8) & lanes)) | 0
        even3 = (even3 + (four3 & lanes)) | 0
        odd3 = (odd3 + ((four3 >>> 8) & lanes)) | 0
      }
      const at = list * columns + (group << 2)
      const left = columns - (group << 2)
      writeFour(even, odd, bias, scale, sums, at, left)
      writeFour(even2, odd2, bias, scale, sums, at + 4, left - 4)
      writeFour(even3, odd3, bias, scale, sums, at + 8, left - 8)
    }
    for (; group < groups; group++) {
      let even = 0
      let odd = 0
      for (let i = from; i < to; i++) {
        const four = fours[Math.imul(rows[i]!, groups) + group]! ^ flip
        even = (even + (four & lanes)) | 0
        odd = (odd + ((four >>> 8) & lanes)) | 0
      }
      writeFour(even, odd, bias, scale, sums, list * columns + (group << 2), columns - (group << 2))
    }
  }
}

/** Four sums, or as many as are `left`, from the halves of two integers. */
function writeFour(
  even: number,
  odd: number,
  bias: number,
  scale: number,
  sums: Float64Array,
  at: number,
  left: number
): void {
  sums[at] = ((even & 0xffff) - bias) * scale
  if (left > 1) sums[at + 1] = ((odd & 0xffff) - bias) * scale
  if (left > 2) sums[at + 2] = ((even >>> 16) - bias) * scale
  if (left > 3) sums[at + 3] = ((odd >>> 16) - bias) * scale
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

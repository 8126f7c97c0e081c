/** Rows of weights are padded to whole groups of four, which are read as one integer. */
export const padRow = (columns: number): number => (columns + 3) & ~3

/** Makes four signed bytes unsigned, so that their sums don't run over into each other. */
const BIAS = 0x80808080 | 0
const LANES = 0x00ff00ff

/** A table of signed bytes in groups of four. Its first byte must stand at a multiple of four. */
export const inFours = (table: Int8Array): Int32Array =>
  new Int32Array(table.buffer, table.byteOffset, table.length >> 2)

/**
 * Adds up rows of a table, `groups` groups of four weights a row, into `sums`: two sums at a time in the halves of an
 * integer. Up to 257 rows fit. As all machines that run JavaScript, it takes the first of four bytes for the lowest.
 */
export function sumRows(
  rows: Int32Array,
  count: number,
  table: Int32Array,
  groups: number,
  sums: Int32Array
): void {
  const bias = count << 7
  for (let group = 0; group < groups; group++) {
    let even = 0
    let odd = 0
    for (let i = 0; i < count; i++) {
      const four = table[Math.imul(rows[i]!, groups) + group]! ^ BIAS
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

/** The number of the highest of some scores, the first where several are. */
export function findHighest(scores: ArrayLike<number>, from: number, to: number): number {
  let best = from
  for (let i = from + 1; i < to; i++) if (scores[i]! > scores[best]!) best = i
  return best
}

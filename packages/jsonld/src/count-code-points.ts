/**
 * Counts a text's Unicode code points once, for as many offsets as are asked for.
 *
 *     a👋b    UTF-16: 0 1 3 4; code points: 0 1 2 3
 *
 * @returns from an offset in UTF-16 code units, 0 to the text's length, to the number of code points that begin before it. A lone
 *   surrogate is one; an offset inside a pair counts that pair.
 */
export function countCodePoints(text: string): (offset: number) => number {
  const before = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    before[at] = count
    if (!isInsidePair(text, at)) count++
    before[at + 1] = count
  }
  return (offset) => before[offset]!
}

/** Whether an offset parts the two halves of a surrogate pair. */
export function isInsidePair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1))
}

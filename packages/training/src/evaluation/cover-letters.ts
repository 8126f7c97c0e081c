import type { Range } from '../read-corpus.ts'

/** The offsets of the letters and digits that spans cover, in order, each once. */
export type Cover = readonly number[]

/**
 * What counts of a role: letters, digits and the signs % $ € £, by their UTF-16 offsets. Quotation marks, other punctuation and
 * space never do.
 *
 * @throws {Error} when a span is empty or reaches outside the text.
 */
export function coverLetters(text: string, role: readonly Range[]): Cover {
  const covered = new Set<number>()
  for (const [start, end] of role) {
    const isSpan =
      Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length && start < end
    if (!isSpan) throw new Error(`a span [${start}, ${end}] in a text of ${text.length} characters`)
    for (let at = start; at < end; at++) if (COUNTED.test(text[at]!)) covered.add(at)
  }
  return [...covered].sort((a, b) => a - b)
}

const COUNTED = /[\p{L}\p{N}%$€£]/u

/** How many offsets two covers share. */
export function countShared(a: Cover, b: Cover): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared
}

/** Jaccard's overlap, 0 to 1; two that are empty overlap wholly. */
export function measureOverlap(a: Cover, b: Cover): number {
  if (a.length === 0 && b.length === 0) return 1
  const shared = countShared(a, b)
  return shared / (a.length + b.length - shared)
}

/** Whether both are absent, or both present and overlapping so far at least. */
export const agree = (a: Cover, b: Cover, least: number): boolean =>
  (a.length === 0 && b.length === 0) || (a.length > 0 && b.length > 0 && measureOverlap(a, b) >= least)

export const isSame = (a: Cover, b: Cover): boolean => a.length === b.length && countShared(a, b) === a.length

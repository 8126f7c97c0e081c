import type { TokenRange } from '../text/token-table.ts'

/** From the first token of any range to the last. */
export function extentOf(ranges: readonly TokenRange[]): TokenRange {
  let from = Number.POSITIVE_INFINITY
  let to = 0
  for (const range of ranges) {
    from = Math.min(from, range.from)
    to = Math.max(to, range.to)
  }
  return { from, to }
}

import type { TokenRange } from './token-table.ts'

/** The ranges in order, those that touch or overlap made one. */
export function mergeRanges(ranges: readonly TokenRange[]): TokenRange[] {
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else if (from < to) merged.push({ from, to })
  }
  return merged
}

import type { TokenRange } from './token-table.ts'

/** Whether a token stands in one of some ranges. */
export const holdsToken = (ranges: readonly TokenRange[], token: number): boolean =>
  ranges.some(({ from, to }) => from <= token && token < to)

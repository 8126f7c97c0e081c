import type { TokenTable } from './token-table.ts'

/** Where a phrase ends that ends at `end`, without a day and its "on": "officials on Friday", "a sign Tuesday"; `end` where it has none. */
export function beforeDay({ lower }: TokenTable, end: number, calendar: ReadonlySet<string>): number {
  if (!calendar.has(lower[end - 1]!)) return end
  return lower[end - 2] === 'on' ? end - 2 : end - 1
}

import type { SourceLexicon } from '../language.ts'
import type { TokenTable } from './token-table.ts'

/** Where a phrase ends that ends at `end`, without a day and its "on": "officials on Friday", "a sign Tuesday", "experts today"; `end` where it has none. */
export function beforeDay(
  { lower, form }: TokenTable,
  end: number,
  { calendar, dayWords }: Pick<SourceLexicon, 'calendar' | 'dayWords'>
): number {
  // "USA Today"
  if (dayWords.has(form[end - 1]!)) return end - 1
  if (!calendar.has(lower[end - 1]!)) return end
  return lower[end - 2] === 'on' ? end - 2 : end - 1
}

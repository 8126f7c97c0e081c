import type { SourceLexicon } from '../language.ts'
import type { TokenTable } from './token-table.ts'

/** Where a phrase ends that ends at `end`, without a day or a month and its preposition: "officials on Friday", "a sign Tuesday", "a poll in late May", "experts today", "Brandt last night"; `end` where it has none. */
export function beforeDay(
  { lower, form }: TokenTable,
  end: number,
  {
    calendar,
    dayWords,
    dayPhrases,
    beforeDays
  }: Pick<SourceLexicon, 'calendar' | 'dayWords' | 'dayPhrases' | 'beforeDays'>
): number {
  // "USA Today"
  if (dayWords.has(form[end - 1]!)) return end - 1
  // "Brandt last night"
  if (dayPhrases.has(`${form[end - 2]} ${form[end - 1]}`)) return end - 2
  if (!calendar.has(lower[end - 1]!)) return end
  let to = end - 1
  while (to > 1 && beforeDays.has(lower[to - 1]!)) to--
  return to
}

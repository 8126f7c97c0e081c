import type { Reading } from './reading.ts'

/** How the sentence before a token's ends. */
export const QuotationBefore = {
  none: 0,
  /** In a quotation with an exclamation or a question mark: who says it may come after it, as after a comma. */
  open: 1,
  /** In a quotation with a full stop. */
  closed: 2
} as const

/** Whether the sentence before a token's, in the same paragraph, ends in a quotation that the token does not stand in, and how. */
export function findQuotationBefore(
  { tokens, quotations: { outermost } }: Pick<Reading, 'tokens' | 'quotations'>,
  token: number
): number {
  const mark = tokens.sentenceStart[tokens.sentence[token]!]! - 1
  if (mark < 1 || outermost[mark]! < 0 || outermost[mark] === outermost[token]) return QuotationBefore.none
  if (tokens.paragraph[mark] !== tokens.paragraph[token]) return QuotationBefore.none
  return /^[!?]/.test(tokens.form[mark - 1]!) ? QuotationBefore.open : QuotationBefore.closed
}

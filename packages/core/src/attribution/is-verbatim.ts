import type { Quotations } from '../quotation/pair-quotation-marks.ts'
import type { Candidate } from '../role/candidate.ts'
import { isWord, type TokenTable } from '../text/token-table.ts'
import type { AttributionType } from '../types.ts'

/** Whether the words are given as spoken: direct, a transcript's turn, or all set apart as quoted, the cue outside. */
export function isVerbatim(
  tokens: TokenTable,
  { rule, head, content }: Candidate,
  type: AttributionType,
  { list, outermost }: Quotations
): boolean {
  if (type === 'direct' || rule === 'turn') return true
  for (const { from, to } of content)
    for (let token = from; token < to; token++) {
      if (!isWord(tokens, token)) continue
      const around = list[outermost[token]!]
      if (!around?.set || (around.from <= head && head < around.to)) return false
    }
  return true
}

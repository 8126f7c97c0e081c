import type { Quotations } from '../quotation/pair-quotation-marks.ts'
import type { Candidate } from '../role/candidate.ts'
import { TokenKind, type TokenTable } from '../text/token-table.ts'
import type { AttributionType } from '../types.ts'

/**
 * The type of each candidate from quotation marks alone: direct when all its words stand inside marks, indirect when none
 * do. Marks count only if they open inside the content of its parent; those that hold the cue too are someone else's.
 */
export function classifyTypes(
  tokens: TokenTable,
  { list, innermost }: Quotations,
  candidates: readonly Candidate[],
  parents: readonly number[]
): AttributionType[] {
  return candidates.map(({ head, content }, index) => {
    const parent = candidates[parents[index]!]
    const counts = (quotation: number) => {
      const { from: open, to: close, marked } = list[quotation]!
      if (!marked) return false
      if (open < head && head < close) return false
      return parent === undefined || parent.content.some(({ from, to }) => from < open && open < to)
    }
    let inside = 0
    let outside = 0
    for (const { from, to } of content)
      for (let token = from; token < to; token++) {
        if (tokens.kind[token] !== TokenKind.word && tokens.kind[token] !== TokenKind.number) continue
        let quotation = innermost[token]!
        while (quotation >= 0 && !counts(quotation)) quotation = list[quotation]!.around
        if (quotation >= 0) inside++
        else outside++
      }
    if (inside === 0) return 'indirect'
    return outside === 0 ? 'direct' : 'mixed'
  })
}

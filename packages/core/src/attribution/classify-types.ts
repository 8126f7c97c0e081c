import type { Quotation } from '../quotation/pair-quotation-marks.ts'
import type { Candidate } from '../role/candidate.ts'
import { TokenKind, type TokenTable } from '../text/token-table.ts'
import type { AttributionType } from '../types.ts'

/**
 * The type of each candidate from quotation marks alone: direct when all its words stand inside marks, indirect when none
 * do. Marks count only if they open inside the content of its parent.
 */
export function classifyTypes(
  tokens: TokenTable,
  quotations: readonly Quotation[],
  candidates: readonly Candidate[],
  parents: readonly number[]
): AttributionType[] {
  /** The innermost quotation around each token, and the one around that. */
  const innermost = new Int32Array(tokens.count).fill(-1)
  const around = new Int32Array(quotations.length).fill(-1)
  quotations.forEach(({ from, to, level }, index) => {
    if (level > 0) around[index] = innermost[from]!
    innermost.fill(index, from, to)
  })
  return candidates.map(({ content }, index) => {
    const parent = candidates[parents[index]!]
    const opensInside = (quotation: number) =>
      parent === undefined || parent.content.some(({ from, to }) => from < quotations[quotation]!.from && quotations[quotation]!.from < to)
    let inside = 0
    let outside = 0
    for (const { from, to } of content)
      for (let token = from; token < to; token++) {
        if (tokens.kind[token] !== TokenKind.word && tokens.kind[token] !== TokenKind.number) continue
        let quotation = innermost[token]!
        while (quotation >= 0 && !opensInside(quotation)) quotation = around[quotation]!
        if (quotation >= 0) inside++
        else outside++
      }
    if (inside === 0) return 'indirect'
    return outside === 0 ? 'direct' : 'mixed'
  })
}

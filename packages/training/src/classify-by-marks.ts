import { buildTokenTable, type Language, pairQuotationMarks, TokenKind } from '@saywho/core/rooms'
import { toRange } from './align-gold.ts'
import type { GoldAttribution, Range } from './read-corpus.ts'

/**
 * Tells types from a text's quotation marks: `direct` when all letters and digits of a content stand inside marks, `indirect`
 * when none do, `mixed` otherwise. Marks with the source or the cue inside them too do not count: someone quotes someone.
 *
 * @returns a function from an attribution's roles to its type.
 */
export function classifyByMarks(
  text: string,
  language: Language
): (roles: Pick<GoldAttribution, 'source' | 'cue' | 'content'>) => 'direct' | 'indirect' | 'mixed' {
  const tokens = buildTokenTable(text, language)
  const { list, innermost } = pairQuotationMarks(tokens)
  const tokensOf = (ranges: readonly Range[]): number[] => {
    const covered: number[] = []
    for (const [start, end] of ranges) {
      const { from, to } = toRange(tokens, start, end)
      for (let token = from; token < to; token++) covered.push(token)
    }
    return covered
  }
  return ({ source, cue, content }) => {
    const outer = [...tokensOf(source), ...tokensOf(cue)]
    const counts = list.map(({ from, to }) => !outer.some((token) => token >= from && token < to))
    let inside = 0
    let outside = 0
    for (const token of tokensOf(content)) {
      if (tokens.kind[token] !== TokenKind.word && tokens.kind[token] !== TokenKind.number) continue
      let quotation = innermost[token]!
      while (quotation >= 0 && !counts[quotation]) quotation = list[quotation]!.around
      if (quotation >= 0) inside++
      else outside++
    }
    if (inside === 0) return 'indirect'
    return outside === 0 ? 'direct' : 'mixed'
  }
}

import type { Quotations } from '../quotation/pair-quotation-marks.ts'
import type { Candidate } from '../role/candidate.ts'
import { mergeRanges } from '../text/merge-ranges.ts'
import type { TokenTable } from '../text/token-table.ts'
import { extentOf } from './choose-attributions.ts'

/**
 * Quotations that go on where an attribution's quotation ended: "A," she said. "B." Each becomes a further piece of it, across
 * paragraphs too, as long as nothing but quotations comes between.
 */
export function joinFollowingQuotations(
  tokens: TokenTable,
  quotations: Quotations,
  candidates: readonly Candidate[]
): Candidate[] {
  const taken = new Uint8Array(tokens.count)
  for (const { content } of candidates) for (const { from, to } of content) taken.fill(1, from, to)
  const joined = candidates.map(({ content }) => [...content])
  /** By sentence: the candidate whose quotation and cue end in it. */
  const endsIn = new Map<number, number>()
  candidates.forEach(({ content, cue, source, act }, index) => {
    if (
      act !== 'statement' ||
      !content.some(({ from }) => quotations.list[quotations.outermost[from]!]?.from === from)
    )
      return
    endsIn.set(tokens.sentence[extentOf([...content, ...cue, ...source]).to - 1]!, index)
  })
  for (const { from, to, around } of quotations.list) {
    if (around >= 0 || taken[from] === 1 || from === 0 || !fillsSentences(tokens, from, to)) continue
    const index = endsIn.get(tokens.sentence[from - 1]!)
    if (index === undefined) continue
    joined[index]!.push({ from, to })
    endsIn.set(tokens.sentence[to - 1]!, index)
  }
  return candidates.map((candidate, index) => ({ ...candidate, content: mergeRanges(joined[index]!) }))
}

/** Whether a quotation begins a sentence and ends one. */
function fillsSentences(tokens: TokenTable, from: number, to: number): boolean {
  if (tokens.sentenceStart[tokens.sentence[from]!] !== from) return false
  return to >= tokens.count || tokens.sentence[to] !== tokens.sentence[to - 1]
}

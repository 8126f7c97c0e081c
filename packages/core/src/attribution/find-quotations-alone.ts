import type { Quotation } from '../quotation/pair-quotation-marks.ts'
import type { Candidate } from '../role/candidate.ts'
import type { Syntax } from '../tagging/analyse-syntax.ts'
import { isVerbal } from '../tagging/tags.ts'
import { TokenKind, type TokenRange, type TokenTable } from '../text/token-table.ts'

/** Fewer words than this between marks with no cue are a title, a nickname or a scare quote. */
const FEWEST_WORDS = 5
/** A source is taken over from no further than this many paragraphs back. */
const FARTHEST_PARAGRAPH = 2

/**
 * Quotations that nothing introduces: sentences between marks that begin a sentence and that no candidate holds. Their
 * source is taken over from the attribution before, if one is near.
 */
export function findQuotationsAlone(
  tokens: TokenTable,
  syntax: Syntax,
  quotations: readonly Quotation[],
  candidates: readonly Candidate[]
): Candidate[] {
  const taken = new Uint8Array(tokens.count)
  for (const { content } of candidates) for (const { from, to } of content) taken.fill(1, from, to)
  const quotedBefore = candidates
    .filter(({ source, rule }) => source.length > 0 && rule !== 'noun')
    .sort((a, b) => a.source[0]!.from - b.source[0]!.from)
  const found: Candidate[] = []
  let at = 0
  for (const { from, to, level, continues } of quotations) {
    while (at < quotedBefore.length && quotedBefore[at]!.source[0]!.from < from) at++
    if (level > 0 || continues >= 0 || !isSentence(tokens, syntax, from, to)) continue
    if (taken.subarray(from, to).includes(1)) continue
    const before = at > 0 ? quotedBefore[at - 1] : undefined
    const isNear =
      before !== undefined && tokens.paragraph[from]! - tokens.paragraph[before.source[0]!.from]! <= FARTHEST_PARAGRAPH
    found.push({
      rule: 'quotation-alone',
      cue: [],
      source: isNear ? before.source : ([] as TokenRange[]),
      content: [{ from, to }],
      act: 'statement',
      negative: false,
      stated: false
    })
  }
  return found
}

/** Whether a quotation begins its sentence, holds a verb and is long enough to be speech. */
function isSentence(tokens: TokenTable, syntax: Syntax, from: number, to: number): boolean {
  if (tokens.sentenceStart[tokens.sentence[from]!] !== from) return false
  let words = 0
  let verbs = 0
  for (let token = from; token < to; token++) {
    if (tokens.kind[token] === TokenKind.word) words++
    if (isVerbal(syntax.tag[token]!)) verbs++
  }
  const endsSentence = to >= tokens.count || tokens.sentence[to] !== tokens.sentence[to - 1]
  return words >= FEWEST_WORDS && verbs > 0 && endsSentence
}

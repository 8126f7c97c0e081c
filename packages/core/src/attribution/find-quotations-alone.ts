import type { Quotations } from '../quotation/pair-quotation-marks.ts'
import type { Candidate } from '../role/candidate.ts'
import type { Syntax } from '../tagging/analyse-syntax.ts'
import { isVerbal } from '../tagging/tags.ts'
import { TokenKind, type TokenRange, type TokenTable } from '../text/token-table.ts'
import { extentOf } from './choose-attributions.ts'

/** Fewer words than this between marks with no cue are a title, a nickname or a scare quote. */
const FEWEST_WORDS = 5
/** A source is taken over from no further than this many paragraphs back. */
const FARTHEST_PARAGRAPH = 2

/**
 * Quotations that go on where an attribution's quotation ended: "A," she said. "B." Each becomes a further piece of it, across
 * paragraphs too, as long as nothing but quotations comes between.
 */
export function joinFollowingQuotations(
  tokens: TokenTable,
  quotations: Quotations,
  candidates: readonly Candidate[]
): Candidate[] {
  const taken = markTaken(tokens, candidates)
  const joined = candidates.map(({ content }) => [...content])
  /** By sentence: the candidate whose quotation and cue end in it. */
  const endsIn = new Map<number, number>()
  candidates.forEach(({ content, cue, source, act }, index) => {
    if (act !== 'statement' || !content.some(({ from }) => quotations.list[quotations.outermost[from]!]?.from === from)) return
    endsIn.set(tokens.sentence[extentOf([...content, ...cue, ...source]).to - 1]!, index)
  })
  for (const { from, to, around } of quotations.list) {
    if (around >= 0 || taken[from] === 1 || from === 0 || !fillsSentences(tokens, from, to)) continue
    const index = endsIn.get(tokens.sentence[from - 1]!)
    if (index === undefined) continue
    joined[index]!.push({ from, to })
    endsIn.set(tokens.sentence[to - 1]!, index)
  }
  return candidates.map((candidate, index) => ({ ...candidate, content: joined[index]! }))
}

function markTaken(tokens: TokenTable, candidates: readonly Candidate[]): Uint8Array {
  const taken = new Uint8Array(tokens.count)
  for (const { content } of candidates) for (const { from, to } of content) taken.fill(1, from, to)
  return taken
}

/** Whether a quotation begins a sentence and ends one. */
function fillsSentences(tokens: TokenTable, from: number, to: number): boolean {
  if (tokens.sentenceStart[tokens.sentence[from]!] !== from) return false
  return to >= tokens.count || tokens.sentence[to] !== tokens.sentence[to - 1]
}

/**
 * Quotations that nothing introduces: sentences between marks that begin a sentence and that no candidate holds. Their
 * source is taken over from the attribution before, if one is near.
 */
export function findQuotationsAlone(
  tokens: TokenTable,
  syntax: Syntax,
  quotations: Quotations,
  candidates: readonly Candidate[]
): Candidate[] {
  const taken = markTaken(tokens, candidates)
  const quotedBefore = candidates
    .filter(({ source, rule }) => source.length > 0 && rule !== 'noun')
    .sort((a, b) => a.source[0]!.from - b.source[0]!.from)
  const found: Candidate[] = []
  let at = 0
  for (const { from, to, around, continues } of quotations.list) {
    while (at < quotedBefore.length && quotedBefore[at]!.source[0]!.from < from) at++
    if (around >= 0 || continues >= 0 || !isSentence(tokens, syntax, from, to)) continue
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
  if (!fillsSentences(tokens, from, to)) return false
  let words = 0
  let verbs = 0
  for (let token = from; token < to; token++) {
    if (tokens.kind[token] === TokenKind.word) words++
    if (isVerbal(syntax.tag[token]!)) verbs++
  }
  return words >= FEWEST_WORDS && verbs > 0
}

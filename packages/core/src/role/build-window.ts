import type { Reading } from '../quotation/reading.ts'

/** Sentences before and after the cue's own that may hold a part of its content. */
const SENTENCES_BEFORE = 2
const SENTENCES_AFTER = 5
/** Tokens before and after a cue that are looked at in its own sentence, so that cost stays linear whatever a sentence is. */
const TOKENS_BEFORE = 120
const TOKENS_AFTER = 160
/** A stretch longer than this is nobody's content: looking past it would cost without end. */
const LONGEST_STRETCH = 2000
/** Units of other sentences, at most, before and after. */
const UNITS_ASIDE = 16
/** The most units that a window has. */
export const MOST_UNITS = TOKENS_BEFORE + TOKENS_AFTER + 2 * UNITS_ASIDE

/**
 * What the words around a cue are divided into before each is given a role: in the cue's own sentence every token is a
 * unit; elsewhere a whole stretch within, or outside, one quotation is.
 */
export interface Window {
  /** The cue's head. */
  readonly cue: number
  /** First token of each unit. */
  readonly from: readonly number[]
  /** After the last token of each unit. */
  readonly to: readonly number[]
  /** Which units are the tokens of the cue's own sentence: from `first` up to `end`. */
  readonly first: number
  readonly end: number
}

export function buildWindow({ tokens, quotations: { outermost } }: Reading, cue: number): Window {
  const sentence = tokens.sentence[cue]!
  const own = Math.max(tokens.sentenceStart[sentence]!, cue - TOKENS_BEFORE)
  const ownEnd = Math.min(tokens.sentenceStart[sentence + 1]!, cue + TOKENS_AFTER)
  const last = tokens.sentenceStart.length - 2
  const before: [number, number][] = []
  let at = tokens.sentenceStart[sentence]!
  const floor = tokens.sentenceStart[Math.max(0, sentence - SENTENCES_BEFORE)]!
  while (at > floor && before.length < UNITS_ASIDE) {
    let from = at - 1
    while (from > 0 && !isBoundary(from) && at - from <= LONGEST_STRETCH) from--
    if (at - from > LONGEST_STRETCH) break
    before.push([from, at])
    at = from
  }
  before.reverse()
  const from = before.map(([start]) => start)
  const to = before.map(([, end]) => end)
  const first = from.length
  for (let token = own; token < ownEnd; token++) {
    from.push(token)
    to.push(token + 1)
  }
  const end = from.length
  at = tokens.sentenceStart[sentence + 1]!
  const ceiling = tokens.sentenceStart[Math.min(last, sentence + SENTENCES_AFTER) + 1]!
  while (at < ceiling && from.length - end < UNITS_ASIDE) {
    let until = at + 1
    while (until < tokens.count && !isBoundary(until) && until - at <= LONGEST_STRETCH) until++
    if (until - at > LONGEST_STRETCH) break
    from.push(at)
    to.push(until)
    at = until
  }
  return { cue, from, to, first, end }

  /** Whether a unit begins at a token: with a quotation, after one, or with a sentence outside any. */
  function isBoundary(token: number): boolean {
    const here = outermost[token]!
    if (here !== outermost[token - 1]) return true
    return here < 0 && tokens.sentence[token] !== tokens.sentence[token - 1]
  }
}

/** Which unit the cue's head is. */
export function cueUnitOf({ first, cue, from }: Window): number {
  return first + cue - from[first]!
}

import { type Candidate, type Reading, readQuotations, type TokenRange } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { treeOf, wordsOf } from './tables.ts'

/** A text read as far as the rooms that look for attributions need it. */
export function readingOf(text: string): Reading {
  const { tokens, tree } = treeOf(text)
  return readQuotations(tokens, tree, english.sources)
}

/** The tokens of some words of the text: of their first occurrence from an offset on. */
export function rangeOf({ tokens }: Pick<Reading, 'tokens'>, words: string, after = 0): TokenRange {
  const start = tokens.text.indexOf(words, after)
  const from = tokens.start.indexOf(start)
  const to = tokens.end.indexOf(start + words.length) + 1
  if (start < 0 || from < 0 || to === 0) throw new Error(`no tokens are ${JSON.stringify(words)}`)
  return { from, to }
}

/** The words of ranges. */
export const allWordsOf = ({ tokens }: Pick<Reading, 'tokens'>, ranges: readonly TokenRange[]): string[] =>
  ranges.map((range) => wordsOf(tokens, range))

/** A candidate whose parts are given by their words; a cue or source that is none is `''`. */
export function candidateOf(
  reading: Pick<Reading, 'tokens'>,
  source: string,
  cue: string,
  content: string | readonly string[],
  more: Partial<Candidate> = {}
): Candidate {
  return {
    rule: cue ? 'cue' : 'quotation',
    head: cue ? rangeOf(reading, cue).from : -1,
    source: source ? [rangeOf(reading, source)] : [],
    content: [content].flat().map((words) => rangeOf(reading, words)),
    score: 0.9,
    ...more
  }
}

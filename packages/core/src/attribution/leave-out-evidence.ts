import type { Language, SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange } from '../text/token-table.ts'

/**
 * Candidates without those in which an event is evidence of something and nobody says it: "her presence underscores the need". The
 * cue is a verb that a thing can be the subject of, and the source a thing.
 */
export function leaveOutEvidence(
  reading: Reading,
  candidates: readonly Candidate[],
  { cues, sources }: Language
): Candidate[] {
  const { stem } = reading.tree.syntax
  return candidates.filter(
    ({ head: cue, source }) =>
      cue < 0 || !cues.evidential.has(stem[cue]!) || !source[0] || !isThing(reading, source[0], sources)
  )
}

/**
 * Quotations that stand alone, without a source that is a thing of another sentence: "The bridge closed. “We were not asked.”" In
 * their own sentence a thing may bear words: "An old saying: “…”".
 */
export const leaveOutThings = (
  reading: Reading,
  candidates: readonly Candidate[],
  { sources }: Language
): Candidate[] =>
  candidates.map((its) => {
    const [who] = its.source
    if (its.rule !== 'quotation' || who === undefined) return its
    const { sentence } = reading.tokens
    const isApart = sentence[who.from] !== sentence[its.content[0]!.from]
    return isApart && isThing(reading, who, sources) ? { ...its, source: [] } : its
  })

/** Whether a source is a common noun that is none for people, organisations or documents. */
function isThing({ tokens, tree }: Reading, { from, to }: TokenRange, sources: SourceLexicon): boolean {
  const { tag, head } = tree.syntax
  // The word that the others hang on.
  let noun = from
  for (let steps = from; steps < to && head[noun]! >= from && head[noun]! < to; steps++) noun = head[noun]!
  if (tag[noun] !== Tag.NN && tag[noun] !== Tag.NNS) return false
  const word = tokens.lower[noun]!
  return ![
    sources.personNouns,
    sources.organizationNouns,
    sources.documentNouns,
    sources.crowdNouns,
    sources.groupNames
  ].some((nouns) => nouns.has(word) || nouns.has(word.replace(/s$/, '')))
}

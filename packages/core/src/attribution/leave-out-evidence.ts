import type { Language } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange } from '../text/token-table.ts'

/**
 * Candidates without those in which an event is evidence of something and nobody says it: "her presence underscores the need". The
 * cue is a verb that a thing can be the subject of, and the source a common noun that is none for people, organisations
 * or documents.
 */
export function leaveOutEvidence(
  { tokens, tree }: Reading,
  candidates: readonly Candidate[],
  { cues, sources }: Language
): Candidate[] {
  const { stem, tag, head } = tree.syntax
  const speaks = [
    sources.personNouns,
    sources.organizationNouns,
    sources.documentNouns,
    sources.crowdNouns,
    sources.groupNames
  ]
  return candidates.filter(({ head: cue, source }) => {
    const [who] = source
    if (cue < 0 || who === undefined || !cues.evidential.has(stem[cue]!)) return true
    const noun = topOf(who)
    if (tag[noun] !== Tag.NN && tag[noun] !== Tag.NNS) return true
    const word = tokens.lower[noun]!
    return speaks.some((nouns) => nouns.has(word) || nouns.has(word.replace(/s$/, '')))
  })

  /** The word of a source that the others hang on. */
  function topOf({ from, to }: TokenRange): number {
    let at = from
    for (let steps = from; steps < to && head[at]! >= from && head[at]! < to; steps++) at = head[at]!
    return at
  }
}

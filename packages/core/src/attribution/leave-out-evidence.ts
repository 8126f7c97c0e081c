import type { Language } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import { isThing } from './is-thing.ts'

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

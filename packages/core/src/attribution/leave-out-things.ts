import type { Language } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import { isThing } from './is-thing.ts'

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

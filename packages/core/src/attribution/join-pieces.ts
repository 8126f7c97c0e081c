import type { Candidate } from '../role/candidate.ts'
import { mergeRanges } from '../text/merge-ranges.ts'

/** A piece of a content that was stretched to its quotation's end may reach into the next: those two are one. */
export const joinPieces = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate) =>
    candidate.content.some(({ from }, i) => i > 0 && from < candidate.content[i - 1]!.to)
      ? { ...candidate, content: mergeRanges(candidate.content) }
      : candidate
  )

import type { Candidate } from '../role/candidate.ts'

/** Candidates in the order of their contents, the longer before those inside it. */
export function sortByContent(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort(
    (a, b) =>
      a.content[0]!.from - b.content[0]!.from ||
      b.content.at(-1)!.to - a.content.at(-1)!.to ||
      a.head - b.head
  )
}

import type { Candidate } from '../role/candidate.ts'
import type { TokenTable } from '../text/token-table.ts'

/** A quotation whose source is not named goes on with one that ended no more paragraphs before. */
export const PARAGRAPHS_BACK = 1

/**
 * For each candidate the one whose source it takes over, by index, -1 for none: what stands without a cue and names nobody
 * is said by whoever was heard last, in its paragraph or the one before. `candidates` are in the order of their contents.
 */
export function takeOverSources(
  tokens: TokenTable,
  candidates: readonly Candidate[],
  parents: readonly number[]
): number[] {
  const paragraphOf = (token: number) => tokens.paragraph[token]!
  let last = -1
  const lastEnd = (index: number) => candidates[index]!.content.at(-1)!.to - 1
  const taken: number[] = []
  candidates.forEach((candidate, index) => {
    let from = -1
    if (candidate.head < 0 && candidate.source.length === 0 && last >= 0) {
      const gap = paragraphOf(candidate.content[0]!.from) - paragraphOf(lastEnd(last))
      if (gap >= 0 && gap <= PARAGRAPHS_BACK) from = taken[last]! >= 0 ? taken[last]! : last
    }
    taken.push(from)
    if (parents[index]! < 0 && (candidate.source.length > 0 || from >= 0)) last = index
  })
  return taken
}

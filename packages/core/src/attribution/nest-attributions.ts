import type { Candidate } from '../role/candidate.ts'
import { extentOf } from './extent-of.ts'

/** For each candidate the index of the one whose content holds it whole, the nearest where several do; -1 for none. */
export function nestAttributions(
  candidates: readonly Pick<Candidate, 'head' | 'source' | 'content'>[]
): number[] {
  const around: number[] = []
  return candidates.map((candidate, index) => {
    const { from, to } = extentOf([
      ...candidate.content,
      ...candidate.source,
      ...(candidate.head < 0 ? [] : [{ from: candidate.head, to: candidate.head + 1 }])
    ])
    while (around.length > 0 && candidates[around.at(-1)!]!.content.at(-1)!.to <= candidate.content[0]!.from)
      around.pop()
    const parent = around
      .slice(-DEEPEST)
      .reverse()
      .find((other) => candidates[other]!.content.some((piece) => piece.from <= from && to <= piece.to))
    around.push(index)
    return parent ?? -1
  })
}

/** How many open contents are looked through for a parent. */
const DEEPEST = 16

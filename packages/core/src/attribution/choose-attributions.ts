import type { Candidate, RuleName } from '../role/candidate.ts'
import type { TokenRange } from '../text/token-table.ts'

/**
 * The set that can stand together: one attribution may hold another whole, but none crosses another's content, and no
 * two give the same content to the same source. The likelier rule wins, then the earlier content, then the longer.
 */
export function chooseAttributions(
  candidates: readonly Candidate[],
  confidenceOf: Readonly<Record<RuleName, number>>
): Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      confidenceOf[b.rule] - confidenceOf[a.rule] ||
      a.content[0]!.from - b.content[0]!.from ||
      b.content.at(-1)!.to - a.content.at(-1)!.to
  )
  const chosen: Candidate[] = []
  const edges = new IntervalSet()
  for (const candidate of ranked) {
    const all = extentOf([...candidate.content, ...candidate.cue, ...candidate.source])
    if (edges.crosses(all) || edges.has(candidate.content)) continue
    edges.add(all, candidate.content)
    chosen.push(candidate)
  }
  return chosen.sort(
    (a, b) => a.content[0]!.from - b.content[0]!.from || b.content.at(-1)!.to - a.content.at(-1)!.to
  )
}

/** From the first token of any range to the last. */
export function extentOf(ranges: readonly TokenRange[]): TokenRange {
  let from = Number.POSITIVE_INFINITY
  let to = 0
  for (const range of ranges) {
    from = Math.min(from, range.from)
    to = Math.max(to, range.to)
  }
  return { from, to }
}

/** Extents by the tokens they cover, so that crossing is told without asking every other. */
class IntervalSet {
  readonly #byBlock = new Map<number, { extent: TokenRange; content: readonly TokenRange[] }[]>()
  readonly #contents = new Set<string>()

  crosses({ from, to }: TokenRange): boolean {
    return this.#near(from)
      .concat(this.#near(to - 1))
      .some(
        ({ extent, content }) =>
          extent.from < to &&
          from < extent.to &&
          !(from <= extent.from && extent.to <= to) &&
          !content.some((piece) => piece.from <= from && to <= piece.to)
      )
  }

  has(content: readonly TokenRange[]): boolean {
    return this.#contents.has(keyOf(content))
  }

  add(extent: TokenRange, content: readonly TokenRange[]): void {
    this.#contents.add(keyOf(content))
    for (const block of new Set([extent.from >> BLOCK_BITS, (extent.to - 1) >> BLOCK_BITS])) {
      const others = this.#byBlock.get(block)
      if (others) others.push({ extent, content })
      else this.#byBlock.set(block, [{ extent, content }])
    }
  }

  #near(token: number) {
    return this.#byBlock.get(token >> BLOCK_BITS) ?? []
  }
}

/** Tokens a block, as a power of two. */
const BLOCK_BITS = 7

const keyOf = (content: readonly TokenRange[]): string =>
  content.map(({ from, to }) => `${from}-${to}`).join()

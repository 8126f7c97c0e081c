import type { Mention } from '../mention/mention.ts'
import type { Quotations } from '../quotation/pair-quotation-marks.ts'
import type { Candidate } from '../role/candidate.ts'

/** Which attributions the mentions have to do with. */
export interface SourceContext {
  /** The attribution that each mention is a source of, by index; -1 for none. */
  readonly attributionOf: Int32Array
  /** The attribution in whose quoted words each mention stands, the innermost; -1 for none. */
  readonly quotedIn: Int32Array
  /** The mentions that are each attribution's sources. */
  readonly sourcesOf: readonly (readonly number[])[]
  readonly parentOf: readonly number[]
}

/** Finds, for each mention, whose source it is and in whose words it stands. `attributions` are in the order of their contents. */
export function placeMentions(
  mentions: readonly Mention[],
  attributions: readonly Pick<Candidate, 'content' | 'rule'>[],
  sourcesOf: readonly (readonly number[])[],
  parentOf: readonly number[],
  { outermost }: Quotations
): SourceContext {
  const attributionOf = new Int32Array(mentions.length).fill(-1)
  sourcesOf.forEach((its, index) => {
    for (const mention of its) attributionOf[mention] = index
  })
  const quotedIn = new Int32Array(mentions.length).fill(-1)
  // Inner contents begin later, so that they overwrite the outer ones.
  attributions.forEach(({ content, rule }, index) => {
    for (const { from, to } of content)
      for (let at = firstFrom(mentions, from); at < mentions.length && mentions[at]!.head < to; at++)
        if (rule === 'turn' || outermost[mentions[at]!.head]! >= 0) quotedIn[at] = index
  })
  return { attributionOf, quotedIn, sourcesOf, parentOf }
}

/** The first mention whose head stands at a token or after it. */
export function firstFrom(mentions: readonly Mention[], token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.head < token) low = middle + 1
    else high = middle
  }
  return low
}

import { type Finding, findingOf } from './finding.ts'
import { pointTo } from './point-to.ts'

/** A review among those of a page. */
export interface Neighbour {
  /** Where it is published; null where that is not told. */
  url: string | null
  /** Where it stands in the markup. */
  pointer: string
}

/**
 * What is amiss where a page has several reviews: that it has, and that two have one address. None where it has one.
 */
export function checkNeighbours(reviews: readonly Neighbour[]): Finding[] {
  if (reviews.length < 2) return []
  const seen = new Set<string>()
  const findings = [findingOf('one-review-a-page', '', `holds ${reviews.length} reviews`)]
  for (const { url, pointer } of reviews) {
    if (url === null) continue
    if (seen.has(url))
      findings.push(
        findingOf('same-url', pointTo(pointer, 'url'), `is ${JSON.stringify(url)}, as is another review's`)
      )
    seen.add(url)
  }
  return findings
}

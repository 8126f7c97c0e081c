import { marksOf } from './agent-marks.ts'
import { isIsoDate, isWebAddress } from './check-values.ts'
import { type Finding, findingOf } from './finding.ts'
import {
  fieldOf,
  follow,
  isNode,
  type MarkupDocument,
  type Node,
  type Place,
  valuesIn
} from './markup-document.ts'

/**
 * What keeps a review from being someone else's of a claim made before and elsewhere: its author made the claim, the
 * page that reviews it is given as where it appears, or it is dated after its review. An agent is known again by its
 * name, whatever its capitals, or an address.
 */
export function checkIndependence(review: Node, claim: Node, document: MarkupDocument): Finding[] {
  const valuesOf = (node: Node, name: string) =>
    valuesIn(fieldOf(node, name)).map((its) => follow(its, document))
  const findings: Finding[] = []
  const reviewers = new Set(valuesOf(review, 'author').flatMap(marksOf))
  for (const claimant of valuesOf(claim, 'author')) {
    const shared = marksOf(claimant).find((mark) => reviewers.has(mark))
    if (shared !== undefined)
      findings.push(
        findingOf('self-review', claimant.pointer, `is ${JSON.stringify(shared)}, who reviews it too`)
      )
  }
  const own = pageOf(fieldOf(review, 'url').value)
  for (const name of ['appearance', 'firstAppearance'])
    for (const work of valuesOf(claim, name)) {
      const url = isNode(work) ? fieldOf(work, 'url').value : work.value
      if (own !== null && pageOf(url) === own)
        findings.push(findingOf('own-appearance', work.pointer, "is the review's own page"))
    }
  const [made, reviewed] = [fieldOf(claim, 'datePublished'), fieldOf(review, 'datePublished')]
  if (dayOf(made) > dayOf(reviewed) && dayOf(reviewed) !== '')
    findings.push(
      findingOf(
        'claim-after-review',
        made.pointer,
        `is ${dayOf(made)}, after the review's ${dayOf(reviewed)}`
      )
    )
  return findings
}

/** A page's address without the place on it. */
function pageOf(url: unknown): string | null {
  return isWebAddress(url) ? url.replace(/#.*/, '') : null
}

/** The day of a date: the hour is of no help where zones are not given. */
function dayOf({ value }: Place): string {
  return isIsoDate(value) ? value.slice(0, 10) : ''
}

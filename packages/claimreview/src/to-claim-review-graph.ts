import type { Page } from '@saywho/core'
import type { Graph } from 'schema-dts'
import type { Claims } from './check-claim.ts'
import { checkNeighbours } from './check-neighbours.ts'
import { checkPage } from './check-page.ts'
import { describeReview } from './describe-review.ts'
import type { Finding } from './finding.ts'
import { pointTo } from './point-to.ts'
import { type Review, ReviewError } from './review.ts'

/** Several reviews as markup of one page. */
export interface ClaimReviewGraph {
  /** Plain JSON, for one script tag; its `@graph` has the reviews in the order given. */
  markup: Graph
  /** What to look at before it is published, that it holds several reviews among it; none keeps it from being. */
  warnings: Finding[]
}

/**
 * Several reviews that stand on one page as one graph. Readers of this markup expect one review a page, and two with
 * one address can't be told apart: warnings say so. For a single review `toClaimReview` is the better form.
 *
 * @param claims where the claims are found.
 * @param reviews the verdicts; an empty list gives an empty graph.
 * @param page the page that the claims appear on.
 * @throws {ReviewError} as `toClaimReview` does, for all reviews at once; they are named `reviews[0]`, `reviews[1]`.
 * @throws {TypeError} when `reviews` is no list.
 * @see https://developers.google.com/search/docs/appearance/structured-data/factcheck
 */
export function toClaimReviewGraph(claims: Claims, reviews: readonly Review[], page: Page): ClaimReviewGraph {
  if (!Array.isArray(reviews)) throw new TypeError(`reviews is ${String(reviews)}: give a list of reviews`)
  const descriptions = reviews.map((review: Review, index) =>
    describeReview(claims, review, page, `reviews[${index}]`, pointTo('/@graph', index))
  )
  const problems = [...descriptions.flatMap((its) => its.problems), ...checkPage(page)]
  if (problems.length > 0) throw new ReviewError(problems)
  const described = descriptions.flatMap((its) => (its.node === null ? [] : [its]))
  return {
    markup: { '@context': 'https://schema.org', '@graph': described.map(({ node }) => node) },
    warnings: [
      ...described.flatMap(({ warnings }) => warnings),
      ...checkNeighbours(
        reviews.map(({ url }: Review, index) => ({ url, pointer: pointTo('/@graph', index) }))
      )
    ]
  }
}

import type { Page } from '@saywho/core'
import type { ClaimReview } from 'schema-dts'
import { type Claims, checkClaim, sourcesOf } from './check-claim.ts'
import { checkWording } from './check-wording.ts'
import { describeClaim } from './describe-claim.ts'
import { type Finding, findingOf } from './finding.ts'
import { pointTo } from './point-to.ts'
import { readReview } from './read-review.ts'
import type { Review } from './review.ts'
import { wordClaim } from './word-claim.ts'

/** A review as a node without a context, and what its reviewer should look at; or what keeps it from being one. */
export type Description =
  | { node: ClaimReview; warnings: Finding[]; problems: readonly [] }
  | { node: null; problems: readonly string[] }

/**
 * A claim and a person's review of it as one ClaimReview node.
 *
 * @param name how problems name the review: `review`, `reviews[1]`.
 * @param pointer where warnings say that the node stands.
 */
export function describeReview(
  claims: Claims,
  review: Review,
  page: Page,
  name: string,
  pointer: string
): Description {
  const { review: given, problems } = readReview(review, (path) => [name, ...path].join('.'))
  if (given === null) return { node: null, problems }
  const claim = claims.attributions.find(({ id }) => id === given.claimId)
  const claimProblems = checkClaim(claim, given, claims, name)
  if (claim === undefined || claimProblems.length > 0) return { node: null, problems: claimProblems }
  const { rating, author, url, datePublished } = given
  const claimReviewed = given.claimReviewed ?? wordClaim(claim)
  const field = pointTo(pointer, 'claimReviewed')
  return {
    node: {
      '@type': 'ClaimReview',
      url,
      ...(datePublished === undefined ? {} : { datePublished }),
      author: {
        '@type': author.type ?? 'Organization',
        name: author.name,
        ...(author.url === undefined ? {} : { url: author.url })
      },
      claimReviewed,
      reviewRating: { '@type': 'Rating', ...rating },
      itemReviewed: describeClaim(claim, sourcesOf(claim, claims), page)
    },
    warnings: [
      ...(given.claimReviewed === undefined
        ? [findingOf('claim-wording', field, "is the article's wording, for want of the reviewer's")]
        : []),
      ...checkWording(claimReviewed, field)
    ],
    problems: []
  }
}

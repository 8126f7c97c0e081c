import type { Page } from '@saywho/core'
import type { ClaimReview, WithContext } from 'schema-dts'
import { type Claims, checkClaim, sourcesOf } from './check-claim.ts'
import { checkPage } from './check-page.ts'
import { describeClaim } from './describe-claim.ts'
import { readReview } from './read-review.ts'
import { type Review, ReviewError } from './review.ts'
import { wordClaim } from './word-claim.ts'

/**
 * A claim and a person's review of it as ClaimReview markup, for the page that the review is published on.
 *
 * `claimReviewed` is the reviewer's wording; where they gave none, the claim's own words stand in. Nothing is made up:
 * what the review or the page does not tell is left out.
 *
 * @param claims where the claim is found, by the review's `claimId`: all that `extract` gave, or one attribution and its
 *   sources.
 * @param review the verdict.
 * @param page the page that the claim appears on.
 * @throws {ReviewError} that lists, all at once, each field that is missing or wrong (`review.author.name is missing: …`),
 *   a claim that is not in the extraction or reads otherwise than the reviewer read it, and one that can't be reviewed: it
 *   is denied, has no source, or is no statement.
 * @see https://schema.org/ClaimReview
 */
export function toClaimReview(claims: Claims, review: Review, page: Page): WithContext<ClaimReview> {
  const { review: given, problems } = readReview(review, (path) => ['review', ...path].join('.'))
  const pageProblems = checkPage(page)
  if (given === null) throw new ReviewError([...problems, ...pageProblems])
  const claim = claims.attributions.find(({ id }) => id === given.claimId)
  const claimProblems = checkClaim(claim, given, claims)
  if (claim === undefined || claimProblems.length > 0 || pageProblems.length > 0)
    throw new ReviewError([...claimProblems, ...pageProblems])
  const { claimReviewed, rating, author, url, datePublished } = given
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    ...(datePublished === undefined ? {} : { datePublished }),
    author: {
      '@type': author.type ?? 'Organization',
      name: author.name,
      ...(author.url === undefined ? {} : { url: author.url })
    },
    claimReviewed: claimReviewed ?? wordClaim(claim),
    reviewRating: { '@type': 'Rating', ...rating },
    itemReviewed: describeClaim(claim, sourcesOf(claim, claims), page)
  }
}

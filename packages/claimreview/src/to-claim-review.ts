import type { Page } from '@saywho/core'
import type { ClaimReview, WithContext } from 'schema-dts'
import type { Claims } from './check-claim.ts'
import { checkPage } from './check-page.ts'
import { describeReview } from './describe-review.ts'
import type { Finding } from './finding.ts'
import { type Review, ReviewError } from './review.ts'

/** One review as markup. */
export interface ClaimReviewMarkup {
  /** Plain JSON, for a script tag of its own. */
  markup: WithContext<ClaimReview>
  /** What to look at before it is published; none keeps it from being. */
  warnings: Finding[]
}

/**
 * A claim and a person's review of it as ClaimReview markup, for the page that the review is published on.
 *
 * `claimReviewed` is the reviewer's wording. Where they gave none, the claim's own words stand in as a suggestion, and
 * a warning says so; so do others where the wording has a pronoun that nothing resolves, a verdict ("false claim that
 * …"), or more than 75 characters. Nothing is made up: what the review or the page does not tell is left out.
 *
 * @param claims where the claim is found, by the review's `claimId`: all that `extract` gave, or one attribution and
 *   its sources.
 * @param review the verdict.
 * @param page the page that the claim appears on.
 * @throws {ReviewError} that lists, all at once, each field that is missing or wrong (`review.author.name is missing:
 *   …`), a claim that is not in the extraction or reads otherwise than the reviewer read it, and one that can't be
 *   reviewed: it is denied, has no source, or is no statement.
 * @see https://schema.org/ClaimReview
 */
export function toClaimReview(claims: Claims, review: Review, page: Page): ClaimReviewMarkup {
  const description = describeReview(claims, review, page, 'review', '')
  const problems = [...description.problems, ...checkPage(page)]
  if (description.node === null || problems.length > 0) throw new ReviewError(problems)
  return {
    markup: { '@context': 'https://schema.org', ...description.node },
    warnings: description.warnings
  }
}

export type { Claims } from './check-claim.ts'
export type {
  ClaimAuthor,
  ClaimRating,
  ClaimReviewAuthor,
  ClaimReviewMarkupEntry,
  ClaimReviewMarkupPage
} from './claim-review-markup-page.ts'
export type { Finding } from './finding.ts'
export { type FromPageOptions, fromClaimReviewMarkupPage } from './from-claim-review-markup-page.ts'
export { parseReview } from './parse-review.ts'
export type {
  Problem,
  PublishedAgent,
  PublishedClaim,
  PublishedRating,
  PublishedReview,
  PublishedWork
} from './published-review.ts'
export { type ClaimReviewReading, readClaimReview } from './read-claim-review.ts'
export { type Rating, type Review, ReviewError, type Reviewer } from './review.ts'
export type { RuleId } from './rules.ts'
export { type ClaimReviewMarkup, toClaimReview } from './to-claim-review.ts'
export { type ClaimReviewGraph, toClaimReviewGraph } from './to-claim-review-graph.ts'
export { toClaimReviewMarkupPage } from './to-claim-review-markup-page.ts'
export { RATING_SCALES, type RatingScale, type RatingScaleId, toRating } from './to-rating.ts'
export { type ValidateOptions, validateClaimReview } from './validate-claim-review.ts'

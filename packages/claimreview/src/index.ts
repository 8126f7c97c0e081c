export type { Claims } from './check-claim.ts'
export { parseReview } from './parse-review.ts'
export { type Rating, type Review, ReviewError, type Reviewer } from './review.ts'
export { toClaimReview } from './to-claim-review.ts'

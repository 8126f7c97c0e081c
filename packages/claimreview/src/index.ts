export { parseReview } from './parse-review.ts'
export { type Rating, type Review, type Reviewer, ReviewError } from './review.ts'
export { toClaimReview } from './to-claim-review.ts'

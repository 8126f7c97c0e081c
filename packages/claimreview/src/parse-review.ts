import { pointTo } from './point-to.ts'
import { readReview } from './read-review.ts'
import { type Review, ReviewError } from './review.ts'

/**
 * A review out of parsed JSON, such as a review file holds. Fields that a review does not have are left out.
 *
 * @throws {ReviewError} that lists every field that is missing or wrong by its JSON pointer (RFC 6901), and what to do:
 *   `/author/name is missing: give the name of who reviewed`.
 */
export function parseReview(value: unknown): Review {
  const { review, problems } = readReview(value, (path) =>
    path.length === 0 ? 'the review' : pointTo('', ...path)
  )
  if (review === null) throw new ReviewError(problems)
  return review
}

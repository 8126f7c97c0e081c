import { type Review, ReviewError } from './review.ts'

/**
 * A review from parsed JSON.
 *
 * @throws {ReviewError} that lists every field that is missing or of the wrong kind, by JSON pointer, and what to do.
 */
export function parseReview(value: unknown): Review {
  const problems: string[] = []
  if (!isObject(value)) throw new ReviewError([`the review is ${kindOf(value)}, not an object`])
  const wantText = (holder: Record<string, unknown>, pointer: string, why: string | null) => {
    const its = holder[pointer.slice(pointer.lastIndexOf('/') + 1)]
    if (its === undefined && why === null) return
    if (its === undefined || its === '')
      problems.push(`${pointer} is missing: ${why ?? 'give it words or leave it out'}`)
    else if (typeof its !== 'string') problems.push(`${pointer} is ${kindOf(its)}: give it as text`)
  }
  wantText(value, '/claimId', 'give the id of the attribution that is reviewed')
  wantText(value, '/claimText', 'give the content of that attribution as it stands in the extraction')
  wantText(value, '/claimReviewed', null)
  wantText(value, '/url', 'give the address where the review is published')
  wantText(value, '/datePublished', null)
  if (typeof value.url === 'string' && value.url !== '' && !isWebAddress(value.url))
    problems.push(`/url is ${JSON.stringify(value.url)}: give an absolute http or https address`)
  if (typeof value.datePublished === 'string' && Number.isNaN(Date.parse(value.datePublished)))
    problems.push(
      `/datePublished is ${JSON.stringify(value.datePublished)}: give an ISO 8601 date such as 2026-01-31`
    )
  if (!isObject(value.rating)) problems.push('/rating is missing: give the verdict as {"alternateName": "…"}')
  else {
    wantText(value.rating, '/rating/alternateName', 'give the verdict in words')
    for (const field of ['ratingValue', 'bestRating', 'worstRating'])
      if (value.rating[field] !== undefined && !Number.isFinite(value.rating[field]))
        problems.push(`/rating/${field} is ${kindOf(value.rating[field])}: give a number or leave it out`)
    const { ratingValue, bestRating, worstRating } = value.rating
    if (Number.isFinite(ratingValue) && (!Number.isFinite(bestRating) || !Number.isFinite(worstRating)))
      problems.push(
        '/rating/ratingValue needs /rating/bestRating and /rating/worstRating beside it: a number means nothing without its scale'
      )
  }
  if (!isObject(value.author)) problems.push('/author is missing: give who reviewed as {"name": "…"}')
  else {
    wantText(value.author, '/author/name', 'give the name of who reviewed')
    wantText(value.author, '/author/url', null)
    const { type } = value.author
    if (type !== undefined && type !== 'Organization' && type !== 'Person')
      problems.push('/author/type must be "Organization" or "Person"')
  }
  if (problems.length > 0) throw new ReviewError(problems)
  return value as unknown as Review
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

import { isIsoDate, isWebAddress } from './check-values.ts'
import { describeValue } from './describe-value.ts'
import { type Fields, isFields } from './fields.ts'
import type { Rating, Review, Reviewer } from './review.ts'

/** A review, or what keeps a value from being one. */
export type Reading =
  | { review: Review; problems: readonly [] }
  | { review: null; problems: readonly string[] }

/**
 * Reads a review out of any value. Fields that a review does not have are left behind.
 *
 * @param nameField how a problem names a field, from its path.
 */
export function readReview(value: unknown, nameField: (path: readonly string[]) => string): Reading {
  const problems: string[] = []
  const report = (path: readonly string[], problem: string) => problems.push(`${nameField(path)} ${problem}`)

  const readText = (holder: Fields, path: readonly string[]): string | undefined => {
    const its = holder[path.at(-1)!]
    if (typeof its === 'string' && its.trim() !== '') return its
    if (its !== undefined) report(path, `is ${describeValue(its)}: give words`)
    return undefined
  }
  const requireText = (holder: Fields, path: readonly string[], advice: string): string => {
    if (holder[path.at(-1)!] === undefined) report(path, `is missing: ${advice}`)
    return readText(holder, path) ?? ''
  }
  const readAddress = (holder: Fields, path: readonly string[]): string | undefined => {
    const its = readText(holder, path)
    if (its === undefined || isWebAddress(its)) return its
    report(path, `is ${describeValue(its)}: give an absolute http or https URL`)
    return undefined
  }
  const readFields = (holder: Fields, path: readonly string[], advice: string): Fields | null => {
    const its = holder[path.at(-1)!]
    if (isFields(its)) return its
    report(path, its === undefined ? `is missing: ${advice}` : `is ${describeValue(its)}: ${advice}`)
    return null
  }

  if (!isFields(value)) {
    report([], `is ${describeValue(value)}: give an object with claimId, claimText, rating, author and url`)
    return { review: null, problems }
  }
  const claimId = requireText(value, ['claimId'], 'give the id of the attribution that is reviewed')
  const claimText = requireText(
    value,
    ['claimText'],
    'give the content of that attribution, as the extraction has it'
  )
  const claimReviewed = readText(value, ['claimReviewed'])

  const rating: Rating = { alternateName: '' }
  const verdict = readFields(value, ['rating'], 'give the verdict, as {"alternateName": "…"}')
  if (verdict) {
    rating.alternateName = requireText(verdict, ['rating', 'alternateName'], 'give the verdict in words')
    for (const field of ['ratingValue', 'bestRating', 'worstRating'] as const) {
      const its = verdict[field]
      if (typeof its === 'number' && Number.isFinite(its)) rating[field] = its
      else if (its !== undefined)
        report(['rating', field], `is ${describeValue(its)}: give a number, or leave it out`)
      else if (verdict.ratingValue !== undefined)
        report(['rating', field], 'is missing: a ratingValue means nothing without the ends of its scale')
    }
    const { ratingValue, bestRating, worstRating } = rating
    if (bestRating !== undefined && worstRating !== undefined) {
      if (worstRating >= bestRating)
        report(
          ['rating', 'worstRating'],
          `is ${worstRating}: give a number below the bestRating, ${bestRating}`
        )
      else if (ratingValue !== undefined && (ratingValue < worstRating || ratingValue > bestRating))
        report(
          ['rating', 'ratingValue'],
          `is ${ratingValue}: give a number from ${worstRating} to ${bestRating}`
        )
    }
  }

  const author: Reviewer = { name: '' }
  const reviewer = readFields(value, ['author'], 'give who reviewed, as {"name": "…"}')
  if (reviewer) {
    author.name = requireText(reviewer, ['author', 'name'], 'give the name of who reviewed')
    const { type } = reviewer
    if (type === 'Organization' || type === 'Person') author.type = type
    else if (type !== undefined)
      report(['author', 'type'], `is ${describeValue(type)}: give "Organization" or "Person"`)
    const url = readAddress(reviewer, ['author', 'url'])
    if (url !== undefined) author.url = url
  }

  if (value.url === undefined) report(['url'], 'is missing: give the URL that the review is published at')
  const url = readAddress(value, ['url']) ?? ''
  const datePublished = readText(value, ['datePublished'])
  if (datePublished !== undefined && !isIsoDate(datePublished))
    report(['datePublished'], `is ${describeValue(datePublished)}: give an ISO 8601 date such as 2026-01-31`)

  if (problems.length > 0) return { review: null, problems }
  return {
    review: {
      claimId,
      claimText,
      ...(claimReviewed === undefined ? {} : { claimReviewed }),
      rating,
      author,
      url,
      ...(datePublished === undefined ? {} : { datePublished })
    },
    problems: []
  }
}

import { marksOf } from './agent-marks.ts'
import { checkFields } from './check-fields.ts'
import { checkIndependence } from './check-independence.ts'
import { checkNeighbours } from './check-neighbours.ts'
import { checkRating } from './check-rating.ts'
import { isWebAddress } from './check-values.ts'
import { checkWording } from './check-wording.ts'
import { describeValue } from './describe-value.ts'
import { isFields } from './fields.ts'
import { type Finding, findingOf } from './finding.ts'
import {
  type ClaimReviewNode,
  fieldOf,
  follow,
  isNode,
  isSchemaContext,
  type MarkupDocument,
  type Node,
  openDocument,
  valuesIn
} from './markup-document.ts'
import { CLAIM_REVIEW } from './markup-fields.ts'
import { pointTo } from './point-to.ts'

export interface ValidateOptions {
  /**
   * The address of the page that the markup stands on: each review's `url` must be on its domain.
   * @default domains are not compared
   */
  pageUrl?: string
}

/**
 * Holds ClaimReview markup to the publishers' guidelines: required and recommended fields and what they take, the
 * address on the page's own domain, the claim's wording and length, dates, ratings and their scales, several reviews on
 * a page, and a reviewer who reviews their own claim. Whether a day has come yet is not asked: there is no clock here.
 *
 * @param json parsed JSON: a node, a list, a `@graph`, or a page's node with the review in it. What holds no
 *   ClaimReview has one finding, at `''`.
 * @returns what is amiss, review by review; an empty list when nothing is.
 * @throws {TypeError} when `options.pageUrl` is no http or https address.
 * @see https://developers.google.com/search/docs/appearance/structured-data/factcheck
 * @see https://schema.org/ClaimReview
 */
export function validateClaimReview(json: unknown, { pageUrl }: ValidateOptions = {}): Finding[] {
  if (pageUrl !== undefined && !isWebAddress(pageUrl))
    throw new TypeError(`options.pageUrl is ${describeValue(pageUrl)}: give an absolute http or https URL`)
  const opened = openDocument(json)
  const untyped = opened.reviews.length === 0 ? readUntyped(json) : null
  const reviews = untyped ? [untyped] : opened.reviews
  if (reviews.length === 0)
    return [findingOf('no-claim-review', '', `is ${describeValue(json)} that holds no ClaimReview`)]
  return [
    ...checkContexts(reviews, json),
    ...(untyped ? [findingOf('type', '/@type', reasonOf(untyped.value['@type']), 'give "ClaimReview"')] : []),
    ...reviews.flatMap((review) => checkReview(review, opened, pageUrl)),
    ...checkNeighbours(
      reviews.map((review) => {
        const { value } = fieldOf(review, 'url')
        return { url: typeof value === 'string' ? value : null, pointer: review.pointer }
      })
    ),
    ...findRepeated(reviews, opened)
  ]
}

/** A lone node that is a ClaimReview by all but its type. */
function readUntyped(json: unknown): ClaimReviewNode | null {
  if (!isFields(json)) return null
  const node = { value: json, pointer: '', context: json['@context'] }
  return fieldOf(node, 'claimReviewed').value !== undefined ||
    fieldOf(node, 'reviewRating').value !== undefined
    ? node
    : null
}

function checkReview(
  review: ClaimReviewNode,
  document: MarkupDocument,
  pageUrl: string | undefined
): Finding[] {
  const nodeIn = (name: string): Node | null => {
    const [first] = valuesIn(fieldOf(review, name)).map((its) => follow(its, document))
    return first && isNode(first) ? first : null
  }
  const wording = fieldOf(review, 'claimReviewed')
  const rating = nodeIn('reviewRating')
  const claim = nodeIn('itemReviewed')
  return [
    ...checkFields(review, CLAIM_REVIEW, document),
    ...(typeof wording.value === 'string' ? checkWording(wording.value, wording.pointer) : []),
    ...(rating ? checkRating(rating) : []),
    ...(claim ? checkIndependence(review, claim, document) : []),
    ...checkDomain(review, pageUrl)
  ]
}

function checkDomain(review: Node, pageUrl: string | undefined): Finding[] {
  const { value: url, pointer } = fieldOf(review, 'url')
  if (pageUrl === undefined || !isWebAddress(url)) return []
  const domain = new URL(pageUrl).hostname.replace(/^www\./, '')
  const host = new URL(url).hostname
  return host === domain || host.endsWith(`.${domain}`)
    ? []
    : [findingOf('own-domain', pointer, `is on ${host}, and the page on ${domain}`)]
}

/** A context is told of once, where the document should have it. */
function checkContexts(reviews: readonly ClaimReviewNode[], json: unknown): Finding[] {
  const wrong = new Map<string, unknown>()
  for (const { context, pointer } of reviews)
    if (!isSchemaContext(context)) {
      const top = Array.isArray(json) ? (/^\/\d+/.exec(pointer)?.[0] ?? '') : ''
      wrong.set(pointTo(top, '@context'), context)
    }
  return [...wrong].map(([pointer, context]) => findingOf('context', pointer, reasonOf(context)))
}

/** A claim reviewed twice by the same reviewer. */
function findRepeated(reviews: readonly Node[], document: MarkupDocument): Finding[] {
  const seen = new Set<string>()
  return reviews.flatMap((review) => {
    const { value: wording } = fieldOf(review, 'claimReviewed')
    if (typeof wording !== 'string') return []
    const authors = valuesIn(fieldOf(review, 'author')).map((its) => follow(its, document))
    const key = JSON.stringify([wording, ...authors.flatMap(marksOf)])
    const isRepeated = seen.has(key)
    seen.add(key)
    return isRepeated
      ? [findingOf('same-review', review.pointer, 'has the claim and the author of another review')]
      : []
  })
}

const reasonOf = (value: unknown): string =>
  value === undefined ? 'is missing' : `is ${describeValue(value)}`

import type { Claim, ClaimReview, CreativeWork, Graph, Organization, Person, Rating } from 'schema-dts'
import type {
  ClaimAuthor,
  ClaimRating,
  ClaimReviewMarkupEntry,
  ClaimReviewMarkupPage
} from './claim-review-markup-page.ts'

export interface FromPageOptions {
  /**
   * What the author of a claim is, which the API does not tell.
   * @default everyone is a Person
   */
  claimAuthorType?: (author: ClaimAuthor) => 'Person' | 'Organization'
}

/**
 * A page resource of the Fact Check Tools API as a graph of ClaimReview markup, after the correspondences that the
 * API's description tells. What the page does not tell is left out, and so are `name` and `versionId`, which are the
 * API's own.
 *
 * @param page one without reviews gives an empty graph.
 * @throws {TypeError} when `page` is no object.
 * @see https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages
 */
export function fromClaimReviewMarkupPage(
  page: ClaimReviewMarkupPage,
  { claimAuthorType = () => 'Person' }: FromPageOptions = {}
): Graph {
  if (typeof page !== 'object' || page === null)
    throw new TypeError(`page is ${String(page)}: give a ClaimReviewMarkupPage`)
  return {
    '@context': 'https://schema.org',
    '@graph': (page.claimReviewMarkups ?? []).map((entry) => toNode(entry, page, claimAuthorType))
  }
}

type TypeOf = NonNullable<FromPageOptions['claimAuthorType']>

function toNode(entry: ClaimReviewMarkupEntry, page: ClaimReviewMarkupPage, typeOf: TypeOf): ClaimReview {
  const { claimReviewed, rating } = entry
  const url = entry.url ?? page.pageUrl
  const author = page.claimReviewAuthor
  return {
    '@type': 'ClaimReview',
    ...given('url', url),
    ...given('datePublished', page.publishDate),
    ...given(
      'author',
      author && {
        '@type': 'Organization' as const,
        ...given('name', author.name),
        ...given('image', author.imageUrl)
      }
    ),
    ...given('claimReviewed', claimReviewed),
    ...given('reviewRating', rating && toRatingNode(rating)),
    itemReviewed: toClaimNode(entry, typeOf)
  }
}

function toClaimNode(entry: ClaimReviewMarkupEntry, typeOf: TypeOf): Claim {
  const { claimDate, claimLocation, claimFirstAppearance, claimAppearances = [], claimAuthor } = entry
  return {
    '@type': 'Claim',
    ...given('name', claimLocation),
    ...given('author', claimAuthor && toAgentNode(claimAuthor, typeOf)),
    ...given('datePublished', claimDate),
    ...given(
      'firstAppearance',
      claimFirstAppearance === undefined ? undefined : toWorkNode(claimFirstAppearance)
    ),
    ...(claimAppearances.length === 0 ? {} : { appearance: claimAppearances.map(toWorkNode) })
  }
}

function toAgentNode(author: ClaimAuthor, typeOf: TypeOf): Person | Organization {
  const { name, jobTitle, imageUrl, sameAs } = author
  const known = { ...given('name', name), ...given('image', imageUrl), ...given('sameAs', sameAs) }
  return typeOf(author) === 'Person'
    ? { '@type': 'Person', ...known, ...given('jobTitle', jobTitle) }
    : { '@type': 'Organization', ...known }
}

function toWorkNode(url: string): CreativeWork {
  return { '@type': 'CreativeWork', url }
}

function toRatingNode(rating: ClaimRating): Rating {
  const { textualRating, ratingValue, bestRating, worstRating, ratingExplanation, imageUrl } = rating
  return {
    '@type': 'Rating',
    ...given('alternateName', textualRating),
    ...given('ratingValue', ratingValue),
    ...given('bestRating', bestRating),
    ...given('worstRating', worstRating),
    ...given('ratingExplanation', ratingExplanation),
    ...given('image', imageUrl)
  }
}

/** A field, where there is a value for it. */
function given<K extends string, V>(name: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { [key in K]?: V })
}

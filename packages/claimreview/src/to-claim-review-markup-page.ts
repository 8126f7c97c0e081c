import type {
  ClaimAuthor,
  ClaimRating,
  ClaimReviewAuthor,
  ClaimReviewMarkupEntry,
  ClaimReviewMarkupPage
} from './claim-review-markup-page.ts'
import { dropEmpty } from './drop-empty.ts'
import type { PublishedAgent, PublishedClaim, PublishedRating, PublishedReview } from './published-review.ts'
import { readClaimReview } from './read-claim-review.ts'
import { ReviewError } from './review.ts'

/**
 * ClaimReview markup as the page resource of the Fact Check Tools API, to be created or updated there. Its fields hold
 * less than markup may: addresses of appearances but no headlines, one name for a claim's authors (several are joined
 * by commas), one address that tells who they are, no address of the reviewer. What has no place there is left out.
 *
 * @param markup what `toClaimReview` or `toClaimReviewGraph` made, or any other markup that `readClaimReview` can read.
 * @throws {ReviewError} that lists, all at once, what can't be read, and what one page can't hold: no `url`, reviews of
 *   several pages, days or reviewers, and ratings that are no whole numbers.
 * @see https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages
 */
export function toClaimReviewMarkupPage(markup: unknown): ClaimReviewMarkupPage {
  const { reviews, problems } = readClaimReview(markup)
  const all = problems.map(({ pointer, reason }) => `${pointer || 'the markup'} ${reason}`)
  const pages = new Set(reviews.map(({ url }) => pageOf(url)))
  if (pages.has(null))
    all.push('url is missing: give the address of the page that each review is published on')
  else if (pages.size > 1)
    all.push(
      `url is on ${[...pages].join(' and ')}: give the reviews of one page, each with an anchor of its own`
    )
  all.push(
    ...differing(
      'author',
      reviews.map(({ authors }) => namesOf(authors))
    )
  )
  all.push(
    ...differing(
      'datePublished',
      reviews.map(({ datePublished }) => datePublished)
    )
  )
  for (const { rating } of reviews)
    for (const field of ['ratingValue', 'bestRating', 'worstRating'] as const)
      if (!Number.isInteger(rating?.[field] ?? 0))
        all.push(
          `reviewRating.${field} is ${rating?.[field]}: give whole numbers, which are all that the API takes`
        )
  const [first] = reviews
  if (all.length > 0 || first === undefined) throw new ReviewError(all)
  return (
    dropEmpty<ClaimReviewMarkupPage>({
      pageUrl: pageOf(first.url),
      publishDate: first.datePublished,
      claimReviewAuthor: dropEmpty<ClaimReviewAuthor>({
        name: namesOf(first.authors),
        imageUrl: first.authors[0]?.image
      }),
      claimReviewMarkups: reviews.map(toEntry)
    }) ?? {}
  )
}

function toEntry({ url, claimReviewed, claim, rating }: PublishedReview): ClaimReviewMarkupEntry {
  const firstAppearance = claim?.firstAppearance?.url
  return {
    ...dropEmpty<ClaimReviewMarkupEntry>({
      url: url?.includes('#') ? url : null,
      claimDate: claim?.datePublished,
      claimLocation: claim?.name,
      claimFirstAppearance: firstAppearance,
      claimAppearances: claim?.appearances.flatMap((its) =>
        its.url === null || its.url === firstAppearance ? [] : [its.url]
      ),
      claimAuthor: claim && toClaimAuthor(claim),
      rating: rating && toClaimRating(rating)
    }),
    claimReviewed
  }
}

function toClaimAuthor({ authors }: PublishedClaim): ClaimAuthor | undefined {
  // Of several, a title, picture or address would be that of one.
  const [only] = authors.length === 1 ? authors : []
  return dropEmpty<ClaimAuthor>({
    name: namesOf(authors),
    jobTitle: only?.jobTitle,
    imageUrl: only?.image,
    sameAs: only?.sameAs[0]
  })
}

function toClaimRating(rating: PublishedRating): ClaimRating | undefined {
  const { alternateName, ratingValue, bestRating, worstRating, ratingExplanation, image } = rating
  return dropEmpty<ClaimRating>({
    textualRating: alternateName,
    ratingValue,
    bestRating,
    worstRating,
    ratingExplanation,
    imageUrl: image
  })
}

function namesOf(agents: readonly PublishedAgent[]): string | null {
  return agents.flatMap(({ name }) => name ?? []).join(', ') || null
}

function pageOf(url: string | null): string | null {
  return url?.replace(/#.*/, '') ?? null
}

function differing(field: string, values: readonly (string | null)[]): string[] {
  const several = [...new Set(values)]
  return several.length < 2
    ? []
    : [
        `${field} is ${several.map((its) => JSON.stringify(its)).join(' and ')}: give one for all reviews of the page`
      ]
}

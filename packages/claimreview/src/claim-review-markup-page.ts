/**
 * The resource `pages` of Google's Fact Check Tools API v1alpha1, written by hand after its public description. Fields
 * that may be left out are optional.
 *
 * @see https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages
 */
export interface ClaimReviewMarkupPage {
  /** `pages/{page_id}`. The API gives it; only an update takes it. */
  name?: string
  /** The page that all the reviews stand on. */
  pageUrl?: string
  /** When the fact check was published. */
  publishDate?: string
  claimReviewAuthor?: ClaimReviewAuthor
  claimReviewMarkups?: ClaimReviewMarkupEntry[]
  /** The API gives it; an update takes it back. */
  versionId?: string
}

export interface ClaimReviewAuthor {
  /** The organisation that publishes the fact check. */
  name?: string
  imageUrl?: string
}

/** One review of the page; the API calls it ClaimReviewMarkup. */
export interface ClaimReviewMarkupEntry {
  /** The page's address with an anchor; without it the page's own is taken. */
  url?: string
  claimReviewed?: string
  claimDate?: string
  claimLocation?: string
  claimFirstAppearance?: string
  /** Addresses other than that of the first appearance. */
  claimAppearances?: string[]
  claimAuthor?: ClaimAuthor
  rating?: ClaimRating
}

export interface ClaimAuthor {
  name?: string
  jobTitle?: string
  imageUrl?: string
  sameAs?: string
}

export interface ClaimRating {
  textualRating?: string
  /** The API takes whole numbers. */
  ratingValue?: number
  bestRating?: number
  worstRating?: number
  ratingExplanation?: string
  imageUrl?: string
}

/** Who reviewed, or who made the claim. */
export interface PublishedAgent {
  name: string | null
  type: 'Organization' | 'Person' | null
  url: string | null
  jobTitle: string | null
  image: string | null
  /** Addresses of the same agent elsewhere; what is no address is left out. */
  sameAs: string[]
}

/** Where a claim appears. */
export interface PublishedWork {
  name: string | null
  url: string | null
}

export interface PublishedRating {
  /** The verdict in words. */
  alternateName: string | null
  ratingValue: number | null
  bestRating: number | null
  worstRating: number | null
  ratingExplanation: string | null
  image: string | null
}

export interface PublishedClaim {
  /** The claim's own words. */
  text: string | null
  /** A name for the claim; the Fact Check Tools API keeps the place that it was made at here. */
  name: string | null
  authors: PublishedAgent[]
  datePublished: string | null
  firstAppearance: PublishedWork | null
  appearances: PublishedWork[]
}

/**
 * A review as it was published somewhere, in one plain form, whichever form its markup had. What it does not tell is
 * null.
 */
export interface PublishedReview {
  claimReviewed: string
  url: string | null
  /** Who reviewed. */
  authors: PublishedAgent[]
  /** ISO 8601. */
  datePublished: string | null
  /** Null where there is none: such reviews exist. */
  rating: PublishedRating | null
  claim: PublishedClaim | null
}

/** Why something can't be read. */
export interface Problem {
  /** Where, as a JSON pointer (RFC 6901). */
  pointer: string
  /** What is wrong, and what to give instead. */
  reason: string
}

/** A verdict. The words are required, numbers only where the reviewer's scale has them. */
export interface Rating {
  /** The verdict in words: "Mostly false". */
  alternateName: string
  ratingValue?: number
  bestRating?: number
  worstRating?: number
}

/** Who reviewed. */
export interface Reviewer {
  name: string
  /** @default 'Organization' */
  type?: 'Organization' | 'Person'
  url?: string
}

/** A person's verdict on a claim. The software never makes one up. */
export interface Review {
  /** The `id` of the attribution that is reviewed. */
  claimId: string
  /** Its content as the reviewer read it, so that a verdict never lands on other words. */
  claimText: string
  /** The claim in the reviewer's words; 75 characters or fewer are advised. */
  claimReviewed?: string
  rating: Rating
  author: Reviewer
  /** Where the review is published. */
  url: string
  /** An ISO 8601 date. */
  datePublished?: string
}

/** What keeps a review from becoming markup: all of it at once, a line a problem. */
export class ReviewError extends TypeError {
  override name = 'ReviewError'

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}

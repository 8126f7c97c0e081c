/** A verdict. Its words are required; numbers only where the reviewer's scale has them, all three of them then. */
export interface Rating {
  /** The verdict in words: "Mostly false". */
  alternateName: string
  ratingValue?: number
  /** The highest value of the scale. */
  bestRating?: number
  /** The lowest value of the scale. */
  worstRating?: number
}

/** Who reviewed. */
export interface Reviewer {
  name: string
  /** @default 'Organization' */
  type?: 'Organization' | 'Person'
  /** Absolute, http or https. */
  url?: string
}

/** A person's verdict on a claim. The software never makes one up. */
export interface Review {
  /** The `id` of the attribution that is reviewed. */
  claimId: string
  /** Its content as the reviewer read it, pieces joined by " … ", so that a verdict never lands on other words. */
  claimText: string
  /**
   * The claim in the reviewer's words; 75 characters or fewer are advised.
   * @default the claim's own words
   */
  claimReviewed?: string
  rating: Rating
  author: Reviewer
  /** Where the review is published. Absolute, http or https. */
  url: string
  /** An ISO 8601 date, with or without a time. */
  datePublished?: string
}

/** What keeps a review from becoming markup: all of it at once. */
export class ReviewError extends TypeError {
  override readonly name = 'ReviewError'
  /** One sentence a problem: the field, what is wrong with it, what to do. */
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

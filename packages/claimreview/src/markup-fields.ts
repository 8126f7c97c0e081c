/** What a field takes: words, an http or https address, an ISO 8601 date, a number, or a node. */
export type Kind = 'text' | 'url' | 'date' | 'number' | NodeForm

export interface FieldForm {
  name: string
  need: 'required' | 'recommended' | 'optional'
  takes: Kind
  /** Whether a list of several will do. */
  many: boolean
  /** What to do where it is missing, empty or of another kind. */
  advice: string
}

export interface NodeForm {
  /** `Agent` is an Organization or a Person, `Work` any CreativeWork or its address. */
  type: 'ClaimReview' | 'Rating' | 'Claim' | 'Agent' | 'Work'
  fields: readonly FieldForm[]
}

const WORK: NodeForm = {
  type: 'Work',
  fields: [field('url', 'recommended', 'url', 'give the address of the page, post or recording')]
}

const REVIEWER: NodeForm = {
  type: 'Agent',
  fields: [
    field('name', 'recommended', 'text', 'give the name of who reviewed'),
    field('url', 'recommended', 'url', "give the address of the reviewer's home page")
  ]
}

const CLAIMANT: NodeForm = {
  type: 'Agent',
  fields: [
    field('name', 'recommended', 'text', 'give the name of who made the claim'),
    {
      ...field('sameAs', 'recommended', 'url', 'give the address of a page that tells who that is'),
      many: true
    }
  ]
}

const CLAIM: NodeForm = {
  type: 'Claim',
  fields: [
    {
      ...field('author', 'recommended', CLAIMANT, 'give who made the claim, as a Person or Organization'),
      many: true
    },
    {
      ...field('appearance', 'recommended', WORK, 'give the address of a page that the claim appears on'),
      many: true
    },
    field('firstAppearance', 'recommended', WORK, 'give the address of the page that it appeared on first'),
    field('datePublished', 'recommended', 'date', 'give the day that the claim was made, as 2026-01-31')
  ]
}

const RATING: NodeForm = {
  type: 'Rating',
  fields: [
    field('alternateName', 'required', 'text', 'give the verdict in words'),
    field('ratingValue', 'optional', 'number', 'give a number, or leave it out'),
    field('bestRating', 'optional', 'number', 'give the highest number of the scale'),
    field('worstRating', 'optional', 'number', 'give the lowest number of the scale')
  ]
}

/**
 * The fields of ClaimReview markup that the guidelines name, and those of the nodes in it.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/factcheck#structured-data-type-definitions
 */
export const CLAIM_REVIEW: NodeForm = {
  type: 'ClaimReview',
  fields: [
    field('claimReviewed', 'required', 'text', 'give the claim that is reviewed, in words'),
    field('reviewRating', 'required', RATING, 'give the verdict, as a Rating with alternateName'),
    field('url', 'required', 'url', 'give the http or https address that the review is published at'),
    {
      ...field('author', 'recommended', REVIEWER, 'give who reviewed, as an Organization or Person'),
      many: true
    },
    field(
      'datePublished',
      'recommended',
      'date',
      'give the day that the review was published, as 2026-01-31'
    ),
    field('itemReviewed', 'recommended', CLAIM, 'give the claim, as a Claim with its author and appearance')
  ]
}

function field(name: string, need: FieldForm['need'], takes: Kind, advice: string): FieldForm {
  return { name, need, takes, many: false, advice }
}

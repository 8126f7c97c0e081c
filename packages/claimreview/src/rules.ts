const GUIDELINES = 'https://developers.google.com/search/docs/appearance/structured-data/factcheck'
const FIELDS = `${GUIDELINES}#structured-data-type-definitions`

interface Rule {
  severity: 'error' | 'warning'
  /** Where the rule is published. */
  source: string
  /** What to do where it is broken, unless the field that breaks it has advice of its own. */
  advice: string
}

/**
 * The rules that ClaimReview markup is held to, and where each is published: Google's guidelines, schema.org, JSON-LD.
 */
export const RULES = {
  'no-claim-review': {
    severity: 'error',
    source: 'https://schema.org/ClaimReview',
    advice: 'give an object with "@type": "ClaimReview", or a list or "@graph" that holds one'
  },
  context: {
    severity: 'error',
    source: 'https://www.w3.org/TR/json-ld11/#the-context',
    advice: 'give "https://schema.org"'
  },
  type: { severity: 'error', source: 'https://schema.org/docs/datamodel.html', advice: 'give its type' },
  'required-field': { severity: 'error', source: FIELDS, advice: 'give it' },
  'recommended-field': { severity: 'warning', source: FIELDS, advice: 'give it where it is known' },
  'field-value': { severity: 'error', source: FIELDS, advice: 'give a value of the kind that is expected' },
  reference: {
    severity: 'warning',
    source: 'https://www.w3.org/TR/json-ld11/#node-identifiers',
    advice: 'put the node into the markup: readers need not look elsewhere for it'
  },
  'agent-type': {
    severity: 'warning',
    source: FIELDS,
    advice: 'give "Organization" or "Person", which every reader knows'
  },
  'claim-type': {
    severity: 'warning',
    source: FIELDS,
    advice: 'give "Claim": an older form of the guidelines had a CreativeWork here'
  },
  'claim-length': {
    severity: 'warning',
    source: FIELDS,
    advice: 'sum the claim up in fewer words: more is wrapped or cut where it is shown'
  },
  'claim-pronoun': {
    severity: 'warning',
    source: GUIDELINES,
    advice: 'say who or what is meant: readers see the claim without the article'
  },
  'claim-verdict': {
    severity: 'warning',
    source: 'https://schema.org/claimReviewed',
    advice: 'word the claim as it was made; the verdict belongs in reviewRating'
  },
  'claim-wording': {
    severity: 'warning',
    source: 'https://schema.org/claimReviewed',
    advice: "give review.claimReviewed, the claim in the reviewer's words"
  },
  'one-review-a-page': {
    severity: 'warning',
    source: GUIDELINES,
    advice: 'publish each review on a page of its own, as readers of this markup expect'
  },
  'same-url': {
    severity: 'error',
    source: FIELDS,
    advice: 'let each url end in the anchor of its own review, as in "#bridge"'
  },
  'same-review': {
    severity: 'warning',
    source: GUIDELINES,
    advice: 'give the review once'
  },
  'own-domain': {
    severity: 'error',
    source: FIELDS,
    advice: "give the review's own address, unshortened, on the domain of the page or a subdomain of it"
  },
  'rating-scale': {
    severity: 'error',
    source: FIELDS,
    advice: 'give a bestRating above the worstRating'
  },
  'rating-out-of-scale': {
    severity: 'error',
    source: FIELDS,
    advice: 'give a ratingValue between worstRating and bestRating, the ends included'
  },
  'rating-ends': {
    severity: 'warning',
    source: 'https://schema.org/Rating',
    advice: 'say it: readers take 1 for the worst and 5 for the best where nothing is said'
  },
  'rating-below-one': { severity: 'warning', source: FIELDS, advice: 'let the scale begin at 1' },
  'verdict-in-words': {
    severity: 'warning',
    source: FIELDS,
    advice: 'give the verdict in words, such as "Mostly true"; numbers belong in ratingValue'
  },
  'self-review': {
    severity: 'error',
    source: GUIDELINES,
    advice: 'review a claim that someone else made, and name them as the author of itemReviewed'
  },
  'own-appearance': {
    severity: 'warning',
    source: GUIDELINES,
    advice: 'give the page that the claim was made on, not the one that reviews it'
  },
  'claim-after-review': {
    severity: 'warning',
    source: 'https://schema.org/datePublished',
    advice: 'give the day that the claim was made, and the day that the review was published'
  }
} as const satisfies Record<string, Rule>

/**
 * The ids of the rules.
 *
 * @useDeclaredType
 */
export type RuleId = keyof typeof RULES

/** What is amiss: the first thing with each field, in a sentence. */
export interface Sorted {
  byField: ReadonlyMap<string, string>
  /** What belongs to no field. */
  rest: string[]
}

/** Which field of the form makes a part of the markup, by the part's JSON pointer. */
const FIELDS: Readonly<Record<string, string>> = {
  '/claimReviewed': 'claimReviewed',
  '/author': 'author.name',
  '/author/@type': 'author.type',
  '/author/name': 'author.name',
  '/author/url': 'author.url',
  '/url': 'url',
  '/datePublished': 'datePublished',
  '/reviewRating': 'rating.alternateName',
  '/reviewRating/alternateName': 'rating.alternateName',
  '/reviewRating/ratingValue': 'rating.ratingValue',
  '/reviewRating/worstRating': 'rating.worstRating',
  '/reviewRating/bestRating': 'rating.bestRating',
  '/itemReviewed/author': 'author.name',
  '/itemReviewed/appearance': 'page.url',
  '/itemReviewed/datePublished': 'page.datePublished'
}

/** What parts of the markup are that no field makes. */
const PARTS: Readonly<Record<string, string>> = {
  '/itemReviewed/author/sameAs': 'A page about who made the claim',
  '/itemReviewed/firstAppearance': 'The page where the claim appeared first'
}
/** The words of a claim are chosen with it. */
const CHOSEN_WITH: Readonly<Record<string, string>> = { claimText: 'claimId' }

/**
 * Sorts the problems of a `ReviewError` or a `TypeError` about a page, such as `review.author.name is missing: give …`, by the
 * field that they name first. What is left of each reads on from the field's label.
 */
export function sortProblems(problems: readonly string[], fields: ReadonlySet<string>): Sorted {
  return sort(
    problems.map((problem) => {
      const [, path = '', words = problem] = /^(?:review\.)?([\w.]+):? (.*)$/s.exec(problem) ?? []
      const field = CHOSEN_WITH[path] ?? path
      return { field, words: fields.has(field) ? words : problem }
    }),
    fields
  )
}

/** Sorts findings about the markup by the field that made what they point at. */
export function sortFindings(
  findings: readonly { pointer: string; reason: string; advice: string }[],
  fields: ReadonlySet<string>
): Sorted {
  return sort(
    findings.map(({ pointer, reason, advice }) => {
      const field = FIELDS[pointer]
      return {
        field,
        words: `${field !== undefined && fields.has(field) ? '' : `${PARTS[pointer] ?? pointer} `}${reason}: ${advice}`
      }
    }),
    fields
  )
}

function sort(
  all: readonly { field: string | undefined; words: string }[],
  fields: ReadonlySet<string>
): Sorted {
  const byField = new Map<string, string>()
  const rest: string[] = []
  for (const { field, words } of all) {
    const sentence = `${words[0]!.toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`
    if (field === undefined || !fields.has(field)) rest.push(sentence)
    else if (!byField.has(field)) byField.set(field, sentence)
  }
  return { byField, rest }
}

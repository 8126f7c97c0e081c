import type { Attribution, Extraction, Page, Source } from '@saywho/core'
import type { Claim, ClaimReview, Organization, Person, WithContext } from 'schema-dts'
import { parseReview } from './parse-review.ts'
import { type Review, ReviewError } from './review.ts'

/**
 * A claim and a person's review of it as ClaimReview markup, for the page that the review is published on.
 *
 * `claimReviewed` is the reviewer's wording; where they gave none, the claim's own words stand in.
 *
 * @param page the page that the claim appears on.
 * @throws {ReviewError} that lists all that is missing or does not fit: a field of the review, a claim that is not in the
 *   extraction or reads otherwise, one that is denied, has no source or states nothing.
 */
export function toClaimReview(extraction: Extraction, review: Review, page: Page): WithContext<ClaimReview> {
  const { claimId, claimText, claimReviewed, rating, author, url, datePublished } = parseReview(review)
  const claim = extraction.attributions.find(({ id }) => id === claimId)
  if (!claim)
    throw new ReviewError([
      `/claimId is ${JSON.stringify(claimId)}: no attribution of the extraction has this id`
    ])
  const problems = problemsWith(claim, claimText, page)
  if (problems.length > 0) throw new ReviewError(problems)
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    claimReviewed: claimReviewed ?? wordsOf(claim),
    author: {
      '@type': author.type ?? 'Organization',
      name: author.name,
      ...(author.url === undefined ? {} : { url: author.url })
    },
    reviewRating: { '@type': 'Rating', ...rating },
    ...(datePublished === undefined ? {} : { datePublished }),
    itemReviewed: itemOf(claim, extraction, page)
  }
}

function problemsWith(claim: Attribution, claimText: string, page: Page): string[] {
  const problems: string[] = []
  const text = claim.content.map((span) => span.text).join(' … ')
  if (squeeze(text) !== squeeze(claimText))
    problems.push(
      `/claimText is ${JSON.stringify(claimText)}, but ${claim.id} reads ${JSON.stringify(text)}: review it again`
    )
  if (claim.negative) problems.push(`${claim.id} is denied in the text: nobody claimed it`)
  if (claim.sourceIds.length === 0)
    problems.push(`${claim.id} has no source: there is no one whose claim it is`)
  if (claim.act !== 'statement')
    problems.push(`${claim.id} is a ${claim.act}, not a statement: it can't be true or false`)
  if (typeof page?.url !== 'string' || page.url === '')
    problems.push('page.url is missing: give the address of the page that the claim appears on')
  return problems
}

function itemOf(claim: Attribution, { sources }: Extraction, page: Page): Claim {
  const authors = claim.sourceIds
    .flatMap((id) => sources.find((source) => source.id === id) ?? [])
    .flatMap((source) => authorOf(source))
  return {
    '@type': 'Claim',
    text: wordsOf(claim),
    ...(authors.length > 0 ? { author: authors.length === 1 ? authors[0]! : authors } : {}),
    appearance: {
      '@type': 'NewsArticle',
      url: page.url,
      ...(page.headline === undefined ? {} : { headline: page.headline }),
      ...(page.publisher === undefined
        ? {}
        : { publisher: { '@type': 'Organization', name: page.publisher } }),
      ...(page.datePublished === undefined ? {} : { datePublished: page.datePublished })
    }
  }
}

/** Persons and organisations; of anyone else schema.org has no type that would be true. */
function authorOf(source: Source): (Person | Organization)[] {
  const sameAs = source.sameAs.length > 0 ? { sameAs: source.sameAs } : {}
  if (source.type === 'person')
    return [
      {
        '@type': 'Person',
        name: source.name,
        ...(source.role === null ? {} : { jobTitle: source.role }),
        ...sameAs
      }
    ]
  return source.type === 'organization' ? [{ '@type': 'Organization', name: source.name, ...sameAs }] : []
}

/** The claim's own words: outer marks, a leading "that" and a comma at the end off. */
function wordsOf({ content }: Attribution): string {
  const text = squeeze(content.map((span) => span.text).join(' … '))
  const unmarked =
    content.length === 1 ? text.replace(/^(?:["“«]|'')([^"“”«»]*?),?(?:["”»]|'')$/, '$1') : text
  return unmarked.replace(/^that\s+/i, '').replace(/,$/, '')
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

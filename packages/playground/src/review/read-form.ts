import { RATING_SCALES, type Rating, type RatingScaleId, type Review, toRating } from '@saywho/claimreview'
import type { Page } from '@saywho/core'
import type { Checkable } from './list-checkable.ts'

/** What a form's fields hold, by their names. */
export type Values = Readonly<Record<string, string>>

/** The value of `scale` for a verdict in one's own words. */
export const OWN_WORDS = 'own'

/** What is told of a page. An address that is missing is left out, for the library to say so. */
export function readPageFields(values: Values): Page {
  return dropEmpty({
    url: values['page.url'],
    headline: values['page.headline'],
    publisher: values['page.publisher'],
    datePublished: values['page.datePublished']
  }) as unknown as Page
}

/** A review as far as the form tells it: what is empty is left out, for the library to say so. */
export function readReviewFields(values: Values, claim: Checkable | undefined): Review {
  return dropEmpty({
    claimId: claim?.id,
    claimText: claim?.text,
    claimReviewed: values.claimReviewed,
    rating: readRating(values),
    author: dropEmpty({
      name: values['author.name'],
      type: values['author.type'],
      url: values['author.url']
    }),
    url: values.url,
    datePublished: values.datePublished
  }) as unknown as Review
}

function readRating(values: Values): Partial<Rating> {
  const { scale = OWN_WORDS } = values
  if (scale !== OWN_WORDS) {
    const label = values['rating.label'] ?? ''
    return label === '' ? {} : toRating(scale as RatingScaleId, label)
  }
  const number = (name: string) => {
    const value = values[`rating.${name}`]?.trim() ?? ''
    return value === '' ? undefined : Number(value)
  }
  return dropEmpty({
    alternateName: values['rating.alternateName'],
    ratingValue: number('ratingValue'),
    worstRating: number('worstRating'),
    bestRating: number('bestRating')
  })
}

/** The labels of a scale, those with a number first. */
export const labelsOf = (scale: RatingScaleId): string[] => {
  const { labels, beside } = RATING_SCALES[scale]
  return [...labels, ...beside]
}

function dropEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const its = typeof value === 'string' ? value.trim() : value
      return its === undefined || its === '' ? [] : [[name, its]]
    })
  )
}

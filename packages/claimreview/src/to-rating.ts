import scales from './rating-scales.json' with { type: 'json' }
import type { Rating } from './review.ts'

/** A reviewer's labels. */
export interface RatingScale {
  /** Whose they are. */
  name: string
  /** Where they are published. */
  source: string
  /** Those that are degrees of truth, from the worst to the best. */
  labels: readonly string[]
  /** Those that are no degrees and have no number: "Satire", "Unproven". */
  beside: readonly string[]
}

/** The ids of the scales that are known, written out: a declaration file can't hold the type of a JSON file. */
export type RatingScaleId =
  | 'one-to-five'
  | 'politifact'
  | 'snopes'
  | 'washington-post'
  | 'fact-check-ghana'
  | 'factcheck-lk'
  | 'afp'

/** Scales of the trade, by their ids. */
export const RATING_SCALES: Readonly<Record<RatingScaleId, RatingScale>> = scales

/**
 * The rating that a label stands for: its words, and where it is a degree of truth its place on the scale, 1 for the
 * worst, as the guidelines ask: the closer to bestRating the truer. A label beside the scale has words alone, for no
 * number says "Satire".
 *
 * ```ts
 * toRating('politifact', 'half true')
 * // {alternateName: 'Half True', ratingValue: 4, bestRating: 6, worstRating: 1}
 * ```
 *
 * @param scale a scale of the trade by its id, or one's own.
 * @param label one of its labels, in any capitals.
 * @throws {TypeError} when there is no such scale, or it has no such label; the message lists those there are.
 */
export function toRating(scale: RatingScaleId | RatingScale, label: string): Rating {
  const { labels, beside } = typeof scale === 'string' ? scaleOf(scale) : scale
  const isMeant = (its: string) => its.toLowerCase() === String(label).trim().toLowerCase()
  const place = labels.findIndex(isMeant)
  if (place >= 0 && labels.length > 1)
    return {
      alternateName: labels[place]!,
      ratingValue: place + 1,
      bestRating: labels.length,
      worstRating: 1
    }
  const alternateName = [...labels, ...beside].find(isMeant)
  if (alternateName === undefined)
    throw new TypeError(`label is ${JSON.stringify(label)}: give one of ${[...labels, ...beside].join(', ')}`)
  return { alternateName }
}

function scaleOf(id: RatingScaleId): RatingScale {
  if (Object.hasOwn(RATING_SCALES, id)) return RATING_SCALES[id]
  throw new TypeError(
    `scale is ${JSON.stringify(id)}: give one of ${Object.keys(RATING_SCALES).join(', ')}, or a scale of your own`
  )
}

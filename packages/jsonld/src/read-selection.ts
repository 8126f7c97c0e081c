import type { AttributionType } from '@saywho/core'

/** Which attributions are put out. */
export interface Selection {
  /**
   * The types to put out: by default all.
   * @default ['direct', 'indirect', 'mixed']
   */
  types?: readonly AttributionType[]
  /**
   * Leave out attributions of a lower confidence, 0 to 1. In the calibration table of `@saywho/english`'s model card the bands
   * below 0.5 hold more attributions that are wrong than right; from 0.5 to 0.6, 43 % are right on PolNeAR dev and 53 % on `wider`
   * dev; from 0.6 on more are right than wrong on both.
   * @default 0.5
   */
  minConfidence?: number
}

const TYPES: readonly AttributionType[] = ['direct', 'indirect', 'mixed']

/**
 * Reads the options that all outputs share.
 *
 * @throws {TypeError} when the floor is no number from 0 to 1 or a type is unknown; the message names the option and what it got.
 */
export function readSelection({ types = TYPES, minConfidence = 0.5 }: Selection): Required<Selection> {
  if (typeof minConfidence !== 'number' || !(minConfidence >= 0 && minConfidence <= 1))
    throw new TypeError(`options.minConfidence: expected a number from 0 to 1, got ${String(minConfidence)}`)
  if (!Array.isArray(types) || !types.every((type) => TYPES.includes(type)))
    throw new TypeError(`options.types: expected a list of ${TYPES.join(', ')}, got ${JSON.stringify(types)}`)
  return { types, minConfidence }
}

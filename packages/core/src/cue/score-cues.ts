import type { Language, WeightTable } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { CUE_FEATURES, describeCueHead } from './describe-cue-head.ts'
import { findCueHeads } from './find-cue-heads.ts'

/** A word likelier than this counts as a cue for what stands around it. */
const LIKELY = 0.4

/** How likely each token is the head of a cue. */
export interface CueChances {
  /** The tokens that may be, in order. */
  readonly heads: Int32Array
  /** By token, 0 to 1. */
  readonly chance: Float32Array
  /** By token, 1 where it is likely. */
  readonly isLikely: Uint8Array
}

/** The chance of each of the words that the language pack lists, and of each full verb. */
export function scoreCues(reading: Reading, { cues, weights }: Language): CueChances {
  return scoreCueHeads(reading, findCueHeads(reading, cues.words), weights().cues)
}

/** The chance of each possible head, by logistic regression over hashed features. */
export function scoreCueHeads(
  reading: Reading,
  heads: Int32Array,
  { weights, scale }: WeightTable
): CueChances {
  const rows = new Int32Array(CUE_FEATURES)
  const chance = new Float32Array(reading.tokens.count)
  const isLikely = new Uint8Array(reading.tokens.count)
  for (const head of heads) {
    const count = describeCueHead(reading, head, rows)
    let sum = 0
    for (let i = 0; i < count; i++) sum += weights[rows[i]!]!
    chance[head] = 1 / (1 + Math.exp(-sum * scale))
    if (chance[head]! > LIKELY) isLikely[head] = 1
  }
  return { heads, chance, isLikely }
}

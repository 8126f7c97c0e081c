import { makeRandom } from '../random.ts'
import { readActs } from './score-acts.ts'
import { SPEAKER_NAMES, TALLY_NAMES } from './score-attributions.ts'
import type { DocumentScore, SpeakerName, TallyName } from './score-document.ts'

/** Percent, from and to. */
export type Interval = readonly [low: number, high: number]

export interface Intervals {
  /** Of each F1. */
  readonly figures: Readonly<Record<TallyName, Interval>>
  readonly speaker: Readonly<Record<SpeakerName, Interval | null>>
  /** Of the acts' accuracy; null where gold has no acts. */
  readonly acts: Interval | null
  /** Of who is meant; null where gold does not tell. */
  readonly named: Interval | null
}

export interface BootstrapOptions {
  /** @default 1000 */
  samples?: number
  /** The same seed gives the same intervals. @default 1 */
  seed?: number
}

/**
 * 95 % intervals by bootstrap over documents: as many documents are drawn, with replacement, as there are, many times over, and the middle 95 of
 * 100 results are given (Efron and Tibshirani 1993, the percentile interval).
 */
export function bootstrapIntervals(
  documents: readonly DocumentScore[],
  { samples = 1000, seed = 1 }: BootstrapOptions = {}
): Intervals {
  const counts = documents.map(countDocument)
  const random = makeRandom(seed)
  const results: number[][] = COUNT_PAIRS.map(() => [])
  const sum = new Float64Array(2 * COUNT_PAIRS.length)
  for (let sample = 0; sample < samples; sample++) {
    sum.fill(0)
    for (let draw = 0; draw < counts.length; draw++) {
      const drawn = counts[Math.floor(random() * counts.length)]!
      for (let at = 0; at < sum.length; at++) sum[at]! += drawn[at]!
    }
    for (const [index, result] of results.entries()) {
      const of = sum[2 * index + 1]!
      // An F1 of nothing in nothing is 0, as in the score; a share of nothing tells nothing.
      if (of > 0 || index < TALLY_NAMES.length) result.push(of > 0 ? (100 * sum[2 * index]!) / of : 0)
    }
  }
  const intervals = results.map(takeMiddle)
  const from = TALLY_NAMES.length
  return {
    figures: Object.fromEntries(
      TALLY_NAMES.map((name, index) => [name, intervals[index] ?? [0, 0]])
    ) as unknown as Intervals['figures'],
    speaker: Object.fromEntries(
      SPEAKER_NAMES.map((name, index) => [name, intervals[from + index] ?? null])
    ) as unknown as Intervals['speaker'],
    acts: intervals[from + SPEAKER_NAMES.length] ?? null,
    named: intervals[from + SPEAKER_NAMES.length + 1] ?? null
  }
}

const COUNT_PAIRS = [...TALLY_NAMES, ...SPEAKER_NAMES, 'acts', 'named']

/** Of each figure what is right and out of how many, side by side; F1 is twice what was found in all of gold and predictions. */
function countDocument(document: DocumentScore): Float64Array {
  const { tallies, speaker } = document
  const acts = readActs(document)
  return Float64Array.from([
    ...TALLY_NAMES.flatMap((name) => {
      const { found, gold, predicted } = tallies[name]
      return [2 * found, gold + predicted]
    }),
    ...SPEAKER_NAMES.flatMap((name) => [speaker[name].right, speaker[name].of]),
    acts.filter(([gold, predicted]) => gold === predicted).length,
    acts.length,
    document.named.right,
    document.named.of
  ])
}

function takeMiddle(results: readonly number[]): Interval | null {
  if (results.length === 0) return null
  const sorted = [...results].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  return [at(0.025), at(0.975)]
}

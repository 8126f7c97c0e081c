import type { GoldDocument } from '../read-corpus.ts'
import { type BootstrapOptions, bootstrapIntervals, type Intervals } from './bootstrap-intervals.ts'
import { type Calibration, measureCalibration } from './measure-calibration.ts'
import type { PredictedDocument } from './predicted-document.ts'
import { type ActScore, type NegativeScore, scoreActs, scoreNegatives } from './score-acts.ts'
import { type Figure, type Score, scoreAttributions } from './score-attributions.ts'
import { scoreChains } from './score-chains.ts'

/** All that is measured of what a program found. */
export interface Evaluation extends Score {
  readonly acts: ActScore | null
  readonly negatives: NegativeScore | null
  /** Whether the same sources were taken for one: B³. */
  readonly chains: Figure | null
  readonly calibration: Calibration | null
  /** Null unless they were asked for. */
  readonly intervals: Intervals | null
}

/**
 * Measures what a program found against what people annotated: relations, speakers, acts, denials, calibration and, where asked for, 95 %
 * intervals.
 *
 * @throws {Error} as `scoreAttributions` does.
 */
export function evaluate(
  gold: readonly GoldDocument[],
  predicted: readonly PredictedDocument[],
  { intervals = false }: { intervals?: boolean | BootstrapOptions } = {}
): Evaluation {
  const score = scoreAttributions(gold, predicted)
  const { documents } = score
  return {
    ...score,
    acts: scoreActs(documents),
    negatives: scoreNegatives(documents),
    chains: scoreChains(documents),
    calibration: measureCalibration(documents),
    intervals: intervals === false ? null : bootstrapIntervals(documents, intervals === true ? {} : intervals)
  }
}

import type { Interval } from './bootstrap-intervals.ts'
import type { Evaluation } from './evaluate.ts'
import { type Figure, SPEAKER_NAMES, TALLY_NAMES } from './score-attributions.ts'

/** Percent, and what they were counted from. */
export interface FigureJson {
  p: number
  r: number
  f1: number
  gold: number
  predicted: number
}

/** An evaluation for machines: percent to one decimal place. What was not measured is absent. */
export interface EvaluationJson {
  /** By the names of roles and relations, such as `relation@0.5 direct`. */
  [figure: string]: unknown
  speaker: Record<string, number | null>
  /** How often who is meant was found. */
  named?: number
  /** B³ of the sources' chains. */
  chains?: FigureJson
  documents_without_a_prediction?: number
  acts?: { accuracy: number; macroF1: number; of: number; byAct: Record<string, FigureJson> }
  negative?: FigureJson & { accuracy: number; of: number }
  /** Shares, 0 to 1, to four decimal places. */
  calibration?: { error: number; count: number; bins: Record<string, number>[] }
  intervals?: Record<string, Interval | Record<string, Interval | null>>
}

/** The evaluation as plain data; the names and figures of the first part are those that the project's scorer has always printed. */
export function toEvaluationJson(evaluation: Evaluation): EvaluationJson {
  const {
    figures,
    speaker,
    named,
    chains,
    documentsWithoutPrediction,
    acts,
    negatives,
    calibration,
    intervals
  } = evaluation
  return {
    ...Object.fromEntries(TALLY_NAMES.map((name) => [name, toFigureJson(figures[name])])),
    speaker: Object.fromEntries(
      SPEAKER_NAMES.map((name) => [name, speaker[name] === null ? null : toTenths(speaker[name])])
    ),
    ...(named !== null && { named: toTenths(named) }),
    ...(chains && { chains: toFigureJson(chains) }),
    ...(documentsWithoutPrediction > 0 && { documents_without_a_prediction: documentsWithoutPrediction }),
    ...(acts && {
      acts: {
        accuracy: toTenths(acts.accuracy),
        macroF1: toTenths(acts.macroF1),
        of: acts.of,
        byAct: Object.fromEntries(Object.entries(acts.byAct).map(([act, its]) => [act, toFigureJson(its)]))
      }
    }),
    ...(negatives && {
      negative: {
        accuracy: toTenths(negatives.accuracy),
        of: negatives.of,
        ...toFigureJson(negatives.figure)
      }
    }),
    ...(calibration && {
      calibration: {
        error: toTenThousandths(calibration.error),
        count: calibration.count,
        bins: calibration.bins.map(({ from, to, count, confidence, right }) => ({
          from,
          to,
          count,
          confidence: toTenThousandths(confidence),
          right: toTenThousandths(right)
        }))
      }
    }),
    ...(intervals && {
      intervals: {
        ...Object.fromEntries(TALLY_NAMES.map((name) => [name, roundInterval(intervals.figures[name])])),
        speaker: Object.fromEntries(
          SPEAKER_NAMES.map((name) => {
            const interval = intervals.speaker[name]
            return [name, interval && roundInterval(interval)]
          })
        ),
        ...(intervals.acts && { acts: roundInterval(intervals.acts) }),
        ...(intervals.named && { named: roundInterval(intervals.named) })
      }
    })
  }
}

const toFigureJson = ({ precision, recall, f1, gold, predicted }: Figure): FigureJson => ({
  p: toTenths(precision),
  r: toTenths(recall),
  f1: toTenths(f1),
  gold,
  predicted
})

const toTenths = (percent: number): number => +percent.toFixed(1)
const toTenThousandths = (share: number): number => +share.toFixed(4)
const roundInterval = ([low, high]: Interval): Interval => [toTenths(low), toTenths(high)]

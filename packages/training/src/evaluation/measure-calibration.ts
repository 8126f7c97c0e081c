import type { DocumentScore } from './score-document.ts'

/** Predictions of a like confidence. */
export interface CalibrationBin {
  /** Confidences from and below; the last bin holds 1 too. */
  readonly from: number
  readonly to: number
  readonly count: number
  /** Their mean confidence, 0 to 1. */
  readonly confidence: number
  /** The share of them that is right, 0 to 1. */
  readonly right: number
}

export interface Calibration {
  /** The expected calibration error, 0 to 1: how far the share that is right lies from the confidence, over the bins by their counts. */
  readonly error: number
  readonly count: number
  /** Those that hold a prediction. */
  readonly bins: readonly CalibrationBin[]
}

/**
 * How far `confidence` is the chance of a match at relation@0.8, in bins of equal width (Guo et al. 2017, "On calibration of modern
 * neural networks"); null where no prediction has a confidence of 0 to 1.
 */
export function measureCalibration(documents: readonly DocumentScore[], binCount = 10): Calibration | null {
  const sums = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const { predicted, pairs } of documents) {
    const right = new Set(pairs['relation@0.8'].map(([, prediction]) => prediction))
    for (const [index, { confidence }] of predicted.entries()) {
      if (confidence === undefined || !(confidence >= 0 && confidence <= 1)) continue
      const bin = sums[Math.min(binCount - 1, Math.floor(confidence * binCount))]!
      bin.count++
      bin.confidence += confidence
      if (right.has(index)) bin.right++
    }
  }
  const count = sums.reduce((sum, bin) => sum + bin.count, 0)
  if (count === 0) return null
  return {
    error: sums.reduce((sum, { confidence, right }) => sum + Math.abs(right - confidence), 0) / count,
    count,
    bins: sums.flatMap((bin, index) =>
      bin.count === 0
        ? []
        : {
            from: index / binCount,
            to: (index + 1) / binCount,
            count: bin.count,
            confidence: bin.confidence / bin.count,
            right: bin.right / bin.count
          }
    )
  }
}

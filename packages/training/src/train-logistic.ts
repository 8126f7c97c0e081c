import { makeRandom, shuffle } from './random.ts'

/** Examples of a yes-or-no question, their features as rows of one table. */
export interface LogisticExamples {
  readonly rows: Int32Array
  /** Features of example `i`: `rows[start[i]]` up to `rows[start[i + 1]]`. */
  readonly start: Int32Array
  readonly isTrue: Uint8Array
  /** How much each counts. */
  readonly weight: Float32Array
}

export interface Regime {
  readonly passes: number
  readonly rate: number
  readonly decay: number
  readonly seed: number
}

/**
 * Logistic regression over hashed features by AdaGrad (Duchi et al. 2011) with L2 decay; the weights of the second half of
 * the passes are averaged.
 */
export function trainLogistic(size: number, examples: LogisticExamples, regime: Regime): Float32Array {
  const { rows, start, isTrue, weight } = examples
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-6)
  const sum = new Float64Array(size)
  const random = makeRandom(regime.seed)
  const order = Array.from({ length: isTrue.length }, (_, i) => i)
  let snapshots = 0
  for (let pass = 0; pass < regime.passes; pass++) {
    shuffle(order, random)
    for (const i of order) {
      let logit = 0
      for (let at = start[i]!; at < start[i + 1]!; at++) logit += weights[rows[at]!]!
      const error = (1 / (1 + Math.exp(-logit)) - isTrue[i]!) * weight[i]!
      for (let at = start[i]!; at < start[i + 1]!; at++) {
        const row = rows[at]!
        const gradient = error + regime.decay * weights[row]!
        squares[row]! += gradient * gradient
        weights[row]! -= (regime.rate * gradient) / Math.sqrt(squares[row]!)
      }
    }
    if (pass >= regime.passes >> 1) {
      snapshots++
      for (let k = 0; k < size; k++) sum[k]! += weights[k]!
    }
  }
  for (let k = 0; k < size; k++) weights[k] = sum[k]! / snapshots
  return weights
}

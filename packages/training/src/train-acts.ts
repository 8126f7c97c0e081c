import { ACT_OUTPUTS, ACT_ROWS, ACTS } from '@saywho/core/rooms'
import { makeRandom, shuffle } from './random.ts'
import type { Regime } from './train-logistic.ts'

/** An attribution's features as rows of the act table, with its act, by index, and whether it is denied. */
export interface ActExample {
  readonly rows: Int32Array
  readonly act: number
  readonly negative: boolean
}

/** Multinomial regression for the act, and logistic regression for denial, in one table; trained as `trainLogistic` trains. */
export function trainActs(
  examples: readonly ActExample[],
  { passes, rate, decay, seed }: Regime
): Float32Array {
  const weights = new Float32Array(ACT_ROWS * ACT_OUTPUTS)
  const squares = new Float32Array(weights.length).fill(1e-6)
  const sum = new Float64Array(weights.length)
  const random = makeRandom(seed)
  const order = examples.map((_, i) => i)
  const scores = new Float64Array(ACT_OUTPUTS)
  let snapshots = 0
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    for (const i of order) {
      const { rows, act, negative } = examples[i]!
      scores.fill(0)
      for (const row of rows)
        for (let k = 0; k < ACT_OUTPUTS; k++) scores[k]! += weights[row * ACT_OUTPUTS + k]!
      let total = 0
      for (let k = 0; k < ACTS.length; k++) total += Math.exp(scores[k]!)
      for (let k = 0; k < ACT_OUTPUTS; k++) {
        const isDenial = k === ACTS.length
        const chance = isDenial ? 1 / (1 + Math.exp(-scores[k]!)) : Math.exp(scores[k]!) / total
        const error = chance - (isDenial ? (negative ? 1 : 0) : k === act ? 1 : 0)
        if (Math.abs(error) < 1e-3) continue
        for (const row of rows) {
          const at = row * ACT_OUTPUTS + k
          const gradient = error + decay * weights[at]!
          squares[at]! += gradient * gradient
          weights[at]! -= (rate * gradient) / Math.sqrt(squares[at]!)
        }
      }
    }
    if (pass >= passes >> 1) {
      snapshots++
      for (let k = 0; k < weights.length; k++) sum[k]! += weights[k]!
    }
  }
  for (let k = 0; k < weights.length; k++) weights[k] = sum[k]! / snapshots
  return weights
}

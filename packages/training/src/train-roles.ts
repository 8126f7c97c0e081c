import {
  computeMarginals,
  makeLabelRoom,
  ROLE_COUNT,
  STEP_ROWS,
  scoreWindow,
  UNIT_ROWS,
  type WindowFeatures
} from '@saywho/core/rooms'
import { makeRandom, shuffle } from './random.ts'
import type { Regime } from './train-logistic.ts'

/** A cue's window with the label of each unit. */
export interface RoleExample {
  readonly features: WindowFeatures
  readonly cueUnit: number
  readonly labels: Uint8Array
  /** How much it counts. */
  readonly weight: number
}

/** Trains the field's weights by AdaGrad on the likelihood of whole labellings, with L2 decay; snapshots of the second half are averaged. */
export function trainRoles(examples: readonly RoleExample[], regime: Regime) {
  const units = new Float32Array(UNIT_ROWS * ROLE_COUNT)
  const steps = new Float32Array(STEP_ROWS * ROLE_COUNT * ROLE_COUNT)
  const unitSquares = new Float32Array(units.length).fill(1e-6)
  const stepSquares = new Float32Array(steps.length).fill(1e-6)
  const unitSum = new Float64Array(units.length)
  const stepSum = new Float64Array(steps.length)
  const random = makeRandom(regime.seed)
  const order = examples.map((_, i) => i)
  const { rate, decay, passes } = regime
  let snapshots = 0
  const L = ROLE_COUNT
  const S = L * L
  const unitTable = { weights: units, scale: 1 }
  const stepTable = { weights: steps, scale: 1 }
  const longest = examples.reduce((most, { labels }) => Math.max(most, labels.length), 0)
  const room = makeLabelRoom(longest)
  const stepChance = new Float64Array(longest * S)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    for (const i of order) {
      const { features, cueUnit, labels, weight } = examples[i]!
      const { unitRows, unitStart, stepRows, stepStart } = features
      const count = labels.length
      const scores = scoreWindow(features, cueUnit, unitTable, stepTable, room)
      const { unit: unitChance } = computeMarginals(scores, room, stepChance)
      for (let u = 0; u < count; u++) {
        if (u !== cueUnit)
          for (let label = 0; label < L; label++) {
            const error = (unitChance[u * L + label]! - (labels[u] === label ? 1 : 0)) * weight
            if (error < 1e-4 && error > -1e-4) continue
            for (let at = unitStart[u]!; at < unitStart[u + 1]!; at++) {
              const k = unitRows[at]! * L + label
              const gradient = error + decay * units[k]!
              unitSquares[k]! += gradient * gradient
              units[k]! -= (rate * gradient) / Math.sqrt(unitSquares[k]!)
            }
          }
        const before = u === 0 ? 0 : labels[u - 1]!
        for (let pair = 0; pair < S; pair++) {
          const isGold = pair === before * L + labels[u]!
          const error = (stepChance[u * S + pair]! - (isGold ? 1 : 0)) * weight
          if (error < 1e-4 && error > -1e-4) continue
          for (let at = stepStart[u]!; at < stepStart[u + 1]!; at++) {
            const k = stepRows[at]! * S + pair
            const gradient = error + decay * steps[k]!
            stepSquares[k]! += gradient * gradient
            steps[k]! -= (rate * gradient) / Math.sqrt(stepSquares[k]!)
          }
        }
      }
    }
    if (pass >= passes >> 1) {
      snapshots++
      for (let k = 0; k < units.length; k++) unitSum[k]! += units[k]!
      for (let k = 0; k < steps.length; k++) stepSum[k]! += steps[k]!
    }
  }
  for (let k = 0; k < units.length; k++) units[k] = unitSum[k]! / snapshots
  for (let k = 0; k < steps.length; k++) steps[k] = stepSum[k]! / snapshots
  return { units, steps }
}

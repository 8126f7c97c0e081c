import type { WeightTable } from '../language.ts'
import type { WindowFeatures } from './describe-window.ts'

/** What a unit is to a cue. */
export const RoleLabel = { none: 0, source: 1, content: 2 } as const
export const ROLE_COUNT = 3
const STEP_COUNT = ROLE_COUNT * ROLE_COUNT

/** Scores of a window's units and steps: a linear-chain conditional random field (Lafferty et al. 2001). */
export interface WindowScores {
  readonly count: number
  /** `ROLE_COUNT` a unit. */
  readonly unit: Float64Array
  /** `ROLE_COUNT` × `ROLE_COUNT` a unit: from the label before to its own. Those of unit 0 are from `none`. */
  readonly step: Float64Array
}

/** `cueUnit` can be neither source nor content. */
export function scoreWindow(
  { unitRows, unitStart, stepRows, stepStart }: WindowFeatures,
  cueUnit: number,
  units: WeightTable,
  steps: WeightTable
): WindowScores {
  const count = unitStart.length - 1
  const unit = new Float64Array(count * ROLE_COUNT)
  const step = new Float64Array(count * STEP_COUNT)
  const unitWeights = units.weights
  const stepWeights = steps.weights
  for (let i = 0; i < count; i++) {
    let none = 0
    let source = 0
    let content = 0
    for (let at = unitStart[i]!; at < unitStart[i + 1]!; at++) {
      const row = unitRows[at]! * ROLE_COUNT
      none += unitWeights[row]!
      source += unitWeights[row + 1]!
      content += unitWeights[row + 2]!
    }
    unit[i * ROLE_COUNT] = none * units.scale
    unit[i * ROLE_COUNT + 1] = i === cueUnit ? IMPOSSIBLE : source * units.scale
    unit[i * ROLE_COUNT + 2] = i === cueUnit ? IMPOSSIBLE : content * units.scale
    // Nine sums of their own: adding up in the array would write it for every row.
    let nn = 0
    let ns = 0
    let nc = 0
    let sn = 0
    let ss = 0
    let sc = 0
    let cn = 0
    let cs = 0
    let cc = 0
    for (let at = stepStart[i]!; at < stepStart[i + 1]!; at++) {
      const row = stepRows[at]! * STEP_COUNT
      nn += stepWeights[row]!
      ns += stepWeights[row + 1]!
      nc += stepWeights[row + 2]!
      sn += stepWeights[row + 3]!
      ss += stepWeights[row + 4]!
      sc += stepWeights[row + 5]!
      cn += stepWeights[row + 6]!
      cs += stepWeights[row + 7]!
      cc += stepWeights[row + 8]!
    }
    const own = i * STEP_COUNT
    step[own] = nn * steps.scale
    step[own + 1] = ns * steps.scale
    step[own + 2] = nc * steps.scale
    step[own + 3] = sn * steps.scale
    step[own + 4] = ss * steps.scale
    step[own + 5] = sc * steps.scale
    step[own + 6] = cn * steps.scale
    step[own + 7] = cs * steps.scale
    step[own + 8] = cc * steps.scale
  }
  return { count, unit, step }
}

const IMPOSSIBLE = Number.NEGATIVE_INFINITY

/** A labelling of a window's units. */
export interface Path {
  readonly labels: Uint8Array
  /** The sum of its scores. */
  readonly score: number
}

/** The `most` best labellings, the best first (list Viterbi: Seshadri and Sundberg 1994). */
export function findBestPaths({ count, unit, step }: WindowScores, most: number): Path[] {
  if (count === 0) return []
  const next = new Int32Array(ROLE_COUNT)
  const width = ROLE_COUNT * most
  const score = new Float64Array(count * width).fill(Number.NEGATIVE_INFINITY)
  const back = new Int16Array(count * width).fill(-1)
  for (let label = 0; label < ROLE_COUNT; label++) score[label * most] = unit[label]! + step[label]!
  for (let i = 1; i < count; i++)
    for (let label = 0; label < ROLE_COUNT; label++) {
      const cell = i * width + label * most
      const own = unit[i * ROLE_COUNT + label]!
      next.fill(0)
      for (let rank = 0; rank < most; rank++) {
        let best = Number.NEGATIVE_INFINITY
        let from = -1
        for (let before = 0; before < ROLE_COUNT; before++) {
          if (next[before]! >= most) continue
          const value =
            score[(i - 1) * width + before * most + next[before]!]! +
            step[i * STEP_COUNT + before * ROLE_COUNT + label]!
          if (value > best) {
            best = value
            from = before
          }
        }
        if (from < 0) break
        score[cell + rank] = best + own
        back[cell + rank] = from * most + next[from]!
        next[from]!++
      }
    }
  const ends: number[] = []
  for (let cell = 0; cell < width; cell++)
    if (score[(count - 1) * width + cell]! > Number.NEGATIVE_INFINITY) ends.push(cell)
  ends.sort((a, b) => score[(count - 1) * width + b]! - score[(count - 1) * width + a]! || a - b)
  return ends.slice(0, most).map((end) => {
    const labels = new Uint8Array(count)
    let cell = end
    for (let i = count - 1; i >= 0; i--) {
      labels[i] = Math.floor(cell / most)
      cell = back[i * width + cell]!
    }
    return { labels, score: score[(count - 1) * width + end]! }
  })
}

/** Chances of each label of each unit, and the logarithm of the sum over all paths. */
export interface Marginals {
  readonly unit: Float64Array
  /** As `WindowScores.step`. */
  readonly step: Float64Array
  readonly logSum: number
}

/** The forward-backward algorithm, on chances scaled unit by unit (Rabiner 1989). */
export function computeMarginals({ count, unit, step }: WindowScores): Marginals {
  const L = ROLE_COUNT
  // Weights of unit and step, the largest of each unit taken out so that none runs over.
  const weight = new Float64Array(count * STEP_COUNT)
  let logSum = 0
  for (let i = 0; i < count; i++) {
    let most = Number.NEGATIVE_INFINITY
    const pairs = i === 0 ? L : STEP_COUNT
    for (let k = 0; k < pairs; k++) {
      const score = step[i * STEP_COUNT + k]! + unit[i * L + (k % L)]!
      weight[i * STEP_COUNT + k] = score
      if (score > most) most = score
    }
    for (let k = 0; k < pairs; k++) weight[i * STEP_COUNT + k] = Math.exp(weight[i * STEP_COUNT + k]! - most)
    logSum += most
  }
  const ahead = new Float64Array(count * L)
  const behind = new Float64Array(count * L)
  const scales = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let sum = 0
    for (let label = 0; label < L; label++) {
      const k = i * STEP_COUNT + label
      const value =
        i === 0
          ? weight[k]!
          : ahead[(i - 1) * L]! * weight[k]! +
            ahead[(i - 1) * L + 1]! * weight[k + L]! +
            ahead[(i - 1) * L + 2]! * weight[k + 2 * L]!
      ahead[i * L + label] = value
      sum += value
    }
    for (let label = 0; label < L; label++) ahead[i * L + label]! /= sum
    scales[i] = sum
    logSum += Math.log(sum)
  }
  behind.fill(1, (count - 1) * L)
  for (let i = count - 2; i >= 0; i--)
    for (let label = 0; label < L; label++) {
      const k = (i + 1) * STEP_COUNT + label * L
      const j = (i + 1) * L
      behind[i * L + label] =
        (weight[k]! * behind[j]! + weight[k + 1]! * behind[j + 1]! + weight[k + 2]! * behind[j + 2]!) /
        scales[i + 1]!
    }
  const unitChance = new Float64Array(count * L)
  const stepChance = new Float64Array(count * STEP_COUNT)
  for (let i = 0; i < count; i++)
    for (let label = 0; label < L; label++) {
      const after = behind[i * L + label]!
      unitChance[i * L + label] = ahead[i * L + label]! * after
      if (i === 0) stepChance[label] = unitChance[label]!
      else
        for (let before = 0; before < L; before++)
          stepChance[i * STEP_COUNT + before * L + label] =
            (ahead[(i - 1) * L + before]! * weight[i * STEP_COUNT + before * L + label]! * after) / scales[i]!
    }
  return { unit: unitChance, step: stepChance, logSum }
}

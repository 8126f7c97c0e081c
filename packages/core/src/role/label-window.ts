import type { WeightTable } from '../language.ts'
import { padTable, sumLists } from '../tagging/sum-rows.ts'
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

/** Room for the scores of a window, and for what is worked out from them: it holds until it is used again. */
export interface LabelRoom extends Pick<WindowScores, 'unit' | 'step'> {
  /** Weights of steps into each unit, chances of its labels, and by what they were scaled. */
  readonly weight: Float64Array
  readonly chance: Float64Array
  readonly scale: Float64Array
}

/** Room for windows of up to `units` units. */
export const makeLabelRoom = (units: number): LabelRoom => ({
  unit: new Float64Array(units * ROLE_COUNT),
  step: new Float64Array(units * STEP_COUNT),
  weight: new Float64Array(units * STEP_COUNT),
  chance: new Float64Array(units * ROLE_COUNT),
  scale: new Float64Array(units)
})

/** `cueUnit` can be neither source nor content. */
export function scoreWindow(
  { unitRows, unitStart, stepRows, stepStart }: WindowFeatures,
  cueUnit: number,
  units: WeightTable,
  steps: WeightTable,
  { unit, step } = makeLabelRoom(unitStart.length - 1)
): WindowScores {
  sumRows(unitRows, unitStart, units, ROLE_COUNT, unit)
  sumRows(stepRows, stepStart, steps, STEP_COUNT, step)
  unit[cueUnit * ROLE_COUNT + RoleLabel.source] = IMPOSSIBLE
  unit[cueUnit * ROLE_COUNT + RoleLabel.content] = IMPOSSIBLE
  return { count: unitStart.length - 1, unit, step }
}

/** Adds up the rows of each list: signed bytes by four at a time; other weights, as training has them, one by one. */
function sumRows(
  rows: Int32Array,
  start: Int32Array,
  { weights, scale }: WeightTable,
  columns: number,
  sums: Float64Array
): void {
  if (weights instanceof Int8Array) {
    sumLists(rows, start, padTable(weights, columns), columns, scale, sums)
    return
  }
  const lists = start.length - 1
  sums.fill(0, 0, lists * columns)
  for (let list = 0; list < lists; list++) {
    const first = list * columns
    for (let at = start[list]!; at < start[list + 1]!; at++) {
      const row = rows[at]! * columns
      for (let column = 0; column < columns; column++) sums[first + column]! += weights[row + column]!
    }
    for (let sum = first; sum < first + columns; sum++) sums[sum]! *= scale
  }
}

const IMPOSSIBLE = Number.NEGATIVE_INFINITY

/** A labelling of a window's units. */
export interface Path {
  readonly labels: Uint8Array
  /** The sum of its scores. */
  readonly score: number
}

/** Lists of the scores of the best labellings up to each unit, one list a label, and where each entry goes on from. */
export interface PathRoom {
  /** After each list stands one more entry, that no score is worse than. */
  readonly score: Float64Array
  readonly back: Int16Array
}

/** Room for the `most` best labellings of windows of up to `units` units. */
export const makePathRoom = (units: number, most: number): PathRoom => ({
  score: new Float64Array((units + 1) * ROLE_COUNT * (most + 1)),
  back: new Int16Array((units + 1) * ROLE_COUNT * (most + 1))
})

/** The `most` best labellings, the best first (list Viterbi: Seshadri and Sundberg 1994). */
export function findBestPaths(
  { count, unit, step }: WindowScores,
  most: number,
  room = makePathRoom(count, most)
): Path[] {
  if (count === 0) return []
  const { score, back } = room
  const stride = most + 1
  const width = ROLE_COUNT * stride
  score.fill(IMPOSSIBLE, 0, width)
  for (let label = 0; label < ROLE_COUNT; label++) score[label * stride] = unit[label]! + step[label]!
  for (let i = 1; i < count; i++)
    for (let label = 0; label < ROLE_COUNT; label++) {
      const pair = i * STEP_COUNT + label
      mergeLists(
        room,
        most,
        (i - 1) * width,
        i * width + label * stride,
        step[pair]!,
        step[pair + ROLE_COUNT]!,
        step[pair + 2 * ROLE_COUNT]!,
        unit[i * ROLE_COUNT + label]!
      )
    }
  const end = count * width
  mergeLists(room, most, end - width, end, 0, 0, 0, 0)
  const paths: Path[] = []
  for (let at = end; score[at]! > IMPOSSIBLE; at++) {
    const labels = new Uint8Array(count)
    let cell = back[at]!
    for (let i = count - 1; i >= 0; i--) {
      labels[i] = cell < stride ? 0 : cell < 2 * stride ? 1 : 2
      cell = back[i * width + cell]!
    }
    paths.push({ labels, score: score[at]! })
  }
  return paths
}

/**
 * Makes one list of those of the three labels from `before` on, with what each step from them and the list's own unit add; of equal scores
 * the first label's comes first.
 */
function mergeLists(
  { score, back }: PathRoom,
  most: number,
  before: number,
  list: number,
  fromNone: number,
  fromSource: number,
  fromContent: number,
  own: number
): void {
  const end = list + most
  let none = before
  let source = before + most + 1
  let content = source + most + 1
  let afterNone = score[none]! + fromNone
  let afterSource = score[source]! + fromSource
  let afterContent = score[content]! + fromContent
  let at = list
  for (; at < end; at++) {
    let best = afterNone
    let from = none
    if (afterNone >= afterSource && afterNone >= afterContent) afterNone = score[++none]! + fromNone
    else if (afterSource >= afterContent) {
      best = afterSource
      from = source
      afterSource = score[++source]! + fromSource
    } else {
      best = afterContent
      from = content
      afterContent = score[++content]! + fromContent
    }
    if (best === IMPOSSIBLE) break
    score[at] = best + own
    back[at] = from - before
  }
  for (; at <= end; at++) score[at] = IMPOSSIBLE
}

/** Chances of each label of each unit, and the logarithm of the sum over all paths. */
export interface Marginals {
  readonly unit: Float64Array
  readonly logSum: number
}

/**
 * The forward-backward algorithm, on chances scaled unit by unit (Rabiner 1989). Where there is room for them, the chances of steps are
 * written to `stepChance`, laid out as `WindowScores.step`.
 */
export function computeMarginals(
  { count, unit, step }: WindowScores,
  { weight, chance, scale }: LabelRoom = makeLabelRoom(count),
  stepChance?: Float64Array
): Marginals {
  let logSum = 0
  // the chances of a unit's labels given all up to it
  let none = 1
  let source = 0
  let content = 0
  for (let i = 0; i < count; i++) {
    const own = i * ROLE_COUNT
    const pairs = i * STEP_COUNT
    // a path's first step is from no label: what stands there from the others is multiplied by 0
    const end = i === 0 ? ROLE_COUNT : STEP_COUNT
    let most = IMPOSSIBLE
    for (let k = 0; k < end; k += ROLE_COUNT)
      for (let label = 0; label < ROLE_COUNT; label++) {
        const score = step[pairs + k + label]! + unit[own + label]!
        weight[pairs + k + label] = score
        // the largest is taken out, so that none runs over
        if (score > most) most = score
      }
    for (let k = pairs; k < pairs + end; k++) weight[k] = Math.exp(weight[k]! - most)
    const toNone = none * weight[pairs]! + source * weight[pairs + 3]! + content * weight[pairs + 6]!
    const toSource = none * weight[pairs + 1]! + source * weight[pairs + 4]! + content * weight[pairs + 7]!
    const toContent = none * weight[pairs + 2]! + source * weight[pairs + 5]! + content * weight[pairs + 8]!
    const sum = toNone + toSource + toContent
    chance[own] = none = toNone / sum
    chance[own + 1] = source = toSource / sum
    chance[own + 2] = content = toContent / sum
    scale[i] = sum
    logSum += most
  }
  for (let i = 0; i < count; i++) logSum += Math.log(scale[i]!)
  // What follows a unit, given each of its labels.
  none = 1
  source = 1
  content = 1
  for (let i = count - 1; i >= 0; i--) {
    const own = i * ROLE_COUNT
    const pairs = i * STEP_COUNT
    const its = scale[i]!
    chance[own]! *= none
    chance[own + 1]! *= source
    chance[own + 2]! *= content
    if (stepChance !== undefined && i === 0) {
      stepChance.fill(0, 0, STEP_COUNT)
      stepChance.set(chance.subarray(0, ROLE_COUNT))
    } else if (stepChance !== undefined)
      for (let k = 0; k < STEP_COUNT; k += ROLE_COUNT) {
        const before = chance[own - ROLE_COUNT + k / ROLE_COUNT]!
        stepChance[pairs + k] = (before * weight[pairs + k]! * none) / its
        stepChance[pairs + k + 1] = (before * weight[pairs + k + 1]! * source) / its
        stepChance[pairs + k + 2] = (before * weight[pairs + k + 2]! * content) / its
      }
    const afterNone = weight[pairs]! * none + weight[pairs + 1]! * source + weight[pairs + 2]! * content
    const afterSource = weight[pairs + 3]! * none + weight[pairs + 4]! * source + weight[pairs + 5]! * content
    const afterContent =
      weight[pairs + 6]! * none + weight[pairs + 7]! * source + weight[pairs + 8]! * content
    none = afterNone / its
    source = afterSource / its
    content = afterContent / its
  }
  return { unit: chance, logSum }
}

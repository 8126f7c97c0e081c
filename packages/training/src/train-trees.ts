import type { TreeTable } from '@saywho/core/rooms'
import { makeRandom } from './random.ts'

export interface TreeRegime {
  readonly trees: number
  /** Levels of splits in a tree. Trees of more than five are not summed by `sumTrees`. */
  readonly depth: number
  readonly rate: number
  /** The least sum of curvatures in a leaf: p (1 - p) times its weight an example, so a quarter of it at most. */
  readonly leaf: number
  /** L2 penalty on leaves. */
  readonly penalty: number
  /** The share of the examples, and of the figures, that each tree is shown, drawn for it alone (Friedman 2002); all where there is none. */
  readonly share?: number
}

const SEED = 7

const BINS = 64

/**
 * Gradient-boosted trees for a yes-or-no question (Friedman 2001; second-order leaves and histograms after Chen and Guestrin
 * 2016): `rows` holds `width` figures an example. The same examples give the same trees.
 */
export function trainTrees(
  rows: Float32Array,
  width: number,
  target: Float32Array,
  weight: Float32Array,
  regime: TreeRegime
): TreeTable {
  const count = target.length
  const cuts = findCuts(rows, width, count)
  const bins = new Uint8Array(count * width)
  for (let i = 0; i < count; i++)
    for (let f = 0; f < width; f++) bins[i * width + f] = binOf(cuts[f]!, rows[i * width + f]!)
  let positive = 0
  let total = 0
  for (let i = 0; i < count; i++) {
    positive += weight[i]! * target[i]!
    total += weight[i]!
  }
  const base = logOdds(positive, total)
  const logit = new Float64Array(count).fill(base)
  const slope = new Float64Array(count)
  const curve = new Float64Array(count)
  const root: number[] = []
  const figure: number[] = []
  const limit: number[] = []
  const left: number[] = []
  const order = new Int32Array(count)
  const aside = new Int32Array(count)
  const size = width * BINS * 2
  const share = regime.share ?? 1
  const random = makeRandom(SEED)
  for (let tree = 0; tree < regime.trees; tree++) {
    const shown = cuts.map((its) => (share === 1 || random() < share ? its : NO_CUTS))
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-logit[i]!))
      const counts = share === 1 || random() < share ? weight[i]! : 0
      slope[i] = (p - target[i]!) * counts
      curve[i] = Math.max(1e-6, p * (1 - p)) * counts
      order[i] = i
    }
    root.push(figure.length)
    let open: OpenNode[] = [{ node: addNode(), from: 0, to: count, histogram: fill(0, count) }]
    for (let level = 0; level <= regime.depth && open.length > 0; level++) {
      const next: OpenNode[] = []
      for (const { node, from, to, histogram } of open) {
        let g = 0
        let h = 0
        for (let at = from; at < to; at++) {
          g += slope[order[at]!]!
          h += curve[order[at]!]!
        }
        limit[node] = (-g / (h + regime.penalty)) * regime.rate
        const split = histogram === null ? null : findSplit(histogram, shown, g, h, regime)
        if (split === null) {
          for (let at = from; at < to; at++) logit[order[at]!]! += limit[node]!
          continue
        }
        figure[node] = split.figure
        limit[node] = cuts[split.figure]![split.bin]!
        left[node] = figure.length
        let middle = from
        let rest = 0
        for (let at = from; at < to; at++) {
          const i = order[at]!
          if (bins[i * width + split.figure]! <= split.bin) order[middle++] = i
          else aside[rest++] = i
        }
        order.set(aside.subarray(0, rest), middle)
        const isLast = level + 1 === regime.depth
        const leftSmaller = middle - from < to - middle
        const smaller = isLast ? null : leftSmaller ? fill(from, middle) : fill(middle, to)
        if (smaller !== null) for (let k = 0; k < size; k++) histogram![k]! -= smaller[k]!
        next.push({
          node: addNode(),
          from,
          to: middle,
          histogram: isLast ? null : leftSmaller ? smaller : histogram
        })
        next.push({
          node: addNode(),
          from: middle,
          to,
          histogram: isLast ? null : leftSmaller ? histogram : smaller
        })
      }
      open = next
    }
  }
  return {
    root: Int32Array.from(root),
    figure: Int8Array.from(figure),
    limit: Float32Array.from(limit),
    left: Int32Array.from(left),
    base
  }

  function addNode(): number {
    figure.push(-1)
    limit.push(0)
    left.push(0)
    return figure.length - 1
  }

  /** Sums of slope and curve by figure and bin, over a stretch of the order. */
  function fill(from: number, to: number): Float64Array {
    const histogram = new Float64Array(size)
    for (let at = from; at < to; at++) {
      const i = order[at]!
      const g = slope[i]!
      const h = curve[i]!
      const row = i * width
      for (let f = 0; f < width; f++) {
        const k = (f * BINS + bins[row + f]!) * 2
        histogram[k]! += g
        histogram[k + 1]! += h
      }
    }
    return histogram
  }
}

/** A node that may be split, with the examples in it as a stretch of the order; no histogram where the tree is deep enough. */
interface OpenNode {
  readonly node: number
  readonly from: number
  readonly to: number
  readonly histogram: Float64Array | null
}

/** The split that gains most; null where none does. */
function findSplit(
  histogram: Float64Array,
  cuts: readonly Float32Array[],
  g: number,
  h: number,
  regime: TreeRegime
) {
  let best = LEAST_GAIN
  let found: { figure: number; bin: number } | null = null
  const whole = (g * g) / (h + regime.penalty)
  for (let figure = 0; figure < cuts.length; figure++) {
    let gl = 0
    let hl = 0
    for (let bin = 0; bin < cuts[figure]!.length; bin++) {
      const k = (figure * BINS + bin) * 2
      gl += histogram[k]!
      hl += histogram[k + 1]!
      const hr = h - hl
      if (hl < regime.leaf || hr < regime.leaf) continue
      const gr = g - gl
      const gain = (gl * gl) / (hl + regime.penalty) + (gr * gr) / (hr + regime.penalty) - whole
      if (gain > best) {
        best = gain
        found = { figure, bin }
      }
    }
  }
  return found
}

const LEAST_GAIN = 1e-3
const NO_CUTS = new Float32Array()

/** The logarithm of the odds of a share; where it is all or nothing, as if one more example had told otherwise. */
function logOdds(positive: number, total: number): number {
  if (positive > 0 && positive < total) return Math.log(positive / (total - positive))
  return positive > 0 ? Math.log(total + 1) : -Math.log(total + 1)
}

/** Cuts of each figure, at most `BINS - 1`, at its quantiles. */
function findCuts(rows: Float32Array, width: number, count: number): Float32Array[] {
  const step = Math.max(1, Math.floor(count / 20000))
  return Array.from({ length: width }, (_, f) => {
    const values: number[] = []
    for (let i = 0; i < count; i += step) values.push(rows[i * width + f]!)
    values.sort((a, b) => a - b)
    const distinct = [...new Set(values)]
    if (distinct.length < BINS) return Float32Array.from(distinct.slice(0, -1))
    const cuts = new Set<number>()
    for (let bin = 1; bin < BINS; bin++) cuts.add(values[Math.floor((bin * values.length) / BINS)]!)
    return Float32Array.from([...cuts].sort((a, b) => a - b)).subarray(0, BINS - 1)
  })
}

/** The first bin whose cut is no less than a value. */
function binOf(cuts: Float32Array, value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= cuts[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

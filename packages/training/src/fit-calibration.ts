import type { Calibration } from '@saywho/core/rooms'

/** How many points a calibration has at most. */
const POINTS = 12

/**
 * A rising line from scores to chances: the share that is right in each of equally heavy bins of the score, pooled where it
 * would fall (isotonic regression, Barlow et al. 1972). Where there is nothing to learn from, the chance is the score.
 */
export function fitCalibration(
  examples: readonly { score: number; isRight: boolean; weight: number }[]
): Calibration {
  if (examples.length === 0) return { score: [0, 1], chance: [0, 1] }
  const sorted = [...examples].sort((a, b) => a.score - b.score)
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const bins: { score: number; right: number; weight: number }[] = []
  let bin = { score: 0, right: 0, weight: 0 }
  for (const { score, isRight, weight } of sorted) {
    bin.score += score * weight
    bin.right += isRight ? weight : 0
    bin.weight += weight
    if (bin.weight >= total / POINTS) {
      bins.push(bin)
      bin = { score: 0, right: 0, weight: 0 }
    }
  }
  if (bin.weight > 0) bins.push(bin)
  for (let at = 1; at < bins.length; at++) {
    const before = bins[at - 1]!
    const its = bins[at]!
    if (before.right / before.weight <= its.right / its.weight) continue
    before.score += its.score
    before.right += its.right
    before.weight += its.weight
    bins.splice(at, 1)
    at = Math.max(0, at - 2)
  }
  return {
    score: bins.map(({ score, weight }) => round(score / weight)),
    chance: bins.map(({ right, weight }) => round(right / weight))
  }
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4

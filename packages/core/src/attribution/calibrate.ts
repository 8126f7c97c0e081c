import type { Calibration } from '../language.ts'

/** The chance that a score stands for, on the straight line between the points next to it. */
export function calibrate({ score, chance }: Calibration, value: number): number {
  const after = score.findIndex((its) => its >= value)
  if (after < 0) return chance.at(-1)!
  if (after === 0) return chance[0]!
  const share = (value - score[after - 1]!) / (score[after]! - score[after - 1]!)
  return chance[after - 1]! + share * (chance[after]! - chance[after - 1]!)
}

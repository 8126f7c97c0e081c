import { describe, expect, it } from 'vitest'
import { trainLogistic } from '../../packages/training/src/train-logistic.ts'

const REGIME = { passes: 20, rate: 0.1, decay: 1e-4, seed: 1 }

/** Learns from rows and whether it is so. */
function learn(
  examples: readonly (readonly [rows: number[], isTrue: boolean, weight?: number])[],
  regime = REGIME
) {
  const start = [0]
  for (const [rows] of examples) start.push(start.at(-1)! + rows.length)
  const weights = trainLogistic(
    8,
    {
      rows: Int32Array.from(examples.flatMap(([rows]) => rows)),
      start: Int32Array.from(start),
      isTrue: Uint8Array.from(examples, ([, isTrue]) => (isTrue ? 1 : 0)),
      weight: Float32Array.from(examples, ([, , weight = 1]) => weight)
    },
    regime
  )
  const chance = (...rows: number[]) => 1 / (1 + Math.exp(-rows.reduce((sum, row) => sum + weights[row]!, 0)))
  return { weights, chance }
}

const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item)

describe('trainLogistic', () => {
  it('learns which rows speak for, which against, and which tell nothing', () => {
    const { weights, chance } = learn([
      ...times(20, [[0, 1], true] as const),
      ...times(20, [[0, 2], false] as const)
    ] as never)
    expect(chance(0, 1)).toBeGreaterThan(0.9)
    expect(chance(0, 2)).toBeLessThan(0.1)
    expect(Math.abs(weights[0]!)).toBeLessThan(Math.abs(weights[1]!) / 2)
    expect(weights[5]).toBe(0)
  })

  it('weighs examples that contradict each other', () => {
    const both = (forIt: number, against: number) => learn(times(10, [[[0], true, forIt], [[0], false, against]]).flat() as never).chance(0)
    expect(both(3, 1)).toBeGreaterThan(0.6)
    expect(both(1, 3)).toBeLessThan(0.4)
  }) // biome-ignore format: short

  it('gives the same for the same, and other numbers for another order', () => {
    const examples = [
      ...times(9, [[0, 1], true]),
      ...times(7, [[0, 2], false]),
      ...times(5, [[1, 2], true])
    ] as never
    expect(learn(examples).weights).toEqual(learn(examples).weights)
    expect(learn(examples, { ...REGIME, seed: 2 }).weights).not.toEqual(learn(examples).weights)
  })

  it('learns nothing from nothing', () => {
    expect([...learn([]).weights]).toEqual(new Array(8).fill(0))
  })
})

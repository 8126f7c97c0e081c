import { ACT_OUTPUTS, ACTS } from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { type ActExample, trainActs } from '../../packages/training/src/train-acts.ts'

const REGIME = { passes: 8, rate: 0.1, decay: 1e-4, seed: 1 }
/** Row 10 and on tells the act, row 20 that it is denied. */
const examples: ActExample[] = Array.from({ length: 80 }, (_, i) => ({
  rows: Int32Array.from([1, 10 + (i % ACTS.length), ...(i % 5 === 0 ? [20] : [])]),
  act: i % ACTS.length,
  negative: i % 5 === 0
}))

describe('trainActs', () => {
  const weights = trainActs(examples, REGIME)
  const sums = (...rows: number[]) =>
    Array.from({ length: ACT_OUTPUTS }, (_, k) =>
      rows.reduce((sum, row) => sum + weights[row * ACT_OUTPUTS + k]!, 0)
    )

  it.each(ACTS.map((act, index) => [act, index] as const))('learns %s', (_, index) => {
    const acts = sums(1, 10 + index).slice(0, ACTS.length)
    expect(acts.indexOf(Math.max(...acts))).toBe(index)
  })

  it('learns denials beside', () => {
    expect(sums(1, 11, 20)[ACTS.length]).toBeGreaterThan(0)
    expect(sums(1, 11)[ACTS.length]).toBeLessThan(0)
  })

  it('gives the same for the same, and nothing for nothing', () => {
    const differs = (other: Float32Array) => other.findIndex((its, at) => its !== weights[at])
    expect(differs(trainActs(examples, REGIME))).toBe(-1)
    expect(trainActs([], REGIME).every((its) => its === 0)).toBe(true)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate } from '../../../packages/core/src/attribution/calibrate.ts'

const LINE = { score: [0.2, 0.4, 0.8], chance: [0.1, 0.5, 0.9] }

describe('calibrate', () => {
  it.each([
    [0.2, 0.1],
    [0.3, 0.3],
    [0.4, 0.5],
    [0.6, 0.7],
    [0.8, 0.9]
  ])('gives for %f the point on the line: %f', (score, chance) => {
    expect(calibrate(LINE, score)).toBeCloseTo(chance, 12)
  })

  it('keeps to the ends of the line', () => {
    expect(calibrate(LINE, 0)).toBe(0.1)
    expect(calibrate(LINE, 1)).toBe(0.9)
    expect(calibrate({ score: [0.5], chance: [0.7] }, 0.1)).toBe(0.7)
    expect(calibrate({ score: [0.5], chance: [0.7] }, 0.9)).toBe(0.7)
  })

  it('holds two points of one score', () => {
    expect(calibrate({ score: [0.5, 0.5], chance: [0.1, 0.9] }, 0.5)).toBe(0.1)
    expect(calibrate({ score: [0.5, 0.5], chance: [0.1, 0.9] }, 0.6)).toBe(0.9)
  })

  it('rises where the line does', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(score, score, (a, b) => {
        expect(calibrate(LINE, Math.min(a, b))).toBeLessThanOrEqual(calibrate(LINE, Math.max(a, b)))
      })
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate } from '../../packages/core/src/attribution/calibrate.ts'
import { fitCalibration } from '../../packages/training/src/fit-calibration.ts'
import { makeRandom } from '../../packages/training/src/random.ts'

const example = fc.record({
  score: fc.double({ min: 0, max: 1, noNaN: true }),
  isRight: fc.boolean(),
  weight: fc.constantFrom(1, 2.5, 3)
})

describe('fitCalibration', () => {
  it('rises, in score and in chance, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(example, { maxLength: 60 }), (examples) => {
        const { score, chance } = fitCalibration(examples)
        expect(chance.length).toBe(score.length)
        expect(score.length).toBeGreaterThan(0)
        expect(score.length).toBeLessThanOrEqual(13)
        for (const list of [score, chance])
          list.forEach((its, at) => {
            expect(its).toBeGreaterThanOrEqual(at === 0 ? 0 : list[at - 1]!)
            expect(its).toBeLessThanOrEqual(1)
          })
      })
    )
  })

  it('gives the share that is right', () => {
    const random = makeRandom(3)
    const examples = Array.from({ length: 20_000 }, () => {
      const score = random()
      return { score, isRight: random() < score ** 2, weight: 1 }
    })
    const line = fitCalibration(examples)
    for (const score of [0.2, 0.5, 0.8]) expect(calibrate(line, score)).toBeCloseTo(score ** 2, 1)
  })

  it('pools what would fall', () => {
    const examples = [0.1, 0.2, 0.3, 0.4].map((score, at) => ({ score, isRight: at < 2, weight: 1 }))
    expect(fitCalibration(examples)).toEqual({ score: [0.25], chance: [0.5] })
  })

  it('counts by weight', () => {
    const right = { score: 0.5, isRight: true, weight: 3 }
    expect(fitCalibration([right, { score: 0.5, isRight: false, weight: 1 }]).chance).toEqual([0.75])
  })

  it('takes the score for the chance where there is nothing to learn from', () => {
    expect(calibrate(fitCalibration([]), 0.7)).toBe(0.7)
  })
})

import {
  computeMarginals,
  findBestPaths,
  makeLabelRoom,
  ROLE_COUNT,
  scoreWindow,
  type WindowScores
} from '@saywho/core/rooms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePathRoom } from '../../../packages/core/src/role/label-window.ts'

const L = ROLE_COUNT
const score = fc.double({ min: -4, max: 4, noNaN: true })
const scores: fc.Arbitrary<WindowScores> = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    unit: fc
      .array(score, { minLength: count * L, maxLength: count * L })
      .map((list) => Float64Array.from(list)),
    step: fc
      .array(score, { minLength: count * L * L, maxLength: count * L * L })
      .map((list) => Float64Array.from(list))
  })
)

/** Every labelling with its score. */
function allPaths({ count, unit, step }: WindowScores) {
  return Array.from({ length: L ** count }, (_, number) => {
    const labels = Array.from({ length: count }, (_, i) => Math.floor(number / L ** i) % L)
    const total = labels.reduce(
      (sum, label, i) =>
        sum + unit[i * L + label]! + step[i * L * L + (i === 0 ? 0 : labels[i - 1]!) * L + label]!,
      0
    )
    return { labels, score: total }
  })
}

describe('findBestPaths', () => {
  it('gives the best of all labellings, in order', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 7 }), (window, most) => {
        const found = findBestPaths(window, most)
        const all = allPaths(window).sort((a, b) => b.score - a.score)
        expect(found).toHaveLength(Math.min(most, all.length))
        found.forEach((path, rank) => {
          expect(path.score).toBeCloseTo(all[rank]!.score, 9)
          const same = all.find(({ labels }) => labels.join() === path.labels.join())!
          expect(path.score).toBeCloseTo(same.score, 9)
        })
        expect(new Set(found.map(({ labels }) => labels.join())).size).toBe(found.length)
      })
    )
  })

  it('gives no labelling twice where all are equal, and none where there are no units', () => {
    const equal = (count: number) => ({
      count,
      unit: new Float64Array(count * L),
      step: new Float64Array(count * L * L)
    })
    expect(new Set(findBestPaths(equal(2), 20).map(({ labels }) => labels.join())).size).toBe(9)
    expect(findBestPaths(equal(0), 3)).toEqual([])
  })
})

describe('makePathRoom and makeLabelRoom', () => {
  it('make room that changes nothing when it was used before', () => {
    const paths = makePathRoom(5, 4)
    const labels = makeLabelRoom(5)
    fc.assert(
      fc.property(scores, (window) => {
        expect(findBestPaths(window, 4, paths)).toEqual(findBestPaths(window, 4))
        const { unit, logSum } = computeMarginals(window, labels)
        const fresh = computeMarginals(window)
        expect([...unit.subarray(0, window.count * L), logSum]).toEqual([...fresh.unit, fresh.logSum])
      })
    )
  })
})

describe('computeMarginals', () => {
  it('gives the chances that counting all labellings gives', () => {
    fc.assert(
      fc.property(scores, (window) => {
        const step = new Float64Array(window.step.length)
        const { unit, logSum } = computeMarginals(window, undefined, step)
        const all = allPaths(window)
        const sum = all.reduce((total, path) => total + Math.exp(path.score), 0)
        expect(logSum).toBeCloseTo(Math.log(sum), 9)
        const chanceOf = (test: (labels: number[]) => boolean) =>
          all.reduce((total, path) => total + (test(path.labels) ? Math.exp(path.score) : 0), 0) / sum
        for (let i = 0; i < window.count; i++) {
          let units = 0
          let steps = 0
          for (let label = 0; label < L; label++) {
            units += unit[i * L + label]!
            expect(unit[i * L + label]).toBeCloseTo(
              chanceOf((labels) => labels[i] === label),
              9
            )
            for (let before = 0; before < L; before++) {
              const chance = step[i * L * L + before * L + label]!
              steps += chance
              expect(chance).toBeCloseTo(
                chanceOf((labels) => labels[i] === label && (i === 0 ? 0 : labels[i - 1]) === before),
                9
              )
            }
          }
          expect(units).toBeCloseTo(1, 9)
          expect(steps).toBeCloseTo(1, 9)
        }
      }),
      { numRuns: 60 }
    )
  })

  it('holds scores too large for their exponentials', () => {
    const { unit, logSum } = computeMarginals({
      count: 1,
      unit: Float64Array.of(5000, 5000, -1e6),
      step: new Float64Array(9)
    })
    expect(unit[0]).toBeCloseTo(0.5, 9)
    expect(unit[2]).toBe(0)
    expect(logSum).toBeCloseTo(5000 + Math.log(2), 9)
  })
})

describe('scoreWindow', () => {
  it('gives for signed bytes what it gives for other numbers', () => {
    const features = {
      unitRows: Int32Array.of(0, 1, 1, 0),
      unitStart: Int32Array.of(0, 3, 4),
      stepRows: Int32Array.of(1, 0, 1),
      stepStart: Int32Array.of(0, 2, 3)
    }
    const units = [127, -128, 3, -7, 50, -60]
    const steps = Array.from({ length: 18 }, (_, k) => (k * 41) % 127)
    expect(
      scoreWindow(
        features,
        0,
        { weights: Int8Array.from(units), scale: 0.1 },
        { weights: Int8Array.from(steps), scale: 0.1 }
      )
    ).toEqual(scoreWindow(features, 0, { weights: units, scale: 0.1 }, { weights: steps, scale: 0.1 }))
  })

  it('sums the rows of each unit and step, times the scales, and lets the cue be nothing else', () => {
    const features = {
      unitRows: Int32Array.of(0, 1, 1),
      unitStart: Int32Array.of(0, 2, 3),
      stepRows: Int32Array.of(0, 1),
      stepStart: Int32Array.of(0, 1, 2)
    }
    const { count, unit, step } = scoreWindow(
      features,
      1,
      { weights: [1, 2, 3, 10, 20, 30], scale: 0.5 },
      { weights: Array.from({ length: 18 }, (_, k) => k), scale: 2 }
    )
    expect(count).toBe(2)
    expect([...unit.subarray(0, 4)]).toEqual([5.5, 11, 16.5, 5])
    expect(Math.max(unit[4]!, unit[5]!)).toBeLessThan(-1e5)
    expect([...step]).toEqual(Array.from({ length: 18 }, (_, k) => k * 2))
  })
})

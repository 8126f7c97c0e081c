import { measureCalibration } from '@saywho/training'
import { describe, expect, it } from 'vitest'
import { buildScore, type Sketch } from './build-score.ts'

const right = (place: number, confidence?: number): Sketch => [
  5 * place,
  5 * place + 1,
  5 * place + 2,
  5 * place + 4,
  confidence === undefined ? {} : { confidence }
]
/** Half of the content: a match at 0.3, not at 0.8. */
const half = (place: number, confidence: number): Sketch => [
  5 * place,
  5 * place + 1,
  5 * place + 2,
  5 * place + 3,
  { confidence }
]
const gold = [0, 1, 2, 3].map((place) => right(place))

describe('measureCalibration', () => {
  it('finds nothing wrong with confidences that come true', () => {
    const document = buildScore(gold, [right(0, 0.5), half(1, 0.5), right(2, 1), right(3, 1)])
    expect(measureCalibration([document])).toEqual({
      error: 0,
      count: 4,
      bins: [
        { from: 0.5, to: 0.6, count: 2, confidence: 0.5, right: 0.5 },
        { from: 0.9, to: 1, count: 2, confidence: 1, right: 1 }
      ]
    })
  })

  it('weighs how far they are off by how many they are', () => {
    const document = buildScore(gold, [half(0, 0.9), half(1, 0.9), half(2, 0.9), right(3, 0.5)])
    expect(measureCalibration([document])!.error).toBeCloseTo(0.75 * 0.9 + 0.25 * 0.5, 10)
  })

  it('takes bins of other widths', () => {
    const document = buildScore(gold, [right(0, 0.1), right(1, 0.9)])
    expect(measureCalibration([document], 1)).toMatchObject({
      error: 0.5,
      bins: [{ from: 0, to: 1, count: 2 }]
    })
  })

  it('leaves out what has no confidence, or an odd one', () => {
    expect(
      measureCalibration([buildScore(gold, [right(0), right(1, 7), right(2, -1), right(3, Number.NaN)])])
    ).toBeNull()
    expect(measureCalibration([])).toBeNull()
  })
})

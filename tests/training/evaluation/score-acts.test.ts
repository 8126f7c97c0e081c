import { type PredictedAttribution, scoreActs, scoreNegatives } from '@saywho/training'
import { describe, expect, it } from 'vitest'
import { buildScore, type Sketch } from './build-score.ts'

const at = (place: number, more: Partial<PredictedAttribution>): Sketch => [
  5 * place,
  5 * place + 1,
  5 * place + 2,
  5 * place + 4,
  more
]

describe('scoreActs', () => {
  it('gives accuracy and the mean F1 of acts, over what was matched', () => {
    const document = buildScore(
      [
        at(0, { act: 'statement' }),
        at(1, { act: 'statement' }),
        at(2, { act: 'belief' }),
        at(3, { act: 'stance' })
      ],
      [
        at(0, { act: 'statement' }),
        at(1, { act: 'belief' }),
        at(2, { act: 'belief' }),
        at(4, { act: 'stance' })
      ]
    )
    const score = scoreActs([document])!
    expect(score).toMatchObject({ right: 2, of: 3 })
    expect(score.accuracy).toBeCloseTo(66.67, 2)
    expect(Object.keys(score.byAct)).toEqual(['belief', 'statement'])
    expect(score.byAct.belief).toMatchObject({ precision: 50, recall: 100, gold: 1, predicted: 2 })
    expect(score.macroF1).toBeCloseTo(66.67, 2)
  })

  it('takes a missing act for wrong', () => {
    expect(scoreActs([buildScore([at(0, { act: 'belief' })], [at(0, {})])])).toMatchObject({
      right: 0,
      of: 1,
      macroF1: 0
    })
  })

  it('tells nothing where gold tells nothing', () => {
    expect(scoreActs([buildScore([at(0, {})], [at(0, { act: 'belief' })])])).toBeNull()
    expect(scoreActs([])).toBeNull()
  })
})

describe('scoreNegatives', () => {
  it('gives accuracy, and how well denials are found', () => {
    const gold = [
      at(0, { negative: true }),
      at(1, { negative: false }),
      at(2, { negative: false }),
      at(3, {})
    ]
    const found = [at(0, { negative: true }), at(1, { negative: true }), at(2, {}), at(3, { negative: true })]
    expect(scoreNegatives([buildScore(gold, found)])).toMatchObject({
      right: 2,
      of: 3,
      figure: { precision: 50, recall: 100 }
    })
  })

  it('tells nothing where gold tells nothing', () => {
    expect(scoreNegatives([buildScore([at(0, {})], [at(0, { negative: true })])])).toBeNull()
  })
})

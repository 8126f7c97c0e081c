import { describe, expect, it } from 'vitest'
import { pairOneToOne } from '../../../packages/training/src/evaluation/pair-one-to-one.ts'

const pair = (scores: number[][]) =>
  pairOneToOne([...scores.keys()], [...scores[0]!.keys()], (i, j) => scores[i]![j]!)

describe('pairOneToOne', () => {
  it('takes the best pair first, each item once', () => {
    expect(pair([[0.5, 0.9], [0.4, 0.8]])).toEqual([[0, 1], [1, 0]]) // biome-ignore format: a table
  })

  it('takes the earlier of equal ones', () => {
    expect(pair([[1, 1], [1, 1]])).toEqual([[0, 0], [1, 1]]) // biome-ignore format: a table
  })

  it('pairs none that score nothing', () => {
    expect(pair([[0, -1]])).toEqual([])
    expect(pairOneToOne([], [1], () => 1)).toEqual([])
  })
})

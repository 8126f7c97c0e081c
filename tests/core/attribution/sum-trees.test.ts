import { sumTrees } from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'

/** Figure 0 over 5? then figure 1 over -1: -2, else 3; and a tree that is one leaf. */
const TREES = {
  root: [0, 5],
  figure: [0, -1, 1, -1, -1, -1],
  limit: [5, 10, -1, -2, 3, 0.25],
  left: [1, 0, 3, 0, 0, 0],
  base: 100
}

describe('sumTrees', () => {
  it.each([
    [[4, 0], 110.25],
    [[5, 0], 110.25],
    [[6, -1], 98.25],
    [[6, 0], 103.25]
  ])('adds the leaves that %j comes to', (row, sum) => {
    expect(sumTrees(TREES, row)).toBe(sum)
  })

  it('gives the base where there are no trees', () => {
    expect(sumTrees({ root: [], figure: [], limit: [], left: [], base: -1 }, [])).toBe(-1)
  })
})

import { sumTrees, type TreeTable } from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { makeRandom } from '../../packages/training/src/random.ts'
import { type TreeRegime, trainTrees } from '../../packages/training/src/train-trees.ts'

const REGIME = { trees: 40, depth: 3, rate: 0.3, leaf: 1, penalty: 1 }
const WIDTH = 3

/** Rows of figures from 0 to 1, and what a rule makes of them. */
function learn(rule: (row: readonly number[]) => number, regime: TreeRegime = REGIME, count = 400) {
  const random = makeRandom(5)
  const rows = Float32Array.from({ length: count * WIDTH }, random)
  const rowOf = (i: number) => [...rows.subarray(i * WIDTH, (i + 1) * WIDTH)]
  const target = Float32Array.from({ length: count }, (_, i) => rule(rowOf(i)))
  const trees = trainTrees(rows, WIDTH, target, new Float32Array(count).fill(1), regime)
  const chance = (...row: number[]) => 1 / (1 + Math.exp(-sumTrees(trees, row)))
  return { trees, chance, rows, rowOf, target }
}

/** How many rows come to each leaf of a tree. */
function countLeaves(
  { root, figure, limit, left }: TreeTable,
  tree: number,
  rows: readonly number[][]
): number[] {
  const counts = new Map<number, number>()
  for (const row of rows) {
    let node = root[tree]!
    while (figure[node]! >= 0) node = left[node]! + (row[figure[node]!]! <= limit[node]! ? 0 : 1)
    counts.set(node, (counts.get(node) ?? 0) + 1)
  }
  return [...counts.values()]
}

describe('trainTrees', () => {
  it('learns a step', () => {
    const { chance } = learn(([, b]) => (b! > 0.6 ? 1 : 0))
    expect(chance(0.5, 0.9, 0.5)).toBeGreaterThan(0.95)
    expect(chance(0.5, 0.3, 0.5)).toBeLessThan(0.05)
  })

  it('learns what no single figure tells', () => {
    const { chance } = learn(([a, b]) => (a! > 0.5 === b! > 0.5 ? 0 : 1), { ...REGIME, trees: 80 })
    for (const [a, b, its] of [[0.2, 0.2, 0], [0.8, 0.8, 0], [0.2, 0.8, 1], [0.8, 0.2, 1]] as const)
      expect(Math.abs(chance(a, b, 0.5) - its), `${a} and ${b}`).toBeLessThan(0.1)
  }) // biome-ignore format: corners

  it('learns chances between 0 and 1', () => {
    const { chance } = learn(([a]) => (a! > 0.5 ? 0.75 : 0.25))
    expect(chance(0.9, 0.5, 0.5)).toBeCloseTo(0.75, 1)
    expect(chance(0.1, 0.5, 0.5)).toBeCloseTo(0.25, 1)
  })

  it('gives the same for the same', () => {
    const rule = ([a, b, c]: readonly number[]) => (a! * b! > c! * 0.3 ? 1 : 0)
    expect(learn(rule).trees).toEqual(learn(rule).trees)
  })

  it('learns from a share of the examples and figures that is another for each tree', () => {
    const rule = ([, b]: readonly number[]) => (b! > 0.6 ? 1 : 0)
    const { trees, chance } = learn(rule, { ...REGIME, share: 0.5 })
    expect(chance(0.5, 0.9, 0.5)).toBeGreaterThan(0.9)
    expect(chance(0.5, 0.3, 0.5)).toBeLessThan(0.1)
    const firstFigures = ({ root, figure }: TreeTable) =>
      new Set(Array.from({ length: 5 }, (_, tree) => figure[root[tree]!]))
    expect(firstFigures(learn(rule).trees)).toEqual(new Set([1]))
    expect(firstFigures(trees).size).toBeGreaterThan(1)
    expect(learn(rule, { ...REGIME, share: 0.5 }).trees).toEqual(trees)
  })

  it('splits no node that would leave too little in a leaf', () => {
    const rule = ([a]: readonly number[]) => (a! > 0.5 ? 1 : 0)
    const { trees, rows, rowOf } = learn(rule, { ...REGIME, trees: 1, depth: 8, leaf: 10 })
    const all = Array.from({ length: rows.length / WIDTH }, (_, i) => rowOf(i))
    const leaves = countLeaves(trees, 0, all)
    expect(leaves.length).toBeGreaterThan(1)
    // an example's curvature is a quarter at most
    for (const size of leaves) expect(size).toBeGreaterThanOrEqual(40)
    expect(new Set(Array.from(learn(rule, { ...REGIME, leaf: 1000 }).trees.figure))).toEqual(new Set([-1]))
  })

  it('goes no deeper than asked', () => {
    const { trees } = learn(([a, b, c]) => a! * b! + c!, { ...REGIME, trees: 1, depth: 2 })
    expect(trees.figure.length).toBeLessThanOrEqual(7)
  })

  it('counts examples by their weight', () => {
    const rows = Float32Array.of(0, 0)
    const { base } = trainTrees(rows, 1, Float32Array.of(1, 0), Float32Array.of(3, 1), {
      ...REGIME,
      trees: 0
    })
    expect(base).toBeCloseTo(Math.log(3), 9)
  })

  it('tells figures apart that have more values than there are bins', () => {
    const { chance } = learn(([a]) => (a! > 0.98 ? 1 : 0), { ...REGIME, leaf: 0.1 }, 3000)
    expect(chance(0.995, 0.5, 0.5)).toBeGreaterThan(0.8)
    expect(chance(0.9, 0.5, 0.5)).toBeLessThan(0.05)
  })

  it.each([
    ['no examples', []],
    ['only wrong ones', [0, 0, 0]],
    ['only right ones', [1, 1]]
  ])('gives numbers for %s', (_, target) => {
    const rows = new Float32Array(target.length)
    const trees = trainTrees(
      rows,
      1,
      Float32Array.from(target),
      new Float32Array(target.length).fill(1),
      REGIME
    )
    const sum = sumTrees(trees, [0])
    expect(Number.isFinite(sum)).toBe(true)
    if (target.length > 0) expect(sum > 0).toBe(target[0] === 1)
  })
})

import type { TreeTable } from '../language.ts'

/** No tree asks more questions than this on the way to a leaf. */
const LEVELS = 5
const LEAVES = 1 << LEVELS

/**
 * Trees that are all filled up to as many levels: 1 is a tree's first node, 2n and 2n + 1 come after node n. Where a row comes to is
 * then worked out with no branch that a processor would have to guess.
 */
interface FullTrees {
  readonly figure: Uint8Array
  readonly limit: Float32Array
  readonly leaf: Float32Array
}

const known = new WeakMap<TreeTable, FullTrees>()

/**
 * The sum of all trees' leaves for a row of figures. Limits and leaves count as 32-bit floats.
 *
 * @throws {RangeError} on a tree of more than five levels.
 */
export function sumTrees(trees: TreeTable, row: ArrayLike<number>): number {
  let full = known.get(trees)
  if (full === undefined) {
    full = fillUp(trees)
    known.set(trees, full)
  }
  const { figure, limit, leaf } = full
  let sum = trees.base
  for (let tree = 0; tree < leaf.length; tree += LEAVES) {
    let at = tree + 1
    let node = 2 + Number(row[figure[at]!]! > limit[at]!)
    at = tree + node
    node = (node << 1) + Number(row[figure[at]!]! > limit[at]!)
    at = tree + node
    node = (node << 1) + Number(row[figure[at]!]! > limit[at]!)
    at = tree + node
    node = (node << 1) + Number(row[figure[at]!]! > limit[at]!)
    at = tree + node
    node = (node << 1) + Number(row[figure[at]!]! > limit[at]!)
    sum += leaf[tree + node - LEAVES]!
  }
  return sum
}

function fillUp({ root, figure, limit, left }: TreeTable): FullTrees {
  const size = root.length * LEAVES
  const full = {
    figure: new Uint8Array(size),
    limit: new Float32Array(size).fill(Number.POSITIVE_INFINITY),
    leaf: new Float32Array(size)
  }
  for (let tree = 0; tree < root.length; tree++) fill(root[tree]!, tree * LEAVES, 1)
  return full

  function fill(node: number, from: number, place: number): void {
    const isLeaf = figure[node]! < 0
    if (place >= LEAVES) {
      if (!isLeaf) throw new RangeError(`a tree has more than ${LEVELS} levels`)
      full.leaf[from + place - LEAVES] = limit[node]!
      return
    }
    if (!isLeaf) {
      full.figure[from + place] = figure[node]!
      full.limit[from + place] = limit[node]!
    }
    fill(isLeaf ? node : left[node]!, from, place * 2)
    fill(isLeaf ? node : left[node]! + 1, from, place * 2 + 1)
  }
}

import type { TreeTable } from '../language.ts'

/** The sum of all trees' leaves for a row of figures. */
export function sumTrees({ root, figure, limit, left, base }: TreeTable, row: ArrayLike<number>): number {
  let sum = base
  for (let tree = 0; tree < root.length; tree++) {
    let node = root[tree]!
    while (figure[node]! >= 0) node = left[node]! + (row[figure[node]!]! <= limit[node]! ? 0 : 1)
    sum += limit[node]!
  }
  return sum
}

import type { TreeTable } from '@saywho/core/rooms'

/** Limits as 32-bit floats, figures as bytes one up, children as their distance in 16 bits; roots follow from the distances. */
export function writeTreeColumns({ root, figure, limit, left }: TreeTable): number[] {
  const nodes = figure.length
  const limits = new Uint8Array(Float32Array.from({ length: nodes }, (_, node) => limit[node]!).buffer)
  const figures = Array.from({ length: nodes }, (_, node) => figure[node]! + 1)
  const distances = Array.from({ length: nodes }, (_, node) => (figure[node]! < 0 ? 0 : left[node]! - node))
  const roots = Array.from(
    { length: root.length },
    (_, tree) => root[tree]! - (tree === 0 ? 0 : root[tree - 1]!)
  )
  return [...limits, ...figures, ...[...distances, ...roots].flatMap((value) => [value & 255, value >> 8])]
}

/** What reading a table's columns takes to know of it. */
export const sizesOf = ({ root, figure, base }: TreeTable) => ({
  trees: root.length,
  nodes: figure.length,
  base
})

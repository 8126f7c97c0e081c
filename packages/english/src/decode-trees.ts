import type { TreeTable } from '@saywho/core/rooms'

/** How many bytes the columns of trees take. */
export const measureTrees = ({ trees, nodes }: { trees: number; nodes: number }): number =>
  nodes * 7 + trees * 2

/** Trees from their columns: limits as 32-bit floats, figures as bytes one up, children and roots as distances in 16 bits. */
export function decodeTrees(
  { trees, nodes, base }: { trees: number; nodes: number; base: number },
  bytes: Uint8Array
): TreeTable {
  const limit = new Float32Array(bytes.slice(0, nodes * 4).buffer)
  const figure = Int8Array.from(bytes.subarray(nodes * 4, nodes * 5), (its) => its - 1)
  const left = readShorts(bytes.subarray(nodes * 5, nodes * 7)).map((distance, node) => distance + node)
  const root = readShorts(bytes.subarray(nodes * 7, nodes * 7 + trees * 2))
  for (let tree = 1; tree < trees; tree++) root[tree]! += root[tree - 1]!
  return { root, figure, limit, left, base }
}

function readShorts(bytes: Uint8Array): Int32Array {
  return Int32Array.from({ length: bytes.length / 2 }, (_, i) => bytes[2 * i]! | (bytes[2 * i + 1]! << 8))
}

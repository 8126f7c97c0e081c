import { Inflate } from 'fflate'
import type { AttributionWeightsHead } from './decode-attribution-weights.ts'
import { measureTrees } from './decode-trees.ts'

/** The first table or set of trees that data which is cut short does not hold whole; null where it is not cut short. */
export function findCutTable({ tables, trees }: AttributionWeightsHead, data: string): string | null {
  let left = measureWhole(data)
  if (left === null) return null
  for (const [name, { gaps, values }] of Object.entries(tables)) {
    left -= gaps + values
    if (left < 0) return name
  }
  for (const [name, sizes] of Object.entries(trees)) {
    left -= measureTrees(sizes)
    if (left < 0) return name
  }
  return null
}

/** How many bytes come out of the whole part of deflated data in base64; null where it is none. */
function measureWhole(data: string): number | null {
  let length = 0
  try {
    const binary = atob(data.slice(0, data.length - (data.length % 4)))
    const inflate = new Inflate((bytes) => {
      length += bytes.length
    })
    inflate.push(Uint8Array.from(binary, (its) => its.charCodeAt(0)))
  } catch {
    return null
  }
  return length
}

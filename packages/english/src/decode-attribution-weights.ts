import type { Calibration, TreeTable, Weights } from '@saywho/core/rooms'
import { inflateSync } from 'fflate'
import { spreadWeights } from './decode-weights.ts'

/** The version of the form that this reads. */
const VERSION = 1

/** What stands in `attribution-weights.js` beside its data. */
export interface AttributionWeightsHead {
  version: number
  checksum: string
  scale: number
  /** Stems of the words, full verbs aside, that may be the head of a cue; parted by spaces. */
  cueWords: string
  tables: Record<string, { length: number; gaps: number; values: number }>
  trees: Record<string, { trees: number; nodes: number; base: number }>
  cuedCalibration: Calibration
  uncuedCalibration: Calibration
}

/** What was learned of attributions. */
export type AttributionWeights = Omit<Weights, 'tagger' | 'actions' | 'relations'>

/**
 * The tables and trees that `pnpm train` wrote.
 *
 * @throws {Error} when they are of another version, cut short or altered.
 */
export function decodeAttributionWeights(head: AttributionWeightsHead, data: string): AttributionWeights {
  if (head.version !== VERSION)
    throw new Error(
      `weights of version ${head.version}: this @saywho/english reads version ${VERSION}; train them anew`
    )
  const { checksum, ...told } = head
  if (checksumOf(JSON.stringify(told) + data) !== checksum)
    throw new Error('the weights of @saywho/english are cut short or altered: install the package anew')
  const binary = atob(data)
  const deflated = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) deflated[i] = binary.charCodeAt(i)
  const bytes = inflateSync(deflated)
  let at = 0
  const take = (length: number) => {
    at += length
    return bytes.subarray(at - length, at)
  }
  const decoded: Record<string, unknown> = {
    cuedCalibration: head.cuedCalibration,
    uncuedCalibration: head.uncuedCalibration
  }
  for (const [name, { length, gaps, values }] of Object.entries(head.tables))
    decoded[name] = { weights: spreadWeights(length, take(gaps), take(values)), scale: head.scale }
  for (const [name, { trees, nodes, base }] of Object.entries(head.trees)) {
    const limit = new Float32Array(take(nodes * 4).slice().buffer)
    const figure = Int8Array.from(take(nodes), (its) => its - 1)
    const left = readShorts(take(nodes * 2)).map((distance, node) => distance + node)
    const root = new Int32Array(trees)
    readShorts(take(trees * 2)).forEach((step, tree) => {
      root[tree] = step + (tree === 0 ? 0 : root[tree - 1]!)
    })
    decoded[name] = { root, figure, limit, left, base } satisfies TreeTable
  }
  return decoded as unknown as AttributionWeights
}

function readShorts(bytes: Uint8Array): Int32Array {
  return Int32Array.from({ length: bytes.length / 2 }, (_, i) => bytes[2 * i]! | (bytes[2 * i + 1]! << 8))
}

/** FNV-1a over the characters, in hexadecimal. */
function checksumOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16)
}

import type { Calibration, Weights } from '@saywho/core/rooms'
import { decodeTrees, measureTrees } from './decode-trees.ts'
import { inflateBase64, spreadWeights } from './decode-weights.ts'
import { findCutTable } from './find-cut-table.ts'

/** The version of the form that this reads. */
const VERSION = 3

/** What stands in `attribution-weights.js` beside its data. */
export interface AttributionWeightsHead {
  version: number
  checksum: string
  /** Stems of the words, full verbs aside, that may be the head of a cue; parted by spaces. */
  cueWords: string
  tables: Record<string, { length: number; scale: number; gaps: number; values: number }>
  trees: Record<string, { trees: number; nodes: number; base: number }>
  cuedCalibration: Calibration
  uncuedCalibration: Calibration
}

/** What was learned of attributions. */
export type AttributionWeights = Omit<Weights, 'tagger' | 'actions' | 'relations' | 'antecedentTrees'>

/**
 * The tables and trees that `pnpm train` wrote.
 *
 * @param advice what to do where they are broken.
 * @throws {Error} when they are of another version, cut short or altered.
 */
export function decodeAttributionWeights(
  head: AttributionWeightsHead,
  data: string,
  advice = 'train them or copy them again'
): AttributionWeights {
  if (head.version !== VERSION)
    throw new Error(
      `weights of version ${head.version}: this @saywho/english reads version ${VERSION}; train them anew`
    )
  const { checksum, ...told } = head
  if (checksumOf(JSON.stringify(told) + data) !== checksum) {
    const table = findCutTable(head, data)
    const place = table === null ? '' : `, from the table ${table} on`
    throw new Error(`the weights of attributions are cut short or altered${place}: ${advice}`)
  }
  const bytes = inflateBase64(data)
  let at = 0
  const take = (length: number) => {
    at += length
    return bytes.subarray(at - length, at)
  }
  const decoded: Record<string, unknown> = {
    cuedCalibration: head.cuedCalibration,
    uncuedCalibration: head.uncuedCalibration
  }
  for (const [name, { length, scale, gaps, values }] of Object.entries(head.tables))
    decoded[name] = { weights: spreadWeights(length, take(gaps), take(values)), scale }
  for (const [name, sizes] of Object.entries(head.trees))
    decoded[name] = decodeTrees(sizes, take(measureTrees(sizes)))
  return decoded as unknown as AttributionWeights
}

/** FNV-1a over the characters, in hexadecimal. */
function checksumOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16)
}

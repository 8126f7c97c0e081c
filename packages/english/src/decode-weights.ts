import { inflateSync } from 'fflate'

/** Tables of weights as training writes them: see `weights.d.ts`. */
export interface WrittenWeights {
  readonly tables: Readonly<Record<string, { length: number; gaps: number; values: number }>>
  readonly data: string
}

/** The trained tables by name. */
export function decodeWeights({ tables, data }: WrittenWeights): Record<string, Int8Array> {
  const bytes = inflateBase64(data)
  const decoded: Record<string, Int8Array> = {}
  let from = 0
  for (const [name, { length, gaps, values }] of Object.entries(tables)) {
    const to = from + gaps
    decoded[name] = spreadWeights(length, bytes.subarray(from, to), bytes.subarray(to, to + values))
    from = to + values
  }
  return decoded
}

/** A table from the zeros before each weight and the weights; a gap of 255 has no weight after it. */
export function spreadWeights(length: number, gaps: Uint8Array, values: Uint8Array): Int8Array {
  const table = new Int8Array(length)
  let at = 0
  let value = 0
  for (let i = 0; i < gaps.length; i++) {
    at += gaps[i]!
    if (gaps[i] !== 255) table[at++] = values[value++]!
  }
  return table
}

/** Bytes from their deflated form in base64. */
export function inflateBase64(data: string): Uint8Array {
  const binary = atob(data)
  const deflated = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) deflated[i] = binary.charCodeAt(i)
  return inflateSync(deflated)
}

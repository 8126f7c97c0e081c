import { inflateSync } from 'fflate'
import { data, tables } from './weights.js'

/** The trained tables by name. */
export function decodeWeights(): Record<string, Int8Array> {
  const binary = atob(data)
  const deflated = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) deflated[i] = binary.charCodeAt(i)
  const bytes = inflateSync(deflated)
  const decoded: Record<string, Int8Array> = {}
  let offset = 0
  for (const [name, length] of Object.entries(tables)) {
    decoded[name] = new Int8Array(bytes.buffer, bytes.byteOffset + offset, length)
    offset += length
  }
  return decoded
}

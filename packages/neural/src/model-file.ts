import type { Choice, TreeTable } from '@saywho/core/rooms'

/**
 * A model is one file: `MAGIC`, the length of a head in four bytes (little-endian), that head as JSON in UTF-8, and the parts that it
 * lists, one after the other.
 */
const MAGIC = 'saywho model\n'

/** The version of the form, and of what the parts mean. */
export const MODEL_VERSION = 2

/** What is in a model. */
const PART_NAMES = ['encoder', 'roles', 'tokenizer', 'choice'] as const
export type PartName = (typeof PART_NAMES)[number]

/** What stands in a model's head. */
interface ModelHead {
  readonly version: number
  readonly parts: readonly { readonly name: PartName; readonly length: number; readonly checksum: string }[]
}

/** The parts of a model, as they are run. */
export interface Model {
  /** ONNX: from pieces to vectors, and to scores of cues. */
  readonly encoder: Uint8Array
  /** ONNX: from a cue's window to scores of roles. */
  readonly roles: Uint8Array
  /** `tokenizer.json`, as Hugging Face's tokenizers read it. */
  readonly tokenizer: object
  /** What the pipeline takes in place of the language pack's own. */
  readonly choice: Choice
}

const HOW = 'get it anew by npm i @saywho/neural'

/**
 * Takes a model's file apart.
 *
 * @throws {TypeError} when `bytes` is not bytes.
 * @throws {Error} when they are no model, cut short, altered, or of another version; the message says how to get a whole one.
 */
export function readModel(bytes: Uint8Array | ArrayBuffer): Model {
  const file = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes
  if (!(file instanceof Uint8Array))
    throw new TypeError(
      `model: expected a Uint8Array or an ArrayBuffer, got ${bytes === null ? 'null' : typeof bytes}`
    )
  const text = (from: number, to: number) => new TextDecoder().decode(file.subarray(from, to))
  if (file.length < MAGIC.length + 4 && MAGIC.startsWith(text(0, Math.min(file.length, MAGIC.length))))
    throw new Error(`model: cut short after ${file.length} bytes; ${HOW}`)
  if (text(0, MAGIC.length) !== MAGIC) throw new Error(`model: not a model of @saywho/neural; ${HOW}`)
  const from = MAGIC.length + 4
  const to = from + new DataView(file.buffer, file.byteOffset + MAGIC.length, 4).getUint32(0, true)
  const head = readHead(text(from, to))
  const length = head.parts.reduce((sum, part) => sum + part.length, to)
  if (file.length !== length)
    throw new Error(
      `model: ${file.length < length ? 'cut short' : 'too long'}: ${file.length} bytes of ${length}; ${HOW}`
    )
  let at = to
  const parts = new Map<PartName, Uint8Array>()
  for (const { name, length, checksum } of head.parts) {
    const part = file.subarray(at, at + length)
    if (checksumOf(part) !== checksum) throw new Error(`model: its part "${name}" is altered; ${HOW}`)
    parts.set(name, part)
    at += length
  }
  const json = (name: PartName) => JSON.parse(new TextDecoder().decode(parts.get(name))) as unknown
  return {
    encoder: parts.get('encoder')!,
    roles: parts.get('roles')!,
    tokenizer: json('tokenizer') as object,
    choice: toChoice(json('choice') as Choice)
  }
}

/** With the trees in typed arrays, which are read faster. */
function toChoice(choice: Choice): Choice {
  const toTable = ({ root, figure, limit, left, base }: TreeTable): TreeTable => ({
    root: Int32Array.from(root),
    figure: Int8Array.from(figure),
    limit: Float32Array.from(limit),
    left: Int32Array.from(left),
    base
  })
  return { ...choice, cuedTrees: toTable(choice.cuedTrees), uncuedTrees: toTable(choice.uncuedTrees) }
}

function readHead(text: string): ModelHead {
  let head: ModelHead
  try {
    head = JSON.parse(text) as ModelHead
  } catch {
    throw new Error(`model: cut short or altered: its head is no JSON; ${HOW}`)
  }
  if (head?.version !== MODEL_VERSION)
    throw new Error(
      `model: of version ${head?.version}, and this @saywho/neural reads version ${MODEL_VERSION}; install the model and the package of one release`
    )
  const missing = PART_NAMES.find((name) => !head.parts?.some((part) => part.name === name))
  if (missing !== undefined) throw new Error(`model: it has no part "${missing}"; ${HOW}`)
  return head
}

/** Puts the parts of a model into one file. */
export function writeModel(parts: Readonly<Record<PartName, Uint8Array>>): Uint8Array {
  const head: ModelHead = {
    version: MODEL_VERSION,
    parts: PART_NAMES.map((name) => ({
      name,
      length: parts[name].length,
      checksum: checksumOf(parts[name])
    }))
  }
  const encoder = new TextEncoder()
  const told = encoder.encode(JSON.stringify(head))
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, told.length, true)
  const pieces = [encoder.encode(MAGIC), size, told, ...PART_NAMES.map((name) => parts[name])]
  const file = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    file.set(piece, at)
    at += piece.length
  }
  return file
}

/** FNV-1a over the bytes, in hexadecimal. */
function checksumOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return (hash >>> 0).toString(16)
}

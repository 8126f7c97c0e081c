import type { Readable } from 'node:stream'
import { InputError } from '../input-error.ts'
import { withoutMark } from './byte-order-mark.ts'
import { type ReadOptions, readBytes } from './read-bytes.ts'

/** The text of a file, or of standard input for `-`. A byte order mark is no part of it. */
export async function readText(file: string, stdin: Readable): Promise<string> {
  const pieces: string[] = []
  for await (const piece of readPieces(file, stdin)) pieces.push(piece)
  return withoutMark(pieces.join(''))
}

/**
 * The same, piece by piece, and with the mark.
 *
 * @param after bytes that go on where the file's end; a character may be parted between them.
 * @throws {InputError} when the file is missing, is no file, is gzip that is cut or damaged, or is not UTF-8. What stands before has been given.
 */
export async function* readPieces(
  file: string,
  stdin: Readable,
  options?: ReadOptions,
  after: Uint8Array = NOTHING
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    for await (const chunk of readBytes(file, stdin, options)) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode(after)
  } catch (error) {
    throw new InputError(`${nameInput(file)}: ${explain(error, file)}`)
  }
}

const NOTHING = new Uint8Array()

/** What a file is called in messages. */
export const nameInput = (file: string): string => (file === '-' ? 'standard input' : file)

function explain(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' && /^https?:/i.test(file))
    return 'is an address, and addresses are not fetched; save the page and name its file'
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'is a folder; name the files in it'
  if (code === 'EACCES') return 'may not be read'
  // Reading was ended from outside.
  if (code === 'ABORT_ERR') throw error
  if (code === 'Z_BUF_ERROR') return 'is cut: its gzip data has no end'
  if (typeof code === 'string' && code.startsWith('Z_'))
    return `is damaged, or no gzip file (${(error as Error).message})`
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return 'is not UTF-8 text; convert it first, for instance with iconv'
  // Whatever else the system or Node has against a path: no such error is a defect of ours.
  if (code !== undefined) return `can't be read (${(error as Error).message})`
  throw error
}

import { PassThrough } from 'node:stream'
import { type BadInput, type InputDocument, readLines } from '../input/read-documents.ts'
import { readPieces } from '../input/read-text.ts'
import { InputError } from '../input-error.ts'
import type { KeptOutput } from './find-kept.ts'

/** What a line of NDJSON that was written tells of the document behind it. */
export interface WrittenLine {
  /** As `keyOf` gives it for the document. */
  key: string
  /** Whether it tells what was wrong. */
  isError: boolean
}

/** What tells a document, or what could not be read, from others: its id, or its line where it has none that is known. */
export const keyOf = ({
  id,
  line
}: Pick<InputDocument | BadInput, 'line'> & { id: string | null }): string =>
  id === null ? `line ${line}` : `id ${id}`

/**
 * The lines that are kept of an output in NDJSON, in order.
 *
 * @throws {InputError} at a line that the command does not write.
 */
export async function* readWritten(path: string, { bytes, carry }: KeptOutput): AsyncGenerator<WrittenLine> {
  for await (const { line, json } of readLines(readKept(path, bytes, carry), path)) {
    const its = parse(json)
    if (its === null) throw new InputError(`${path}: line ${line} is none that --format ndjson writes`)
    yield its
  }
}

async function* readKept(path: string, length: number, carry: Uint8Array): AsyncGenerator<string> {
  if (length > 0) yield* readPieces(path, new PassThrough(), { length }, carry)
  else yield new TextDecoder().decode(carry)
}

function parse(json: string): WrittenLine | null {
  try {
    const { id, line, error } = JSON.parse(json)
    const isError = typeof error === 'string'
    const isWritten = typeof id === 'string' || (isError && id === null)
    return isWritten ? { key: keyOf({ id, line }), isError } : null
  } catch {
    return null
  }
}

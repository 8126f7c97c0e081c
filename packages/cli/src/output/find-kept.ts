import { type FileHandle, open } from 'node:fs/promises'
import { isGzip } from '../input/read-bytes.ts'
import { InputError } from '../input-error.ts'
import { HEADER_SIZE, readBlockSize, unpackBlock } from './pack-blocks.ts'

/** What stays of an output file that a run left behind, perhaps in the middle of a line. */
export interface KeptOutput {
  /** So many bytes at the file's beginning. */
  bytes: number
  /** Whole lines that follow them, to be packed anew: nothing where the file is not packed. */
  carry: Uint8Array
}

const NEWLINE = 0x0a
const NOTHING = Buffer.alloc(0)
/** How a line of the command begins. */
const LINE_START = Buffer.from('{"id":')
const CHUNK = 1 << 16

/**
 * Finds what stays of an output file when a torn last line is taken off; null where there is no such file.
 *
 * @throws {InputError} when its end is none that the command leaves, and nothing should be taken off.
 */
export async function findKept(path: string): Promise<KeptOutput | null> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new InputError(`${path}: can't be read (${message})`)
  }
  try {
    const stat = await file.stat()
    if (!stat.isFile())
      throw new InputError(`${path}: is no file; what was written there can't be read again`)
    return await (isGzip(path) ? findKeptBlocks : findKeptLines)(file, stat.size, path)
  } finally {
    await file.close()
  }
}

async function findKeptLines(file: FileHandle, size: number, path: string): Promise<KeptOutput> {
  let tail: Uint8Array = NOTHING
  for (let to = size; to > 0; to -= CHUNK) {
    const chunk = await readAt(file, Math.max(0, to - CHUNK), to)
    const newline = chunk.lastIndexOf(NEWLINE)
    // Only how the torn line begins is looked at.
    tail = Buffer.concat([chunk.subarray(newline + 1), tail.subarray(0, LINE_START.length)])
    if (newline >= 0 || to <= CHUNK) {
      checkTail(tail, path)
      return { bytes: Math.max(0, to - CHUNK) + newline + 1, carry: NOTHING }
    }
  }
  return { bytes: 0, carry: NOTHING }
}

async function findKeptBlocks(file: FileHandle, size: number, path: string): Promise<KeptOutput> {
  const starts = await findBlocks(file, size, path)
  let tail: Uint8Array = NOTHING
  for (let at = starts.length - 2; at >= 0; at--) {
    const bytes = unpackBlock(await readAt(file, starts[at]!, starts[at + 1]!))
    if (bytes === null) throw new InputError(`${path}: is damaged at byte ${starts[at]}; nothing was changed`)
    const newline = bytes.lastIndexOf(NEWLINE)
    tail = Buffer.concat([bytes.subarray(newline + 1), tail.subarray(0, LINE_START.length)])
    if (newline < 0) continue
    checkTail(tail, path)
    return { bytes: starts[at]!, carry: bytes.subarray(0, newline + 1) }
  }
  checkTail(tail, path)
  return { bytes: 0, carry: NOTHING }
}

/** Where each whole block begins, and where the last one ends. */
async function findBlocks(file: FileHandle, size: number, path: string): Promise<number[]> {
  const starts = [0]
  for (let at = 0; at < size; ) {
    const header = await readAt(file, at, Math.min(size, at + HEADER_SIZE))
    const length = readBlockSize(header)
    if (length === null)
      throw new InputError(
        `${path}: is not packed as this command packs; unpack it, and go on with the unpacked file`
      )
    if (at + length > size) break
    at += length
    starts.push(at)
  }
  return starts
}

/** A file that does not end as the command's own do is someone else's, and not to be cut. */
function checkTail(tail: Uint8Array, path: string): void {
  const length = Math.min(tail.length, LINE_START.length)
  if (!LINE_START.subarray(0, length).equals(tail.subarray(0, length)))
    throw new InputError(`${path}: ends with a line that this command did not write; nothing was changed`)
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from)
  return buffer.subarray(0, bytesRead)
}

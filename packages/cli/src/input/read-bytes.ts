import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { addAbortSignal, type Readable } from 'node:stream'
import { createGunzip, type Gunzip } from 'node:zlib'

export interface ReadOptions {
  /** Ends reading with an `AbortError`. */
  signal?: AbortSignal
  /** Is told of bytes as they come in, before they are unpacked. */
  onRead?: (bytes: number) => void
  /** Of a file, so many bytes from its beginning, at least 1, and not what follows. */
  length?: number
}

/** Whether a file's name says that it is gzip. */
export const isGzip = (file: string): boolean => /\.gz$/i.test(file)

/** A file's name without what says that it is gzip. */
export const withoutGzip = (file: string): string =>
  isGzip(file) ? file.slice(0, -extname(file).length) : file

/** How every gzip stream begins, and no text in UTF-8. */
const MAGIC = [0x1f, 0x8b]

/**
 * The bytes of a file, or of standard input for `-`, as they come; those of gzip unpacked, all its members, told by the name or
 * by how it begins. Where it is cut or damaged, what stands before that is given first.
 *
 * @throws {Error} Node's, of the file system or of zlib.
 */
export async function* readBytes(
  file: string,
  stdin: Readable,
  { signal, onRead, length = Infinity }: ReadOptions = {}
): AsyncGenerator<Uint8Array> {
  const source = file === '-' ? stdin : createReadStream(file, { end: length - 1 })
  if (signal !== undefined) addAbortSignal(signal, source)
  const chunks = readChunks(source, onRead)
  try {
    let head: Uint8Array = new Uint8Array()
    while (head.length < MAGIC.length) {
      const next = await chunks.next()
      if (next.done) break
      head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
    }
    const all = prepend(head, chunks)
    yield* isGzip(file) || MAGIC.every((byte, at) => head[at] === byte) ? unpack(all) : all
  } finally {
    source.destroy()
  }
}

async function* readChunks(source: Readable, onRead: ReadOptions['onRead']): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    onRead?.(chunk.length)
    yield chunk
  }
}

/** What was read already, and what comes after it. */
export async function* prepend<Chunk extends { length: number }>(
  head: Chunk,
  chunks: AsyncIterable<Chunk>
): AsyncGenerator<Chunk> {
  if (head.length > 0) yield head
  yield* chunks
}

async function* unpack(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  let isOver = false
  let failure: unknown
  let wake = () => {}
  gunzip.on('readable', () => wake())
  gunzip.on('end', () => {
    isOver = true
    wake()
  })
  gunzip.on('error', (error) => {
    failure = error
    wake()
  })
  pump(packed, gunzip).catch((error) => gunzip.destroy(error))
  try {
    for (;;) {
      // A stream that fails still holds what it had unpacked, which its own iterator would throw away.
      const chunk = gunzip.read()
      if (chunk !== null) yield chunk
      else if (failure !== undefined) throw failure
      else if (isOver) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    gunzip.destroy()
  }
}

/** Writes chunks to a stream as fast as it takes them, until it is closed. */
async function pump(chunks: AsyncIterable<Uint8Array>, gunzip: Gunzip): Promise<void> {
  const closed = new AbortController()
  gunzip.once('close', () => closed.abort())
  try {
    for await (const chunk of chunks) {
      if (closed.signal.aborted) return
      if (!gunzip.write(chunk)) await once(gunzip, 'drain', { signal: closed.signal })
    }
    gunzip.end()
  } catch (error) {
    if (!closed.signal.aborted) throw error
  }
}

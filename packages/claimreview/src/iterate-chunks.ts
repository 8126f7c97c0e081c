/** A piece of text, or of bytes that are UTF-8. It may end anywhere. */
export type Chunk = string | Uint8Array

/** The part of a web stream that is used. Safari's streams can't be iterated over. */
export interface ReadableChunks {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Chunk | undefined }>
    cancel(reason?: unknown): Promise<void>
  }
}

/** Enough to keep parsing busy, and little enough that what it gives is soon handed on. */
const PIECE = 64 * 1024

/**
 * Text or bytes in pieces of at most 64 K, from whatever has them: a string, a web stream, Node's stream, a list. A
 * source that is not read to its end is closed.
 */
export async function* iterateChunks(
  source: Chunk | AsyncIterable<Chunk> | Iterable<Chunk> | ReadableChunks
): AsyncGenerator<Chunk> {
  for await (const chunk of open(source))
    for (let start = 0; start < chunk.length; start += PIECE)
      yield typeof chunk === 'string'
        ? chunk.slice(start, start + PIECE)
        : chunk.subarray(start, start + PIECE)
}

function open(source: Parameters<typeof iterateChunks>[0]): AsyncIterable<Chunk> | Iterable<Chunk> {
  if (typeof source === 'string' || source instanceof Uint8Array) return [source]
  return 'getReader' in source ? readStream(source) : source
}

async function* readStream(stream: ReadableChunks): AsyncGenerator<Chunk> {
  const reader = stream.getReader()
  let isRead = false
  try {
    for (let next = await reader.read(); ; next = await reader.read()) {
      isRead = next.done
      if (isRead) return
      if (next.value !== undefined) yield next.value
    }
  } finally {
    if (!isRead) await reader.cancel()
  }
}

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { truncate } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { isGzip } from '../input/read-bytes.ts'
import { InputError } from '../input-error.ts'
import type { KeptOutput } from './find-kept.ts'
import { BLOCK, packBlock } from './pack-blocks.ts'

/** Where results go. */
export interface Output {
  /** Resolves when more may come. */
  write(text: string | Uint8Array): Promise<void>
  /** Resolves when all is written. */
  end(): Promise<void>
}

/** Writes to a stream that stays open. */
export function writeTo(stream: Writable): Output {
  return {
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain')
    },
    async end() {}
  }
}

/**
 * Opens a file to write: anew, or to go on after what is kept of it. One whose name ends in `.gz` is packed, in blocks.
 *
 * @throws {InputError} that names the path and why it can't be written; so do the output's own functions.
 */
export async function openOutput(path: string, kept: KeptOutput | null): Promise<Output> {
  const complain = (error: Error) => new InputError(`${path}: can't be written (${error.message})`)
  const file = await openFile(path, kept).catch((error) => {
    throw complain(error)
  })
  let failure: Error | null = null
  file.on('error', (error) => {
    failure ??= error
  })
  const plain: Output = {
    async write(text) {
      if (failure) throw complain(failure)
      if (!file.write(text))
        await once(file, 'drain').catch((error) => {
          throw complain(error)
        })
    },
    async end() {
      const error = await new Promise<Error | null>((resolve) => {
        // A stream that failed before tells so here.
        file.end((error?: Error | null) => resolve(error ?? null))
      })
      if (error) throw complain(failure ?? error)
    }
  }
  return isGzip(path) ? packInto(plain, kept?.carry) : plain
}

async function openFile(path: string, kept: KeptOutput | null): Promise<Writable> {
  if (kept) await truncate(path, kept.bytes)
  const file = createWriteStream(path, kept ? { flags: 'r+', start: kept.bytes } : {})
  await once(file, 'open')
  return file
}

/** Packs what is written, after what is carried over from the last block of before. */
function packInto(output: Output, carry: Uint8Array = Buffer.alloc(0)): Output {
  let waiting: Uint8Array[] = [carry]
  let length = carry.length
  return {
    async write(text) {
      const bytes = Buffer.from(text)
      waiting.push(bytes)
      length += bytes.length
      if (length < BLOCK) return
      const all = Buffer.concat(waiting)
      let from = 0
      for (; all.length - from >= BLOCK; from += BLOCK)
        await output.write(await packBlock(all.subarray(from, from + BLOCK)))
      waiting = [all.subarray(from)]
      length -= from
    },
    async end() {
      if (length > 0) await output.write(await packBlock(Buffer.concat(waiting)))
      await output.write(await packBlock(Buffer.alloc(0)))
      await output.end()
    }
  }
}

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { access, constants, stat, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { isGzip } from '../input/read-bytes.ts'
import type { KeptOutput } from './find-kept.ts'
import { BLOCK, packBlock } from './pack-blocks.ts'
import { explainWriting, findPlace, openBeside } from './write-beside.ts'

/** Where results go. */
export interface Output {
  /** Resolves when more may come. */
  write(text: string | Uint8Array): Promise<void>
  /** Resolves when all is written, and where it belongs. */
  end(): Promise<void>
  /** Of what is written beside its place, and put there at its end; null where it is written as it comes. */
  unput: Unput | null
}

/** What may still stay out of its place. */
interface Unput {
  /** Whether another file is in that place. */
  isReplacing: boolean
  /** In place of `end`: leaves what is there as it was. */
  drop(): Promise<void>
}

/** Writes to a stream that stays open. */
export function writeTo(stream: Writable): Output {
  return {
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain')
    },
    async end() {},
    unput: null
  }
}

/**
 * Opens a file to go on after what is kept of it, or to write it anew where null is, so that a run that is cut off leaves what it
 * wrote. One whose name ends in `.gz` is packed, in blocks.
 *
 * @throws {InputError} that names the path and why it can't be written; so do the output's own functions.
 */
export async function openOutput(path: string, kept: KeptOutput | null): Promise<Output> {
  const plain = await writeInto(path, path, kept)
  return isGzip(path) ? packInto(plain, kept?.carry) : plain
}

/**
 * The same, but what is there stays as it is until all is written, so that it may be read meanwhile. Nothing is in its folder before
 * something is written. A pipe or a device is written as it comes.
 */
export async function openReplacement(path: string): Promise<Output> {
  const place = await findPlace(path)
  if (place === null) return openOutput(path, null)
  await access(dirname(place), constants.W_OK).catch((error) => {
    throw explainWriting(path, error)
  })
  const beside = openBeside(place)
  let opened: Promise<Output> | null = null
  const open = () => {
    opened ??= writeInto(beside.path, path, null)
    return opened
  }
  const plain: Output = {
    write: async (text) => (await open()).write(text),
    async end() {
      try {
        await (await open()).end()
        await beside.put().catch((error) => {
          throw explainWriting(path, error)
        })
      } finally {
        await beside.drop()
      }
    },
    unput: {
      isReplacing: await stat(place).then(
        () => true,
        () => false
      ),
      async drop() {
        // That it can't be written any more is told elsewhere, or no matter.
        await opened?.then((output) => output.end()).catch(() => {})
        await beside.drop()
      }
    }
  }
  return isGzip(path) ? packInto(plain) : plain
}

/** @param name what the file is called in messages. */
async function writeInto(path: string, name: string, kept: KeptOutput | null): Promise<Output> {
  const complain = (error: unknown) => explainWriting(name, error)
  const file = await openFile(path, kept).catch((error) => {
    throw complain(error)
  })
  let failure: Error | null = null
  file.on('error', (error) => {
    failure ??= error
  })
  return {
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
      if (error) throw complain(failure ?? file.errored ?? error)
    },
    unput: null
  }
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
    },
    unput: output.unput
  }
}

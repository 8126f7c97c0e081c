import { fstatSync, statSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { AsyncExtract } from '@saywho/core'
import { pMapIterable } from 'p-map'
import { plural } from '../formats/plural.ts'
import { type Format, isLines, isValue, renderHead, toLine } from '../formats/render-document.ts'
import { openAccurate } from '../input/open-accurate.ts'
import {
  type BadInput,
  type InputDocument,
  type InputLine,
  isNdjson,
  parseLine,
  readRecords
} from '../input/read-documents.ts'
import { InputError } from '../input-error.ts'
import { drawProgress } from '../output/draw-progress.ts'
import { findKept, type KeptOutput } from '../output/find-kept.ts'
import { type Output, openOutput, openReplacement, writeTo } from '../output/open-output.ts'
import { keyOf, readWritten, type WrittenLine } from '../output/read-written.ts'
import { takeWritten, type WrittenDocuments } from '../output/take-written.ts'
import { tell } from '../output/tell.ts'
import type { Streams } from '../streams.ts'
import {
  type ExtractedDocument,
  type ExtractSettings,
  extractDocument,
  tellFailure
} from '../workers/extract-document.ts'
import { openWorkerPool, WorkerPoolError } from '../workers/open-worker-pool.ts'
import { pageOf, type ReadingFlags, readExtractOptions } from './reading-flags.ts'

export interface ExtractFlags extends ReadingFlags {
  format: Format
  output?: string
  resume?: boolean
  workers?: number
  accurate?: boolean
}

type InputRecord = InputLine | InputDocument | BadInput

/** Documents under way for each thread: enough that none waits for one that takes long, and few enough to hold in memory. */
const UNDER_WAY = 16

/**
 * Reads documents, finds who said what in them, and writes it in the documents' order. No more is read than is under way, and nothing
 * new is begun while the output takes no more.
 *
 * @returns the exit status: 0, or 1 where something could not be read.
 */
export async function extractFiles(
  files: readonly string[],
  flags: ExtractFlags,
  streams: Streams
): Promise<number> {
  const { format, workers } = flags
  const { columns, colour, stdin } = streams
  const options = await readExtractOptions(flags, stdin)
  const accurate = flags.accurate ? await openAccurate() : undefined
  const settings: ExtractSettings = { format, options, page: pageOf({}, flags), columns, colour }
  const isSingle = files.length === 1 && files[0] !== '-' && !isNdjson(files[0]!)
  const isList = !isSingle && isValue(format)
  const path = flags.output
  const kept = flags.resume ? await findKept(path!) : null
  const output = await openFor(path, format, kept, streams)
  const progress = startProgress(files, flags, streams)
  // One text may take long to read, and nothing is written meanwhile: a signal simply ends it.
  let signal = isSingle ? undefined : streams.stopSignal?.()
  let status = 0
  let head = kept === null ? renderHead(format) : ''
  let made = 0
  let written = 0
  let skipped = 0
  const say = (message: string) => {
    progress?.clear()
    tell(streams.stderr, message)
  }
  const write = async (text: string) => {
    const before = isList ? (written === 0 ? '[\n' : ',\n') : format === 'table' && written > 0 ? '\n' : ''
    written++
    await output.write(head + before + (isList ? text.trimEnd() : text))
    head = ''
  }
  const finish = async (its: ExtractedDocument | BadInput) => {
    signal ??= streams.stopSignal?.()
    if ('error' in its) {
      const { id, line, error, message } = its
      status = 1
      say(message)
      if (isLines(format)) await write(toLine({ id, line, error }))
    } else {
      made++
      its.warnings.forEach(say)
      await write(its.text)
    }
    progress?.addDocument('error' in its ? 0 : its.attributions)
  }
  const read = readRecords(files, stdin, {
    ...(signal ? { signal } : {}),
    ...(progress ? { onRead: progress.addBytes } : {})
  })
  const seeWritten = (line: WrittenLine) => {
    skipped++
    if (line.isError) status = 1
  }
  const records = kept ? passOver(read, takeWritten(readWritten(path!, kept)), seeWritten) : read
  const maker = openMaker(workers, settings, accurate)
  const concurrency = workers === undefined ? 1 : workers * UNDER_WAY
  try {
    for await (const its of pMapIterable(records, maker.make, { concurrency })) {
      if (signal?.aborted) break
      await finish(its)
    }
  } catch (error) {
    // What was cut off by the signal is not wrong.
    if (!signal?.aborted || error instanceof InputError) {
      await output.unput?.drop()
      throw error
    }
  } finally {
    progress?.clear()
    await maker.close()
  }
  if (head !== '') await output.write(head)
  if (isList) await output.write(written === 0 ? '[]\n' : '\n]\n')
  const { unput } = output
  const hasFailed = status !== 0 && made === 0
  // What was cut off, or came to nothing, is worth less than what was there before.
  const isWorthless =
    (hasFailed && written === 0) || ((hasFailed || signal?.aborted) && unput?.isReplacing === true)
  if (unput !== null && isWorthless) await unput.drop()
  else await output.end()
  if (kept) say(`${path}: ${plural(skipped, 'document')} written already`)
  return status
}

/** Where results go. What `--resume` can go on with stays when it is cut off; all else takes a file's place once it is whole. */
async function openFor(
  path: string | undefined,
  format: Format,
  kept: KeptOutput | null,
  { stdout }: Streams
): Promise<Output> {
  if (path === undefined) return writeTo(stdout)
  return format === 'ndjson' ? openOutput(path, kept) : openReplacement(path)
}

/** What makes a document's output: this thread, or so many others. */
function openMaker(
  workers: number | undefined,
  settings: ExtractSettings,
  accurate: AsyncExtract | undefined
): { make(record: InputRecord): Promise<ExtractedDocument | BadInput>; close(): Promise<void> } {
  if (workers === undefined)
    return {
      make: async (record) => ('error' in record ? record : extractDocument(record, settings, accurate)),
      close: async () => {}
    }
  const pool = openWorkerPool({ workers, settings })
  return {
    make: async (record) => {
      if ('error' in record) return record
      try {
        return await pool.run({ record })
      } catch (error) {
        if (error instanceof WorkerPoolError) throw new InputError(error.message)
        // The thread died of it.
        const document = documentOf(record)
        return 'error' in document ? document : tellFailure(document, error)
      }
    },
    close: () => pool.destroy()
  }
}

const documentOf = (record: InputRecord): InputDocument | BadInput =>
  'json' in record ? parseLine(record) : record

/** Leaves out what was written already. */
async function* passOver(
  records: AsyncIterable<InputRecord>,
  written: WrittenDocuments,
  see: (line: WrittenLine) => void
): AsyncGenerator<InputRecord> {
  for await (const record of records) {
    const line = written.isSpent ? null : await written.take(keyOf(documentOf(record)))
    if (line === null) yield record
    else see(line)
  }
}

/** Progress, where there is a terminal to show it and no output on the same one; null elsewhere. */
function startProgress(
  files: readonly string[],
  { output }: ExtractFlags,
  { stdin, stdout, stderr }: Streams
) {
  if (stderr.isTTY !== true || (output === undefined && stdout.isTTY === true)) return null
  return drawProgress(stderr, sumSizes(files, stdin))
}

/** How many bytes there are to read; null where one of the inputs is no file. */
function sumSizes(files: readonly string[], stdin: Readable & { fd?: number }): number | null {
  let sum = 0
  try {
    for (const file of files.length > 0 ? files : ['-']) {
      if (file === '-' && stdin.fd === undefined) return null
      const stat = file === '-' ? fstatSync(stdin.fd!) : statSync(file)
      if (!stat.isFile()) return null
      sum += stat.size
    }
    return sum
  } catch {
    // What can't be read is told when its turn comes.
    return null
  }
}

import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { BadInput, InputDocument, InputLine } from '../input/read-documents.ts'
import type { ExtractedDocument, ExtractSettings } from './extract-document.ts'

/** Plain data: it is sent to a thread. */
export interface DocumentTask {
  record: InputLine | InputDocument
  /** What differs from the pool's settings for this document alone. */
  settings?: Partial<ExtractSettings>
}

export interface WorkerPoolOptions {
  /** How many threads, at least 1. */
  workers: number
  /** What holds for every document; sent once to each thread. */
  settings: ExtractSettings
  /** How many documents may wait for a thread. @default no limit */
  maxQueue?: number
  /** Node's limits on the memory of a thread; one that goes past them ends, and its document with it. */
  resourceLimits?: { maxOldGenerationSizeMb?: number }
  /** Node's options of a thread. @default those of this process */
  execArgv?: string[]
}

/** No thread could be started. */
export class WorkerPoolError extends Error {
  override name = 'WorkerPoolError'
}

export interface WorkerPool {
  /**
   * Does to a document, in a thread, what `extractDocument` does.
   *
   * @param signal cancels it, also one that runs: its thread ends, and another takes its place. The promise is rejected with an `AbortError`.
   * @throws {WorkerPoolError} when threads can't start: no other document will be read either.
   * @throws {Error} where the thread ended on the way, out of memory for instance, or the queue is full (see piscina's errors). The other documents go on.
   */
  run(task: DocumentTask, signal?: AbortSignal): Promise<ExtractedDocument | BadInput>
  /** How many documents wait for a thread. */
  readonly queueSize: number
  /** Ends all threads at once; what still ran is rejected. */
  destroy(): Promise<void>
}

/** Starts threads that find who said what in documents. */
export function openWorkerPool({ workers, settings, ...options }: WorkerPoolOptions): WorkerPool {
  // The worker stands beside this file, in the sources and once built.
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js'
  const pool = new Piscina({
    ...options,
    filename: fileURLToPath(new URL(file, import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    recordTiming: false,
    workerData: settings
  })
  // A thread that ends with no document in its hands is not replaced, and documents would wait for it for ever.
  let broken: WorkerPoolError | null = null
  pool.on('error', (error: Error) => {
    broken ??= new WorkerPoolError(`a worker could not start: ${error.message}`)
    pool.destroy()
  })
  return {
    async run(task, signal) {
      if (broken) throw broken
      try {
        return await pool.run(task, signal === undefined ? {} : { signal })
      } catch (error) {
        throw broken ?? error
      }
    },
    get queueSize() {
      return pool.queueSize
    },
    destroy: () => pool.destroy()
  }
}

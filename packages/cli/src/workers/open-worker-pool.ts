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

export interface ThreadOptions {
  /** How many threads, at least 1. */
  workers: number
  /** How many tasks may wait for a thread. @default no limit */
  maxQueue?: number
  /** Node's limits on the memory of a thread; one that goes past them ends, and its task with it. */
  resourceLimits?: { maxOldGenerationSizeMb?: number }
  /** Node's options of a thread. @default those of this process */
  execArgv?: string[]
  /** Is told that no task will be done any more, since a thread ended with none in its hands. */
  onBroken?: (error: Error) => void
}

export interface WorkerPoolOptions extends ThreadOptions {
  /** What holds for every document; sent once to each thread. */
  settings: ExtractSettings
}

/** No thread could be started. */
export class WorkerPoolError extends Error {
  override name = 'WorkerPoolError'
}

/** Threads that all run one function. */
export interface Pool<Task, Result> {
  /**
   * Runs a task in a thread.
   *
   * @param signal cancels it, also one that runs: its thread ends, and another takes its place. The promise is rejected with an `AbortError`.
   * @throws {WorkerPoolError} when threads can't start: no other task will be done either.
   * @throws {Error} where the thread ended on the way, out of memory for instance, or the queue is full (see piscina's errors). The other tasks go on.
   */
  run(task: Task, signal?: AbortSignal): Promise<Result>
  /** How many tasks wait for a thread. */
  readonly queueSize: number
  /** Ends all threads at once; what still ran is rejected. */
  destroy(): Promise<void>
}

/** Does to a document, in a thread, what `extractDocument` does. */
export type WorkerPool = Pool<DocumentTask, ExtractedDocument | BadInput>

/** Starts threads that find who said what in documents. */
export const openWorkerPool = ({ settings, ...options }: WorkerPoolOptions): WorkerPool =>
  openPool('worker', options, settings)

/**
 * Starts threads.
 *
 * @param name the module that they run, without its ending: one of those beside this file, all of which are built into one folder with it.
 * @param workerData sent once to each thread.
 */
export function openPool<Task, Result>(
  name: 'worker' | 'job-worker',
  { workers, onBroken, ...options }: ThreadOptions,
  workerData?: unknown
): Pool<Task, Result> {
  const file = `./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`
  const pool = new Piscina({
    ...options,
    filename: fileURLToPath(new URL(file, import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    recordTiming: false,
    workerData
  })
  // A thread that ends with no task in its hands is not replaced, and tasks would wait for it for ever.
  let broken: WorkerPoolError | null = null
  pool.on('error', (error: Error) => {
    if (broken) return
    broken = new WorkerPoolError(`a worker could not start: ${error.message}`)
    pool.destroy()
    onBroken?.(broken)
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

import type { Answer, Job } from '../server/job.ts'
import { Problem } from '../server/problem.ts'
import { openPool, type ThreadOptions } from '../workers/open-worker-pool.ts'
import { openTurnstile, tellBusy } from './open-turnstile.ts'

export interface JobPoolOptions extends Pick<ThreadOptions, 'workers' | 'onBroken' | 'execArgv'> {
  /** How many requests may wait for a thread. */
  queue: number
  /** How long one may wait, and how long it may then take, each in milliseconds. */
  timeout: number
}

export interface JobPool {
  /** Answers a request in a thread. The signal gives its place up; a long one that runs ends, with its thread. */
  perform(job: Job, signal: AbortSignal): Promise<Answer>
  /** How many requests wait for a thread. */
  readonly waiting: number
  destroy(): Promise<void>
}

/** Texts that take longer than a moment, in bytes. One thread stays free of them. */
const LONG = 128 * 1024
/** What a thread may hold, in MB. */
const MEMORY = 512

/** What wakes a thread: weights are decoded when the first text is read. */
const FIRST: Job = {
  operation: 'extract',
  mediaType: 'text/plain',
  query: '',
  body: new TextEncoder().encode('It closed, she said.').buffer
}

/**
 * Starts threads that answer requests: a bounded queue, in which long texts leave a thread to the others.
 *
 * @returns the pool once all of its threads have begun.
 * @throws {Error} where they can't.
 */
export async function openJobPool({ workers, queue, timeout, ...options }: JobPoolOptions): Promise<JobPool> {
  const pool = openPool<Job, Answer>('job-worker', {
    ...options,
    workers,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY }
  })
  await Promise.all(Array.from({ length: workers }, () => pool.run(FIRST)))
  const turnstile = openTurnstile({
    atOnce: workers,
    longAtOnce: Math.max(1, workers - 1),
    mostWaiting: queue
  })
  return {
    get waiting() {
      return turnstile.waiting
    },
    async perform(job, signal) {
      const isLong = job.body.byteLength > LONG
      const leave = await within(timeout, signal, tellBusy, (limit) => turnstile.enter(isLong, limit))
      // A thread that ends costs more than a short text that nobody waits for.
      const abort = isLong ? signal : null
      try {
        const answer = await within(timeout, abort, tellTooLong, (limit) => pool.run(job, limit))
        leave()
        return answer
      } catch (error) {
        // The time that another thread takes to begin is not that of the next request.
        pool.run(FIRST).then(leave, leave)
        if (isOutOfMemory(error))
          throw new Problem(413, 'Reading this takes more memory than there is for it.')
        throw error
      }
    },
    destroy: () => pool.destroy()
  }
}

const tellTooLong = (): Problem => new Problem(504, 'Reading this takes longer than the limit.')

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Runs what ends at a signal: that of whoever waits for it, or a time in milliseconds, past which `explain` tells what is thrown. */
async function within<T>(
  time: number,
  signal: AbortSignal | null,
  explain: () => Problem,
  run: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  let late: Problem | undefined
  const timer = setTimeout(() => {
    late = explain()
    controller.abort(late)
  }, time)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  try {
    return await run(controller.signal)
  } catch (error) {
    throw late ?? error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

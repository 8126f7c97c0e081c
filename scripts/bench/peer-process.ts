import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { GoldAttribution } from '@saywho/training'
import { readPeakMemory, readProcessorTime } from './read-process.ts'

/** What a peer answers to a document. */
export interface Answer {
  readonly id: string
  /** The time of finding alone, by the peer's own clock. */
  readonly milliseconds: number
  readonly attributions: GoldAttribution[]
  /** Why it gave up on the document. */
  readonly error?: string
}

/** One thread each: the libraries of numbers are told so, and where there is `taskset`, all of the process stays on one core. */
const ONE_THREAD = {
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  BLIS_NUM_THREADS: '1'
}
const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** A peer that runs, and is asked one document at a time. */
export class PeerProcess {
  readonly #child: ChildProcess
  readonly #lines: AsyncIterator<string>
  readonly #ended: Promise<unknown>

  /** @param core counted from 0, where the system can hold a process to one. */
  constructor(command: readonly [string, ...string[]], core = 0) {
    const [program, ...args] = [...(canPin ? ['taskset', '-c', `${core}`] : []), ...command]
    this.#child = spawn(program!, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...ONE_THREAD }
    })
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve))
    // A program that is not there or that ended is told by what it does not answer.
    this.#child.on('error', () => {})
    this.#child.stdin!.on('error', () => {})
    this.#lines = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]()
  }

  /** @throws {Error} when it ends instead of answering. */
  async ask({ id, text }: { id: string; text: string }): Promise<Answer> {
    this.#child.stdin!.write(`${JSON.stringify({ id, text })}\n`)
    const { value, done } = await this.#lines.next()
    if (done) throw new Error(`${this.#child.spawnargs.join(' ')} ended without an answer to ${id}`)
    return JSON.parse(value) as Answer
  }

  /** The time on all processors so far, in milliseconds, in steps of 10; null where the system does not tell. */
  processorTime(): number | null {
    return readProcessorTime(this.#child.pid!)
  }

  /** The most memory that it held so far, in bytes; null where the system does not tell. */
  peakMemory(): number | null {
    return readPeakMemory(this.#child.pid!)
  }

  async stop(): Promise<void> {
    this.#child.stdin!.end()
    await this.#ended
  }
}

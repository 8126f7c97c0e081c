import type { Readable, Writable } from 'node:stream'

/** Where the command reads and writes; the process's own, or a test's. */
export interface Streams {
  stdin: Readable
  stdout: Writable & { isTTY?: boolean }
  stderr: Writable & { isTTY?: boolean; columns?: number }
  /** Width of the terminal in columns, or what to write for where there is none. */
  columns: number
  /** Whether colour is wanted. */
  colour: boolean
  /**
   * What aborts when the user or the system wants the command to stop, so that it may leave whole what it wrote. Once asked for, such a
   * wish no longer ends the process by itself.
   */
  stopSignal?: () => AbortSignal
}

import type { Readable, Writable } from 'node:stream'

/** Where the command reads and writes; the process's own, or a test's. */
export interface Streams {
  stdin: Readable
  stdout: Writable
  stderr: Writable
  /** Width of the terminal in columns, or what to write for where there is none. */
  columns: number
  /** Whether colour is wanted. */
  colour: boolean
}

import type { Writable } from 'node:stream'
import { printable } from '../formats/printable.ts'

/** Tells the user something, a line each. Names of files come from strangers, too: no character of it steers a terminal. */
export function tell(stderr: Writable, message: string): void {
  for (const line of message.split('\n')) stderr.write(`saywho: ${printable(line)}\n`)
}

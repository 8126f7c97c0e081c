import { fstatSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'

/**
 * Makes what finds the input that writing a file would destroy, under whatever name; undefined where there is none.
 *
 * @param inputs files, or `-` for standard input, which may come from one.
 */
export async function makeOverwriteFinder(
  inputs: readonly string[],
  stdin: Readable & { fd?: number }
): Promise<(output: string) => Promise<string | undefined>> {
  const found = new Map<string, string>()
  for (const input of inputs) {
    const key = input === '-' ? keyOfOpen(stdin.fd) : await keyOf(input)
    if (key !== undefined) found.set(key, input)
  }
  return async (output) => {
    const key = await keyOf(output)
    return key === undefined ? undefined : found.get(key)
  }
}

/** What tells a file from all others; undefined where there is none, or it is no file: a device may well be read and written. */
const keyOf = (path: string): Promise<string | undefined> =>
  stat(path, { bigint: true }).then(describe, () => undefined)

function keyOfOpen(fd: number | undefined): string | undefined {
  try {
    return fd === undefined ? undefined : describe(fstatSync(fd, { bigint: true }))
  } catch {
    // It is closed, and no file is read.
    return undefined
  }
}

const describe = (its: { isFile(): boolean; dev: bigint; ino: bigint }): string | undefined =>
  its.isFile() ? `${its.dev}:${its.ino}` : undefined

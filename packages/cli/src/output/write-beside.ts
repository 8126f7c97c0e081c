import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { chmod, lstat, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InputError } from '../input-error.ts'

/** A place for a file to be written in, until it is whole and takes another's. */
export interface Beside {
  /** Where to write; nothing is there yet. */
  path: string
  /** Puts it where it belongs, with the mode of the file that was there. */
  put(): Promise<void>
  /** Takes away what was written and not put. */
  drop(): Promise<void>
}

/** Finds a place beside a file, in its folder, from where it can be put into the file's own at once. */
export function openBeside(place: string): Beside {
  const path = join(dirname(place), `.saywho-${randomUUID()}.part`)
  // A process that ends on the way leaves nothing lying about.
  const remove = () => rmSync(path, { force: true })
  process.once('exit', remove)
  return {
    path,
    async put() {
      const before = await lstat(place).catch(() => null)
      if (before?.isFile()) await chmod(path, before.mode & 0o777)
      await rename(path, place)
    },
    async drop() {
      process.off('exit', remove)
      await rm(path, { force: true }).catch(() => {})
    }
  }
}

/** Names of what is open already, and may be written to by others, too. */
const OPEN_ALREADY = /^\/(?:dev\/(?:std(?:out|err)$|fd\/)|proc\/)/

/**
 * Where a path that the user named leads, over symbolic links, so that a file can take its place; null where it has to be
 * written into: a pipe, a device, a link to what is not there yet.
 *
 * @throws {InputError} when it is a folder.
 */
export async function findPlace(path: string): Promise<string | null> {
  const its = await stat(path).catch(() => null)
  if (its?.isDirectory()) throw new InputError(`${path}: ${A_FOLDER}`)
  if (its !== null) return its.isFile() && !OPEN_ALREADY.test(path) ? await realpath(path) : null
  return (await lstat(path).catch(() => null)) === null ? path : null
}

const A_FOLDER = 'is a folder; name a file in it'

/** Why a file can't be written. */
export function explainWriting(path: string, error: unknown): InputError {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new InputError(`${path}: there is no folder ${dirname(path)}`)
  return new InputError(`${path}: ${code === 'EISDIR' ? A_FOLDER : `can't be written (${message})`}`)
}

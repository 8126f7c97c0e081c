import { randomUUID } from 'node:crypto'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { InputError } from '../input-error.ts'

/**
 * Makes sure that a file can be written, before work that would be lost if it could not.
 *
 * @throws {InputError} that names the path and why it can't.
 */
export async function checkWritable(path: string): Promise<void> {
  const its = await stat(path).catch(() => null)
  if (its?.isDirectory()) throw new InputError(`${path}: is a folder; name a file in it`)
  await writeBeside(path, '', async () => {})
}

/**
 * Writes a file whole or not at all: beside its place first, then put there at once. A symbolic link is followed; a pipe or a
 * device, such as `/dev/stdout`, takes the text as it is.
 *
 * @throws {InputError} that names the path and why it can't be written.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const its = await stat(path).catch(() => null)
  if (its !== null && !its.isFile() && !its.isDirectory()) await writeFile(path, text)
  else await writeInPlace(await realpath(path).catch(() => path), text)
}

/** The same, but a symbolic link is replaced by the file, whatever it points to: for names that a document chose. */
export const writeInPlace = (path: string, text: string): Promise<void> =>
  writeBeside(path, text, (beside) => rename(beside, path))

async function writeBeside(
  path: string,
  text: string,
  use: (beside: string) => Promise<void>
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`)
  try {
    await writeFile(beside, text, { flag: 'wx', flush: true })
    await use(beside)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new InputError(
      code === 'ENOENT'
        ? `${path}: there is no folder ${dirname(path)}`
        : `${path}: can't be written (${message})`
    )
  } finally {
    await rm(beside, { force: true }).catch(() => {})
  }
}

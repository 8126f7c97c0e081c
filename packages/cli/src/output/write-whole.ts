import { writeFile } from 'node:fs/promises'
import { type Beside, explainWriting, findPlace, openBeside } from './write-beside.ts'

/**
 * Makes sure that a file can be written, before work that would be lost if it could not.
 *
 * @throws {InputError} that names the path and why it can't.
 */
export async function checkWritable(path: string): Promise<void> {
  const place = await findPlace(path)
  if (place !== null) await writeBeside(path, place, '', async () => {})
}

/**
 * Writes a file whole or not at all: beside its place first, then put there at once. A symbolic link is followed; a pipe or a
 * device, such as `/dev/stdout`, takes the text as it is.
 *
 * @throws {InputError} that names the path and why it can't be written.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const place = await findPlace(path)
  if (place !== null) return writeBeside(path, place, text, (beside) => beside.put())
  await writeFile(path, text).catch((error) => {
    throw explainWriting(path, error)
  })
}

/** The same, but a symbolic link is replaced by the file, whatever it points to: for names that a document chose. */
export const writeInPlace = (path: string, text: string): Promise<void> =>
  writeBeside(path, path, text, (beside) => beside.put())

async function writeBeside(
  path: string,
  place: string,
  text: string,
  use: (beside: Beside) => Promise<void>
): Promise<void> {
  const beside = openBeside(place)
  try {
    await writeFile(beside.path, text, { flag: 'wx', flush: true })
    await use(beside)
  } catch (error) {
    throw explainWriting(path, error)
  } finally {
    await beside.drop()
  }
}

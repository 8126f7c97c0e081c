import type { Readable } from 'node:stream'
import { InputError } from '../input-error.ts'
import { nameInput, readText } from './read-text.ts'

/**
 * What a file of JSON holds, or standard input for `-`.
 *
 * @throws {InputError} when it can't be read or is not JSON.
 */
export async function readJson(file: string, stdin: Readable): Promise<unknown> {
  const json = await readText(file, stdin)
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new InputError(`${nameInput(file)}: is not JSON: ${(error as Error).message}`)
  }
}

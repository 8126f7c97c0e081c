import type { Readable } from 'node:stream'
import { InputError } from '../input-error.ts'
import { nameInput, readText } from './read-text.ts'

/**
 * What a file of JSON holds, or standard input for `-`.
 *
 * @param ofPage what else to say where it is a page.
 * @throws {InputError} when it can't be read or is not JSON.
 */
export async function readJson(file: string, stdin: Readable, ofPage = ''): Promise<unknown> {
  const json = await readText(file, stdin)
  try {
    return JSON.parse(json)
  } catch (error) {
    const isPage = ofPage !== '' && /^\s*</.test(json)
    throw new InputError(
      `${nameInput(file)}: is not JSON${isPage ? ofPage : `: ${(error as Error).message}`}`
    )
  }
}

import { CorpusError } from '@saywho/training'
import { InputError } from '../input-error.ts'
import { nameInput } from './read-text.ts'

/** More complaints about a file than this help nobody. */
const MOST_PROBLEMS = 20

/**
 * What a reader of a corpus makes of a file's NDJSON.
 *
 * @throws {InputError} that names the file, each wrong line and what is wrong in it.
 */
export function readNamed<Result>(file: string, ndjson: string, read: (ndjson: string) => Result): Result {
  try {
    return read(ndjson)
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    const shown = error.problems
      .slice(0, MOST_PROBLEMS)
      .map(({ line, problem }) => `${nameInput(file)}: line ${line}: ${problem}`)
    const more = error.problems.length - shown.length
    throw new InputError([...shown, ...(more > 0 ? [`${nameInput(file)}: and ${more} more`] : [])].join('\n'))
  }
}

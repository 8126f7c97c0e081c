import { CorpusError, type LineProblem } from './corpus-error.ts'

/** A line's object, field by field, so that no field is mistaken for a property that all objects have. */
export type Fields = ReadonlyMap<string, unknown>

/**
 * Reads NDJSON a line at a time; empty lines are passed over.
 *
 * @param readLine makes of a line's object what is wanted, and tells each thing that is wrong.
 * @throws {CorpusError} when anything is wrong, after all lines were read.
 */
export function readJsonLines<Item>(
  ndjson: string,
  readLine: (fields: Fields, complain: (problem: string) => void) => Item
): Item[] {
  const items: Item[] = []
  const problems: LineProblem[] = []
  for (const [index, json] of ndjson.split('\n').entries()) {
    if (json.trim() === '') continue
    const complain = (problem: string) => problems.push({ line: index + 1, problem })
    let value: unknown
    try {
      value = JSON.parse(json)
    } catch (error) {
      complain(`is not JSON: ${(error as Error).message}`)
      continue
    }
    const fields = readFields(value)
    if (fields === null) complain(`is not an object but ${describe(value)}`)
    else items.push(readLine(fields, complain))
  }
  if (problems.length > 0) throw new CorpusError(problems)
  return items
}

/** The fields of an object; null for any other value. */
export const readFields = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null

/** A value in a message, cut where it is long. */
export function describe(value: unknown): string {
  const json = value === undefined ? 'missing' : JSON.stringify(value)
  return json.length > 60 ? `${json.slice(0, 57)}…` : json
}

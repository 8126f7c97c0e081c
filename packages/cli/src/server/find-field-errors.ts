import type { OutputUnit, Validator } from '@cfworker/json-schema'
import { isLarger } from './is-larger.ts'

/** What is wrong with a field. */
export interface FieldError {
  /** JSON Pointer (RFC 6901) into the value; '' is the whole. */
  pointer: string
  detail: string
}

/** Keywords that only say that something within is wrong, which is told by itself. */
const WRAPPERS = new Set(['$ref', 'properties', 'additionalProperties', 'items', 'anyOf', 'oneOf', 'allOf'])

/** No more than so many are told. */
const MOST_ERRORS = 20

/** A value that holds more is read up to what is wrong first: telling all would take memory for each. */
const MOST_VALUES = 10_000

/** What a field must be whose schema has a pattern; any other must have words. */
const WANTED: ReadonlyMap<string, string> = new Map([
  ['url', 'an absolute http or https URL'],
  ['datePublished', 'an ISO 8601 date such as 2026-01-31']
])

export interface FieldErrorOptions {
  /**
   * A validator of the same schema that does not stop at what is wrong first.
   * @default none: not all are told, where there are several
   */
  all?: Validator
  /**
   * What to say of a field that is missing or not known, by its pointer, where there is more to say than that.
   * @default {}
   */
  details?: Readonly<Record<string, string>>
}

/** The fields of a value out of JSON that are not as a schema has them: the first 20, and of a large value not all of those. */
export function findFieldErrors(
  value: unknown,
  validator: Validator,
  { all = validator, details = {} }: FieldErrorOptions = {}
): FieldError[] {
  try {
    let { errors } = validator.validate(value)
    if (errors.length > 0 && !isLarger(value, MOST_VALUES)) errors = all.validate(value).errors
    return errors
      .filter(({ keyword }) => !WRAPPERS.has(keyword))
      .slice(0, MOST_ERRORS)
      .map((unit) => describeError(unit, details))
  } catch (error) {
    // The library passes errors on as arguments of a function, which can be too many.
    if (error instanceof RangeError) return [{ pointer: '', detail: 'Has too many fields that are wrong.' }]
    throw error
  }
}

function describeError(
  { instanceLocation, keyword, error }: OutputUnit,
  details: Readonly<Record<string, string>>
): FieldError {
  const pointer = instanceLocation.slice(1)
  if (keyword === 'false') return { pointer, detail: details[pointer] ?? 'There is no such field.' }
  const [, missing] = (keyword === 'required' && /property "(.*)"\.$/.exec(error)) || []
  if (missing !== undefined) {
    const place = `${pointer}/${missing}`
    return { pointer: place, detail: details[place] ?? 'Is missing.' }
  }
  if (keyword === 'pattern') {
    const wanted = WANTED.get(pointer.split('/').at(-1)!) ?? 'words'
    return { pointer, detail: `Expected ${wanted}.` }
  }
  return { pointer, detail: error }
}

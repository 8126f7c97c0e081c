import type { OutputUnit, Validator } from '@cfworker/json-schema'

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

/** The fields of a value out of JSON that are not as a schema has them: not all of them, where there are several. */
export function findFieldErrors(value: unknown, validator: Validator): FieldError[] {
  try {
    return validator
      .validate(value)
      .errors.filter(({ keyword }) => !WRAPPERS.has(keyword))
      .slice(0, MOST_ERRORS)
      .map(describeError)
  } catch (error) {
    // The library passes errors on as arguments of a function, which can be too many.
    if (error instanceof RangeError) return [{ pointer: '', detail: 'Has too many fields that are wrong.' }]
    throw error
  }
}

function describeError({ instanceLocation, keyword, error }: OutputUnit): FieldError {
  const pointer = instanceLocation.slice(1)
  if (keyword === 'false') return { pointer, detail: 'There is no such field.' }
  const [, missing] = (keyword === 'required' && /property "(.*)"\.$/.exec(error)) || []
  if (missing !== undefined) return { pointer: `${pointer}/${missing}`, detail: 'Is missing.' }
  return { pointer, detail: error }
}

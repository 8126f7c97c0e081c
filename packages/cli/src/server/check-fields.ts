import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema'
import { api } from './describe-api.ts'
import { type FieldError, Problem } from './problem.ts'

/** Keywords that only say that something within is wrong, which is told by itself. */
const WRAPPERS = new Set(['$ref', 'properties', 'additionalProperties', 'items', 'anyOf', 'oneOf', 'allOf'])

const { schemas } = api.components
// What a review lacks is told by `parseReview`, all of it at once.
const { ReviewedClaim } = schemas
const reviewedClaim = {
  ...ReviewedClaim,
  properties: { ...ReviewedClaim.properties, review: { type: 'object' } }
}

const { text, people, ...options } = schemas.TextDocument.properties
const query = { type: 'object', properties: options, additionalProperties: false }

const compile = (schema: object): Validator =>
  new Validator({ ...schema, components: structuredClone(api.components) } as Schema, '2020-12')

const validators = {
  TextDocument: compile(schemas.TextDocument),
  HtmlDocument: compile(schemas.HtmlDocument),
  ReviewedClaim: compile(reviewedClaim),
  /** What a document's query may tell. */
  Query: compile(query)
}

/**
 * Holds a value out of JSON to a schema of the description.
 *
 * @throws {Problem} 422, with fields that are wrong: not all of them, where there are several.
 */
export function checkFields(value: unknown, schema: keyof typeof validators): void {
  const errors = findErrors(value, validators[schema])
  if (errors.length > 0) throw new Problem(422, 'See errors for what is wrong.', { errors })
}

/** No more than so many are told. */
const MOST_ERRORS = 20

function findErrors(value: unknown, validator: Validator): FieldError[] {
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

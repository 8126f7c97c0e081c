import { type Schema, Validator } from '@cfworker/json-schema'
import { api } from './describe-api.ts'
import { findFieldErrors } from './find-field-errors.ts'
import { Problem } from './problem.ts'

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
  const errors = findFieldErrors(value, validators[schema])
  if (errors.length > 0) throw new Problem(422, 'See errors for what is wrong.', { errors })
}

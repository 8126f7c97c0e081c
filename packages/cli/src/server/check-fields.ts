import { type Schema, Validator } from '@cfworker/json-schema'
import { api } from './describe-api.ts'
import { type FieldErrorOptions, findFieldErrors } from './find-field-errors.ts'
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

interface Check extends FieldErrorOptions {
  validator: Validator
}

function compile(schema: object, details: Record<string, string> = {}): Check {
  const whole = { ...schema, components: structuredClone(api.components) } as Schema
  const validator = new Validator(whole, '2020-12')
  // Its third argument is whether it stops at what is wrong first.
  return { validator, all: new Validator(whole, '2020-12', false), details }
}

const checks = {
  TextDocument: compile(schemas.TextDocument, { '/text': 'Is missing: send text or html.' }),
  HtmlDocument: compile(schemas.HtmlDocument, { '/text': 'Send text or html, not both.' }),
  ReviewedClaim: compile(reviewedClaim),
  /** What a document's query may tell. */
  Query: compile(query)
}

/**
 * Holds a value out of JSON to a schema of the description.
 *
 * @throws {Problem} 422, with the fields that are wrong.
 */
export function checkFields(value: unknown, schema: keyof typeof checks): void {
  const { validator, ...options } = checks[schema]
  const errors = findFieldErrors(value, validator, options)
  if (errors.length > 0) throw new Problem(422, 'See errors for what is wrong.', { errors })
}

import type { Readable } from 'node:stream'
import { type Schema, Validator } from '@cfworker/json-schema'
import type { Extraction } from '@saywho/core'
import schema from '@saywho/core/schema/extraction.schema.json' with { type: 'json' }
import { InputError } from '../input-error.ts'
import { findFieldErrors } from '../server/find-field-errors.ts'
import { readJson } from './read-json.ts'
import { nameInput } from './read-text.ts'

/**
 * The extraction that a file of JSON holds, or standard input for `-`; an `id` may stand beside.
 *
 * @throws {InputError} when it can't be read, or is not what `saywho extract --format json` writes for one text; what is wrong
 *   is told, a line a field.
 */
export async function readExtraction(file: string, stdin: Readable): Promise<Extraction> {
  const value = await readJson(file, stdin)
  const errors = findFieldErrors(value, new Validator(schema as Schema, '2020-12'))
  if (errors.length === 0) return value as Extraction
  const name = nameInput(file)
  throw new InputError(
    [
      `${name}: is not what \`saywho extract --format json\` writes for one text`,
      ...errors.map(({ pointer, detail }) => `${name}: ${pointer || '/'}: ${detail}`)
    ].join('\n')
  )
}

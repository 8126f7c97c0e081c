import type { Readable } from 'node:stream'
import type { Extraction } from '@saywho/core'
import schema from '@saywho/core/schema/extraction.schema.json' with { type: 'json' }
import { Ajv2020 } from 'ajv/dist/2020.js'
import { InputError } from '../input-error.ts'
import { readJson } from './read-json.ts'
import { nameInput } from './read-text.ts'

/**
 * The extraction that a file of JSON holds, or standard input for `-`; an `id` may stand beside.
 *
 * @throws {InputError} when it can't be read, or is not what `saywho extract --format json` writes for one text; the first
 *   place that is wrong is told.
 */
export async function readExtraction(file: string, stdin: Readable): Promise<Extraction> {
  const value = await readJson(file, stdin)
  const isExtraction = new Ajv2020({ allowUnionTypes: true }).compile<Extraction>(schema)
  if (isExtraction(value)) return value
  const [error] = isExtraction.errors ?? []
  throw new InputError(
    `${nameInput(file)}: is not what \`saywho extract --format json\` writes for one text: ${error?.instancePath || 'it'} ${error?.message}`
  )
}

import type { Extraction } from '@saywho/core'

/** @throws {TypeError} when it is not what `extract` gives; the message names what is wrong and what it got. */
export function checkExtraction(extraction: Extraction): void {
  if (typeof extraction !== 'object' || extraction === null)
    throw new TypeError(`extraction: expected what extract gives, got ${show(extraction)}`)
  const { attributions, sources } = extraction
  for (const [field, value] of Object.entries({ attributions, sources }))
    if (!Array.isArray(value)) throw new TypeError(`extraction.${field}: expected a list, got ${show(value)}`)
}

/** Its beginning alone: a text in place of its extraction may be long. */
function show(value: unknown): string {
  const its = JSON.stringify(value) ?? String(value)
  return its.length > 40 ? `${its.slice(0, 40)}…` : its
}

import type { Extraction } from '@saywho/core'

/** A text and what was found in it. */
export interface ViewData {
  /** What the extraction's offsets count in: the text that `extract` was given, or the extraction's own `text`. */
  text: string
  extraction: Extraction
}

/**
 * Makes sure of what a caller hands over.
 *
 * @throws {TypeError} that names what is wrong, and what it got.
 */
export function checkViewData(data: ViewData, name: string): void {
  if (typeof data !== 'object' || data === null)
    throw new TypeError(`${name}: expected an object, got ${show(data)}`)
  if (typeof data.text !== 'string')
    throw new TypeError(`${name}.text: expected a string, got ${show(data.text)}`)
  const { extraction } = data
  if (typeof extraction !== 'object' || extraction === null)
    throw new TypeError(`${name}.extraction: expected an extraction, got ${show(extraction)}`)
  for (const part of ['attributions', 'sources'] as const)
    if (!Array.isArray(extraction[part]))
      throw new TypeError(`${name}.extraction.${part}: expected a list, got ${show(extraction[part])}`)
}

const show = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value

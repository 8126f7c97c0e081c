import type { AsyncExtract, ExtractOptions, Page } from '@saywho/core'
import { checkPage } from '../formats/check-page.ts'
import { formatPage } from '../formats/format-page.ts'
import { type Format, type RenderOptions, renderDocument } from '../formats/render-document.ts'
import { readAttributions } from '../input/read-attributions.ts'
import {
  type BadInput,
  type InputDocument,
  type InputLine,
  parseLine,
  placeOf
} from '../input/read-documents.ts'
import { InputError } from '../input-error.ts'

/** What to make of a document. Plain data: it is sent to threads. */
export interface ExtractSettings extends Pick<RenderOptions, 'columns' | 'colour'> {
  format: Format
  options: ExtractOptions
  /** What is known of the page, before what the document tells of it. */
  page: Partial<Page>
}

/** What a document became. */
export interface ExtractedDocument {
  /** The document in the format that was asked for. */
  text: string
  /** How many were found; 0 for `html`, which does not tell. */
  attributions: number
  /** What of it was passed over: where, and why. */
  warnings: readonly string[]
}

/**
 * Finds who said what in a document and puts it in a format. Nothing is thrown: what goes wrong is told as bad input, so that in a
 * long run one document takes no other with it.
 *
 * @param accurate reads in place of `saywho`'s own `extract`.
 */
export async function extractDocument(
  record: InputLine | InputDocument,
  settings: ExtractSettings,
  accurate?: AsyncExtract
): Promise<ExtractedDocument | BadInput> {
  const document = 'json' in record ? parseLine(record) : record
  if ('error' in document) return document
  try {
    return await render(document, settings, accurate)
  } catch (error) {
    return tellFailure(document, error)
  }
}

/** What to tell of a document that could not be read to the end. */
export function tellFailure(
  document: Pick<InputDocument, 'id' | 'file' | 'line'>,
  failure: unknown
): BadInput {
  const error = failure instanceof Error ? failure.message : String(failure)
  return { id: document.id, line: document.line, error, message: `${placeOf(document)}: ${error}` }
}

async function render(
  document: InputDocument,
  { format, options, page: given, columns, colour }: ExtractSettings,
  accurate: AsyncExtract | undefined
): Promise<ExtractedDocument> {
  const { id, value, line } = document
  const placed = (warnings: readonly string[]) => warnings.map((its) => `${placeOf(document)}: ${its}`)
  if (format === 'html') {
    if (line !== null) throw new InputError('--format html writes one page, and this is a line of several')
    const page = { ...document.page, ...given }
    const { html, warnings } = await formatPage(document, page, options, accurate)
    return { text: html, attributions: 0, warnings: placed(warnings) }
  }
  const { extraction, page, warnings } = await readAttributions(document, options, accurate)
  const known = { ...page, ...given }
  if (format === 'jsonld' || format === 'annotations') checkPage(known)
  const found = { id, text: extraction.text ?? value, extraction, page: known }
  const { minConfidence } = options
  const floor = minConfidence === undefined ? {} : { minConfidence }
  const text = renderDocument(found, format, { columns, colour, ...floor })
  return { text, attributions: extraction.attributions.length, warnings: placed(warnings) }
}

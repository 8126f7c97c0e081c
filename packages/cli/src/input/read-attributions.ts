import type { Extraction, ExtractOptions, Page } from '@saywho/core'
import type { OriginPiece } from 'rehype-saywho'
import { extract } from 'saywho'
import { readHtml } from 'saywho/html'
import type { InputDocument } from './read-documents.ts'

/** What was found in a document. */
export interface FoundAttributions {
  extraction: Extraction
  /** What came with the document, and what it says itself where that leaves a gap. */
  page: Partial<Page>
  /** Where the extraction's text stands in the document; undefined where it is the document. */
  origins: OriginPiece[] | undefined
}

/**
 * Finds who said what in a document, by its format.
 *
 * @throws {InputError} when it is nested so deep that it can't be read.
 */
export async function readAttributions(
  { value, format, page }: Pick<InputDocument, 'value' | 'format' | 'page'>,
  options: ExtractOptions
): Promise<FoundAttributions> {
  if (format === 'text') return { extraction: extract(value, options), page, origins: undefined }
  if (format === 'html') {
    const { extraction, origins, page: own } = readHtml(value, options)
    return { extraction, page: { ...own, ...page }, origins }
  }
  // Many a run reads no Markdown and need not wait for what does.
  const { readMarkdown } = await import('./read-markdown.ts')
  const { data } = readMarkdown(value, { ...options, wrap: false, jsonLd: false }).file
  return { extraction: data.saywho!, page: { ...data.saywhoPage, ...page }, origins: data.saywhoOrigins! }
}

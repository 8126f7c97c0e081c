import type { AsyncExtract, Extraction, ExtractOptions, Page } from '@saywho/core'
import type { OriginPiece } from 'rehype-saywho'
import { readHtml } from 'saywho/html'
import type { InputDocument } from './read-documents.ts'
import { readWith } from './read-with.ts'

/** What was found in a document. */
export interface FoundAttributions {
  extraction: Extraction
  /** What came with the document, and what it says itself where that leaves a gap. */
  page: Partial<Page>
  /** Where the extraction's text stands in the document; undefined where it is the document. */
  origins: OriginPiece[] | undefined
  /** What of the document was passed over, and why. */
  warnings: readonly string[]
}

/**
 * Finds who said what in a document, by its format.
 *
 * @param accurate reads in place of `saywho`'s own `extract`.
 * @throws {InputError} when it is nested so deep that it can't be read.
 */
export async function readAttributions(
  { value, format, page }: Pick<InputDocument, 'value' | 'format' | 'page'>,
  options: ExtractOptions,
  accurate?: AsyncExtract
): Promise<FoundAttributions> {
  if (format === 'text') {
    const extraction = await readWith(accurate, (extract) => extract(value, options))
    return { extraction, page, origins: undefined, warnings: [] }
  }
  if (format === 'html') {
    const read = await readWith(accurate, (extract) => readHtml(value, options, extract))
    const { extraction, origins, page: own } = read
    return { extraction, page: { ...own, ...page }, origins, warnings: [] }
  }
  // Many a run reads no Markdown and need not wait for what does.
  const { readMarkdown } = await import('./read-markdown.ts')
  const bare = { ...options, wrap: false, jsonLd: false } as const
  const read = await readWith(accurate, (extract) => readMarkdown(value, bare, extract))
  const { data } = read.file
  return {
    extraction: data.saywho!,
    page: { ...data.saywhoPage, ...page },
    origins: data.saywhoOrigins!,
    warnings: read.warnings
  }
}

import type { Extraction, Page } from '@saywho/core'
import { toJsonLd, toWebAnnotations } from '@saywho/jsonld'
import { listClaims } from '../claims/list-claims.ts'
import { formatCsv, formatCsvHeader } from './format-csv.ts'
import { formatTable } from './format-table.ts'

/** Formats of what was found; a page is one of what was read, too. */
const DATA_FORMATS = ['table', 'json', 'ndjson', 'claims', 'csv', 'jsonld', 'annotations'] as const
type DataFormat = (typeof DATA_FORMATS)[number]
export const FORMATS = [...DATA_FORMATS, 'html'] as const
export type Format = (typeof FORMATS)[number]

/** What was found in a text, and what is known of it. */
export interface FoundDocument {
  id: string
  /** What the extraction's offsets count in. */
  text: string
  extraction: Extraction
  page: Partial<Page>
}

export interface RenderOptions {
  /** Width of the terminal. */
  columns: number
  colour: boolean
  /** The confidence floor of markup, where one was asked for; its own otherwise. */
  minConfidence?: number
}

/** Formats of many lines of JSON, in which what could not be read is a line too. */
export const isLines = (format: Format): boolean =>
  format === 'ndjson' || format === 'claims' || format === 'annotations'

/** Formats of one JSON value a document. */
export const isValue = (format: Format): boolean => format === 'json' || format === 'jsonld'

/** What stands before the first document. */
export const renderHead = (format: Format): string => (format === 'csv' ? formatCsvHeader() : '')

/**
 * A document in a format, with the line's end that is its last.
 *
 * @throws {TypeError} when a fact of the page that the format needs is missing or malformed.
 */
export function renderDocument(
  { id, text, extraction, page }: FoundDocument,
  format: DataFormat,
  { columns, colour, minConfidence }: RenderOptions
): string {
  const floor = minConfidence === undefined ? {} : { minConfidence }
  switch (format) {
    case 'table':
      return formatTable(id, extraction, columns, colour)
    case 'json':
      return `${JSON.stringify({ id, ...extraction }, null, 2)}\n`
    case 'ndjson':
      return toLine({ id, ...extraction })
    case 'claims':
      return listClaims(id, text, extraction, page).map(toLine).join('')
    case 'csv':
      return formatCsv(listClaims(id, text, extraction, page))
    // Both check at run time that the page has what they need.
    case 'jsonld':
      return `${JSON.stringify(toJsonLd(extraction, page as Page, floor), null, 2)}\n`
    case 'annotations':
      return toWebAnnotations(extraction, page as Page, { text, ...floor })
        .map(toLine)
        .join('')
  }
}

/** A value as a line of NDJSON. */
export const toLine = (value: object): string => `${JSON.stringify(value)}\n`

import type { Extract, Extraction, ExtractOptions, Page } from '@saywho/core'
import rehypeSaywho, { type Options, type OriginPiece } from 'rehype-saywho/core'
import { VFile } from 'vfile'
import { extract as extractText } from './index.ts'
import { parseHtml } from './parse-html.ts'
import { spliceMarkup } from './splice-markup.ts'

export type { Options as AnnotateOptions, OriginPiece } from 'rehype-saywho'

/**
 * Reads a page and tells who said what in its article.
 *
 * @param html a page or a part of one; any string is read, as a browser would.
 * @param options which attributions to keep, and known names.
 * @returns the Extraction, by offsets into its `text`, the article's linear text: a blank line between blocks, white space
 *   collapsed, what is no prose left out. Each span has its `origin`: pieces of `html`, by UTF-16 offsets.
 * @throws {TypeError} when an argument has the wrong type; the message names it and what it got.
 */
export function extractHtml(html: string, options?: Omit<ExtractOptions, 'quoted'>): Extraction {
  return readHtml(html, options).extraction
}

/** What is read of a page. */
export interface HtmlReading {
  extraction: Extraction
  /** Where the extraction's `text` stands in the page, in order: UTF-16 offsets into both. */
  origins: OriginPiece[]
  /** What the page says of itself: canonical link, Open Graph, JSON-LD of an article. */
  page: Partial<Page>
}

/**
 * The same, with what the page says of itself and where the whole text stands in it.
 *
 * @param html a page or a part of one; any string is read, as a browser would.
 * @param options which attributions to keep, and known names.
 * @param extract reads the article's text, in place of `saywho`'s own.
 * @throws {TypeError} when an argument has the wrong type; the message names it and what it got.
 */
export function readHtml(
  html: string,
  options?: Omit<ExtractOptions, 'quoted'>,
  extract: Extract = extractText
): HtmlReading {
  const file = readFile(html)
  rehypeSaywho(extract, { ...options, wrap: false, jsonLd: false })(parseHtml(html), file)
  const { saywho, saywhoOrigins, saywhoPage } = file.data
  return { extraction: saywho!, origins: saywhoOrigins!, page: saywhoPage! }
}

/**
 * A page with its attributions marked up: the very characters of `html`, and between them `<span data-saywho-…>` around
 * contents, cues and sources, and a `<script>` with JSON-LD where the page's address is known. What an earlier run put in is
 * replaced.
 *
 * @param html a page or a part of one.
 * @param options as those of `rehype-saywho`.
 * @param extract reads the article's text, in place of `saywho`'s own.
 * @throws {TypeError} when an argument has the wrong type; the message names it and what it got.
 */
export function annotateHtml(html: string, options?: Options, extract: Extract = extractText): string {
  const file = readFile(html)
  return spliceMarkup(html, parseHtml(html), (tree) => {
    rehypeSaywho(extract, options)(tree, file)
  })
}

function readFile(html: string): VFile {
  if (typeof html !== 'string') throw new TypeError(`html: expected a string, got ${JSON.stringify(html)}`)
  return new VFile(html)
}

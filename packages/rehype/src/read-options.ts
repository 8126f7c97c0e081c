import type { ExtractOptions, Page } from '@saywho/core'
import { isIsoDate, isWebAddress } from '@saywho/jsonld'

/** Which attributions, and what to do with them. What is quoted the page says itself. */
export interface Options extends Omit<ExtractOptions, 'quoted'> {
  /**
   * Put `<span data-saywho-…>` around contents, cues and sources. Those of an earlier run are taken out in any case.
   * @default true
   */
  wrap?: boolean
  /**
   * Where to put a `<script>` with JSON-LD: at the head's end, or at the root's where there is no head; `false` for
   * nowhere. It needs the page's address. That of an earlier run is replaced, or taken out.
   * @default 'head'
   */
  jsonLd?: 'head' | false
  /**
   * What the caller knows of the page, before all that the file and the page say themselves.
   * @default {}
   */
  page?: Partial<Page>
}

interface Settings {
  wrap: boolean
  jsonLd: 'head' | false
  page: Partial<Page>
  /** What `extract` is to check and do. */
  extraction: ExtractOptions
}

/** @throws {TypeError} when an option is malformed; the message names it and what it got. */
export function readOptions(options: Options | null | undefined): Settings {
  if (options !== null && options !== undefined && (typeof options !== 'object' || Array.isArray(options)))
    throw new TypeError(`options: expected an object, got ${JSON.stringify(options)}`)
  const { wrap = true, jsonLd = 'head', page = {}, ...extraction } = options ?? {}
  if (typeof wrap !== 'boolean')
    throw new TypeError(`options.wrap: expected true or false, got ${JSON.stringify(wrap)}`)
  if (jsonLd !== 'head' && jsonLd !== false)
    throw new TypeError(`options.jsonLd: expected 'head' or false, got ${JSON.stringify(jsonLd)}`)
  if (typeof page !== 'object' || page === null || Array.isArray(page))
    throw new TypeError(`options.page: expected an object, got ${JSON.stringify(page)}`)
  const { url, headline, publisher, datePublished } = page
  if (url !== undefined && !isWebAddress(url))
    throw new TypeError(
      `options.page.url: expected an absolute http or https URL, got ${JSON.stringify(url)}`
    )
  for (const [field, value] of Object.entries({ headline, publisher }))
    if (value !== undefined && (typeof value !== 'string' || value.trim() === ''))
      throw new TypeError(`options.page.${field}: expected words, got ${JSON.stringify(value)}`)
  if (datePublished !== undefined && !isIsoDate(datePublished))
    throw new TypeError(
      `options.page.datePublished: expected an ISO 8601 date such as 2026-01-31, got ${JSON.stringify(datePublished)}`
    )
  return { wrap, jsonLd, page, extraction }
}

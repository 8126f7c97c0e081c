import type { Page } from '@saywho/core'

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * Checks a page's facts.
 *
 * @throws {TypeError} when one is missing or malformed; the message names the field and what it got.
 */
export function readPage(page: Page): Page {
  if (typeof page !== 'object' || page === null) throw new TypeError(`page: expected an object with a url, got ${String(page)}`)
  const { url, datePublished } = page
  if (url === undefined) throw new TypeError('page.url is missing: JSON-LD ties every node to the page’s address')
  if (typeof url !== 'string' || !isWebAddress(url))
    throw new TypeError(`page.url: expected an absolute http or https address, got ${JSON.stringify(url)}`)
  if (datePublished !== undefined && !isDate(datePublished))
    throw new TypeError(`page.datePublished: expected an ISO 8601 date such as 2026-01-31, got ${JSON.stringify(datePublished)}`)
  for (const field of ['headline', 'publisher'] as const)
    if (page[field] !== undefined && (typeof page[field] !== 'string' || page[field].trim() === ''))
      throw new TypeError(`page.${field}: expected words or nothing at all, got ${JSON.stringify(page[field])}`)
  return page
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

function isDate(date: unknown): boolean {
  return typeof date === 'string' && DATE.test(date) && !Number.isNaN(Date.parse(date))
}

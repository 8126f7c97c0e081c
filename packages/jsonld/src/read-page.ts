import type { Page } from '@saywho/core'
import { isIsoDate } from './iso-date.ts'
import { isWebAddress } from './web-address.ts'

/**
 * A page's facts, checked. Its `url` comes normalised (WHATWG URL) and without its fragment, since nodes get fragments of
 * their own.
 *
 * @throws {TypeError} when one is missing or malformed; the message names the field and what it got.
 */
export function readPage(page: Page): Page {
  if (typeof page !== 'object' || page === null)
    throw new TypeError(`page: expected an object with a url, got ${JSON.stringify(page)}`)
  const { url, headline, publisher, datePublished } = page
  if (url === undefined)
    throw new TypeError('page.url is missing: JSON-LD ties every node to the address of the page')
  if (!isWebAddress(url))
    throw new TypeError(`page.url: expected an absolute http or https URL, got ${JSON.stringify(url)}`)
  for (const [field, value] of Object.entries({ headline, publisher }))
    if (value !== undefined && (typeof value !== 'string' || value.trim() === ''))
      throw new TypeError(`page.${field}: expected words, or nothing at all, got ${JSON.stringify(value)}`)
  if (datePublished !== undefined && !isIsoDate(datePublished))
    throw new TypeError(
      `page.datePublished: expected an ISO 8601 date such as 2026-01-31, got ${JSON.stringify(datePublished)}`
    )
  const address = new URL(url)
  address.hash = ''
  return { ...page, url: address.href }
}

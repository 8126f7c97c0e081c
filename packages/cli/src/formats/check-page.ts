import type { Page } from '@saywho/core'
import { isIsoDate, isWebAddress } from '@saywho/jsonld'
import { InputError } from '../input-error.ts'

/**
 * Makes sure that enough is known of a page for what needs its address.
 *
 * @throws {InputError} when a fact is missing or malformed: in the words of a document, since the command line's own were
 *   checked before.
 */
export function checkPage({ url, headline, publisher, datePublished }: Partial<Page>): void {
  if (url === undefined)
    throw new InputError('the address of its page is not known: give --url, or "url" with the document')
  if (!isWebAddress(url))
    throw new InputError(`"url" must be an absolute http(s) address, not ${JSON.stringify(url)}`)
  for (const [field, value] of Object.entries({ headline, publisher }))
    if (value?.trim() === '') throw new InputError(`"${field}" has no words in it`)
  if (datePublished !== undefined && !isIsoDate(datePublished))
    throw new InputError(`"datePublished" must be a date as 2026-01-31, not ${JSON.stringify(datePublished)}`)
}

import type { Page } from '@saywho/core'
import { isIsoDate, isWebAddress } from './check-values.ts'

/** What is missing or malformed in a page's facts, a sentence a problem. */
export function checkPage(page: Page): string[] {
  if (typeof page !== 'object' || page === null)
    return ['page is missing: give {"url": "…"} of the page that the claim appears on']
  const { url, headline, publisher, datePublished } = page
  const problems: string[] = []
  if (url === undefined)
    problems.push('page.url is missing: give the URL of the page that the claim appears on')
  else if (!isWebAddress(url))
    problems.push(`page.url is ${JSON.stringify(url)}: give an absolute http or https URL`)
  for (const [field, value] of Object.entries({ headline, publisher }))
    if (value !== undefined && (typeof value !== 'string' || value.trim() === ''))
      problems.push(`page.${field} is ${JSON.stringify(value)}: give words, or leave it out`)
  if (datePublished !== undefined && !isIsoDate(datePublished))
    problems.push(
      `page.datePublished is ${JSON.stringify(datePublished)}: give an ISO 8601 date such as 2026-01-31`
    )
  return problems
}

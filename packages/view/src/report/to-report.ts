import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { drawView } from '../draw/draw-view.ts'
import { checkViewData } from '../view-data.ts'
import { count, countFindings, drawMasthead, drawPage, type ReportData } from './draw-page.ts'

/** The id of the rail. Ids of attributions are eight letters or longer. */
const RAIL = 'sources'

/**
 * One self-contained page of a text and its attributions: to open from a disk, to send, to print. It loads nothing, works with no
 * script, and no text can break out of it.
 *
 * @param data the text, its extraction, and what is known of its page; with no headline it is named "Untitled". An `url` is linked
 * where it is of http or https.
 * @throws {TypeError} when the data is not that; the message names what is wrong.
 */
export function toReport(data: ReportData): string {
  checkViewData(data, 'data')
  const { headline = 'Untitled', publisher, datePublished, url, extraction } = data
  const facts: (ElementContent | string)[] = [
    countFindings(extraction.attributions.length),
    ...(extraction.attributions.length === 0
      ? []
      : [h('a', { href: `#${RAIL}` }, count(extraction.sources.length, 'source'))]),
    ...(publisher === undefined ? [] : [publisher]),
    ...(datePublished === undefined ? [] : [writeDate(datePublished)]),
    ...(url !== undefined && /^https?:\/\//i.test(url)
      ? [h('a', { href: url, rel: 'noreferrer' }, 'the page it stands on')]
      : [])
  ]
  return drawPage(
    `${headline} – who said what`,
    [h('main', [drawMasthead(headline, facts), drawView(data, RAIL)])],
    true
  )
}

/** A date in words, as "31 January 2026"; what is none stays as it is. */
function writeDate(date: string): string {
  const [day] = /^\d{4}-\d\d-\d\d(?![^T])/.exec(date) ?? []
  const time = Date.parse(day ?? '')
  return Number.isNaN(time)
    ? date
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(time)
}

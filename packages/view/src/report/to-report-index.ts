import { h } from 'hastscript'
import { count, countFindings, drawMasthead, drawPage } from './draw-page.ts'

/** A report that an index leads to. */
export interface ReportEntry {
  /** The report's address, as it stands to the index's. */
  href: string
  headline: string
  attributions: number
  /** The names of its sources, the most quoted first. */
  sources: readonly string[]
}

/** How many names stand with an entry. */
const MOST_NAMES = 4

/** A page that leads to reports, in the order given. */
export function toReportIndex(entries: readonly ReportEntry[]): string {
  if (!Array.isArray(entries)) throw new TypeError(`entries: expected a list, got ${typeof entries}`)
  const found = entries.reduce((sum, { attributions }) => sum + attributions, 0)
  const list = entries.map(({ href, headline, attributions, sources }) => {
    const more = sources.length - MOST_NAMES
    const names = sources.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '')
    return h('li', [
      h('a', { href }, headline),
      h('p', `${countFindings(attributions)}${names === '' ? '' : `: ${names}`}`)
    ])
  })
  return drawPage(
    'Who said what',
    [
      h('main', [
        drawMasthead(count(entries.length, 'text'), [countFindings(found)]),
        h('ol', { className: ['index'] }, list)
      ])
    ],
    false
  )
}

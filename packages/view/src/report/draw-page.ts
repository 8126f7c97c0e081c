import type { Page } from '@saywho/core'
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from '../assets.js'
import type { ViewData } from '../view-data.ts'

/** A text, what was found in it, and what is known of the page that it stands on. */
export interface ReportData extends ViewData, Partial<Page> {}

/** A whole page as HTML. It loads nothing, and its policy lets nothing run but its own script. */
export function drawPage(title: string, body: ElementContent[], hasScript: boolean): string {
  const policy = [
    "default-src 'none'",
    `style-src '${STYLE_HASH}'`,
    ...(hasScript ? [`script-src '${SCRIPT_HASH}'`] : []),
    "base-uri 'none'",
    "form-action 'none'"
  ]
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: policy.join('; ') }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('meta', { name: 'generator', content: 'Saywho' }),
        h('title', title),
        h('style', STYLE)
      ]),
      h('body', [...body, ...(hasScript ? [h('script', SCRIPT)] : [])])
    ])
  ])
  return `${toHtml(page)}\n`
}

/** The head of a page: what it is, of what, and the figures. */
export function drawMasthead(headline: string, facts: (ElementContent | string)[]): ElementContent {
  return h('header', { className: ['masthead'] }, [
    h('p', { className: ['kicker'] }, 'Who said what'),
    h('h1', headline),
    h(
      'p',
      { className: ['facts'] },
      facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact]))
    )
  ])
}

/** A number of things in words: "1 source", "3 sources". */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

/** A number of attributions in words for people who never heard of such. */
export const countFindings = (number: number): string =>
  `${number} ${number === 1 ? 'quote or claim' : 'quotes and claims'}`

import type { Span } from '@saywho/core'
import { checkSpan } from './check-span.ts'
import { createDirectiveChooser } from './choose-text-directive.ts'
import { toWellFormed } from './to-well-formed.ts'
import { isWebAddress } from './web-address.ts'

/**
 * A link to the very words, which a browser scrolls to and highlights: `#:~:text=` and the words; a long quotation, or one over
 * several paragraphs, by its beginning and end; and where the words repeat, with what stands before and after them.
 *
 *     https://example.org/bridge#:~:text=said%3A-,%E2%80%9CNo%E2%80%9D
 *
 * The text is taken for what the page shows: where the page repeats the words above it, in a menu or a headline, a browser may
 * find those first. A repeated call reads the text anew; `createTextFragments` reads it once for many links.
 *
 * @param span the words, by UTF-16 offsets into the text; white space at its ends is left out.
 * @param text the text that was read.
 * @param url the page's address, to stand before the fragment. Its own fragment is kept, a text directive in it is not.
 * @returns the link; without a `url` its fragment alone, from `#` on.
 * @throws {TypeError} when the text has other words at those offsets or none but white space, or the address is not http or https.
 * @throws {RangeError} when no link can tell the words from the same ones elsewhere in the text, or they begin or end within a word.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function toTextFragment(span: Span, text: string, url?: string): string {
  return createTextFragments(text)(span, url)
}

/**
 * `toTextFragment` for the many spans of one text, which is read once.
 *
 * @throws {TypeError} when the text is no string.
 */
export function createTextFragments(text: string): (span: Span, url?: string) => string {
  if (typeof text !== 'string')
    throw new TypeError(`text: expected the text that was read, got ${JSON.stringify(text)}`)
  const chooseDirective = createDirectiveChooser(text)
  const termOf = ({ start, end }: { start: number; end: number }) => encodeTerm(text.slice(start, end))

  return (span, url) => {
    checkSpan(span, text, 'span')
    const address = url === undefined ? '' : addressOf(url)
    const words = trimSpan(span)
    const directive = chooseDirective(words)
    if (directive === null)
      throw new RangeError(
        `span: no link tells ${JSON.stringify(text.slice(words.start, words.end))} from ${words.start} to ${words.end} from the same words elsewhere, by whole words`
      )
    const { prefix, start, end, suffix } = directive
    const terms = [
      ...(prefix ? [`${termOf(prefix)}-`] : []),
      termOf(start),
      ...(end ? [termOf(end)] : []),
      ...(suffix ? [`-${termOf(suffix)}`] : [])
    ]
    return `${address}${address.includes('#') ? '' : '#'}:~:text=${terms.join(',')}`
  }
}

function trimSpan({ start, text }: Span): { start: number; end: number } {
  const words = text.trim()
  if (words === '') throw new TypeError(`span: expected words, got ${JSON.stringify(text)}`)
  const from = start + text.indexOf(words)
  return { start: from, end: from + words.length }
}

/** Without the `-`, `,` and `&` that part a directive's terms; white space is one space, as a page shows it. */
function encodeTerm(words: string): string {
  return encodeURIComponent(toWellFormed(words.replace(/\s+/g, ' '))).replace(/-/g, '%2D')
}

function addressOf(url: string): string {
  if (!isWebAddress(url))
    throw new TypeError(`url: expected an absolute http or https URL, got ${JSON.stringify(url)}`)
  return new URL(url).href.replace(/:~:.*$/, '').replace(/#$/, '')
}

import type { Span } from '@saywho/core'

/**
 * Checks that a span stands in a text where it says.
 *
 * @param name what the message calls the span.
 * @throws {TypeError} when the text has other words at the span's offsets, or none.
 */
export function checkSpan(span: Span, text: string, name: string): void {
  if (typeof span !== 'object' || span === null)
    throw new TypeError(`${name}: expected a span, got ${JSON.stringify(span)}`)
  const { start, end, text: words } = span
  if (start < end && text.slice(start, end) === words) return
  const found = JSON.stringify(text.slice(start, end))
  throw new TypeError(
    `${name}: the text has ${found} from ${start} to ${end}, not ${JSON.stringify(words)}; is it the text that was read?`
  )
}

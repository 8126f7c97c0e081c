/** What could close the element or open a comment in it, or ends a line in older JavaScript. */
const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029'
}

/**
 * JSON-LD as a `<script>` element for a page. No text in it can close the element or open a comment, whatever it holds;
 * what a reader parses out of it is the same document.
 *
 * @throws {TypeError} when it is given no object.
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function toScriptTag(jsonLd: object): string {
  return `<script type="application/ld+json">${toScriptText(jsonLd)}</script>`
}

/**
 * What stands inside the element that `toScriptTag` writes, for those who make the element themselves.
 *
 * @throws {TypeError} when it is given no object.
 */
export function toScriptText(jsonLd: object): string {
  if (typeof jsonLd !== 'object' || jsonLd === null)
    throw new TypeError(`jsonLd: expected an object, got ${String(jsonLd)}`)
  return JSON.stringify(jsonLd).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character]!)
}

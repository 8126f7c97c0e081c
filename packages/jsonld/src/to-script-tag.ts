const ESCAPED: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029'
}

/**
 * JSON-LD as a `<script>` element for a page. What could close the element or open a comment is escaped, so that no text
 * breaks out of it; the JSON stays the same.
 */
export function toScriptTag(jsonLd: object): string {
  const json = JSON.stringify(jsonLd).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPED[character]!)
  return `<script type="application/ld+json">${json}</script>`
}

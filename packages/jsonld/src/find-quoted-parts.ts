/** Pairs of marks; the first of them that opens is the outermost, whatever stands inside. */
const MARKED = /“([^”]*)(?:”|$)|«([^»]*)(?:»|$)|„([^”“]*)(?:[”“]|$)|"([^"]*)(?:"|$)|''(.*?)(?:''|$)|(?<![\p{L}\p{N}])‘((?:[^’]|’(?=\p{L}))*)’/gsu

/**
 * The words inside quotation marks in a piece of text, the marks off, in order. A mark that is not closed holds to the
 * end, as in a quotation that goes on in the next paragraph. A comma that stands inside the marks for the sentence around
 * them is left out.
 */
export function findQuotedParts(text: string): string[] {
  return Array.from(text.matchAll(MARKED), (match) => tidy(match.slice(1).find((part) => part !== undefined) ?? '')).filter(
    (part) => /[\p{L}\p{N}]/u.test(part)
  )
}

/** White space made one, a comma at the end left out. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/,$/, '')
}

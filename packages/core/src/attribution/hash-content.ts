/** Eight letters and digits of a content's text, white space aside: two rounds of FNV-1a. */
export function hashContent(text: string): string {
  let low = 0x811c9dc5
  let high = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (/\s/.test(text[i]!)) continue
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (low >>> 15)
  }
  const digits = (part: number) => (part >>> 0).toString(36).padStart(7, '0').slice(-4)
  return digits(low) + digits(high)
}

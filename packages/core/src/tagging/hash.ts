/** FNV-1a over UTF-16 code units, folded: how words become rows of the weight tables. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** One hash of two; the order counts. */
export function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ (b + 0x7ed55d16 + (a << 6) + (a >>> 2)), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

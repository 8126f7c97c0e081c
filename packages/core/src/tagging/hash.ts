/** FNV-1a over UTF-16 code units, folded: how words become rows of the weight tables. */
export function hashString(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** One hash of two; the order counts. */
export function mix(a: number, b: number): number {
  // `| 0` changes nothing but lets engines add as integers.
  const hash = Math.imul(a ^ (((b + 0x7ed55d16) | 0) + (a << 6) + (a >>> 2)), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** Longer names are cut: file systems take 255 bytes at most. */
const MOST_LONG = 80

/**
 * A name for a document's file, without an ending: its id, of ASCII letters, digits, hyphens and underscores alone, and unlike any
 * taken before, also where case does not count.
 *
 * @param taken how often each name was asked for, in lower case; this time is added.
 */
export function nameFile(id: string, taken: Map<string, number>): string {
  const plain = id
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .slice(0, MOST_LONG)
    .replace(/^-+|-+$/g, '')
  const base = plain === '' ? 'text' : plain
  let name = base
  for (;;) {
    const times = (taken.get(name.toLowerCase()) ?? 0) + 1
    taken.set(name.toLowerCase(), times)
    if (times === 1) return name
    name = `${base}-${times}`
  }
}

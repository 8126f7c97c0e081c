/** Where a text directive leads, by UTF-16 offsets into the text. */
interface Found {
  start: number
  end: number
}

/**
 * Follows a link's text directive as the specification's algorithm does, over a text whose lines are blocks: slowly, and with
 * nothing taken from the code under test.
 *
 * @returns the first match; null where there is none.
 * @see https://wicg.github.io/scroll-to-text-fragment/#find-a-range-from-a-text-directive
 */
export function followTextDirective(link: string, text: string): Found | null {
  const { prefix, start, end, suffix } = readDirective(link)
  for (let from = 0; from < text.length; ) {
    let match: Found | null
    if (prefix !== null) {
      const before = findWords(prefix, from, true, false)
      if (!before) return null
      from = before.start + 1
      const at = skipSpace(before.end)
      match = findWords(start, at, false, end !== null || suffix === null)
      if (!match) return null
      if (match.start !== at) continue
    } else {
      match = findWords(start, from, true, end !== null || suffix === null)
      if (!match) return null
      from = match.start + 1
    }
    for (let searchFrom = match.end; ; ) {
      if (end !== null) {
        const last = findWords(end, searchFrom, true, suffix === null)
        if (!last) return null
        match = { start: match.start, end: last.end }
      }
      if (suffix === null) return match
      const at = skipSpace(match.end)
      const after = findWords(suffix, at, false, true)
      if (!after) return null
      if (after.start === at) return match
      if (end === null) break
      searchFrom = match.end
    }
  }
  return null

  function findWords(words: string, from: number, startsWord: boolean, endsWord: boolean): Found | null {
    const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[^\\S\\n]+')
    // Without the flag `u`: with it, a search that begins inside a pair goes back to the pair's start.
    const search = new RegExp(pattern, 'gi')
    search.lastIndex = from
    for (let match = search.exec(text); match; match = search.exec(text)) {
      const found = { start: match.index, end: match.index + match[0].length }
      if ((!startsWord || isBoundary(found.start)) && (!endsWord || isBoundary(found.end))) return found
      search.lastIndex = match.index + 1
    }
    return null
  }

  function isBoundary(offset: number): boolean {
    for (const { index } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
      if (index >= offset) return index === offset
    return offset === text.length
  }

  function skipSpace(offset: number): number {
    let at = offset
    while (/\s/.test(text[at] ?? '')) at++
    return at
  }
}

function readDirective(link: string) {
  const terms = link
    .slice(link.indexOf(':~:text=') + ':~:text='.length)
    .split('&')[0]!
    .split(',')
  const prefix = terms[0]!.endsWith('-') ? decodeURIComponent(terms.shift()!.slice(0, -1)) : null
  const suffix = terms.at(-1)!.startsWith('-') ? decodeURIComponent(terms.pop()!.slice(1)) : null
  const [start, end = null] = terms.map(decodeURIComponent)
  return { prefix, start: start!, end, suffix }
}

/**
 * A parser's cost grows faster than the length of what it is given, so it is given blocks. Long enough for any
 * paragraph of news; a longer one is cut at white space, or anywhere when there is none.
 */
const MAXIMUM_BLOCK_LENGTH = 4096

const BLANK_LINE = /\n[^\S\n]*\n\s*|\r\n?[^\S\r\n]*\r\n?\s*/g

/** Divides a text at its blank lines. The blocks join up to the text, in time linear in its length. */
export function divideIntoBlocks(text: string): string[] {
  const blocks: string[] = []
  let from = 0
  const add = (to: number) => {
    while (to - from > MAXIMUM_BLOCK_LENGTH) {
      const cut = findCut(text, from, from + MAXIMUM_BLOCK_LENGTH)
      blocks.push(text.slice(from, cut))
      from = cut
    }
    if (to > from) blocks.push(text.slice(from, to))
    from = to
  }
  for (const blank of text.matchAll(BLANK_LINE)) add(blank.index + blank[0].length)
  add(text.length)
  return blocks
}

/** The last place in the second half of a stretch where white space ends, else its end, never inside a surrogate pair. */
function findCut(text: string, from: number, to: number): number {
  const half = (from + to) >> 1
  for (let at = to; at > half; at--) if (isWhiteSpace(text, at - 1) && !isWhiteSpace(text, at)) return at
  const code = text.charCodeAt(to)
  return code >= 0xdc00 && code <= 0xdfff ? to - 1 : to
}

const isWhiteSpace = (text: string, at: number) => /\s/.test(text.charAt(at))

import type { TokenColumns } from './collect-tokens.ts'

const LINE_END = /\r\n?|[\n\u2028\u2029]/g
const SENTENCE_END = /[.!?…:;"”’'»)\]*]\s*$/
/** A quotation and the name of whose it is. */
const SIGNED = /[”"’»][^\S\n]*[\p{Pd}~]+[^\S\n]*\p{Lu}[^.!?”"]{0,60}$/u
const BLOCK_OPENING = /^\s*(?:[-*•–—>]\s|\d+[.)]\s)/
/** Shorter lines are not filled: such a line ends because its paragraph does. */
const FILLED_LINE_LENGTH = 45
/** No more of a line than this is looked at, in UTF-16 code units. */
const LONGEST_LOOK = 400
/** Text that is wrapped by hand has lines that are so much longer than others at most. */
const RAGGED = 10

/** Longer lines are not wrapped by hand. */
const WIDEST = 100
/** Text is wrapped by hand where so many lines before a blank one break off in mid-sentence. */
const LEAST_BROKEN = 2

/**
 * The first token of each paragraph. A blank line always parts two; a single line end does unless the line before
 * is a filled one that breaks off in mid-sentence, as in text that was wrapped by hand. Where the next line is so long that its first
 * word would have found room before it, nobody wrapped the text there; and where others around it are broken off, a line that ends
 * with its sentence parts paragraphs only if there was room for more.
 */
export function findParagraphs(text: string, columns: TokenColumns): number[] {
  const { start, end } = columns
  const starts: number[] = []
  const widthAt = measureWidths(text)
  for (let token = 0; token < start.length; token++) {
    if (token === 0) starts.push(token)
    else if (
      start[token]! > end[token - 1]! &&
      breaksParagraph(text, end[token - 1]!, start[token]!, widthAt)
    )
      starts.push(token)
  }
  return starts
}

function breaksParagraph(
  text: string,
  from: number,
  to: number,
  widthAt: (offset: number) => number
): boolean {
  // most gaps are one space
  if (to === from + 1 && text.charCodeAt(from) === 32) return false
  const gap = text.slice(from, to)
  const ends = [...gap.matchAll(LINE_END)]
  if (ends.length === 0) return false
  if (ends.length > 1 || gap.includes('\u2029')) return true
  const line = lineBefore(text, from)
  const after = text.slice(to, to + LONGEST_LOOK)
  if (line.length < FILLED_LINE_LENGTH) return !/^\p{Ll}/u.test(after) || SENTENCE_END.test(line)
  if (BLOCK_OPENING.test(after) || SIGNED.test(line)) return true
  const room = line.length + 1 + after.search(/\s|$/)
  if (!SENTENCE_END.test(line)) return room + RAGGED <= after.split(LINE_END, 1)[0]!.length
  const width = widthAt(from)
  return width === 0 || room <= width
}

/** Tells to what width the lines around an offset are wrapped by hand, 0 where they are not. Offsets must be asked for in order. */
function measureWidths(text: string): (offset: number) => number {
  let next = 0
  let width = 0
  return (offset) => {
    while (next <= offset) {
      BLANK_LINE.lastIndex = next
      const blank = BLANK_LINE.exec(text)
      const block = text.slice(next, blank === null ? text.length : blank.index)
      next = blank === null ? Number.POSITIVE_INFINITY : BLANK_LINE.lastIndex
      const lines = block.split(LINE_END)
      const longest = lines.reduce((most, { length }) => Math.max(most, length), 0)
      const isBroken = (line: string) => line.length >= FILLED_LINE_LENGTH && !SENTENCE_END.test(line)
      width = longest <= WIDEST && lines.slice(0, -1).filter(isBroken).length >= LEAST_BROKEN ? longest : 0
    }
    return width
  }
}

const BLANK_LINE = /(?:\r\n?|[\n\u2028])[^\S\n\r\u2028\u2029]*(?:\r\n?|[\n\u2028\u2029])|\u2029/g

/** The line that ends at an offset, or its end. */
function lineBefore(text: string, to: number): string {
  const piece = text.slice(Math.max(0, to - LONGEST_LOOK), to)
  const lineEnd = Math.max(...['\n', '\r', '\u2028'].map((end) => piece.lastIndexOf(end)))
  return piece.slice(lineEnd + 1)
}

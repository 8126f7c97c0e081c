import type { TokenColumns } from './collect-tokens.ts'

const LINE_END = /\r\n?|[\n\u2028\u2029]/g
const SENTENCE_END = /[.!?…:;"”’'»)\]*]\s*$/
const BLOCK_OPENING = /^\s*(?:[-*•–—>]\s|\d+[.)]\s)/
/** Shorter lines are not filled: such a line ends because its paragraph does. */
const FILLED_LINE_LENGTH = 45

/**
 * The first token of each paragraph. A blank line always parts two; a single line end does unless the line before
 * is a filled one that breaks off in mid-sentence, as in text that was wrapped by hand.
 */
export function findParagraphs(text: string, columns: TokenColumns): number[] {
  const { start, end } = columns
  const starts: number[] = []
  for (let token = 0; token < start.length; token++) {
    if (token === 0) starts.push(token)
    else if (start[token]! > end[token - 1]! && breaksParagraph(text, end[token - 1]!, start[token]!))
      starts.push(token)
  }
  return starts
}

function breaksParagraph(text: string, from: number, to: number): boolean {
  // most gaps are one space
  if (to === from + 1 && text.charCodeAt(from) === 32) return false
  const gap = text.slice(from, to)
  const ends = [...gap.matchAll(LINE_END)]
  if (ends.length === 0) return false
  if (ends.length > 1 || gap.includes('\u2029')) return true
  const line = lineBefore(text, from)
  const next = text.slice(to, to + 3)
  return line.length < FILLED_LINE_LENGTH
    ? !/^\p{Ll}/u.test(next) || SENTENCE_END.test(line)
    : SENTENCE_END.test(line) || BLOCK_OPENING.test(next)
}

/** What of a line is needed to tell whether it is filled and how it ends. */
function lineBefore(text: string, to: number): string {
  const piece = text.slice(Math.max(0, to - FILLED_LINE_LENGTH), to)
  const lineEnd = Math.max(...['\n', '\r', '\u2028'].map((end) => piece.lastIndexOf(end)))
  return piece.slice(lineEnd + 1)
}

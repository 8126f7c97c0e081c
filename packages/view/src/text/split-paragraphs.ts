/** A paragraph of a text, in UTF-16 code units, without the white space around it. */
export interface Paragraph {
  start: number
  end: number
}

const LINE = /[^\r\n\u2028\u2029]+/g
const BLANK_BETWEEN = /(?:\r\n?|[\n\u2028])\s*(?:\r\n?|[\n\u2028])|\u2029/
/** As in core: shorter lines are not filled, and end because their paragraph does. */
const FILLED_LINE_LENGTH = 45
const SENTENCE_END = /[.!?…:;"”’'»)\]*]$/

/**
 * The paragraphs of a text. A line's end parts two, unless the line before is filled and breaks off in mid-sentence, as
 * in text that was wrapped by hand; a blank line always does. Between them stands nothing but white space; a text of
 * white space has none.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let last: { line: string; end: number } | undefined
  for (const { index, 0: whole } of text.matchAll(LINE)) {
    const line = whole.trim()
    if (line === '') continue
    const start = index + (whole.length - whole.trimStart().length)
    const end = start + line.length
    const runsOn =
      last !== undefined &&
      last.line.length >= FILLED_LINE_LENGTH &&
      !SENTENCE_END.test(last.line) &&
      !BLANK_BETWEEN.test(text.slice(last.end, start))
    if (runsOn) paragraphs.at(-1)!.end = end
    else paragraphs.push({ start, end })
    last = { line, end }
  }
  return paragraphs
}

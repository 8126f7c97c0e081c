import { decodeString } from 'micromark-util-decode-string'
import type { OriginPiece } from './origin.ts'

/** An escape or a character reference of CommonMark. */
const CODED = /\\[!-/:-@[-`{-~]|&(?:#(?:\d{1,7}|x[\da-f]{1,6})|[a-z][\da-z]{0,30});/iy
/** The end of a line, with what CommonMark leaves out around it: spaces, a hard break's backslash; indents, marks of quotations. */
const LINE_END = /([ \t]*\\?)(\r\n?|\n)[ \t>]*/y
const LINE_OR_CODED = /[\r\n\\&\uFFFD]/

/** Part of a text found in a file, by pieces counted from its own beginning; `end` is the offset in the file, -1 where it is not there. */
interface Aligned {
  pieces: readonly OriginPiece[]
  end: number
}

/**
 * Finds the text of a Markdown node in the file.
 *
 * @param at the offset in `file` where it begins.
 */
export function alignMarkdown(value: string, file: string, at: number): Aligned {
  const pieces: OriginPiece[] = []
  let cursor = at
  const add = (start: number, length: number, from: number, width: number) =>
    pieces.push({ start, end: start + length, origin: { start: from, end: from + width } })
  if (!LINE_OR_CODED.test(value) && file.startsWith(value, at)) {
    add(0, value.length, at, value.length)
    return { pieces, end: at + value.length }
  }
  for (let from = 0; from < value.length; ) {
    const character = value[from]!
    if (character === '\n' || character === '\r') {
      LINE_END.lastIndex = cursor
      const [all, before, line] = LINE_END.exec(file) ?? []
      if (all === undefined) break
      const length = value.startsWith('\r\n', from) ? 2 : 1
      add(from, length, cursor + before!.length, line!.length)
      from += length
      cursor += all.length
      continue
    }
    CODED.lastIndex = cursor
    const coded = CODED.exec(file)?.[0] ?? ''
    const decoded = coded === '' ? '' : decodeString(coded)
    if (decoded !== coded && value.startsWith(decoded, from)) {
      add(from, decoded.length, cursor, coded.length)
      from += decoded.length
      cursor += coded.length
      // Markdown puts U+FFFD for NUL.
    } else if (file[cursor] === character || (file[cursor] === '\0' && character === '\uFFFD')) {
      add(from, 1, cursor, 1)
      from++
      cursor++
    } else break
  }
  return (pieces.at(-1)?.end ?? 0) === value.length ? { pieces, end: cursor } : { pieces: [], end: -1 }
}

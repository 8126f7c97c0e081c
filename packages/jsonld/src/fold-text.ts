import { toWellFormed } from './to-well-formed.ts'

/** A text as it is compared when words are looked for in it. */
export interface FoldedText {
  folded: string
  /** From an offset into the text to the one into `folded`. */
  at: Uint32Array
  /** From an offset into `folded` to the one into the text. */
  from: Uint32Array
}

/**
 * Folds what a browser that looks for words takes as the same: case, accents, forms of quotation marks, runs of white space,
 * and characters that are not seen. Offsets are UTF-16 code units on both sides.
 *
 *     “Señor  Roá”  →  "SENOR ROA"
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/#find-a-string-in-a-range (collation by base letters)
 */
export function foldText(text: string): FoldedText {
  const pieces: string[] = []
  const at = new Uint32Array(text.length + 1)
  const from: number[] = []
  let isAfterSpace = false
  let offset = 0
  for (const character of text) {
    at.fill(from.length, offset, offset + character.length)
    const isSpace = /\s/.test(character)
    const piece = isSpace ? (isAfterSpace ? '' : ' ') : foldCharacter(character)
    for (let unit = 0; unit < piece.length; unit++) from.push(offset)
    if (piece !== '') {
      pieces.push(piece)
      isAfterSpace = isSpace
    }
    offset += character.length
  }
  at[offset] = from.length
  from.push(offset)
  return { folded: pieces.join(''), at, from: Uint32Array.from(from) }
}

const MARKS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"'
}

function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toUpperCase()
  return (
    MARKS[character] ??
    toWellFormed(character)
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .toUpperCase()
  )
}

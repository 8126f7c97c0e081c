import { Tag } from '../tagging/tags.ts'
import { isSpacedBefore, type TokenTable } from '../text/token-table.ts'

/** Tokens of a dateline, with the day and the agency. */
const LONGEST_DATELINE = 18
/** "LARNE", "ST." */
const CAPITALS = /^\p{Lu}{2,}\.?$/u

/** The first token past a dateline that a paragraph begins with, "LARNE, Norland (AP) — ", "NEW LARNE: "; `from` where it begins with none before `to`. */
export function afterDateline(tokens: TokenTable, tag: Uint8Array, from: number, to: number): number {
  if (tokens.paragraphStart[tokens.paragraph[from]!] !== from || !CAPITALS.test(tokens.form[from]!))
    return from
  for (let token = from + 1; token < Math.min(to - 1, from + LONGEST_DATELINE); token++) {
    if (tag[token] === Tag.COLON && isAllCapitals(token)) return isSmall(token + 1) ? from : token + 1
    if (tag[token] === Tag.DASH && isSpacedBefore(tokens, token)) return isSmall(token + 1) ? from : token + 1
    if (tag[token] !== Tag.COMMA && tag[token] !== Tag.BRACKET && isSmall(token)) return from
  }
  return from

  function isAllCapitals(end: number): boolean {
    return tokens.form.slice(from, end).every((form) => CAPITALS.test(form))
  }

  function isSmall(token: number): boolean {
    return /^\p{Ll}/u.test(tokens.form[token]!)
  }
}

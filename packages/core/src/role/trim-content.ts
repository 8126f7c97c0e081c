import type { Quotation, Quotations } from '../quotation/pair-quotation-marks.ts'
import type { Tree } from '../tagging/link-tree.ts'
import { Tag } from '../tagging/tags.ts'
import {
  isSpacedBefore,
  isTimeOfEntry,
  TokenKind,
  type TokenRange,
  type TokenTable
} from '../text/token-table.ts'
import { afterDateline } from './after-dateline.ts'

/**
 * Pieces of a content with their quotations whole: stretched to the closing mark of what opens in them, and to the opening
 * mark of what they hold but for it; without a mark at their edge whose partner stands outside. What is set apart
 * with the cue in it is left as it is: it may be a whole article.
 */
export function closeQuotations(
  tokens: TokenTable,
  content: readonly TokenRange[],
  cue: number,
  { list, innermost }: Quotations
): TokenRange[] {
  return content.map((piece) => {
    let { from, to } = piece
    for (const { from: open, to: close } of around(from).filter(isCloseable))
      if (open === from - 1 && (close === to || close === to + 1)) {
        from = open
        to = close
      }
    for (const { from: open, to: close } of around(to - 1).filter(isCloseable))
      if (open >= from && close > to) to = close
    while (to - 1 > from && isMark(to - 1) && around(to - 1).some((its) => its.to === to && its.from < from))
      to--
    while (
      from + 1 < to &&
      isMark(from) &&
      around(from).some((its) => its.to === from + 1 && its.from < from)
    )
      from++
    return { from, to }
  })

  function isCloseable({ from, to, set }: Quotation): boolean {
    return !set || cue < from || cue >= to
  }

  function isMark(token: number): boolean {
    return tokens.kind[token] === TokenKind.mark
  }

  /** The quotations that hold a token, the innermost first. */
  function around(token: number): Quotation[] {
    const found: Quotation[] = []
    for (let at = innermost[token]!; at >= 0 && found.length < DEEPEST; at = list[at]!.around)
      found.push(list[at]!)
    return found
  }
}

/** Quotations inside quotations that are looked through. */
const DEEPEST = 4

/**
 * Pieces of a content without the commas, dashes, symbols and full stops at their edges outside quotations, nor the dateline or the time that a
 * paragraph begins with; empty ones left out. A symbol that a number has is its own: "$5", "5%".
 */
export function trimContent(
  tokens: TokenTable,
  tree: Tree,
  { outermost }: Quotations,
  content: readonly TokenRange[]
): TokenRange[] {
  const { tag } = tree.syntax
  return content
    .map(({ from, to }) => {
      let first = from
      let end = to
      if (isTimeOfEntry(tokens, first)) first++
      while (first < end && isEdge(first)) first++
      first = afterDateline(tokens, tag, afterLeadIn(first, end), end)
      end = afterQuotation(first, end)
      while (end > first && outermost[end - 1]! < 0 && (isEdge(end - 1) || tokens.form[end - 1] === '.'))
        end--
      return { from: first, to: end }
    })
    .filter(({ from, to }) => {
      for (let token = from; token < to; token++)
        if (tokens.kind[token] === TokenKind.word || tokens.kind[token] === TokenKind.number) return true
      return false
    })

  function isEdge(token: number): boolean {
    const its = tag[token]!
    if (its === Tag.SYM) return !isOfNumber(token)
    return its === Tag.COMMA || its === Tag.COLON || its === Tag.DASH
  }

  /** Whether a symbol touches the number after it, or follows one. */
  function isOfNumber(token: number): boolean {
    if (tokens.kind[token - 1] === TokenKind.number) return true
    return tokens.kind[token + 1] === TokenKind.number && !isSpacedBefore(tokens, token + 1)
  }

  /** Where a quotation ends that a piece begins with and that ends as one does, but for a word or two: '“It is safe,” acting' of 'acting mayor Brandt said'. */
  function afterQuotation(from: number, to: number): number {
    const its = outermost[from]!
    if (its < 0) return to
    for (let token = to - 1; token > Math.max(from + 1, to - 2 - MOST_LEFT); token--)
      if (outermost[token] === its)
        return [token - 1, token].some((last) => ENDS_QUOTED.test(tokens.form[last]!)) ? token + 1 : to
    return to
  }

  /** Past words and a colon before a quotation that is all the rest: 'to reporters: "…"'. */
  function afterLeadIn(from: number, to: number): number {
    for (let token = from; token < Math.min(to - 1, from + LONGEST_LEAD_IN); token++) {
      if (outermost[token]! >= 0) return from
      if (tag[token] === Tag.COLON)
        return outermost[token + 1]! >= 0 && outermost[token + 1] === outermost[to - 1] ? token + 1 : from
    }
    return from
  }
}

/** What quoted words end in, before the mark or behind it. */
const ENDS_QUOTED = /^[,.!?]$/
/** Words behind a quotation that belong to what comes next. */
const MOST_LEFT = 2
/** Words before a colon that leads in a quotation. */
const LONGEST_LEAD_IN = 14

import { isWord, TokenKind, type TokenTable } from '../text/token-table.ts'
import type { QuotedStretch } from '../types.ts'

/** The part in one paragraph of what is set apart as quoted. */
export interface SetQuotation {
  readonly from: number
  readonly to: number
  /** Whether a reader sees marks around it. */
  readonly marked: boolean
  /** Whether it goes on from the paragraph before, and in the next. */
  readonly goesOn: boolean
  readonly runsOn: boolean
}

/**
 * Stretches set apart as quoted, by paragraph. What has quotation marks of its own at its beginning needs no others, and a
 * line that a dash begins at its end is its signature. Stretches inside others of their kind are left out: counting them again
 * and again would cost without bound.
 */
export function findSetQuotations(
  tokens: TokenTable,
  stretches: readonly QuotedStretch[]
): ReadonlyMap<number, readonly SetQuotation[]> {
  const found = new Map<number, SetQuotation[]>()
  for (const marked of [false, true]) {
    let last = 0
    const sorted = stretches
      .filter(({ marks = false }) => marks === marked)
      .sort((a, b) => a.start - b.start || b.end - a.end)
    for (const { start, end } of sorted) {
      const from = firstFrom(start)
      const to = firstFrom(end)
      if (from >= last && to > from) addPieces(from, withoutSignature(from, to), marked)
      last = Math.max(last, to)
    }
  }
  return found

  function addPieces(start: number, end: number, marked: boolean): void {
    const pieces: { from: number; to: number; paragraph: number }[] = []
    for (let from = start; from < end; ) {
      const paragraph = tokens.paragraph[from]!
      const to = Math.min(end, tokens.paragraphStart[paragraph + 1]!)
      if (tokens.kind[from] !== TokenKind.mark && hasWord(from, to)) pieces.push({ from, to, paragraph })
      from = to
    }
    pieces.forEach(({ from, to, paragraph }, index) => {
      const its = found.get(paragraph) ?? []
      its.push({
        from,
        to,
        marked,
        goesOn: pieces[index - 1]?.paragraph === paragraph - 1,
        runsOn: pieces[index + 1]?.paragraph === paragraph + 1
      })
      found.set(paragraph, its)
    })
  }

  /** The first token that begins at an offset or after. */
  function firstFrom(offset: number): number {
    let low = 0
    let high = tokens.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (tokens.start[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  function withoutSignature(from: number, to: number): number {
    const last = tokens.paragraphStart[tokens.paragraph[to - 1]!]!
    return last > from && DASH.test(tokens.form[last]!) ? last : to
  }

  function hasWord(from: number, to: number): boolean {
    for (let token = from; token < to; token++) if (isWord(tokens, token)) return true
    return false
  }
}

const DASH = /^\p{Pd}/u

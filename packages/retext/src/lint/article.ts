import type { Attribution, Extraction, Source } from '@saywho/core'
import { buildTokenTable, pairQuotationMarks, type Quotations, type TokenTable } from '@saywho/core/rooms'
import { english } from '@saywho/english'

/** A text as the rules read it. */
export interface Article {
  text: string
  extraction: Extraction
  tokens: TokenTable
  quotations: Quotations
  attributions: ReadonlyMap<string, Attribution>
  sources: ReadonlyMap<string, Source>
  /** The first token that ends after an offset; as many as there are tokens where none does. */
  tokenAt: (offset: number) => number
}

/** Something to look at: a stretch of the text, what is the matter, and why it matters. */
export interface Finding {
  start: number
  end: number
  reason: string
  note: string
  /** The words in question, and what may stand for them, where it is words. */
  actual?: string
  expected?: string[]
}

/** Reads a text for the rules. */
export function readArticle(text: string, extraction: Extraction): Article {
  const tokens = buildTokenTable(text, english)
  return {
    text,
    extraction,
    tokens,
    quotations: pairQuotationMarks(tokens),
    attributions: new Map(extraction.attributions.map((its) => [its.id, its])),
    sources: new Map(extraction.sources.map((its) => [its.id, its])),
    tokenAt: (offset) => {
      let low = 0
      let high = tokens.count
      while (low < high) {
        const middle = (low + high) >> 1
        if (tokens.end[middle]! > offset) high = middle
        else low = middle + 1
      }
      return low
    }
  }
}

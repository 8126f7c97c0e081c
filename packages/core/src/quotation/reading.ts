import type { SourceLexicon } from '../language.ts'
import type { Tree } from '../tagging/link-tree.ts'
import type { TokenTable } from '../text/token-table.ts'
import type { SetQuotation } from './find-set-quotations.ts'
import { findTurns, type Turns } from './find-turns.ts'
import { pairQuotationMarks, type Quotations } from './pair-quotation-marks.ts'

/** A text as the rooms that look for attributions read it. */
export interface Reading {
  readonly tokens: TokenTable
  readonly tree: Tree
  readonly quotations: Quotations
  readonly turns: Turns
  /** Words that are somebody's surname in the text, as they stand: empty until names are read. */
  readonly surnames: ReadonlySet<string>
}

/** The text with its quotations and turns found; `set` are those that it sets apart without marks, by paragraph. */
export function readQuotations(
  tokens: TokenTable,
  tree: Tree,
  sources: SourceLexicon,
  set?: ReadonlyMap<number, readonly SetQuotation[]>
): Reading {
  const quotations = pairQuotationMarks(tokens, set)
  return {
    tokens,
    tree,
    quotations,
    turns: findTurns(tokens, tree.syntax.tag, quotations.outermost, sources),
    surnames: new Set()
  }
}

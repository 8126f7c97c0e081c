import type { Tree } from '../tagging/link-tree.ts'
import type { TokenTable } from '../text/token-table.ts'
import { findTurns, type Turns } from './find-turns.ts'
import { pairQuotationMarks, type Quotations } from './pair-quotation-marks.ts'

/** A text as the rooms that look for attributions read it. */
export interface Reading {
  readonly tokens: TokenTable
  readonly tree: Tree
  readonly quotations: Quotations
  readonly turns: Turns
}

/** The text with its quotations and turns found. */
export function readQuotations(tokens: TokenTable, tree: Tree): Reading {
  const quotations = pairQuotationMarks(tokens)
  return { tokens, tree, quotations, turns: findTurns(tokens, tree.syntax.tag, quotations.outermost) }
}

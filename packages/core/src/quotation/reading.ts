import type { Tree } from '../tagging/link-tree.ts'
import type { TokenTable } from '../text/token-table.ts'
import { pairQuotationMarks, type Quotations } from './pair-quotation-marks.ts'

/** A text as the rooms that look for attributions read it. */
export interface Reading {
  readonly tokens: TokenTable
  readonly tree: Tree
  readonly quotations: Quotations
}

/** The text with its quotations found. */
export function readQuotations(tokens: TokenTable, tree: Tree): Reading {
  return { tokens, tree, quotations: pairQuotationMarks(tokens) }
}

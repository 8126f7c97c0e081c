import type { Quotations } from '../quotation/pair-quotation-marks.ts'
import type { Tree } from '../tagging/link-tree.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange, TokenTable } from '../text/token-table.ts'

/**
 * Pieces of a content stretched to the end of the quotation that their last word stands in, if it opens inside them: words
 * between marks are given whole or not at all.
 */
export function closeQuotations(
  content: readonly TokenRange[],
  { list, outermost }: Quotations
): TokenRange[] {
  return content.map(({ from, to }) => {
    const quotation = list[outermost[to - 1]!]
    return quotation && quotation.from >= from && quotation.to > to
      ? { from, to: quotation.to }
      : { from, to }
  })
}

/** Pieces of a content without the commas, dashes, symbols and full stops at their edges outside quotations, empty ones left out. */
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
      while (first < end && isEdge(tag[first]!)) first++
      while (
        end > first &&
        outermost[end - 1]! < 0 &&
        (isEdge(tag[end - 1]!) || tokens.form[end - 1] === '.')
      )
        end--
      return { from: first, to: end }
    })
    .filter(({ from, to }) => from < to)
}

const isEdge = (tag: number): boolean =>
  tag === Tag.COMMA || tag === Tag.COLON || tag === Tag.DASH || tag === Tag.SYM

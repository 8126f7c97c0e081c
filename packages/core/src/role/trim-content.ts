import type { Tree } from '../tagging/link-tree.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange, TokenTable } from '../text/token-table.ts'

/** Pieces of a content without the commas, dashes and full stops at their edges, empty ones left out. */
export function trimContent(tokens: TokenTable, tree: Tree, content: readonly TokenRange[]): TokenRange[] {
  const { tag } = tree.syntax
  return content
    .map(({ from, to }) => {
      let first = from
      let end = to
      while (first < end && isEdge(tag[first]!)) first++
      while (end > first && (isEdge(tag[end - 1]!) || tokens.form[end - 1] === '.')) end--
      return { from: first, to: end }
    })
    .filter(({ from, to }) => from < to)
}

const isEdge = (tag: number): boolean => tag === Tag.COMMA || tag === Tag.COLON || tag === Tag.DASH

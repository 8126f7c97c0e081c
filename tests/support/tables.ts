import { analyseSyntax, buildTokenTable, linkTree } from '@saywho/core/rooms'
import { english } from '@saywho/english'

/** A text's tokens. */
export const tokensOf = (text: string) => buildTokenTable(text, english)

/** A text's tokens and tree. */
export function treeOf(text: string) {
  const tokens = tokensOf(text)
  const syntax = analyseSyntax(tokens, english)
  return { tokens, syntax, tree: linkTree(syntax) }
}

/** The words of a range of tokens. */
export const wordsOf = (
  tokens: ReturnType<typeof tokensOf>,
  { from, to }: { from: number; to: number }
): string => (from < to ? tokens.text.slice(tokens.start[from], tokens.end[to - 1]) : '')

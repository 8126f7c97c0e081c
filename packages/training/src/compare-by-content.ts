import type { Range } from './read-corpus.ts'

interface WithContent {
  readonly content: readonly Range[]
}

/** The order of attributions in a document: by where their contents begin, then by where they end. */
export const compareByContent = ({ content: a }: WithContent, { content: b }: WithContent): number =>
  a[0]![0] - b[0]![0] || a.at(-1)![1] - b.at(-1)![1]

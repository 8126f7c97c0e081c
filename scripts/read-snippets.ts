/** A fenced block of code in a Markdown file. */
export interface Snippet {
  /** What it is written in, as its fence says: `ts`, `sh`. */
  kind: string
  code: string
  /** What it prints: the `text` that follows it at once; null where none does. */
  output: string | null
}

/** The blocks of code of a Markdown file, in order, each with what it is said to print. */
export function readSnippets(markdown: string): Snippet[] {
  const blocks = [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind, code]) => ({
    kind: kind!,
    code: code!
  }))
  return blocks.flatMap(({ kind, code }, index) => {
    if (kind === 'text') return []
    const next = blocks[index + 1]
    return [{ kind, code, output: next?.kind === 'text' ? next.code : null }]
  })
}

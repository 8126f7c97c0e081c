import type { WrittenLine } from './read-written.ts'

/** Tells which documents were written already. */
export interface WrittenDocuments {
  /** Whether no line is left: the documents that come need not be looked at. */
  readonly isSpent: boolean
  /** The line that was written of a document, each line once; null where there is none. To be asked in the input's order. */
  take(key: string): Promise<WrittenLine | null>
}

/**
 * Finds the lines that were written of documents. Where the input is as it was, both go along side by side and nothing is held in memory;
 * from the first difference on, all lines that are left are.
 */
export function takeWritten(lines: AsyncIterator<WrittenLine>): WrittenDocuments {
  let isBeside = true
  const left = new Map<string, WrittenLine[]>()
  const keep = (line: WrittenLine) => {
    const same = left.get(line.key)
    if (same) same.push(line)
    else left.set(line.key, [line])
  }
  return {
    get isSpent() {
      return !isBeside && left.size === 0
    },
    async take(key) {
      if (isBeside) {
        let next = await lines.next()
        if (!next.done && next.value.key === key) return next.value
        isBeside = false
        for (; !next.done; next = await lines.next()) keep(next.value)
      }
      const same = left.get(key)
      const line = same?.shift() ?? null
      if (same?.length === 0) left.delete(key)
      return line
    }
  }
}

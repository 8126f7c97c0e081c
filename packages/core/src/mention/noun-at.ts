import type { Reading } from '../quotation/reading.ts'
import { NAME } from '../tagging/analyse-syntax.ts'

/** What a noun is told by: its stem, or its letters where it is written as a name is, "the Developer". */
export function nounAt({ tokens, tree }: Pick<Reading, 'tokens' | 'tree'>, token: number): string {
  const stem = tree.syntax.stem[token]!
  return stem === NAME ? tokens.lower[token]! : stem
}

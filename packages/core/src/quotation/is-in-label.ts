import type { Reading } from './reading.ts'

/** Whether a token stands in the label of a turn. */
export function isInLabel({ tokens, turns }: Reading, token: number): boolean {
  const p = tokens.paragraph[token]!
  return token >= turns.labelStarts[p]! && token < turns.labels[p]!
}

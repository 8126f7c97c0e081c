import type { Reading } from '../quotation/reading.ts'
import { isFullVerb } from '../tagging/tags.ts'

/**
 * The tokens that may be the head of a cue: full verbs, and the nouns, adjectives and prepositions that the language
 * pack lists. In order.
 */
export function findCueHeads({ tokens, tree }: Reading, cueWords: ReadonlySet<string>): Int32Array {
  const { tag, stem } = tree.syntax
  const heads: number[] = []
  for (let token = 0; token < tokens.count; token++)
    if (isFullVerb(tag[token]!) || cueWords.has(stem[token]!)) heads.push(token)
  return Int32Array.from(heads)
}

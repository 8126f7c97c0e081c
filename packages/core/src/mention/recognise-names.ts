import type { Reading } from '../quotation/reading.ts'
import { Tag } from '../tagging/tags.ts'

/**
 * The text with words tagged as names that were taken for nouns, such as the surname "Waters": those that begin with a capital letter
 * and are the last word of a longer name elsewhere in the text.
 */
export function recogniseNames(reading: Reading): Reading {
  const { tokens, tree } = reading
  const { syntax } = tree
  const surnames = new Set<string>()
  const doubtful: number[] = []
  for (let token = 0; token < tokens.count; token++) {
    const its = syntax.tag[token]
    if (its !== Tag.NNP && its !== Tag.NN && its !== Tag.NNS) continue
    if (!/^\p{Lu}\p{Ll}/u.test(tokens.form[token]!)) continue
    if (its !== Tag.NNP) doubtful.push(token)
    if (
      token > 0 &&
      syntax.tag[token - 1] === Tag.NNP &&
      syntax.tag[token + 1] !== Tag.NNP &&
      isPlainName(token - 1)
    )
      surnames.add(tokens.form[token]!)
  }
  const found = doubtful.filter((token) => surnames.has(tokens.form[token]!))
  if (found.length === 0) return reading
  const tag = syntax.tag.slice()
  for (const token of found) tag[token] = Tag.NNP
  return { ...reading, tree: { ...tree, syntax: { ...syntax, tag } } }

  function isPlainName(token: number): boolean {
    return (
      /^\p{Lu}(?:\p{Ll}|\.)/u.test(tokens.form[token]!) &&
      tokens.sentence[token] === tokens.sentence[token + 1]
    )
  }
}

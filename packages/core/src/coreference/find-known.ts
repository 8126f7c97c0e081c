import type { Language } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import { buildTokenTable } from '../text/build-token-table.ts'
import type { TokenTable } from '../text/token-table.ts'
import type { KnownSource } from '../types.ts'
import { firstFrom } from './source-context.ts'

/**
 * For each mention the entry of the caller's directory that it names, by index, -1 for none: an entry's name or alias,
 * in any case, must stand in the text word by word and hold the mention's head. The longest match counts.
 */
export function findKnown(
  tokens: TokenTable,
  mentions: readonly Mention[],
  people: readonly KnownSource[],
  language: Language
): Int32Array {
  const knownAs = new Int32Array(mentions.length).fill(-1)
  if (people.length === 0) return knownAs
  const byFirst = new Map<string, { words: readonly string[]; person: number }[]>()
  people.forEach(({ name, aliases = [] }, person) => {
    for (const known of [name, ...aliases]) {
      const words = buildTokenTable(known, language).lower
      if (words.length === 0) continue
      const list = byFirst.get(words[0]!)
      if (list) list.push({ words, person })
      else byFirst.set(words[0]!, [{ words, person }])
    }
  })
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  for (let token = 0; token < tokens.count; token++) {
    const match = byFirst
      .get(tokens.lower[token]!)
      ?.find(({ words }) => words.every((word, i) => tokens.lower[token + i] === word))
    if (match === undefined) continue
    const to = token + match.words.length
    for (let at = firstFrom(mentions, token); at < mentions.length && mentions[at]!.head < to; at++)
      if (knownAs[at]! < 0) knownAs[at] = match.person
    token = to - 1
  }
  return knownAs
}

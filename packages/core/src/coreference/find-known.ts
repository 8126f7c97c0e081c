import type { Language } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import { buildTokenTable } from '../text/build-token-table.ts'
import type { TokenTable } from '../text/token-table.ts'
import type { KnownSource } from '../types.ts'

/** Names, word by word: what may follow, and whose name ends here. */
interface NameNode {
  readonly next: Map<string, NameNode>
  person: number
}

/**
 * For each mention the entry of the caller's directory that it names, by index, -1 for none: an entry's name or alias,
 * in any case, must stand in the text word by word and hold all of the mention's name ("Brandt" is not in "Otto Brandt"), or, where it
 * has none, its noun. The longest match counts, and of entries with the same name the first.
 */
export function findKnown(
  tokens: TokenTable,
  mentions: readonly Mention[],
  people: readonly KnownSource[],
  language: Language
): Int32Array {
  const knownAs = new Int32Array(mentions.length).fill(-1)
  if (people.length === 0) return knownAs
  const root: NameNode = { next: new Map(), person: -1 }
  people.forEach(({ name, aliases = [] }, person) => {
    for (const known of [name, ...aliases]) {
      let node = root
      for (const word of buildTokenTable(known, language).lower) {
        let following = node.next.get(word)
        if (following === undefined) {
          following = { next: new Map(), person: -1 }
          node.next.set(word, following)
        }
        node = following
      }
      if (node !== root && node.person < 0) node.person = person
    }
  })
  // Mentions by the first token that has to be matched.
  const mentionsAt = new Map<number, number[]>()
  mentions.forEach(({ name, head }, index) => {
    const first = name?.from ?? head
    const there = mentionsAt.get(first)
    if (there) there.push(index)
    else mentionsAt.set(first, [index])
  })
  for (let token = 0; token < tokens.count; token++) {
    let person = -1
    let to = token
    let node: NameNode | undefined = root
    for (let at = token; at < tokens.count; at++) {
      node = node.next.get(tokens.lower[at]!)
      if (node === undefined) break
      if (node.person >= 0) {
        person = node.person
        to = at + 1
      }
    }
    if (person < 0) continue
    for (let at = token; at < to; at++)
      for (const index of mentionsAt.get(at) ?? []) {
        const { name, head } = mentions[index]!
        if ((name?.to ?? head + 1) <= to) knownAs[index] = person
      }
    token = to - 1
  }
  return knownAs
}

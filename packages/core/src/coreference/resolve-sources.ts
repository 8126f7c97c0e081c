import type { Language } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import type { TokenTable } from '../text/token-table.ts'
import type { SourceType } from '../types.ts'

/** Mentions of one source. */
export interface ResolvedSource {
  readonly mentions: Mention[]
  name: string
  role: string | null
  type: SourceType
}

/**
 * Mentions gathered to sources, in the order of first mentions: a name in short goes to the latest longer name that ends
 * or begins with it, a pronoun to the nearest source before that fits it, the same description to the same source.
 * Returns for each mention its source, by index; -1 where a pronoun fits no one.
 */
export function resolveSources(
  tokens: TokenTable,
  mentions: readonly Mention[],
  language: Language
): { sources: ResolvedSource[]; sourceOf: number[] } {
  const sources: ResolvedSource[] = []
  const byName = new Map<string, number>()
  let latestPerson = -1
  let latestOther = -1
  const sourceOf = mentions.map((mention) => {
    let found = -1
    if (mention.kind === 'pronoun') {
      const pronoun = language.sources.pronouns.get(tokens.lower[mention.head]!)!
      if (pronoun.person === 3)
        found = pronoun.gender === 'neuter' || pronoun.plural ? latestOther : latestPerson
      if (found < 0) return -1
    } else {
      const words = wordsOf(tokens, mention.name ?? mention.range, mention, language)
      const keys = [
        words.join(' ').toLowerCase(),
        ...(mention.kind === 'name' ? [words.at(-1)!.toLowerCase(), words[0]!.toLowerCase()] : [])
      ]
      found = byName.get(keys[0]!) ?? -1
      if (found < 0) {
        found = sources.length
        sources.push({ mentions: [], name: words.join(' '), role: null, type: mention.type })
        for (const key of keys) byName.set(key, found)
      }
    }
    const source = sources[found]!
    source.mentions.push(mention)
    if (mention.role !== null) source.role ??= textOf(tokens, mention.role.from, mention.role.to)
    if (source.type === 'person') latestPerson = found
    else latestOther = found
    return found
  })
  return { sources, sourceOf }
}

function wordsOf(
  tokens: TokenTable,
  { from, to }: { from: number; to: number },
  mention: Mention,
  language: Language
): string[] {
  let first = from
  if (mention.kind === 'description')
    while (first < to - 1 && language.sources.articles.has(tokens.lower[first]!)) first++
  return textOf(tokens, first, to).split(/\s+/)
}

const textOf = (tokens: TokenTable, from: number, to: number): string =>
  tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!)

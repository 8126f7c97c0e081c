import type { SourceLexicon } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import { beforeDay } from '../text/before-day.ts'
import type { TokenRange, TokenTable } from '../text/token-table.ts'
import type { KnownSource, SourceType } from '../types.ts'
import type { Entity } from './entity.ts'

/** A source in the words of the contract, with ranges of tokens for spans. */
export interface ResolvedSource {
  readonly name: string
  readonly type: SourceType
  readonly role: string | null
  readonly anonymous: boolean
  readonly reason: TokenRange | null
  readonly mentions: readonly TokenRange[]
  readonly sameAs: readonly string[]
}

export interface EntityMention extends Mention {
  /** Whether it is the source of an attribution. */
  readonly isSource: boolean
}

/** Whether a mention is one of a source's: its words name it, or give it by a name elsewhere. */
export const isTold = ({ isSource, name }: EntityMention): boolean => isSource || name !== null

/** What "I" is called who wrote the text. */
const AUTHOR = 'author'

/**
 * What is told of an entity by its mentions, which are in order: its fullest name, or its fullest description where it has
 * none; what it is; its office; whether it is left unnamed, and why.
 *
 * @param reasonAt where the text says that a source is not to be named of whom a token tells; null for nowhere.
 */
export function describeSource(
  tokens: TokenTable,
  mentions: readonly EntityMention[],
  entity: Entity,
  people: readonly KnownSource[],
  sources: SourceLexicon,
  reasonAt: (token: number) => TokenRange | null
): ResolvedSource {
  const known = people[entity.known]
  const type = known !== undefined && entity.type === 'unnamed' ? 'person' : entity.type
  const reason = findReason()
  return {
    name: known?.name ?? findFullestName() ?? findFullestDescription() ?? AUTHOR,
    type,
    role: findRole(),
    anonymous: type === 'unnamed' || reason !== null,
    reason,
    mentions: mentions.filter(isTold).map(withoutPossessive),
    sameAs: known?.sameAs ?? []
  }

  /** A mention without the ending of a possessor: "Brandt" of "Brandt's claim". */
  function withoutPossessive({ range: { from, to } }: Mention): TokenRange {
    return { from, to: to > from + 1 && POSSESSIVE.test(tokens.form[to - 1]!) ? to - 1 : to }
  }

  function findFullestName(): string | null {
    let best: string | null = null
    let most = 0
    const names = mentions.flatMap(({ name }) => (name === null ? [] : [name]))
    const outside = names.filter(({ from }) => !isTitleCase(tokens, tokens.paragraph[from]!))
    for (const name of outside.length > 0 ? outside : names) {
      const text = textOf(tokens, name)
      // Names in capitals are labels and headlines.
      const size =
        (name.to - name.from) * 2 + (text !== text.toUpperCase() || name.to - name.from === 1 ? 1 : 0)
      if (size > most) {
        most = size
        best = text
      }
    }
    return best
  }

  function findFullestDescription(): string | null {
    let best: string | null = null
    const described = mentions.filter(({ kind }) => kind === 'description')
    const stated = described.filter(({ isSource }) => isSource)
    for (const mention of stated.length > 0 ? stated : described) {
      const { head } = mention
      let { from, to } = withoutPossessive(mention)
      while (from < head && isArticle(from)) from++
      to = endOf(head, to)
      const text = textOf(tokens, { from, to })
      if (best === null || text.length > best.length) best = text
    }
    return best
  }

  /** Where a description ends that begins before its noun: at a comma, a clause of its own or a day ("on Monday", "Tuesday"). */
  function endOf(noun: number, end: number): number {
    const last = beforeDay(tokens, end, sources)
    let to = noun + 1
    while (to < last && !ENDINGS.has(tokens.lower[to]!)) {
      const words = end - to - 1
      if (sources.relativePronouns.has(tokens.lower[to]!) && (words === 0 || words > LONGEST_CLAUSE)) break
      to++
    }
    return to
  }

  function isArticle(token: number): boolean {
    const word = tokens.lower[token]!
    return word === 'the' || word === 'a' || word === 'an'
  }

  /** The role that is given most often, of several the first: what stands beside a name once may be another's, "the judge Brandt attacked". */
  function findRole(): string | null {
    const given = new Map<string, { readonly text: string; times: number }>()
    for (const { role } of mentions) {
      if (role === null) continue
      const text = textOfRole(role)
      const its = given.get(text.toLowerCase()) ?? { text, times: 0 }
      its.times++
      given.set(text.toLowerCase(), its)
    }
    let most: { readonly text: string; times: number } | undefined
    for (const its of given.values()) if (most === undefined || its.times > most.times) most = its
    return most?.text ?? null
  }

  function textOfRole({ from, to }: TokenRange): string {
    const isOwned = sources.pronouns.has(tokens.lower[from]!) && from + 1 < to
    return textOf(tokens, { from: from + +isOwned, to })
  }

  /** The reason given in a sentence that speaks of it, where nobody is named. */
  function findReason(): TokenRange | null {
    if (entity.named.length > 0 || (type !== 'unnamed' && type !== 'person' && type !== 'group')) return null
    for (const { kind, head } of mentions) {
      const reason = kind === 'name' ? null : reasonAt(head)
      if (reason !== null) return reason
    }
    return null
  }
}

/** Whether a paragraph is a headline in which all longer words have a capital: "Velora Reports Third Quarter Results". */
function isTitleCase({ form, paragraphStart }: TokenTable, paragraph: number): boolean {
  const [from, to] = [paragraphStart[paragraph]!, paragraphStart[paragraph + 1]!]
  if (to - from < LEAST_TITLE || to - from > MOST_TITLE) return false
  const words = form.slice(from, to)
  // a list of names
  if (words.some((word) => word === ':' || word === '(')) return false
  const short = words.at(-1) === '.' ? SHORT_IN_SENTENCE : SHORT
  return words.every((word) => word.length <= short || !/^\p{Ll}/u.test(word))
}

/** A headline has so many tokens, and words of no more letters than this may be small in it; than that, where it ends as a sentence does. */
const LEAST_TITLE = 4
const MOST_TITLE = 30
const SHORT = 4
const SHORT_IN_SENTENCE = 3

/** What a description in short leaves out begins with these. */
const ENDINGS = new Set([',', '*', '-', '–', '—', '--', '(', ';', ':'])
const POSSESSIVE = /^['’]s?$/
/** And so does a relative clause of more words than this. */
const LONGEST_CLAUSE = 10

/** Words as they stand, on one line. */
const textOf = (tokens: TokenTable, { from, to }: TokenRange): string =>
  tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!).replace(/\s+/g, ' ')

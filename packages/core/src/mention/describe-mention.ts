import type { Language } from '../language.ts'
import type { Syntax } from '../tagging/analyse-syntax.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange, TokenTable } from '../text/token-table.ts'
import type { SourceType } from '../types.ts'
import type { Mention } from './mention.ts'

/** What a source's words say of it: its head, its name, its office and its type. */
export function describeMention(
  tokens: TokenTable,
  syntax: Syntax,
  range: TokenRange,
  language: Language
): Mention {
  const { sources } = language
  const head = findHead(syntax, range)
  const word = tokens.lower[head]!
  if (sources.pronouns.has(word))
    return {
      range,
      head,
      name: null,
      role: null,
      kind: 'pronoun',
      type: sources.pronouns.get(word)!.gender === 'neuter' ? 'organization' : 'person'
    }
  const name = findName(tokens, syntax, range, head, language)
  if (name === null)
    return { range, head, name: null, role: null, kind: 'description', type: typeOfNoun(word, language) }
  return {
    range,
    head,
    name,
    role: findRole(tokens, syntax, range, name),
    kind: 'name',
    type: typeOfName(tokens, name, range, language)
  }
}

/** The token that no other of the range governs. */
function findHead(syntax: Syntax, { from, to }: TokenRange): number {
  for (let token = from; token < to; token++) {
    const its = syntax.head[token]!
    if ((its < from || its >= to) && syntax.tag[token]! <= Tag.DT) return token
  }
  return to - 1
}

/**
 * The proper name: the run of capitalised words around the head, or around a name in apposition to it, titles off; with
 * an organisation's noun, the noun and what stands before it ("Trump-Vance transition team").
 */
function findName(
  tokens: TokenTable,
  syntax: Syntax,
  range: TokenRange,
  head: number,
  language: Language
): TokenRange | null {
  const { titles, organizationNouns, articles } = language.sources
  const isName = (token: number) => syntax.tag[token] === Tag.NNP && /^[\p{Lu}\d]/u.test(tokens.form[token]!)
  let at = isName(head) ? head : -1
  for (let token = range.from; at < 0 && token < range.to; token++)
    if (isName(token) && syntax.head[token] === head && syntax.relation[token] === Relation.appos) at = token
  const isTeam =
    at < 0 &&
    organizationNouns.has(tokens.lower[head]!) &&
    head > range.from &&
    isName(range.from + (articles.has(tokens.lower[range.from]!) ? 1 : 0))
  if (at < 0 && !isTeam) return null
  let from = isTeam ? range.from : at
  let to = isTeam ? head + 1 : at + 1
  if (isTeam) while (from < head && articles.has(tokens.lower[from]!)) from++
  else while (from > range.from && (isName(from - 1) || isInner(tokens, from - 1))) from--
  while (to < range.to && (isName(to) || (isInner(tokens, to) && isName(to + 1)))) to++
  while (from < to && isInner(tokens, from)) from++
  for (let token = from; token < to - 1; token++) if (titles.has(tokens.lower[token]!)) from = token + 1
  return from < to ? { from, to } : null
}

/** Words inside names: "of" in "Bank of England", an ampersand. */
const isInner = (tokens: TokenTable, token: number): boolean =>
  /^(?:of|&|de|la|van|von|bin|al)$/.test(tokens.form[token]!)

/** "TikTok CEO" before the name, "the company's chief executive" after it. */
function findRole(
  tokens: TokenTable,
  syntax: Syntax,
  range: TokenRange,
  name: TokenRange
): TokenRange | null {
  let from = range.from
  while (from < name.from && syntax.tag[from] === Tag.DT) from++
  if (from < name.from && tokens.kind[name.from - 1] === tokens.kind[name.from])
    return { from, to: name.from }
  let after = name.to
  if (after >= range.to || syntax.tag[after] !== Tag.COMMA) return null
  after++
  while (after < range.to && syntax.tag[after] === Tag.DT) after++
  return after < range.to ? { from: after, to: range.to } : null
}

function typeOfNoun(noun: string, { sources }: Language): SourceType {
  if (sources.groupNouns.has(noun)) return 'unnamed'
  const singular = noun.replace(/s$/, '')
  if (sources.documentNouns.has(noun) || sources.documentNouns.has(singular)) return 'document'
  if (sources.organizationNouns.has(noun) || sources.organizationNouns.has(singular)) return 'organization'
  return sources.personNouns.has(noun) || noun === singular ? 'unnamed' : 'group'
}

function typeOfName(
  tokens: TokenTable,
  name: TokenRange,
  range: TokenRange,
  { sources }: Language
): SourceType {
  const last = tokens.lower[name.to - 1]!
  if (sources.organizationNouns.has(last) || sources.documentNouns.has(last)) return 'organization'
  if (name.to - name.from === 1 && sources.placeNames.has(last)) return 'place'
  const hasTitle = name.from > range.from && sources.titles.has(tokens.lower[name.from - 1]!)
  const isAcronym = name.to - name.from === 1 && /^\p{Lu}{2,}$/u.test(tokens.form[name.from]!)
  const hasArticle = name.from > range.from && tokens.lower[name.from - 1] === 'the'
  return !hasTitle && (isAcronym || hasArticle) ? 'organization' : 'person'
}

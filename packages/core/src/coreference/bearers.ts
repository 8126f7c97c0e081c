import type { Mention } from '../mention/mention.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import { isWord, type TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import type { Entity } from './entity.ts'
import { initialsOfOffice } from './initials-of-office.ts'
import { isListener } from './is-listener.ts'
import { isPress } from './is-press.ts'
import { lastMentionOf, type Resolving, textOf } from './resolving.ts'

/** What the text is about is named so many times. */
const OFTEN = 3

/** Who has which office, and which organisations the text has named, as far as it has been read. */
export interface Bearers {
  /** Takes in what an entity is called by a mention. */
  remember(mention: Mention, entity: number): void
  /** Who has an office, an age or a kind that "the" points at: "the senator", "the 45-year-old", "the ministry", "the company"; -1 for none. */
  find(mention: Mention): number
}

export function makeBearers(its: Resolving): Bearers {
  const { reading, mentions, entities, sources } = its
  const { tokens } = reading
  const { tag, stem, relation, head: governors } = reading.tree.syntax
  /** Bearers of an office, and organisations by what they call themselves: "Space Consortium" is the consortium. */
  const byTitle = new Map<string, number>()
  return { remember, find }

  /** Who has an office, an age or a kind that "the" points at: "the senator", "the 45-year-old", "the ministry", "the company". */
  function find({ head, range }: Mention): number {
    const word = tokens.lower[head]!
    const isNewspaper = sources.pressNouns.has(word)
    // "the paper" after a study in a journal
    const study = isNewspaper && sources.documentNouns.has(word) ? its.recent.find(isPublished) : undefined
    if (study !== undefined) return study
    const press = isNewspaper
      ? its.recent.find((entity) => isPress(tokens, lastMentionOf(its, entity), sources))
      : undefined
    const office = sources.titleForms.get(lowerOf({ from: range.from + 1, to: range.to }))
    const bearer =
      press ?? (office === undefined ? bearerOf({ from: range.from + 1, to: head + 1 }) : byTitle.get(office))
    if (bearer !== undefined || head - range.from > 1) return bearer ?? -1
    const names = sources.bynames.get(word)
    const known =
      names &&
      its.recent.find((entity) =>
        entities[entity]!.named.some((index) => names.has(lowerOf(mentions[index]!.name!)))
      )
    if (known !== undefined) return known
    if (sources.agencyNouns.has(word)) return its.recent.find((entity) => isAgency(entities[entity]!)) ?? -1
    if (!sources.companyNouns.has(word)) return -1
    const isSpoken = reading.quotations.outermost[head]! >= 0
    const companies = its.recent.filter((entity) => {
      const { type, certainty, named, gender } = entities[entity]!
      return (
        named.length > 0 &&
        (type === 'organization' || (type === 'person' && certainty === 0 && gender === null)) &&
        !isListener(its, entity) &&
        !named.some(isPublicBody) &&
        (isSpoken || named.some((index) => reading.quotations.outermost[mentions[index]!.head]! < 0))
      )
    })
    return (
      companies.find((entity) => entities[entity]!.named.some(hasLegalForm)) ??
      companies.find((entity) => !isMedium(lastMentionOf(its, entity)) && !isInPassing(entity, companies)) ??
      companies.find((entity) => !isMedium(lastMentionOf(its, entity))) ??
      companies[0] ??
      -1
    )
  }

  /** Whether a company was named once only, and not as a subject, where another was named often. */
  function isInPassing(entity: number, companies: readonly number[]): boolean {
    const { named } = entities[entity]!
    return (
      named.length === 1 &&
      !isSubject(relation[mentions[named[0]!]!.head]!) &&
      companies.some((other) => entities[other]!.named.length >= OFTEN)
    )
  }

  /** "In a post on X" */
  function isMedium({ head }: Mention): boolean {
    const preposition = relation[head] === Relation.pobj ? governors[head]! : -1
    const noun = preposition < 0 ? -1 : governors[preposition]!
    return (
      noun >= 0 &&
      sources.mediumPrepositions.has(tokens.lower[preposition]!) &&
      sources.utteranceNouns.has(stem[noun]!)
    )
  }

  /** Who was given a title, with all words before it: "the finance minister" is not who is prime minister. */
  function bearerOf({ from, to }: TokenRange): number | undefined {
    const word = tokens.lower[to - 1]!
    const bearer = byTitle.get(sources.titleForms.get(word) ?? word)
    if (bearer === undefined || from + 1 >= to) return bearer
    const isWhole = entities[bearer]!.named.some((index) => {
      const { range, name } = mentions[index]!
      // "Sen. Ana Brandt (R-Texas)", the Texas senator
      const end = tokens.form[name!.to] === '(' ? Math.max(range.to, name!.to + 2) : range.to
      const told = tokens.lower.slice(range.from, end).flatMap((part) => part.split('-'))
      return tokens.lower.slice(from, to - 1).every((part) => told.includes(part))
    })
    return isWhole ? bearer : undefined
  }

  /** "Velora Inc." */
  function hasLegalForm(index: number): boolean {
    return sources.legalForms.has(trimTitle(tokens.lower[mentions[index]!.name!.to - 1]!))
  }

  /** "the Harbor Commission", "the FDA", which is no company */
  function isAgency({ type, named }: Entity): boolean {
    const isCapitals = (index: number) => /^(?:\p{Lu}\.?){3,5}$/u.test(textOf(tokens, mentions[index]!.name!))
    return type === 'organization' && (named.some(isPublicBody) || named.some(isCapitals))
  }

  /** "the Deep Vision Lab", which is no company. */
  function isPublicBody(index: number): boolean {
    const { from, to } = mentions[index]!.name!
    return tokens.lower.slice(from, to).some((word) => sources.publicBodies.has(word))
  }

  /** A study or a report, of which the text tells by its noun. */
  function isPublished(entity: number): boolean {
    return (
      entities[entity]!.type === 'document' &&
      entities[entity]!.described.some((index) => sources.studyNouns.has(stem[mentions[index]!.head]!))
    )
  }

  function remember(mention: Mention, entity: number): void {
    const { name, role, type, range } = mention
    if (name === null) return
    if (type === 'organization')
      for (let token = name.from; token < name.to; token++)
        if (sources.organizationNouns.has(tokens.lower[token]!)) byTitle.set(tokens.lower[token]!, entity)
    if (type !== 'person') return
    if (tokens.form[name.to] === ',' && name.to + 1 < range.to && /^\d{1,3}$/.test(tokens.form[name.to + 1]!))
      byTitle.set(`${tokens.form[name.to + 1]}-year-old`, entity)
    // "Cllr Ana Brandt (Chair)"
    if (tokens.form[name.to] === '(')
      for (let token = name.to + 1; token < range.to && isWord(tokens, token); token++)
        rememberOffice(token, token)
    if (role === null) return
    // "spokeswoman for the governor" is no governor
    for (let token = role.from; token < role.to && tag[token] !== Tag.IN; token++)
      rememberOffice(token, role.from)
    // "Chief Executive Officer Ana Brandt", the CEO
    for (const initials of initialsOfOffice(tokens, mention, sources)) byTitle.set(initials, entity)

    function rememberOffice(token: number, from: number): void {
      const word = trimTitle(tokens.lower[token]!)
      if (!sources.personNouns.has(word) && !sources.titles.has(word)) return
      const pair = token > from ? sources.titleForms.get(`${tokens.lower[token - 1]} ${word}`) : undefined
      byTitle.set(pair ?? sources.titleForms.get(word) ?? word, entity)
    }
  }

  function lowerOf(range: TokenRange): string {
    return textOf(tokens, range).toLowerCase()
  }
}

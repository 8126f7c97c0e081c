import type { SourceLexicon } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import { hasCourtesyTitle } from '../mention/words-of-names.ts'
import { isInLabel } from '../quotation/is-in-label.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import type { TokenTable } from '../text/token-table.ts'
import { addMention, type Entity, makeCompany, makeEntity, makePerson } from './entity.ts'
import { findCompanies } from './find-companies.ts'
import { initialsOfOffice } from './initials-of-office.ts'

/** Of the sources that share a word, so many are asked, the latest first: what bounds the work on a text of one name. */
const MOST_ASKED = 8

/**
 * Puts names to entities: the same name, a surname or first name alone, initials, an organisation's acronym and its name in
 * short are one; two full names that differ in a first name are two. Returns the entity of each mention, -1 for those with no name.
 *
 * @param knownAs for each mention the caller's own entry that it names, by index, -1 for none.
 */
export function linkNames(
  reading: Reading,
  mentions: readonly Mention[],
  sources: SourceLexicon,
  knownAs: Int32Array
): { entities: Entity[]; entityOf: Int32Array } {
  const { tokens } = reading
  const entities: Entity[] = []
  const entityOf = new Int32Array(mentions.length).fill(-1)
  /** The words of each entity's longest name. */
  const names: string[][] = []
  /** When each was last named, by mention. */
  const latest: number[] = []
  const byName = new Map<string, number[]>()
  const byLast = new Map<string, number[]>()
  const byFirst = new Map<string, number[]>()
  /** People, by the initials of their names, and by what stands in the middle of them. */
  const byInitials = new Map<string, number[]>()
  const byMiddle = new Map<string, number[]>()
  /** And by the initials of their offices: the Chief Minister is the CM. */
  const byOffice = new Map<string, number[]>()
  const byKnown = new Map<number, number>()
  /** Those brought in as somebody's kin, and those whom a word alone has meant. */
  const kin = new Set<number>()
  const meantInShort = new Set<number>()

  mentions.forEach((mention, index) => {
    const known = knownAs[index]!
    if (mention.name === null && known < 0) return
    const words = wordsOf(tokens, mention, sources)
    let found =
      known >= 0 ? (byKnown.get(known) ?? findEntity(words, mention, known)) : findEntity(words, mention, -1)
    if (found < 0) found = findByOffice(mention)
    if (found < 0) {
      found = entities.length
      entities.push(makeEntity())
      names.push(words)
      if (isIntroducedAsKin(mention)) kin.add(found)
    }
    if (words.length === 1) meantInShort.add(found)
    const entity = entities[found]!
    // Michael Bloomberg is nobody's news agency.
    if (words.length > 1 && isSurelyPerson(mention) && entity.type === 'organization' && isOfOneWord(entity))
      makePerson(entity, 2, mention.gender)
    addMention(entity, index, isShortForPerson(words, mention, entity) ? asPerson(mention) : mention)
    if (known >= 0) {
      entity.known = known
      byKnown.set(known, found)
    }
    entityOf[index] = found
    latest[found] = index
    if (words.length > names[found]!.length) names[found] = words
    remember(words, mention, found)
  })
  tellPeopleFromPlaces()
  const companies = findCompanies(reading, sources)
  if (companies.size > 0) for (const entity of entities) if (isCompany(entity)) makeCompany(entity)
  return { entities, entityOf }

  function isSurelyPerson({ type, certainty }: Mention): boolean {
    return type === 'person' && certainty === 2
  }

  function isOfOneWord({ named }: Entity): boolean {
    return named.every((its) => wordsOf(tokens, mentions[its]!, sources).length === 1)
  }

  /** "In Brandt" tells of a place, unless the text more often says what Brandt does. */
  function tellPeopleFromPlaces(): void {
    const { relation } = reading.tree.syntax
    const doings = new Int32Array(entities.length)
    mentions.forEach(({ type, head }, index) => {
      const entity = entityOf[index]!
      if (entity >= 0) doings[entity]! += type === 'place' ? -1 : +(relation[head] === Relation.nsubj)
    })
    entities.forEach((entity, index) => {
      if (entity.type !== 'place' || entity.certainty > 1 || doings[index]! <= 0) return
      makePerson(entity, 0, null)
    })
  }

  function isCompany({ named }: Entity): boolean {
    return named.some((mention) => {
      const { from, to } = mentions[mention]!.name!
      return companies.has(tokens.lower.slice(from, to).join(' '))
    })
  }

  function findEntity(words: readonly string[], mention: Mention, known: number): number {
    if (words.length === 0) return -1
    const fits = (entity: number) => agree(entities[entity]!, mention, known)
    const same = lastOf(byName.get(words.join(' ')), fits)
    if (same >= 0) return same
    const [first, last] = [words[0]!, words.at(-1)!]
    if (words.length === 1) {
      const bearers = [...latestOf(byLast.get(last)), ...latestOf(byFirst.get(first))]
      const isMeant = (entity: number) =>
        fits(entity) && isShortFor(mention, names[entity]!, entities[entity]!)
      let short = lastOf(bearers, isMeant)
      // The surname alone stays that of whom the text is about: not "her daughter, Ana Cole".
      if (kin.has(short) && names[short]!.at(-1) === last) {
        const { name, range } = mention
        const isCourteous = name !== null && hasCourtesyTitle(tokens, range, name, sources)
        const main = lastOf(
          bearers,
          (entity) =>
            !kin.has(entity) &&
            names[entity]!.at(-1) === last &&
            (meantInShort.has(entity) || isCourteous) &&
            isMeant(entity)
        )
        if (main >= 0) short = main
      }
      if (short < 0 && mayBeOffice(mention)) {
        const bearer = lastOf(byOffice.get(first.replaceAll('-', '')), fits)
        if (bearer >= 0) return bearer
      }
      // "AOC" of Alexandria Ocasio-Cortez
      if (short < 0 && isAcronym(mention)) return lastOf(byInitials.get(first), fits)
      if (short >= 0 || mention.type !== 'person') return short
      // "Ferreira" of Graciela Ferreira Pintos, "AK: It is safe." of Awa Kole
      return lastOf((isInitials(mention) ? byInitials : byMiddle).get(first), fits)
    }
    const initials = initialsOf(words, sources)
    const hasInitials = mention.type !== 'person' && initials.length > 1
    return lastOf(
      [
        ...latestOf(byLast.get(last)),
        ...latestOf(byName.get(last)),
        ...latestOf(byName.get(first)),
        ...(hasInitials ? latestOf(byName.get(initials)) : [])
      ],
      (entity) => {
        if (!fits(entity)) return false
        const theirs = names[entity]!
        if (theirs.length === 1)
          return (
            theirs[0] === initials ||
            (theirs[0] === last || theirs[0] === first
              ? mention.type === 'person'
                ? entities[entity]!.type !== 'place'
                : isInFull(words, entities[entity]!)
              : false)
          )
        return mention.type === 'person'
          ? sharesFirstName(words, theirs, sources)
          : endsWith(words, theirs) || endsWith(theirs, words)
      }
    )
  }

  /** "Velora Group" of what was called "Velora" before, with nothing to tell what it is; not "Hale Group" of Otto Hale. */
  function isInFull([first, ...rest]: readonly string[], entity: Entity): boolean {
    const { name } = mentions[entity.first]!
    return (
      entity.type === 'person' &&
      entity.certainty === 0 &&
      name !== null &&
      tokens.lower[name.from] === first &&
      !reading.surnames.has(tokens.form[name.from]!) &&
      rest.every((word) => sources.organizationEndings.has(word) && !sources.personalBodies.has(word))
    )
  }

  /** "Her daughter, Ana Cole" */
  function isIntroducedAsKin({ role }: Mention): boolean {
    if (role === null) return false
    const { stem } = reading.tree.syntax
    for (let token = role.from; token < role.to; token++) if (sources.kinNouns.has(stem[token]!)) return true
    return false
  }

  function remember(words: readonly string[], mention: Mention, entity: number): void {
    if (words.length === 0) return
    add(byName, words.join(' '), entity)
    const { name } = mention
    for (const initials of initialsOfOffice(tokens, mention, sources)) add(byOffice, initials, entity)
    if (words.length > 1) {
      add(byLast, words.at(-1)!, entity)
      add(byFirst, words[0]!, entity)
      if (mention.type === 'person') {
        const parts = words.flatMap((word) => word.split('-'))
        add(byInitials, initialsOf(words, sources), entity)
        if (parts.length > words.length) add(byInitials, initialsOf(parts, sources), entity)
        for (const middle of words.slice(1, -1)) if (middle.length > 2) add(byMiddle, middle, entity)
      } else {
        add(byName, initialsOf(words, sources), entity)
        // "U.S. Fish and Wildlife Service" is the FWS.
        if (words.length > 3 && sources.places.has(words[0]!))
          add(byName, initialsOf(words.slice(1), sources), entity)
        // The Department of Health and Human Services is HHS.
        const rest = initialsOf(words.slice(words.indexOf('of') + 1), sources)
        if (words[1] === 'of' && rest.length > 2) add(byName, rest, entity)
      }
      if (name !== null && tokens.form[name.to] === '(' && tokens.form[name.to + 2] === ')')
        add(byName, tokens.lower[name.to + 1]!, entity)
    }
  }

  /** "CM", "I-G": capitals that are no well-known organisation's. */
  function mayBeOffice({ name, type }: Mention): boolean {
    const form = name === null || name.to - name.from > 1 ? '' : tokens.form[name.from]!
    return (
      (type === 'organization' || sources.officeAcronyms.has(form.toLowerCase())) &&
      /^\p{Lu}-?\p{Lu}{1,3}$/u.test(form) &&
      !sources.organizationNames.has(form.toLowerCase())
    )
  }

  /** Whoever was called by an office in short before, as headlines do; -1 for nobody. */
  function findByOffice(mention: Mention): number {
    for (const initials of initialsOfOffice(tokens, mention, sources)) {
      const found = lastOf(byName.get(initials), (entity) =>
        entities[entity]!.named.every((its) => mayBeOffice(mentions[its]!))
      )
      if (found < 0) continue
      makePerson(entities[found]!, 2, null)
      return found
    }
    return -1
  }

  /** Three capitals or more, of no organisation that is known by them. */
  function isAcronym({ name, type }: Mention): boolean {
    const form = name === null ? '' : tokens.form[name.from]!
    return (
      type === 'organization' &&
      /^\p{Lu}{3,}$/u.test(form) &&
      !sources.organizationNames.has(form.toLowerCase())
    )
  }

  /** Whether a word alone is short for who is a person, though it looks like an organisation's name: "AOC", "Ford" of Otto Ford. */
  function isShortForPerson(words: readonly string[], mention: Mention, entity: Entity): boolean {
    if (words.length > 1 || mention.type !== 'organization' || entity.type !== 'person') return false
    return entity.certainty === 2 || isAcronym(mention)
  }

  /** A label of no more than initials. */
  function isInitials({ name }: Mention): boolean {
    return (
      name !== null && isInLabel(reading, name.from) && /^(?:\p{Lu}\.?){2,3}$/u.test(tokens.form[name.from]!)
    )
  }

  /** Whether a word alone is short for a longer name: a surname or first name of a person, the first word of "Yonhap news agency". */
  function isShortFor(mention: Mention, name: readonly string[], entity: Entity): boolean {
    const word = wordsOf(tokens, mention, sources)[0]!
    if (entity.type === 'person') {
      if (mention.type === 'place' || mention.type === 'group') return false
      const isAcronym =
        /^\p{Lu}{2,}$/u.test(tokens.form[mention.name?.from ?? mention.head]!) &&
        mention.type === 'organization'
      return name.at(-1) === word || (name[0] === word && !isAcronym)
    }
    if (entity.type === 'place') return false
    // "The Commission"
    if (name.at(-1) === word)
      return sources.organizationEndings.has(word) || sources.organizationNouns.has(word)
    if (name[0] !== word) return false
    const rest = name.slice(1)
    return (
      rest.every((its) => sources.organizationEndings.has(its) && !sources.personalBodies.has(its)) ||
      isUntold(mention, word, rest)
    )
  }

  /** "Benthos" after Benthos Pacific, with nothing to tell that it is somebody or somewhere; not "Larne" after the Larne Council. */
  function isUntold({ name, certainty, type }: Mention, word: string, rest: readonly string[]): boolean {
    return (
      type === 'person' &&
      certainty === 0 &&
      name !== null &&
      !reading.surnames.has(tokens.form[name.from]!) &&
      !sources.firstNames.has(word) &&
      !rest.some((its) => sources.organizationNouns.has(its) || sources.organizationEndings.has(its))
    )
  }

  function lastOf(candidates: readonly number[] | undefined, fits: (entity: number) => boolean): number {
    let best = -1
    if (candidates)
      for (const entity of candidates.slice(-3 * MOST_ASKED))
        if ((best < 0 || latest[entity]! > latest[best]!) && fits(entity)) best = entity
    return best
  }
}

/** A mention whose words tell nothing of what it is, though they look like an organisation's. */
const asPerson = (mention: Mention): Mention => ({
  ...mention,
  type: 'person',
  certainty: 0,
  isPersonal: true
})

const latestOf = (list: readonly number[] | undefined) => list?.slice(-MOST_ASKED) ?? []

function add(map: Map<string, number[]>, key: string, entity: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [entity])
  else if (list.at(-1) !== entity && !list.slice(-MOST_ASKED).includes(entity)) list.push(entity)
}

/** Whether an entity may bear a mention's name: of no other sex, and not known to the caller as another. */
function agree(entity: Entity, mention: Mention, known: number): boolean {
  if (known >= 0 && entity.known >= 0 && known !== entity.known) return false
  const clash =
    entity.type === 'person' &&
    mention.type === 'person' &&
    entity.gender !== null &&
    mention.gender !== null &&
    entity.gender !== mention.gender
  return !clash
}

/** The words of a mention's name as they are compared: lower case, no article, no full stops. */
function wordsOf(tokens: TokenTable, { name, range }: Mention, sources: SourceLexicon): string[] {
  const { from, to } = name ?? range
  const words: string[] = []
  for (let token = from; token < to; token++) {
    const word = tokens.lower[token]!.replace(ARTICLE_PREFIX, '').replace(STOPS, '')
    if (/[\p{L}\p{N}]/u.test(word) && !(words.length === 0 && word === 'the')) words.push(word)
  }
  // "Ned Cole Jr.", "Velora Inc.", "Sir Edmund"
  while (words.length > 1 && sources.nameSuffixes.has(words.at(-1)!)) words.pop()
  if (words.length > 1 && sources.honorifics.has(words[0]!)) words.shift()
  return words
}

const STOPS = /\./g

/** Names are the same with the Arabic article and without it. */
const ARTICLE_PREFIX = /^[ae]l-(?=\p{L}{3})/u

const initialsOf = (words: readonly string[], { minorWords }: SourceLexicon): string =>
  words
    .filter((word) => !minorWords.has(word))
    .map((word) => word[0])
    .join('')

/** Whether two full names of one surname may be one person's: first names equal, or one the other's beginning or initial. */
function sharesFirstName(a: readonly string[], b: readonly string[], sources: SourceLexicon): boolean {
  if (a.at(-1) !== b.at(-1) || differInMiddle(a, b)) return false
  const [x, y] = [a[0]!, b[0]!]
  const initials = (words: readonly string[]) => initialsOf(words.slice(0, -1), sources)
  return (
    x.startsWith(y) ||
    y.startsWith(x) ||
    a.includes(y) ||
    b.includes(x) ||
    x === initials(b) ||
    y === initials(a)
  )
}

/** Whether two full names have different names in the middle: "Ana B. Cole" and "Ana Bea Cole" have not, "Ana Dora Cole" has. */
function differInMiddle(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.slice(1, -1), b.slice(1, -1)]
  if (x.length === 0 || y.length === 0 || a[0] !== b[0]) return false
  return x.length !== y.length || x.some((name, i) => !name.startsWith(y[i]!) && !y[i]!.startsWith(name))
}

/** Whether an organisation's name is another's end: "Harbor Agency" is the Federal Harbor Agency, but the United Nations are not their charter. */
const endsWith = (longer: readonly string[], shorter: readonly string[]): boolean =>
  shorter.length > 1 &&
  shorter.length < longer.length &&
  !longer.slice(0, longer.length - shorter.length).includes('of') &&
  shorter.every((word, i) => word === longer[longer.length - shorter.length + i])

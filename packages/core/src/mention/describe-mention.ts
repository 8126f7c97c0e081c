import type { Gender, Language, PronounEntry, SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { afterDateline } from '../role/after-dateline.ts'
import { Relation } from '../tagging/relations.ts'
import { isNominal, Tag } from '../tagging/tags.ts'
import { beforeDay } from '../text/before-day.ts'
import { isKnownName } from '../text/is-known-name.ts'
import { isCapitalised, TokenKind, type TokenRange, type TokenTable } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import type { SourceType } from '../types.ts'
import { endsIn } from './ends-in.ts'
import { findName } from './find-name.ts'
import { isOneOfGroup } from './is-one-of-group.ts'
import type { Mention } from './mention.ts'
import { isOrganizationWord, isPersonNoun } from './words-of-names.ts'

/** What a noun phrase's words say of what it names: its name, its office, its type, gender and number. */
export function describeMention(
  reading: Reading,
  range: TokenRange,
  head: number,
  language: Language
): Mention {
  const { sources } = language
  const pronoun = pronounAt(reading, head, sources)
  if (pronoun !== undefined)
    return {
      range,
      head,
      kind: 'pronoun',
      name: null,
      role: null,
      type: pronoun.gender === 'neuter' ? 'organization' : 'person',
      certainty: 1,
      isPersonal: pronoun.gender !== 'neuter',
      gender: pronoun.gender,
      plural: pronoun.plural
    }
  const name = findName(reading, range, head, language)
  if (name === null) return describeNoun(reading, range, head, language)
  const office = findRole(reading, range, name, sources)
  const { type, certainty } = typeOfName(reading, name, office, range, language)
  const role = office ?? (type === 'person' ? findTrade(reading, range, name, sources) : null)
  return {
    range,
    head,
    kind: 'name',
    name,
    role,
    type,
    certainty,
    isPersonal: type === 'person',
    gender: type === 'person' ? genderOfName(reading, name, role, range, language) : 'neuter',
    plural: type === 'group'
  }
}

/** The pronoun that a token is; undefined where it is none: "US" is not "us". */
export function pronounAt(
  { tokens, tree }: Reading,
  token: number,
  { pronouns }: SourceLexicon
): PronounEntry | undefined {
  const its = tree.syntax.tag[token]!
  return its === Tag.PRP || its === Tag.PRP$ ? pronouns.get(tokens.lower[token]!) : undefined
}

function describeNoun(reading: Reading, range: TokenRange, head: number, language: Language): Mention {
  const { tree, tokens } = reading
  const { tag, stem } = tree.syntax
  const its = stem[head]!
  const type = typeOfNoun(reading, range, head, language)
  const gender = language.sources.personNouns.get(its) ?? null
  const plural = isPlural(tag[head]!, tokens.lower[head]!, language.sources)
  const isPersonal =
    isOnePerson(its, tokens.lower[head]!, language.sources) ||
    language.sources.crowdNouns.has(tokens.lower[head]!) ||
    language.sources.groupNames.has(tokens.lower[head]!)
  return {
    range,
    head,
    kind: 'description',
    name: null,
    role: null,
    type,
    certainty: 2,
    isPersonal,
    gender: isPersonal ? gender : 'neuter',
    plural
  }
}

/** Whether a noun is of several, by its tag, for people by its ending too: "Senators". */
function isPlural(tag: number, word: string, sources: SourceLexicon): boolean {
  if (tag === Tag.NNS || sources.groupNames.has(word)) return true
  if (tag !== Tag.NN && sources.crowdNouns.has(word)) return true
  return tag === Tag.NNP && word.endsWith('s') && sources.personNouns.has(word.slice(0, -1))
}

/** "TikTok CEO" before the name, "the company's chief executive" after it; a courtesy title is none. */
function findRole(
  { tokens, tree }: Reading,
  range: TokenRange,
  name: TokenRange,
  sources: SourceLexicon
): TokenRange | null {
  const { tag, relation } = tree.syntax
  const isCourtesy = (token: number) => sources.courtesyTitles.has(trimTitle(tokens.lower[token]!))
  const isWord = (token: number) => tokens.kind[token] === TokenKind.word
  let from = range.from
  while (from < name.from && (tag[from] === Tag.DT || isCourtesy(from) || !isWord(from))) from++
  let to = name.from
  while (to > from && (isCourtesy(to - 1) || !isWord(to - 1))) to--
  // "Interview with linguist Ana Brandt", but "president of Norland Ana Brandt"
  for (let token = from; token < to; token++)
    if (tag[token] === Tag.IN && !hasOffice(from, token + 1)) from = token + 1
  // not who stands before in a list: "Cllr O Hale (Chair), Cllr N Cole"
  const before = tag.subarray(from, to)
  if (before.includes(Tag.BRACKET))
    from += Math.max(before.lastIndexOf(Tag.BRACKET), before.lastIndexOf(Tag.COMMA)) + 1
  while (from < to && tag[from] === Tag.DT) from++
  // "the rebels' leader, known as Commander Zero"
  for (let token = from + 1; token < to; token++)
    if (tag[token] === Tag.COMMA && sources.namingWords.has(tokens.lower[token + 1]!)) to = token
  // "a nurse who gave her name as Olga", but not "a man who …"
  const clause = tag.subarray(from, to).indexOf(Tag.WP)
  if (clause >= 0) {
    to = from + clause
    while (to > from && (tag[to - 1] === Tag.COMMA || sources.looseNouns.has(tokens.lower[to - 1]!))) to--
  }
  // "former secretary of" before "state Ana Brandt"
  if (
    from + 1 === to &&
    from === range.from &&
    tokens.lower[from - 1] === 'of' &&
    isPersonNoun({ tokens, tree }, from - 2, sources)
  ) {
    const begin = Math.max(tokens.sentenceStart[tokens.sentence[from]!]!, from - LONGEST_BEFORE)
    from -= 2
    while (from > begin && isInOffice(tag[from - 1]!)) from--
  }
  // "a friend named Ana Brandt", "the right hand of Ana Brandt"; "insiders back Brandt" is no office
  while (from < to && (tag[to - 1] === Tag.IN || sources.namingVerbs.has(tokens.lower[to - 1]!))) to--
  const isOffice = tag[to - 1] !== Tag.CC && !tag.subarray(from, to).some(isFiniteVerb)
  if (from < to && isOffice && hasOffice(from, to)) return { from, to }
  let after = name.to
  // "Cllr A Brandt (Chair)"
  if (tokens.form[after] === '(') {
    let end = after + 1
    while (end < range.to && tag[end] !== Tag.BRACKET) end++
    return end < range.to && hasOffice(after + 1, end) ? { from: after + 1, to: end } : null
  }
  if (after >= range.to || (tag[after] !== Tag.COMMA && tag[after] !== Tag.DASH)) return null
  after++
  // "Mara Quist, 45, the mayor": her age is none.
  if (tag[after] === Tag.CD && tag[after + 1] === Tag.COMMA) after += 2
  while (after < range.to && tag[after] === Tag.DT) after++
  if (NO_ROLE.has(tag[after]!)) return null
  let end = range.to
  for (let token = after; token < end; token++) {
    if (relation[token] === Relation.relcl) end = clauseStart(token)
    // ", the editor, reports the Echo"
    else if (isFiniteVerb(tag[token]!) && tag[token - 1] === Tag.COMMA) end = token
  }
  end = beforeDay(tokens, end, sources)
  // "a candidate in 2008"
  const isLoose = (token: number) =>
    (!isWord(token) && tag[token] !== Tag.BRACKET) || tag[token] === Tag.IN || tag[token] === Tag.CC
  while (end > after && isLoose(end - 1)) end--
  if (tag[end - 1] === Tag.BRACKET && tokens.form[end - 1] === '(') end--
  return after < end && hasOffice(after, end) ? { from: after, to: end } : null

  /** Whether there is a noun of a person's in it, or of what a company is. */
  function hasOffice(from: number, to: number): boolean {
    for (let token = from; token < to; token++) {
      const word = trimTitle(tokens.lower[token]!)
      if (
        sources.personNouns.has(word) ||
        sources.personNouns.has(tree.syntax.stem[token]!) ||
        sources.titles.has(word)
      )
        return true
      if (token === to - 1 && to === name.from && (sources.organizationNouns.has(word) || MAKER.test(word)))
        return true
    }
    return false
  }

  function clauseStart(verb: number): number {
    let start = Math.max(after, tree.first[verb]!)
    while (start > after && tag[start - 1] === Tag.COMMA) start--
    return start
  }
}

/** What a person is called beside the name by a noun that is no known office: "goalminder Otto Hale", "Otto Hale, a retired wheeltapper from Larne,". */
function findTrade(
  { tokens, tree }: Reading,
  range: TokenRange,
  name: TokenRange,
  sources: SourceLexicon
): TokenRange | null {
  const { organizationNouns, documentNouns, companyNouns, calendar, placeNouns } = sources
  const { tag, relation, stem } = tree.syntax
  const isTrade = (noun: number) =>
    tag[noun] === Tag.NN &&
    /^\p{Ll}/u.test(tokens.form[noun]!) &&
    ![organizationNouns, documentNouns, placeNouns].some((nouns) => nouns.has(stem[noun]!)) &&
    !companyNouns.has(tokens.lower[noun]!) &&
    !calendar.has(tokens.lower[noun]!)
  if (name.from > range.from && isTrade(name.from - 1)) {
    let from = name.from - 1
    while (from > range.from && isInOffice(tag[from - 1]!)) from--
    return tag[from - 1] === Tag.IN ? null : { from, to: name.from }
  }
  for (let child = tree.firstChild[name.to - 1]!; child >= 0; child = tree.nextSibling[child]!) {
    const from = tree.first[child]!
    if (child < name.to || child >= range.to || relation[child] !== Relation.appos || !isTrade(child))
      continue
    if (tag[from] !== Tag.DT || tag[from - 1] !== Tag.COMMA) return null
    let to = child + 1
    // "a wheeltapper from Larne", but not who or where
    while (to < Math.min(tree.end[child]!, range.to) && !ENDS_TRADE.has(tag[to]!)) to++
    return { from: from + 1, to }
  }
  return null
}

const ENDS_TRADE = new Set<number>([
  Tag.COMMA,
  Tag.WP,
  Tag.WDT,
  Tag.DASH,
  Tag.BRACKET,
  Tag.VBG,
  Tag.VBN,
  Tag.VBD
])

/** What begins no office: "of Larne", "52", "who", "along with". */
const NO_ROLE = new Set<number>([Tag.IN, Tag.CD, Tag.WP, Tag.WDT, Tag.RB, Tag.VBG, Tag.VBN, Tag.VBD])
/** "the carmaker Velora" */
const MAKER = /maker$/

function typeOfNoun(
  { tokens, tree }: Reading,
  range: TokenRange,
  head: number,
  language: Language
): SourceType {
  const { sources } = language
  const { tag, stem } = tree.syntax
  const its = stem[head]!
  const word = tokens.lower[head]!
  if (sources.groupNames.has(word)) return 'group'
  const isPlural = tag[head] === Tag.NNS
  if (sources.crowdNouns.has(word) && tag[head] !== Tag.NN) return 'unnamed'
  if (isOnePerson(its, word, sources))
    return isPlural || isUnidentified(tokens, range, head, sources) ? 'unnamed' : 'person'
  if (sources.documentNouns.has(its)) return 'document'
  if (sources.organizationNouns.has(its)) return isPlural ? 'group' : 'organization'
  if (sources.crowdNouns.has(word)) return 'unnamed'
  return isPlural ? 'group' : 'unnamed'
}

/** A noun for a person, by its stem or as it stands: "nurse", "45-year-old", "Democrat". */
const isOnePerson = (stem: string, word: string, sources: SourceLexicon): boolean =>
  sources.personNouns.has(stem) || AGE.test(word) || isOneOfGroup(word, sources)

/** "the 45-year-old" */
const AGE = /^\d{1,3}-year-old$/

/** A person of whom the text says no more than that there is one: "a spokesman", "one resident", "spokesman". */
function isUnidentified(
  tokens: TokenTable,
  range: TokenRange,
  head: number,
  sources: SourceLexicon
): boolean {
  for (let token = range.from; token < head; token++) {
    const word = tokens.lower[token]!
    if (sources.definite.has(word) || sources.pronouns.has(word) || word === "'s") return false
  }
  return true
}

function typeOfName(
  reading: Reading,
  name: TokenRange,
  role: TokenRange | null,
  range: TokenRange,
  language: Language
): Pick<Mention, 'type' | 'certainty'> {
  const { tokens, tree } = reading
  if (isInDateline(reading, name)) return { type: 'place', certainty: 2 }
  const told = typeByWords(reading, name, role, range, language)
  if (told !== null) return { type: told, certainty: 2 }
  const { relation, head } = tree.syntax
  const { sources } = language
  const governor = relation[name.to - 1] === Relation.pobj ? head[name.to - 1]! : -1
  if (governor >= 0) {
    const preposition = tokens.lower[governor]!
    const noun = head[governor]!
    // "officials at Velora"
    if (sources.employingPrepositions.has(preposition) && noun >= 0 && isWorker(noun))
      return { type: 'organization', certainty: 1 }
    const isOfPlace = preposition === 'of' && noun >= 0 && sources.placeNouns.has(tree.syntax.stem[noun]!)
    if (isOfPlace || sources.placePrepositions.has(preposition)) return { type: 'place', certainty: 1 }
  }
  return isOwned(name.from - 1) || hasInnerCapital(tokens.form[name.from]!) || isThing(name)
    ? { type: 'organization', certainty: 1 }
    : { type: 'person', certainty: 0 }

  function isWorker(token: number): boolean {
    return sources.personNouns.has(tree.syntax.stem[token]!) || sources.crowdNouns.has(tokens.lower[token]!)
  }

  /** "Larne-based Velora", "state-owned Velora" */
  function isOwned(token: number): boolean {
    return token >= range.from && endsIn(tokens.lower[token]!, sources.companyEndings)
  }

  /** "Velora, which makes chips" */
  function isThing({ to }: TokenRange): boolean {
    return tree.syntax.tag[to] === Tag.COMMA && sources.thingPronouns.has(tokens.lower[to + 1]!)
  }
}

/** "LARNE, Norland —" before what a paragraph tells; not the agency in its brackets. */
function isInDateline({ tokens, tree }: Reading, { from, to }: TokenRange): boolean {
  const begin = tokens.paragraphStart[tokens.paragraph[from]!]!
  const end = tokens.paragraphStart[tokens.paragraph[from]! + 1]!
  if (from - begin >= LONGEST_PLACE || tokens.form[from - 1] === '(') return false
  const told = afterDateline(tokens, tree.syntax.tag, begin, end)
  // not who a label names: "NED COLE: It is safe."
  return to <= told && tokens.form[told - 1] !== ':'
}

/** A dateline's places are no more than so many tokens. */
const LONGEST_PLACE = 6

/** "PhRMA", "OrbiTech"; not "McCole", "DeWitt". */
const hasInnerCapital = (form: string): boolean =>
  /\p{Ll}\p{Lu}{2}|^\p{Lu}\p{Ll}{2,}\p{Lu}/u.test(form) &&
  !/^(?:Fitz|Mac|San|Van|Von)\p{Lu}\p{Ll}+$/u.test(form)

/** What a name's own words and those before it say of its type; null where they do not tell. */
function typeByWords(
  reading: Reading,
  name: TokenRange,
  role: TokenRange | null,
  range: TokenRange,
  { sources }: Language
): SourceType | null {
  const { tokens, tree } = reading
  const last = trimTitle(tokens.lower[name.to - 1]!)
  const first = trimTitle(tokens.lower[name.from]!)
  const length = name.to - name.from
  const before = name.from > 0 ? trimTitle(tokens.lower[name.from - 1]!) : ''
  const hasTitle =
    sources.honorifics.has(first) ||
    (name.from > range.from && (sources.courtesyTitles.has(before) || sources.titles.has(before)))
  const isSurname =
    reading.surnames.has(tokens.form[name.to - 1]!) && tree.syntax.tag[name.from - 1] !== Tag.DT
  const isOrganization =
    !isSurname &&
    (isOrganizationWord(last, sources) || sources.organizationNouns.has(tree.syntax.stem[name.to - 1]!))
  if (length > 1 && isOrganization && sources.honorifics.has(first)) return 'organization'
  // "McDonald's", "Doctors Without Borders"
  const { tag } = tree.syntax
  const isPhrase = length > 2 && tag[name.from + 1] === Tag.IN && isCapitalised(tokens, name.from + 1)
  if (tag[name.to - 1] === Tag.POS || isPhrase) return 'organization'
  // "St. Jude's", a school or a church; not Lord Hale's
  if (sources.honorifics.get(first) === null && isOwner(reading, name.to)) return 'organization'
  if (isSurname && length === 1 && !hasTitle) return null
  const isBearer = hasTitle || (role !== null && isPersonal(reading, role, sources))
  if (!isBearer && !sources.firstNames.has(first) && isExplainedAsOrganization(reading, name, sources))
    return 'organization'
  // "its owner, Velora LLC", "rival Tesco", but not "Ford, the former president"
  if (!hasTitle && ((length > 1 && sources.legalForms.has(last)) || (endsInKnownName() && !hasTitleIn(role))))
    return 'organization'
  // "Short seller Pruitt Research", "two pollsters, Larne College and …"
  const follows = role !== null && role.to === name.from
  const isOfSeveral = role !== null && tag.subarray(role.from, role.to).includes(Tag.NNS)
  if (
    length > 1 &&
    (follows || isOfSeveral) &&
    !hasTitle &&
    sources.organizationEndings.has(last) &&
    !sources.firstNames.has(first)
  )
    return 'organization'
  // "The crew's owner, the Harbor Agency"
  if (length > 1 && before === 'the' && sources.organizationEndings.has(last)) return 'organization'
  if (isBearer) return 'person'
  // "the West Coast"
  if (length > 1 && sources.placeWords.has(first) && sources.placeEndings.has(last)) return 'place'
  // "the weekly Larne Echo", but not "secretary of state Ana Brandt"
  const isNamedAsPerson = length > 1 && sources.firstNames.has(first) && !isOrganization
  if (!isNamedAsPerson && follows) return 'organization'
  // "Senate Republicans"
  if (sources.groupNames.has(last) && !sources.firstNames.has(first)) return 'group'
  const words = tokens.lower.slice(name.from, name.to)
  // "Royal Society for the Protection of Birds", "Hale & Sons"
  if (words.includes('for') || words.some((word) => word.includes('&'))) return 'organization'
  if (isNamedAsPerson) return 'person'
  // "Police Scotland"
  if (length === 2 && sources.organizationNouns.has(first) && sources.places.has(last)) return 'organization'
  if (isPlace(tokens, name, sources) || (length > 1 && sources.placeEndings.has(last))) return 'place'
  // "Cricket Australia"
  const isNational =
    length === 2 &&
    sources.places.has(last) &&
    !sources.placeWords.has(first) &&
    !sources.firstNames.has(first)
  if (isOrganization || isNational || words.includes('of')) return 'organization'
  // "AI", but not "Ai" of Ai Weiwei
  const isThing = sources.thingAcronyms.has(last) && !/^\p{Lu}\p{Ll}$/u.test(tokens.form[name.to - 1]!)
  if (sources.documentNouns.has(last) || isThing) return 'document'
  // Not a transcript's label: "COLE: It is safe."
  const isAcronym =
    length === 1 && /^(?:\p{Lu}\.?){2,6}$/u.test(tokens.form[name.from]!) && tokens.form[name.to] !== ':'
  if (sources.firstNames.has(first)) return 'person'
  const hasArticle = (before === 'the' && !isModifier(reading, name)) || first === 'the'
  if (isAcronym && sources.officeAcronyms.has(last)) return 'person'
  if (isAcronym || hasArticle) return 'organization'
  return /\.(?:com|org|net|gov|co|uk|info)$/.test(last) ? 'organization' : null

  /** A well-known name, with a country before it or without: "Kenya Red Cross". */
  function endsInKnownName(): boolean {
    // "BT: I lied."
    const isLabel = tokens.form[name.to] === ':' && /^\p{Lu}+$/u.test(tokens.form[name.from]!)
    if (length === 1) return sources.organizationNames.has(last) && !isLabel
    for (let from = name.from; from + 1 < name.to; from++)
      if (isKnownName(tokens, { from, to: name.to }, sources)) return true
    return false
  }

  function hasTitleIn(role: TokenRange | null): boolean {
    if (role === null) return false
    return tokens.lower.slice(role.from, role.to).some((word) => sources.titles.has(trimTitle(word)))
  }
}

/** Whether a name says which of what the next noun names: "the Bush family". */
function isModifier({ tree }: Reading, { to }: TokenRange): boolean {
  const { relation, head, tag } = tree.syntax
  const noun = head[to - 1]!
  return relation[to - 1] === Relation.compound && noun >= to && tag[noun] !== Tag.NNP
}

/** Whether a name ends in the ending of an owner, and of nothing that follows. */
function isOwner({ tokens, tree }: Reading, end: number): boolean {
  const { tag } = tree.syntax
  return tag[end] === Tag.POS && (end + 1 >= tokens.count || !isNominal(tag[end + 1]!))
}

/** Whether what stands beside a name tells that it is an organisation's: "Velora, the Danish energy giant", "the weather bureau, Meteon". */
function isExplainedAsOrganization(
  { tree, tokens }: Reading,
  { from, to }: TokenRange,
  sources: SourceLexicon
): boolean {
  const { firstChild, nextSibling, syntax } = tree
  const { relation, head } = syntax
  const governor = head[to - 1]!
  if (relation[to - 1] === Relation.appos && governor >= 0 && governor < from && isOrganization(governor))
    return true
  // "Ana Rahman of the Hale Group, a consulting company"
  if (syntax.tag[to] === Tag.IN) return false
  for (let child = firstChild[to - 1]!; child >= 0; child = nextSibling[child]!)
    if (child >= to && relation[child] === Relation.appos && isOrganization(child)) return true
  return false

  function isOrganization(noun: number): boolean {
    // "a policy maker"
    if (isPersonNoun({ tokens, tree }, noun, sources)) return false
    return (
      syntax.tag[noun] === Tag.NN &&
      !sources.makers.has(`${tokens.lower[noun - 1]} ${tokens.lower[noun]}`) &&
      (sources.companyNouns.has(tokens.lower[noun]!) || sources.organizationNouns.has(syntax.stem[noun]!))
    )
  }
}

/** Whether a role is a person's: "chief executive", not "the Dutch paper" or "an activist group". */
function isPersonal({ tree, tokens }: Reading, role: TokenRange, sources: SourceLexicon): boolean {
  const { tag, stem } = tree.syntax
  let end = role.from
  while (end < role.to && (isNominal(tag[end]!) || IN_ROLE.has(tag[end]!))) end++
  const isBody = end > role.from && sources.organizationNouns.has(stem[end - 1]!)
  if (isBody && !sources.personNouns.has(stem[end - 1]!)) return false
  for (let token = role.from; token < role.to; token++)
    if (
      sources.personNouns.has(tree.syntax.stem[token]!) ||
      sources.titles.has(trimTitle(tokens.lower[token]!)) ||
      sources.personNouns.has(tokens.lower[token]!)
    )
      return true
  return false
}

/** What may stand before the noun of an office. */
const isInOffice = (tag: number): boolean => tag === Tag.NN || tag === Tag.NNP || tag === Tag.JJ

/** An office reaches no further before the phrase that its last word was taken for a part of, in tokens. */
const LONGEST_BEFORE = 6

const isFiniteVerb = (tag: number): boolean =>
  tag === Tag.VBD || tag === Tag.VBZ || tag === Tag.VBP || tag === Tag.MD

/** What stands before the noun of a role. */
const IN_ROLE = new Set<number>([Tag.JJ, Tag.POS, Tag.CD, Tag.PRP$, Tag.DT])

function isPlace(tokens: TokenTable, name: TokenRange, sources: SourceLexicon): boolean {
  let places = 0
  for (let token = name.from; token < name.to; token++) {
    const word = tokens.lower[token]!
    if (sources.places.has(word)) places++
    else if (sources.placeWords.has(word)) places += 0.5
    else if (tokens.kind[token] === TokenKind.word) return false
  }
  return places >= 1
}

function genderOfName(
  { tokens, tree, surnames }: Reading,
  name: TokenRange,
  role: TokenRange | null,
  range: TokenRange,
  { sources }: Language
): Gender | null {
  for (let token = range.from; token <= name.from; token++) {
    const word = trimTitle(tokens.lower[token]!)
    const told = sources.courtesyTitles.get(word) ?? sources.titles.get(word) ?? sources.honorifics.get(word)
    const isHonorific = sources.honorifics.has(word) && !surnames.has(tokens.form[token]!)
    if (told && (token < name.from || isHonorific)) return told
  }
  if (role !== null)
    for (let token = role.from; token < role.to; token++) {
      const told =
        sources.personNouns.get(tree.syntax.stem[token]!) ?? sources.personNouns.get(tokens.lower[token]!)
      if (told && tree.syntax.relation[token] !== Relation.poss) return told
    }
  const first = tokens.lower[name.from]!
  const isFirst = name.to - name.from > 1 && !sources.nameParticles.has(first)
  return (isFirst ? sources.firstNames.get(first) : null) ?? null
}

import type { Language, SourceLexicon } from '../language.ts'
import { isInLabel } from '../quotation/is-in-label.ts'
import type { Reading } from '../quotation/reading.ts'
import { afterDateline } from '../role/after-dateline.ts'
import { findChild } from '../tagging/find-child.ts'
import { Relation } from '../tagging/relations.ts'
import { isNominal, Tag } from '../tagging/tags.ts'
import { isKnownName } from '../text/is-known-name.ts'
import { isCapitalised, TokenKind, type TokenRange, type TokenTable } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import type { SourceType } from '../types.ts'
import { endsIn } from './ends-in.ts'
import { isOneOfGroup } from './is-one-of-group.ts'
import type { Mention } from './mention.ts'
import { isOrganizationWord, isPersonNoun } from './words-of-names.ts'

/** What a name names, by its words and those beside it, else by where it stands: a person unless something tells otherwise. */
export function typeOfName(
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
    const isPartOfPlace = preposition === 'of' && noun >= 0 && sources.placeNouns.has(tree.syntax.stem[noun]!)
    if (isPartOfPlace || sources.placePrepositions.has(preposition)) return { type: 'place', certainty: 1 }
  }
  if (isWork(name)) return { type: 'document', certainty: 1 }
  return isOwned(name.from - 1) ||
    hasInnerCapital(tokens.form[name.from]!) ||
    isThing(name) ||
    isOfPlace(name) ||
    isOwnedByPlace(name)
    ? { type: 'organization', certainty: 1 }
    : { type: 'person', certainty: 0 }

  function isWorker(token: number): boolean {
    return sources.personNouns.has(tree.syntax.stem[token]!) || sources.crowdNouns.has(tokens.lower[token]!)
  }

  /** "Larne-based Velora", "state-owned Velora" */
  function isOwned(token: number): boolean {
    return token >= range.from && endsIn(tokens.lower[token]!, sources.companyEndings)
  }

  /** "Western Grid" */
  function isOfPlace({ from, to }: TokenRange): boolean {
    const last = tokens.lower[to - 1]!
    return (
      to - from > 1 &&
      sources.placeWords.has(tokens.lower[from]!) &&
      !isOneOfGroup(last, sources) &&
      !isPersonNoun(reading, to - 1, sources)
    )
  }

  /** "Norland's Velora" */
  function isOwnedByPlace({ from, to }: TokenRange): boolean {
    return (
      to - from === 1 &&
      from - 2 >= range.from &&
      tree.syntax.tag[from - 1] === Tag.POS &&
      sources.places.has(tokens.lower[from - 2]!) &&
      !reading.surnames.has(tokens.form[from]!)
    )
  }

  /** What a song is called: "her new single, “Larne,”" */
  function isWork({ from, to }: TokenRange): boolean {
    const { tag } = tree.syntax
    const isClosed = tag[to] === Tag.MARK || (tag[to] === Tag.COMMA && tag[to + 1] === Tag.MARK)
    return from > range.from + 1 && tag[from - 1] === Tag.MARK && isClosed
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
  // "BT: I lied.", "FC: And you?"
  const isInitials =
    length === 1 && isInLabel(reading, name.from) && /^\p{Lu}{2,3}$/u.test(tokens.form[name.from]!)
  const isOrganization =
    !isSurname &&
    !isInitials &&
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
  // "One woman's T-shirt"
  if (tag[name.from - 1] === Tag.POS && sources.documentNouns.has(last)) return 'document'
  // "France, Norland's ally"
  const isCountry = length === 1 && sources.places.has(last) && !sources.firstNames.has(last)
  if (isCountry && !hasTitle && role !== null && role.from > name.to) return 'place'
  // "forecaster SkyLine"
  if (follows && !hasTitle && length === 1 && hasInnerCapital(tokens.form[name.from]!)) return 'organization'
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
    length === 1 && /^(?:\p{Lu}\.?){2,6}$/u.test(tokens.form[name.from]!) && !isInLabel(reading, name.from)
  if (sources.firstNames.has(first)) return 'person'
  const hasArticle = (before === 'the' && !isModifier(reading, name)) || first === 'the'
  if (isAcronym && sources.officeAcronyms.has(last)) return 'person'
  if (isAcronym || hasArticle) return 'organization'
  return /\.(?:com|org|net|gov|co|uk|info)$/.test(last) ? 'organization' : null

  /** A well-known name, with a country before it or without: "Kenya Red Cross". */
  function endsInKnownName(): boolean {
    if (length === 1) return sources.organizationNames.has(last) && !isInitials
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
  const { syntax } = tree
  const { relation, head } = syntax
  const governor = head[to - 1]!
  if (relation[to - 1] === Relation.appos && governor >= 0 && governor < from && isOrganization(governor))
    return true
  // "Ana Rahman of the Hale Group, a consulting company"
  if (syntax.tag[to] === Tag.IN) return false
  const isTold = (child: number) => child >= to && relation[child] === Relation.appos && isOrganization(child)
  return findChild(tree, to - 1, isTold) >= 0

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
    if (isPersonNoun({ tokens, tree }, token, sources) || sources.titles.has(trimTitle(tokens.lower[token]!)))
      return true
  return false
}

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

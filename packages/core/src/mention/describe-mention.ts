import type { Gender, Language, PronounEntry, SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange, TokenTable } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import type { SourceType } from '../types.ts'
import { findName } from './find-name.ts'
import { findRole, findTrade } from './find-role.ts'
import { isOneOfGroup } from './is-one-of-group.ts'
import type { Mention } from './mention.ts'
import { typeOfName } from './type-of-name.ts'

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
  const plural = isPluralNoun(tag[head]!, tokens.lower[head]!, language.sources)
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
function isPluralNoun(tag: number, word: string, sources: SourceLexicon): boolean {
  if (tag === Tag.NNS || sources.groupNames.has(word)) return true
  if (tag !== Tag.NN && sources.crowdNouns.has(word)) return true
  // "Fishermen", where a capital hides the plural
  if (word.endsWith('men') && sources.personNouns.has(word.replace(/men$/, 'man'))) return true
  return tag === Tag.NNP && word.endsWith('s') && sources.personNouns.has(word.slice(0, -1))
}

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
  // "a majority of voters", but not "the majority"
  const isShare = tokens.lower[head + 1] === 'of' && tag[head + 2] !== Tag.DT
  if (sources.crowdNouns.has(word) && (tag[head] !== Tag.NN || isShare)) return 'unnamed'
  if (isOnePerson(its, word, sources))
    return isPluralNoun(tag[head]!, word, sources) || isUnidentified(tokens, range, head, sources)
      ? 'unnamed'
      : 'person'
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

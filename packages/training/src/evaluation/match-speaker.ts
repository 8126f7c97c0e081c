import type { GoldSpeaker } from '../read-corpus.ts'
import type { PredictedSpeaker } from './predicted-document.ts'

/** Words that are no part of a name: articles and courtesy titles. */
const SKIPPED = new Set(['the', 'a', 'an', 'mr', 'mrs', 'ms', 'miss', 'dr', 'and'])
/** Offices that stand before a name: with one or without, it is the same name. */
const OFFICES = new Set(
  (
    'president vice prime minister senator sen representative rep governor gov mayor judge justice chief general gen lt ' +
    'lieutenant colonel col captain capt major maj sergeant sgt admiral attorney secretary reverend rev professor prof ' +
    'king queen prince princess pope bishop sheikh imam rabbi federal district court us director agent ' +
    'dame cardinal archbishop ayatollah sister brother corporal brigadier father mother councillor cllr sir lord lady officer detective inspector sheriff commissioner ambassador chancellor doctor'
  ).split(' ')
)

/**
 * Whether who was found to be meant is who was annotated: the same name, or, of a coreference chain, a part of one of its names. Where
 * nobody can be named, it is right to name nobody, or to give a description without a name; several are right together ("Ana Brandt and Cole").
 */
export function isRightSpeaker(
  gold: string | GoldSpeaker | null,
  found: readonly PredictedSpeaker[]
): boolean {
  const isNobody = found.every(({ name, type }) => type === 'unnamed' || !isProper(name, type))
  if (gold === null) return isNobody
  const [first] = found
  const isOne = found.length === 1
  if (typeof gold === 'string')
    return (
      matchSpeaker(found.map(({ name }) => name).join(' and '), gold) || (isOne && isSamePerson(first!, gold))
    )
  const isPerson = gold.type === 'person'
  const names = isPerson ? gold.names.filter((name) => !isPronoun(name)) : [...gold.names]
  // A chain without a name is the writer's or the speaker's: "I".
  if (names.length === 0) return isNobody || first?.name === 'author'
  // The title of the article on it is a name of it too.
  if (gold.link !== null) names.push(gold.link.replaceAll('_', ' '))
  return (
    first !== undefined &&
    names.some(
      (name) => isWithin(first.name, name) || matchSpeaker(first.name, name) || isSamePerson(first, name)
    )
  )
}

/** Whether what was found is a proper name: it has a capital, not only because it begins a sentence. */
const isProper = (name: string, type: string): boolean =>
  /\p{Lu}/u.test(/\s/.test(name) || !NAMED.has(type) ? name.slice(1) : name)
const NAMED = new Set(['person', 'organization', 'place'])

/** Whether a name of a chain is a pronoun that was left in it: "myself", "yours", "’s". */
const isPronoun = (name: string): boolean =>
  flatten(name)
    .split(' ')
    .every((word) => word === '' || PRONOUNS.has(word))
const PRONOUNS = new Set(
  'i me my myself mine you your yours yourself yourselves he him his himself she her hers herself it its itself we us our ours ourselves they them their theirs themselves each other one s the'.split(
    ' '
  )
)

/** Whether a name's words stand side by side in another: "Ana Brandt" in "the mayor Ana Brandt". */
const isWithin = (name: string, other: string): boolean => flatten(other).includes(flatten(name))

const flatten = (name: string): string =>
  ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/**
 * Whether two names are the same: the same words, whatever their case, order, articles, courtesy titles, offices before a
 * name and possessive endings.
 */
export function matchSpeaker(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  return x.size > 0 && y.size > 0 && hasAll(x, y) && hasAll(y, x) && [...x].some((word) => y.has(word))
}

/** Whether a person's name is another's with middle names, or without: "Ana B. Cole" and "Ana Cole", but not "Ana C. Cole". */
function isSamePerson({ name, type }: PredictedSpeaker, other: string): boolean {
  if (type !== 'person') return false
  const [a, b] = [name, other].map(partsOf) as [string[], string[]]
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a]
  return shorter.length === 2 && longer[0] === shorter[0] && longer.at(-1) === shorter[1]
}

/** The words of a proper name, offices before it and letters after it off; none where one of them is small. */
function partsOf(name: string): string[] {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
  while (parts.length > 0 && (OFFICES.has(parts[0]!.toLowerCase()) || SKIPPED.has(parts[0]!.toLowerCase())))
    parts.shift()
  while (parts.length > 2 && LETTERS.has(parts.at(-1)!.toLowerCase())) parts.pop()
  return parts.every((part) => /^\p{Lu}/u.test(part)) ? parts : []
}
/** Honours, degrees and the like after a name. */
const LETTERS = new Set('dbe cbe obe mbe ra frs qc kc mp phd md jr sr esq'.split(' '))

const hasAll = (words: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...others].every((word) => words.has(word) || OFFICES.has(word))

function wordsOf(name: string): Set<string> {
  return new Set(
    name
      .toLowerCase()
      .replace(/[’']s(?=\W|$)/g, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !SKIPPED.has(word))
  )
}

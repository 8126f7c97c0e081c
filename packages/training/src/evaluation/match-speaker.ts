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
    'father mother councillor cllr sir lord lady officer detective inspector sheriff commissioner ambassador chancellor doctor'
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
  const isNobody = found.every(({ name, type }) => type === 'unnamed' || !/\p{Lu}/u.test(name.slice(1)))
  if (gold === null) return isNobody
  if (typeof gold === 'string') return matchSpeaker(found.map(({ name }) => name).join(' and '), gold)
  const [first] = found
  // A chain without a name is the writer's or the speaker's: "I".
  if (gold.names.length === 0) return isNobody || first!.name === 'author'
  return (
    first !== undefined &&
    gold.names.some((name) => isWithin(first.name, name) || matchSpeaker(first.name, name))
  )
}

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

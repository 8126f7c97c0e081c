import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'

/** Words above a description that are looked through at most. */
const FARTHEST_ABOVE = 40
/** And so many above a pronoun in its own phrase. */
const FARTHEST_WITHIN = 6

/**
 * Whether syntax forbids that a pronoun or a description means what a noun before it means, by the principles of binding (Chomsky 1981): a
 * pronoun not who does something to it, nor the noun that it is a part of; a description not the subject of the clause that it stands in.
 */
export function isBoundApart(
  reading: Reading,
  { kind, head }: Pick<Mention, 'kind' | 'head'>,
  noun: number
): boolean {
  if (kind !== 'pronoun') return isBelow(reading, head, noun)
  return isWithin(reading, head, noun) || isDoneBy(reading, head, noun)
}

/** "himself", "themselves" */
export const isReflexive = ({ tokens }: Pick<Reading, 'tokens'>, token: number): boolean =>
  /sel(?:f|ves)$/.test(tokens.lower[token]!)

/** The noun that a pronoun such as "himself" goes with, or the subject of its verb (principle A); -1 for none. */
export function reflectedBy({ tree }: Pick<Reading, 'tree'>, pronoun: number): number {
  const { head, relation, tag } = tree.syntax
  let at = head[pronoun]!
  if (at < 0 || !isVerbal(tag[at]!)) return at
  for (let steps = 0; steps < FARTHEST_WITHIN && at >= 0; steps++) {
    for (let child = tree.firstChild[at]!; child >= 0 && child < pronoun; child = tree.nextSibling[child]!)
      if (isSubject(relation[child]!)) return child
    at = head[at]!
  }
  return -1
}

/** Whether a word stands in the clause of a subject: "Reyes recalled that the mayor had paid" has two people, for whoever means himself there says "he" (principle C). */
function isBelow({ tree }: Reading, word: number, subject: number): boolean {
  const { head, relation } = tree.syntax
  if (!isSubject(relation[subject]!)) return false
  const verb = head[subject]!
  let at = word
  for (let steps = 0; steps < FARTHEST_ABOVE && at >= 0 && at !== verb; steps++) at = head[at]!
  return at === verb && verb >= 0
}

/** Whether a pronoun is a part of the phrase of a noun, with no verb of its own there: "Reyes, two places behind him", "Reyes, his aunt". */
function isWithin({ tree }: Reading, pronoun: number, noun: number): boolean {
  const { head, relation, tag } = tree.syntax
  const isOwner = tag[pronoun] === Tag.PRP$
  let isApposition = false
  let at = pronoun
  for (let steps = 0; steps < FARTHEST_WITHIN && at >= 0 && at !== noun; steps++) {
    if (relation[at] === Relation.conj || isVerbal(tag[at]!)) return false
    isApposition ||= relation[at] === Relation.appos
    at = head[at]!
  }
  return at === noun && (isApposition || !isOwner)
}

/** Whether a pronoun is what a subject does something to: "Reyes called her" has two people, for she would call herself (principle B). */
function isDoneBy(reading: Reading, pronoun: number, subject: number): boolean {
  const { head, relation } = reading.tree.syntax
  const its = relation[pronoun]!
  return (
    (its === Relation.dobj || its === Relation.dative) &&
    head[pronoun] === head[subject] &&
    isSubject(relation[subject]!) &&
    !isReflexive(reading, pronoun)
  )
}

import type { Mention } from '../mention/mention.ts'
import { isInLabel } from '../quotation/is-in-label.ts'
import type { Reading } from '../quotation/reading.ts'
import { findChild } from '../tagging/find-child.ts'
import { Relation } from '../tagging/relations.ts'
import type { TokenRange } from '../text/token-table.ts'
import { isBoundApart } from './binding.ts'
import { isListener } from './is-listener.ts'
import { isThey } from './is-they.ts'
import { mayBe } from './may-be.ts'
import { entityAt, lastMentionOf, type Resolving } from './resolving.ts'

/** The entities before a mention that may be what it means, the latest first. */
export type FindCandidates = (index: number) => number[]

/** @param anonymity where a sentence says that somebody is not to be named, by sentence. */
export function makeFindCandidates(
  its: Resolving,
  anonymity: ReadonlyMap<number, TokenRange>
): FindCandidates {
  const { reading, mentions, context, entities, entityOf, sources } = its
  const { tokens } = reading
  const { stem, relation, head: governors } = reading.tree.syntax
  const isDialogue = isBetweenTwo(reading)
  const namedIn = findNamed()
  return (index) => {
    const mention = mentions[index]!
    const owner = ownerOf(mention)
    return its.recent.filter(
      (entity) =>
        entity !== owner &&
        (mayBe(reading, mentions, mention, entities[entity]!, sources) || isSameSpeaker(entity, mention)) &&
        !isSpokenOf(entity, context.attributionOf[index]!) &&
        !(entities[entity]!.named.length > 0 && isKeptUnnamed(mention)) &&
        !isListener(its, entity) &&
        !isAsker(entity, mention) &&
        // Where two talk, each says "you" to the other: "he" and "she" are others.
        !(isDialogue && mention.kind === 'pronoun' && isInLabel(reading, lastMentionOf(its, entity).head)) &&
        !isBoundApart(reading, mention, lastMentionOf(its, entity).head)
    )
  }

  /** Who has what a description tells of, and is not it: "Hale" in "Hale's spokesman"; -1 for none. */
  function ownerOf({ kind, range, head }: Mention): number {
    if (kind === 'description')
      for (let token = range.from; token < head; token++)
        if (relation[token] === Relation.poss && governors[token] === head) return entityAt(its, token)
    return -1
  }

  /** Whether "they" may be one who has just spoken, and is called by a noun that tells no sex on purpose: "The spokesperson said …. They added …" */
  function isSameSpeaker(entity: number, mention: Mention): boolean {
    if (!isThey(its, mention) || entity !== its.speaker) return false
    const { plural, named, described } = entities[entity]!
    return (
      !plural &&
      named.length === 0 &&
      described.some((index) => stem[mentions[index]!.head]!.endsWith('person'))
    )
  }

  /** "the woman, who cannot be named," */
  function isKeptUnnamed({ range }: Mention): boolean {
    const reason = anonymity.get(tokens.sentence[range.from]!)
    return reason !== undefined && reason.from >= range.from && reason.from < range.to
  }

  /** Whether an entity has just asked what a pronoun's bearer answers: “I left,” she answered. Who asks for something may answer. */
  function isAsker(entity: number, { head }: Mention): boolean {
    if (entity !== its.speaker || !sources.answeringVerbs.has(stem[governors[head]!] ?? '')) return false
    const verb = governors[mentions[its.lastSource]!.head]!
    return sources.askingVerbs.has(stem[verb] ?? '') && !isRequest(verb)
  }

  /** Whether something is asked for, or somebody to do it. */
  function isRequest(verb: number): boolean {
    const isAskedFor = (child: number) =>
      relation[child] === Relation.xcomp || sources.requestWords.has(tokens.lower[child]!)
    return findChild(reading.tree, verb, isAskedFor) >= 0
  }

  /** Who is named in each attribution's quoted words. */
  function findNamed(): Map<number, Set<number>> {
    const found = new Map<number, Set<number>>()
    mentions.forEach(({ name }, index) => {
      const around = name === null || entityOf[index]! < 0 ? -1 : context.quotedIn[index]!
      if (around < 0) return
      const named = found.get(around)
      if (named) named.add(entityOf[index]!)
      else found.set(around, new Set([entityOf[index]!]))
    })
    return found
  }

  /**
   * Whether an entity is named in the quoted words whose speaker is asked for (she said: “Brandt lied”), or was last named or first spoken of in a quotation there: “Somebody lied,” she
   * said.
   */
  function isSpokenOf(entity: number, attribution: number): boolean {
    if (attribution < 0) return false
    if (namedIn.get(attribution)?.has(entity)) return true
    const last = its.latest[entity]!
    return isIn(entities[entity]!.first) || (mentions[last]!.kind !== 'pronoun' && isIn(last))

    function isIn(mention: number): boolean {
      let around = context.quotedIn[mention]!
      while (around >= 0 && around !== attribution) around = context.parentOf[around]!
      return around >= 0
    }
  }
}

/** Whether the turns of a text are labelled with two names. */
function isBetweenTwo({ tokens, turns: { labels } }: Reading): boolean {
  const names = new Set<string>()
  for (let p = 0; p < labels.length && names.size < 3; p++)
    if (labels[p]! > tokens.paragraphStart[p]!) names.add(tokens.lower[labels[p]! - 1]!)
  return names.size === 2
}

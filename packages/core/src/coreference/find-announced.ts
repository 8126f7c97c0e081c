import type { SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import { findChild } from '../tagging/find-child.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import { HEADING_WITHIN } from './find-author.ts'
import { findLastSubject } from './find-last-subject.ts'
import { mostNamedBefore } from './most-named-before.ts'
import { firstFrom } from './source-context.ts'
import { speaksInFirstPerson } from './speaks-in-first-person.ts'

/** A speech, a statement or a letter that the text gives in full, without quotation marks. */
export interface AnnouncedWords {
  /** The mention of whose they are, by index. */
  readonly mention: number
  /** The first token of them, and the one after the last. */
  readonly from: number
  readonly to: number
}

/** A sentence without a colon that announces what follows stands in one of the first paragraphs. */
const SENTENCE_WITHIN = 6
/** Words above a noun for a speech among which the verb is looked for. */
const FARTHEST_ABOVE = 4

/**
 * Speeches, statements and letters that the text announces, in a heading ("Ana Brandt's speech to the conference") or a paragraph's last sentence ("Below are her
 * remarks:", "The mayor issued the following statement:"), and gives in full. They go on to where their speaker is told of by name, which speakers do not do.
 */
export function findAnnounced(
  reading: Reading,
  mentions: readonly Mention[],
  entityOf: Int32Array,
  sources: SourceLexicon
): AnnouncedWords[] {
  const { tokens, tree, quotations } = reading
  const { tag, relation, head: governors, stem } = tree.syntax
  const paragraphs = tokens.paragraphStart.length - 1
  const found: AnnouncedWords[] = []
  /** Where each entity is told of next, from the end of the text on. */
  const toldAt = new Map<number, number>()
  let later = mentions.length
  let to = tokens.count
  for (let p = paragraphs - 2; p >= 0; p--) {
    const from = tokens.paragraphStart[p + 1]!
    while (later > 0 && mentions[later - 1]!.head >= from) remember(--later)
    if (tokens.paragraphStart[p] === from || quotations.outermost[from]! >= 0) continue
    const mention = findAnnouncer(p)
    if (mention < 0) continue
    const end = Math.min(to, toldAt.get(entityOf[mention]!) ?? to)
    if (end > from) found.push({ mention, from, to: end })
    to = tokens.paragraphStart[p]!
  }
  return found

  function remember(index: number): void {
    const { kind, head } = mentions[index]!
    if (kind === 'name' && isSubject(relation[head]!) && quotations.outermost[head]! < 0)
      toldAt.set(entityOf[index]!, tokens.paragraphStart[tokens.paragraph[head]!]!)
  }

  /** Whose words a paragraph announces; -1 where it announces none. */
  function findAnnouncer(p: number): number {
    const to = tokens.paragraphStart[p + 1]!
    const end = tokens.form[to - 1]!
    const label = p === 0 && reading.turns.labelled === 1 ? reading.turns.labels[0]! : -1
    if (label >= 0 && speaksInFirstPerson(reading, 0, sources)) return personNear(0, label)
    const from = Math.max(tokens.paragraphStart[p]!, tokens.sentenceStart[tokens.sentence[to - 1]!]!)
    const isEarly = p < SENTENCE_WITHIN
    if (end === ':') return findSpeaker(from, to, isEarly)
    if (end === '.') return isEarly && isPresenting(from, to) ? findSpeaker(from, to, true) : -1
    return p < HEADING_WITHIN && isHeading(from, to) ? findPossessor(from, to) : -1
  }

  function isPresenting(from: number, to: number): boolean {
    for (let token = from; token < to; token++)
      if (sources.presentingWords.has(tokens.lower[token]!)) return true
    return false
  }

  function isHeading(from: number, to: number): boolean {
    for (let token = from; token < to; token++)
      if (isVerbal(tag[token]!) || tag[token] === Tag.STOP || tag[token] === Tag.MARK) return false
    return true
  }

  /** The last noun for a speech in a sentence; -1 where there is none. */
  function findSpeech(from: number, to: number): number {
    for (let token = to - 1; token >= from; token--)
      if (
        quotations.outermost[token]! < 0 &&
        (tag[token] === Tag.NN || tag[token] === Tag.NNS || tag[token] === Tag.NNP) &&
        (sources.speechNouns.has(tokens.lower[token]!) || sources.speechNouns.has(stem[token]!))
      )
        return token
    return -1
  }

  function findPossessor(from: number, to: number): number {
    const speech = findSpeech(from, to)
    const possessor = speech < 0 ? -1 : childOf(speech, Relation.poss)
    return possessor < 0 ? -1 : mentionAt(possessor)
  }

  /** Whose the speech of a sentence is: its possessor, who gave it, the subject of the sentence, or else, at the beginning, whom the text has told most of; -1 for nobody, and for the writer's own. */
  function findSpeaker(from: number, to: number, isEarly: boolean): number {
    const speech = findSpeech(from, to)
    if (speech < 0) return -1
    const possessor = childOf(speech, Relation.poss)
    if (possessor >= 0 && pronounAt(reading, possessor, sources)?.person === 1) return -1
    const told = [possessor, findGiver(speech, to), findSubject(speech)]
      .map((token) => (token < 0 ? -1 : mentionAt(token)))
      .find((index) => index >= 0)
    if (told !== undefined) return told
    const start = tokens.paragraphStart[tokens.paragraph[from]!]!
    const subject = findLastSubject(reading, mentions, entityOf, start, from)
    return subject < 0 && isEarly && isPresenting(from, to)
      ? mostNamedBefore(mentions, entityOf, to, false)
      : subject
  }

  /** Who stands after "by", "from" or "of": "a speech given by Ana Brandt". */
  function findGiver(speech: number, to: number): number {
    for (let token = speech + 1; token < to; token++) {
      if (token > speech + 1 && tag[token - 1] !== Tag.VBN) return -1
      if (!sources.headingPrepositions.has(tokens.lower[token]!)) continue
      const giver = mentions[firstFrom(mentions, token + 1)]
      return giver !== undefined && giver.range.from === token + 1 ? giver.head : -1
    }
    return -1
  }

  /** The subject of the verb above. */
  function findSubject(speech: number): number {
    let verb = governors[speech]!
    for (let steps = 0; steps < FARTHEST_ABOVE && verb >= 0 && !isVerbal(tag[verb]!); steps++)
      verb = governors[verb]!
    return verb < 0 ? -1 : childOf(verb, Relation.nsubj)
  }

  function childOf(token: number, its: number): number {
    return findChild(tree, token, (child) => relation[child] === its)
  }

  /** The mention of somebody whom the text names elsewhere or here, whose head a token is; -1 where there is none. */
  function mentionAt(token: number): number {
    const index = firstFrom(mentions, token)
    const mention = mentions[index]
    if (mention?.head !== token || quotations.outermost[token]! >= 0) return -1
    return entityOf[index]! >= 0 && (mention.type === 'person' || mention.type === 'organization')
      ? index
      : -1
  }

  function personNear(from: number, to: number): number {
    const index = firstFrom(mentions, to) - 1
    const mention = mentions[index]
    return mention !== undefined && mention.head >= from && mention.name !== null && mention.type === 'person'
      ? index
      : -1
  }
}

import type { SourceLexicon } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { isFullVerb, Tag } from '../tagging/tags.ts'
import { indexPhrases, phraseAt } from '../text/phrases.ts'
import { isLikeQuestion, isQuestion } from './is-like-question.ts'
import { mostNamedBefore } from './most-named-before.ts'
import { speaksInFirstPerson } from './speaks-in-first-person.ts'

/** An interview whose turns have no labels. */
export interface Interview {
  /** The first paragraph of it. */
  readonly first: number
  /** The mention of who answers, by index, and of who asks, -1 where that is nobody's name. */
  readonly interviewee: number
  readonly interviewer: number
  readonly isAsked: (paragraph: number) => boolean
}

/** An interview has so many questions at least that are paragraphs of their own, and so many answers in the first person. */
const LEAST_QUESTIONS = 3
const LEAST_ANSWERS = 2
/** And so many where it is announced, in one of the first paragraphs. */
const LEAST_ANNOUNCED = 1
const ANNOUNCED_WITHIN = 12
/** Of those whom an announcement describes, so many are asked for. */
const MOST_TOLD = 3
/** A question without a question mark is no longer than this, in tokens. */
const LONGEST_REQUEST = 60

/**
 * Whether the text is an interview whose turns have no labels; then its answers are the interviewee's: whom it says that it interviews, or else the person most named before the first
 * question, the byline's aside. Null where it is none.
 *
 * @param byline the mention that a byline names, by index; -1 for none.
 */
export function findInterview(
  reading: Reading,
  mentions: readonly Mention[],
  entityOf: Int32Array,
  sources: SourceLexicon,
  byline: number
): Interview | null {
  const { tokens, tree, quotations } = reading
  const { tag, relation, head: governors, stem } = tree.syntax
  const paragraphs = tokens.paragraphStart.length - 1
  const requests = indexPhrases(sources.requestPhrases)
  const announced = findAnnouncement()
  const isAnnounced = announced >= 0
  // What follows a plain question is its answer, though that may ask something itself.
  const isAsked = isAnnounced
    ? (p: number) =>
        isRequest(p) || (isLike(p) && (isQuestion(reading, p) || p === 0 || !isPlainQuestion(p - 1)))
    : (p: number) => isQuestion(reading, p)
  let first = -1
  let questions = 0
  let answers = 0
  for (let p = announced + 1; p + 1 < paragraphs; p++)
    if (isAsked(p) && !isAsked(p + 1)) {
      if (questions === 0) first = p
      questions++
      if (speaksInFirstPerson(reading, p + 1, sources, isAnnounced)) answers++
    }
  if (isAnnounced) {
    if (questions < LEAST_ANNOUNCED || answers < LEAST_ANNOUNCED) return null
    for (let p = announced + 1; p < first; p++) if (speaksInFirstPerson(reading, p, sources)) first = p
  } else if (questions < LEAST_QUESTIONS || answers < LEAST_ANSWERS || !isIntroduced()) return null
  const start = tokens.paragraphStart[first]!
  const bylines = new Set(byline < 0 ? [] : [entityOf[byline]!])
  const interviewee = [
    findInterviewee(),
    mostNamedBefore(mentions, entityOf, start, false, bylines),
    mostNamedBefore(mentions, entityOf, start, true, bylines),
    mostNamedBefore(mentions, entityOf, start, false)
  ].find((index) => index >= 0)
  if (interviewee === undefined) return null
  return { first, interviewee, interviewer: byline >= 0 ? byline : findInterviewer(interviewee), isAsked }

  /** The last paragraph at the beginning that says, in the third person, that it is an interview; -1 where none does. */
  function findAnnouncement(): number {
    let found = -1
    for (let p = 0; p < Math.min(ANNOUNCED_WITHIN, paragraphs); p++) {
      if (speaksInFirstPerson(reading, p, sources) || isLike(p)) break
      for (let token = tokens.paragraphStart[p]!; token < tokens.paragraphStart[p + 1]!; token++)
        if (quotations.outermost[token]! < 0 && sources.interviewWords.has(tokens.lower[token]!)) found = p
    }
    return found
  }

  /**
   * Whom the announcement says that somebody interviews: "interviewed Ana Brandt", "Interview with Ana Brandt"; where it has no name, as in "interviewed the owner of a bar", who is called so
   * before the first question. -1 where it says nothing.
   */
  function findInterviewee(): number {
    const told: Mention[] = []
    for (let index = 0; index < mentions.length && mentions[index]!.head < announcedTo(); index++) {
      const mention = mentions[index]!
      if (!isInterviewed(mention.head) || entityOf[index] === entityOf[byline]) continue
      if (mention.name !== null && mention.type === 'person') return index
      if (mention.name === null && mention.isPersonal) told.push(mention)
    }
    for (const { head } of told.slice(0, MOST_TOLD)) {
      const bearer = mentions.findIndex(
        ({ name, role, type, head: other }) =>
          name !== null &&
          role !== null &&
          type === 'person' &&
          other < tokens.paragraphStart[first]! &&
          stem.slice(role.from, role.to).includes(stem[head]!)
      )
      if (bearer >= 0) return bearer
    }
    return -1
  }

  function announcedTo(): number {
    return isAnnounced ? tokens.paragraphStart[announced + 1]! : 0
  }

  function isInterviewed(noun: number): boolean {
    const part = partOf(noun)
    const head = part >= 0 ? part : noun
    const its = relation[head]
    const above = governors[head]!
    if (above < 0) return false
    if (its === Relation.dobj || its === Relation.nsubjpass)
      return sources.interviewWords.has(tokens.lower[above]!)
    // A sentence tells of an interview with the paper, too.
    return (
      its === Relation.pobj &&
      isHeading(head) &&
      sources.interviewWords.has(tokens.lower[governors[above]!] ?? '')
    )
  }

  /** "one" in "one of the owners"; -1 where there is none. */
  function partOf(noun: number): number {
    const of = governors[noun]!
    const part = of < 0 || relation[noun] !== Relation.pobj ? -1 : governors[of]!
    return part >= 0 && tag[part] === Tag.CD ? part : -1
  }

  function isHeading(token: number): boolean {
    const end = tokens.paragraphStart[tokens.paragraph[token]! + 1]!
    return tag[end - 1] !== Tag.STOP
  }

  /** Who talks with the interviewee, by the announcement: "sat down with Otto Gray"; -1 where it does not say. */
  function findInterviewer(interviewee: number): number {
    for (let index = 0; index < mentions.length && mentions[index]!.head < announcedTo(); index++) {
      const { name, type, head } = mentions[index]!
      if (
        name === null ||
        type !== 'person' ||
        entityOf[index]! < 0 ||
        entityOf[index] === entityOf[interviewee]
      )
        continue
      const above = governors[head]!
      if (above < 0) continue
      const its = relation[head]
      const verb = its === Relation.nsubj ? above : its === Relation.pobj ? governors[above]! : -1
      if (verb >= 0 && isFullVerb(tag[verb]!) && sources.interviewVerbs.has(stem[verb]!)) return index
    }
    return -1
  }

  /** Whether the paragraphs before the first question tell of somebody, in the third person. */
  function isIntroduced(): boolean {
    for (let p = 0; p < first; p++) if (speaksInFirstPerson(reading, p, sources)) return false
    return first > 0
  }

  function isLike(p: number): boolean {
    return isLikeQuestion(reading, p, sources)
  }

  /** "Tell us about the dam.", "I wanted to know if you had any doubts." */
  function isRequest(p: number): boolean {
    const from = tokens.paragraphStart[p]!
    return (
      tokens.paragraphStart[p + 1]! - from <= LONGEST_REQUEST &&
      phraseAt(tokens, from, requests) !== undefined
    )
  }

  /** Whether a paragraph asks something at its end, and is not too long for a question. */
  function isPlainQuestion(p: number): boolean {
    return isRequest(p) || (isQuestion(reading, p) && isLike(p))
  }
}

import type { SourceLexicon } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import { LONGEST_TURN } from '../quotation/find-turns.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { trimTitle } from '../text/trim-title.ts'
import { findAnnounced } from './find-announced.ts'
import { findAuthor } from './find-author.ts'
import { findInterview } from './find-interview.ts'
import type { Post } from './find-posts.ts'
import { isLikeQuestion, isQuestion } from './is-like-question.ts'
import { mostNamedBefore } from './most-named-before.ts'
import { firstFrom } from './source-context.ts'

/** Who writes or speaks, outside of quotations. */
export interface Voices {
  /** For each token the mention of whoever says "I" there, by index; `AUTHOR` or `NOBODY` where none is. */
  readonly voiceOf: Int32Array
  /** For each token the mention of whoever is called "you" there, or `NOBODY`. */
  readonly addresseeOf: Int32Array
}

/** The text's author, whom it does not name. */
export const AUTHOR = -1
/** Somebody whom the text does not name. */
export const NOBODY = -2

/** Who gives somebody the floor does so in a sentence no longer than this, in tokens. */
const LONGEST_CALL = 9

/**
 * Whose voice each token stands in: the label's of a transcript's turn; the writer's of a post that is signed or has its writer's name at its head; in an
 * interview whose turns have no names, the interviewee's; where somebody is given the floor, theirs; in a speech that is given in full, the speaker's; else the author's, who
 * may be named in a byline, a signature or a greeting.
 *
 * @param mentions in the order of their heads.
 * @param posts in order.
 */
export function findVoices(
  reading: Reading,
  mentions: readonly Mention[],
  entityOf: Int32Array,
  sources: SourceLexicon,
  posts: readonly Post[]
): Voices {
  const { tokens, tree, quotations } = reading
  const paragraphs = tokens.paragraphStart.length - 1
  const voiceOf = new Int32Array(tokens.count).fill(AUTHOR)
  const addresseeOf = new Int32Array(tokens.count).fill(NOBODY)
  const { author, byline } = findAuthor(reading, mentions, sources)
  if (author !== null) voiceOf.fill(author.mention, author.from)
  for (const { mention, from, to } of findAnnounced(reading, mentions, entityOf, sources))
    voiceOf.fill(mention, from, to)
  const { labels, labelStarts, labelled } = reading.turns
  if (labelled >= 2) followLabels()
  else if (!followQuestions()) followCalls()
  followPosts()
  return { voiceOf, addresseeOf }

  function followPosts(): void {
    if (posts.length === 0) return
    const namedAt = new Int32Array(tokens.count).fill(-1)
    mentions.forEach(({ name }, index) => {
      if (name !== null) namedAt.fill(index, name.from, name.to)
    })
    for (const { name, from, to } of posts)
      if (namedAt[name.from]! >= 0) voiceOf.fill(namedAt[name.from]!, from, to)
  }

  function setVoice(p: number, voice: number): void {
    voiceOf.fill(voice, tokens.paragraphStart[p]!, tokens.paragraphStart[p + 1]!)
  }

  function setAddressee(p: number, addressee: number): void {
    addresseeOf.fill(addressee, tokens.paragraphStart[p]!, tokens.paragraphStart[p + 1]!)
  }

  /** Who asks the questions below a line such as "BY MS. HALE:" or "DIRECT EXAMINATION BY MS. HALE:"; -1 where a paragraph is none such. */
  function examinerIn(p: number): number {
    const from = tokens.paragraphStart[p]!
    const end = tokens.paragraphStart[p + 1]! - 1
    if (end - from > LONGEST_CALL || tokens.form[end] !== ':') return -1
    const by = tokens.lower.slice(from, end).indexOf('by')
    const named = by < 0 ? -1 : lastMentionIn(from + by, end)
    return mentions[named]?.name == null ? -1 : named
  }

  /** The entities that labels name, and who asks: who answers as "A" is none of them. */
  function findLabelled(examiner: number): ReadonlySet<number> {
    const named = new Set<number>(examiner < 0 ? [] : [entityOf[examiner]!])
    labels.forEach((colon, p) => {
      const from = labelStarts[p]!
      const speaker = colon < 0 || isLetter(letterOf(from, colon)) ? -1 : speakerIn(from, colon)
      if (speaker >= 0) named.add(entityOf[speaker]!)
    })
    return named
  }

  /** A label of one word, in lower case; empty for another. */
  function letterOf(from: number, colon: number): string {
    return colon - from === 1 ? tokens.lower[from]!.replace('.', '') : ''
  }

  function isLetter(label: string): boolean {
    return sources.answerLabels.has(label) || sources.questionLabels.has(label)
  }

  function followLabels(): void {
    let last = -1
    let voice = AUTHOR
    let interviewee: number | null = null
    let examiner = NOBODY
    const turns: { first: number; end: number; speaker: number }[] = []
    for (let p = 0; p < paragraphs; p++) {
      const colon = labels[p]!
      const named = colon < 0 ? examinerIn(p) : -1
      if (named >= 0) {
        examiner = named
        last = -1
      } else if (colon >= 0) {
        last = p
        const from = labelStarts[p]!
        voice = voiceOf[from]!
        let speaker = speakerIn(from, colon)
        const label = letterOf(from, colon)
        if (isLetter(label)) {
          const isAnswer = sources.answerLabels.has(label)
          interviewee ??= mostNamedBefore(mentions, entityOf, from, false, findLabelled(examiner))
          const bearer = isAnswer ? interviewee : examiner
          // "Q" is nobody's name.
          if (speaker >= 0) entityOf[speaker] = bearer >= 0 ? entityOf[bearer]! : -1
          speaker = bearer
        } else if (speaker >= 0 && mentions[speaker]!.name === null && !mentions[speaker]!.isPersonal)
          continue
        voice = speaker < 0 ? NOBODY : speaker
        setVoice(p, voice)
        turns.push({ first: p, end: p + 1, speaker: voice })
      } else if (last >= 0 && p - last < LONGEST_TURN) {
        setVoice(p, voice)
        const turn = turns.at(-1)
        if (turn?.end === p) turn.end++
      }
    }
    turns.forEach(({ first, end, speaker }, turn) => {
      const isOther = (its: { speaker: number } | undefined) =>
        its !== undefined && its.speaker >= 0 && (speaker < 0 || entityOf[its.speaker] !== entityOf[speaker])
      const other = [turns[turn + 1], turns[turn - 1]].find(isOther)
      if (other !== undefined) for (let p = first; p < end; p++) setAddressee(p, other.speaker)
    })
  }

  /** Gives the answers of an interview whose turns have no labels to who answers, the questions to who asks. */
  function followQuestions(): boolean {
    const interview = findInterview(reading, mentions, entityOf, sources, byline)
    if (interview === null) return false
    const { first, interviewee, interviewer, isAsked } = interview
    const asker = interviewer < 0 ? NOBODY : interviewer
    for (let p = first; p < paragraphs; p++) answer(p, isAsked(p), interviewee, asker)
    return true
  }

  function answer(p: number, isAsked: boolean, respondent: number, asker: number): void {
    setVoice(p, isAsked ? asker : respondent)
    if (isAsked) setAddressee(p, respondent)
  }

  /** Gives what follows to whoever is given the floor: "Mr. Cole, please go on." A reader is asked what somebody is of whom the text has told. */
  function followCalls(): void {
    const toldAt = new Map<number, number>()
    mentions.forEach(({ head }, index) => {
      const entity = entityOf[index]!
      const isSubject = tree.syntax.relation[head] === Relation.nsubj && quotations.outermost[head]! < 0
      if (isSubject && entity >= 0 && !toldAt.has(entity)) toldAt.set(entity, tokens.paragraph[head]!)
    })
    let respondent = -1
    for (let p = 0; p < paragraphs; p++) {
      if (respondent >= 0) answer(p, isLikeQuestion(reading, p, sources), respondent, NOBODY)
      const called = findCalled(p)
      if (called < 0 || (isQuestion(reading, p) && (toldAt.get(entityOf[called]!) ?? p) < p)) continue
      setVoice(p, NOBODY)
      respondent = called
    }
  }

  /** Whom a paragraph's short last sentence calls by title and name; -1 where it calls nobody. */
  function findCalled(p: number): number {
    const end = tokens.paragraphStart[p + 1]!
    if (end === tokens.paragraphStart[p]!) return -1
    const from = tokens.sentenceStart[tokens.sentence[end - 1]!]!
    if (end - from > LONGEST_CALL || !/^[.?]$/.test(tokens.form[end - 1]!)) return -1
    let called = -1
    for (let token = from; token < end; token++) {
      if (quotations.outermost[token]! >= 0 || sources.closings.has(tokens.lower[token]!)) return -1
      if (!sources.courtesyTitles.has(trimTitle(tokens.lower[token]!))) continue
      if (token > from && tokens.form[token - 1] !== ',') continue
      const index = firstFrom(mentions, token + 1)
      const name = mentions[index]?.name
      if (name != null && name.from === token + 1 && /^[,.?]$/.test(tokens.form[name.to]!)) called = index
    }
    return called
  }

  /** Who a label names: before brackets, "Sir Edmund Hale (Larne) (Con)", unless an office is all that stands there. */
  function speakerIn(from: number, colon: number): number {
    const first = firstFrom(mentions, from)
    const named = mentions[first]
    const isNamed = named !== undefined && named.name !== null && named.type === 'person'
    const isAll = isNamed && (tokens.form[named.name.to] === '(' || named.range.to === colon)
    return isAll ? first : lastMentionIn(from, colon)
  }

  function lastMentionIn(from: number, to: number): number {
    const index = firstFrom(mentions, to) - 1
    return index >= 0 && mentions[index]!.head >= from ? index : -1
  }
}

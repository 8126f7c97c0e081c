import type { SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import { LONGEST_TURN } from '../quotation/find-turns.ts'
import type { Reading } from '../quotation/reading.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import { TokenKind } from '../text/token-table.ts'
import { firstFrom } from './source-context.ts'

/** Who writes or speaks, outside of quotations. */
export interface Voices {
  /** For each paragraph the mention of whoever says "I" in it, by index; `AUTHOR` or `NOBODY` where none is. */
  readonly voiceOf: Int32Array
  /** For each paragraph the mention of whoever is called "you" in it, or `NOBODY`. */
  readonly addresseeOf: Int32Array
}

/** The text's author, whom it does not name. */
export const AUTHOR = -1
/** Somebody whom the text does not name. */
export const NOBODY = -2

/** An interview has so many questions at least that are paragraphs of their own. */
const LEAST_QUESTIONS = 3
/** And so many answers in the first person. */
const LEAST_ANSWERS = 2
/** A signature has no more words than this. */
const LONGEST_SIGNATURE = 6
/** A byline stands in one of the first paragraphs. */
const BYLINE_WITHIN = 5

/**
 * Whose voice each paragraph is in: the label's of a transcript's turn; in an interview whose turns have no names, the interviewee's,
 * which is the person most named before the first question; else the author's, who may be named in a byline or a signature.
 *
 * @param mentions in the order of their heads.
 */
export function findVoices(
  reading: Reading,
  mentions: readonly Mention[],
  entityOf: Int32Array,
  sources: SourceLexicon
): Voices {
  const { tokens, tree, quotations } = reading
  const { tag } = tree.syntax
  const paragraphs = tokens.paragraphStart.length - 1
  const voiceOf = new Int32Array(paragraphs).fill(findAuthor())
  const addresseeOf = new Int32Array(paragraphs).fill(NOBODY)
  const { labels, labelled } = reading.turns
  if (labelled >= 2) followLabels()
  else followQuestions()
  return { voiceOf, addresseeOf }

  function followLabels(): void {
    let last = -1
    let interviewee: number | null = null
    for (let p = 0; p < paragraphs; p++) {
      const colon = labels[p]!
      if (colon >= 0) {
        last = p
        const from = tokens.paragraphStart[p]!
        let speaker = lastMentionIn(from, colon)
        if (colon - from === 1 && QUESTION_AND_ANSWER.test(tokens.form[from]!)) {
          interviewee ??= mostNamedBefore(from)
          const isAnswer = tokens.lower[from]!.startsWith('a')
          if (isAnswer && interviewee >= 0 && speaker >= 0) entityOf[speaker] = entityOf[interviewee]!
          speaker = isAnswer ? interviewee : NOBODY
          if (!isAnswer && interviewee >= 0) addresseeOf[p] = interviewee
        } else if (speaker >= 0 && mentions[speaker]!.name === null && !mentions[speaker]!.isPersonal)
          continue
        voiceOf[p] = speaker < 0 ? NOBODY : speaker
      } else if (last >= 0 && p - last < LONGEST_TURN) voiceOf[p] = voiceOf[last]!
    }
  }

  function followQuestions(): void {
    const questions: number[] = []
    let answers = 0
    for (let p = 0; p + 1 < paragraphs; p++)
      if (isQuestion(p) && !isQuestion(p + 1)) {
        questions.push(p)
        if (speaksInFirstPerson(p + 1)) answers++
      }
    const [first] = questions
    if (
      first === undefined ||
      questions.length < LEAST_QUESTIONS ||
      answers < LEAST_ANSWERS ||
      !isIntroduced(first)
    )
      return
    const interviewee = mostNamedBefore(tokens.paragraphStart[first]!)
    if (interviewee < 0) return
    for (let p = first; p < paragraphs; p++) {
      voiceOf[p] = isQuestion(p) ? NOBODY : interviewee
      if (isQuestion(p)) addresseeOf[p] = interviewee
    }
  }

  /** Whether the paragraphs before the first question tell of somebody, in the third person. */
  function isIntroduced(first: number): boolean {
    for (let p = 0; p < first; p++) if (speaksInFirstPerson(p)) return false
    return first > 0
  }

  function isQuestion(p: number): boolean {
    return tokens.form[tokens.paragraphStart[p + 1]! - 1] === '?'
  }

  function speaksInFirstPerson(p: number): boolean {
    for (let token = tokens.paragraphStart[p]!; token < tokens.paragraphStart[p + 1]!; token++) {
      const pronoun = quotations.outermost[token]! < 0 ? pronounAt(reading, token, sources) : undefined
      if (pronoun?.person === 1 && !pronoun.plural) return true
    }
    return false
  }

  /** The first mention of the person who has most of them before a token; -1 where nobody is named. */
  function mostNamedBefore(token: number): number {
    const times = new Map<number, number>()
    const firstOf = new Map<number, number>()
    let best = -1
    for (let index = 0; index < mentions.length && mentions[index]!.head < token; index++) {
      const { type, name, certainty } = mentions[index]!
      const entity = entityOf[index]!
      if (entity < 0 || type !== 'person' || (certainty < 2 && !times.has(entity))) continue
      if (name !== null && !firstOf.has(entity)) firstOf.set(entity, index)
      const count = (times.get(entity) ?? 0) + 1
      times.set(entity, count)
      if (firstOf.has(entity) && count > (best < 0 ? 0 : times.get(best)!)) best = entity
    }
    return best < 0 ? -1 : firstOf.get(best)!
  }

  function lastMentionIn(from: number, to: number): number {
    const index = firstFrom(mentions, to) - 1
    return index >= 0 && mentions[index]!.head >= from ? index : -1
  }

  /** The mention that names the author in a byline or a signature; `AUTHOR` where none does. */
  function findAuthor(): number {
    for (let p = 0; p < Math.min(BYLINE_WITHIN, paragraphs); p++) {
      const from = tokens.paragraphStart[p]!
      if (tokens.lower[from] !== 'by') continue
      const name = nameIn(from + 1, tokens.paragraphStart[p + 1]!)
      if (name >= 0) return name
    }
    const introduced = findIntroduction()
    if (introduced >= 0) return introduced
    if (paragraphs < 2) return AUTHOR
    const name = nameIn(tokens.paragraphStart[paragraphs - 1]!, tokens.count)
    return name >= 0 ? name : AUTHOR
  }

  /** The name after "I am", "my name is"; -1 where there is none. */
  function findIntroduction(): number {
    for (let token = 1; token + 1 < tokens.count; token++) {
      const its = tokens.lower[token]!
      if ((its !== 'am' && its !== "'m" && its !== 'is' && its !== "'s") || quotations.outermost[token]! >= 0)
        continue
      const before = tokens.lower[token - 1]!
      const isOwn =
        its === 'am' || its === "'m" ? before === 'i' : before === 'name' && tokens.lower[token - 2] === 'my'
      if (!isOwn) continue
      const index = firstFrom(mentions, token + 1)
      const mention = mentions[index]
      if (mention?.name?.from === token + 1 && mention.type === 'person') return index
    }
    return -1
  }

  /** The person whose name, with an office or a place at most, is all that stands there; -1 where it is not. */
  function nameIn(from: number, to: number): number {
    let first = from
    while (first < to && tokens.kind[first] !== TokenKind.word) first++
    if (to - first > LONGEST_SIGNATURE || first === to) return -1
    for (let token = first; token < to; token++)
      if (isVerbal(tag[token]!) || tag[token] === Tag.PRP || /^[!?]/.test(tokens.form[token]!)) return -1
    const index = firstFrom(mentions, first)
    const mention = mentions[index]
    return mention !== undefined &&
      mention.head < to &&
      mention.name?.from === first &&
      mention.type === 'person' &&
      mention.certainty === 2
      ? index
      : -1
  }
}

const QUESTION_AND_ANSWER = /^(?:q|a|question|answer)$/i

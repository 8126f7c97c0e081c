import type { SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import { LONGEST_TURN } from '../quotation/find-turns.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import { TokenKind } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import type { Post } from './find-posts.ts'
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

/** An interview has so many questions at least that are paragraphs of their own, and so many answers in the first person. */
const LEAST_QUESTIONS = 3
const LEAST_ANSWERS = 2
/** And so many where it is announced, in one of the first paragraphs. */
const LEAST_ANNOUNCED = 1
const ANNOUNCED_WITHIN = 12
/** What asks something before its end is no longer than this, in tokens. */
const LONGEST_QUESTION = 160
/** A signature has no more words than this. */
const LONGEST_SIGNATURE = 6
/** A byline stands in one of the first paragraphs, and so does an author who tells the name of the whole text's. */
const BYLINE_WITHIN = 5
/** A heading stands in one of the first paragraphs, and before it nothing. */
const HEADING_WITHIN = 3
/** "It's Ana" tells a name in one of the first sentences only. */
const GREETING_WITHIN = 3
/** Who gives somebody the floor does so in a sentence no longer than this, in tokens. */
const LONGEST_CALL = 9

/**
 * Whose voice each token stands in: the label's of a transcript's turn; the writer's of a post that is signed or has its writer's name at its head; in an
 * interview whose turns have no names, the interviewee's, which is the person most named before the first question, the byline's aside; where somebody is given the floor,
 * theirs; else the author's, who may be named in a byline, a signature or a greeting.
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
  const { tag } = tree.syntax
  const paragraphs = tokens.paragraphStart.length - 1
  const voiceOf = new Int32Array(tokens.count).fill(AUTHOR)
  const addresseeOf = new Int32Array(tokens.count).fill(NOBODY)
  const byline = findByline()
  followAuthor()
  const { labels, labelled } = reading.turns
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

  /** The entities that labels name: who answers as "A" is none of them. */
  function findLabelled(): ReadonlySet<number> {
    const named = new Set<number>()
    labels.forEach((colon, p) => {
      const speaker = colon < 0 ? -1 : speakerIn(tokens.paragraphStart[p]!, colon)
      if (speaker >= 0) named.add(entityOf[speaker]!)
    })
    return named
  }

  function followLabels(): void {
    let last = -1
    let voice = AUTHOR
    let interviewee: number | null = null
    const turns: { first: number; end: number; speaker: number }[] = []
    for (let p = 0; p < paragraphs; p++) {
      const colon = labels[p]!
      if (colon >= 0) {
        last = p
        const from = tokens.paragraphStart[p]!
        voice = voiceOf[from]!
        let speaker = speakerIn(from, colon)
        const label = colon - from === 1 ? tokens.lower[from]!.replace('.', '') : ''
        const isAnswer = sources.answerLabels.has(label)
        if (isAnswer || sources.questionLabels.has(label)) {
          interviewee ??= mostNamedBefore(from, false, findLabelled())
          // "Q" is nobody's name.
          if (speaker >= 0) entityOf[speaker] = isAnswer && interviewee >= 0 ? entityOf[interviewee]! : -1
          speaker = isAnswer ? interviewee : NOBODY
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

  /** Whether the text is an interview whose turns have no labels; then its answers are the interviewee's. */
  function followQuestions(): boolean {
    const announced = findAnnouncement()
    const isAnnounced = announced >= 0
    // What follows a plain question is its answer, though that may ask something itself.
    const isAsked = isAnnounced
      ? (p: number) => isLikeQuestion(p) && (isQuestion(p) || p === 0 || !isPlainQuestion(p - 1))
      : isQuestion
    let first = -1
    let questions = 0
    let answers = 0
    for (let p = announced + 1; p + 1 < paragraphs; p++)
      if (isAsked(p) && !isAsked(p + 1)) {
        if (questions === 0) first = p
        questions++
        if (speaksInFirstPerson(p + 1)) answers++
      }
    if (isAnnounced) {
      if (questions < LEAST_ANNOUNCED || answers < LEAST_ANNOUNCED) return false
      for (let p = announced + 1; p < first; p++) if (speaksInFirstPerson(p)) first = p
    } else if (questions < LEAST_QUESTIONS || answers < LEAST_ANSWERS || !isIntroduced(first)) return false
    const start = tokens.paragraphStart[first]!
    const interviewer = new Set(byline < 0 ? [] : [entityOf[byline]!])
    const interviewee = [
      mostNamedBefore(start, false, interviewer),
      mostNamedBefore(start, true, interviewer),
      mostNamedBefore(start, false)
    ].find((index) => index >= 0)
    if (interviewee === undefined) return false
    for (let p = first; p < paragraphs; p++) answer(p, isAsked(p), interviewee)
    return true
  }

  function answer(p: number, isAsked: boolean, respondent: number): void {
    setVoice(p, isAsked ? NOBODY : respondent)
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
      if (respondent >= 0) answer(p, isLikeQuestion(p), respondent)
      const called = findCalled(p)
      if (called < 0 || (isQuestion(p) && (toldAt.get(entityOf[called]!) ?? p) < p)) continue
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

  /** The last paragraph at the beginning that says, in the third person, that it is an interview; -1 where none does. */
  function findAnnouncement(): number {
    let found = -1
    for (let p = 0; p < Math.min(ANNOUNCED_WITHIN, paragraphs); p++) {
      if (speaksInFirstPerson(p) || isLikeQuestion(p)) break
      for (let token = tokens.paragraphStart[p]!; token < tokens.paragraphStart[p + 1]!; token++)
        if (quotations.outermost[token]! < 0 && sources.interviewWords.has(tokens.lower[token]!)) found = p
    }
    return found
  }

  /** Whether the paragraphs before the first question tell of somebody, in the third person. */
  function isIntroduced(first: number): boolean {
    for (let p = 0; p < first; p++) if (speaksInFirstPerson(p)) return false
    return first > 0
  }

  function isQuestion(p: number): boolean {
    return tokens.form[tokens.paragraphStart[p + 1]! - 1] === '?'
  }

  /** Whether a paragraph asks something at its end, and is not too long for a question. */
  function isPlainQuestion(p: number): boolean {
    return isQuestion(p) && isLikeQuestion(p)
  }

  /** Whether a paragraph asks something, if not at its end: in its first sentence of "you", or anywhere if it speaks of "you" no less than of "I". */
  function isLikeQuestion(p: number): boolean {
    const [from, to] = [tokens.paragraphStart[p]!, tokens.paragraphStart[p + 1]!]
    if (to - from > LONGEST_QUESTION) return false
    if (isQuestion(p)) return true
    let asks = false
    let hasYou = false
    let more = 0
    for (let token = from; token < to; token++) {
      const person = pronounAt(reading, token, sources)?.person
      if (person === 2) more++
      if (person === 1) more--
      hasYou ||= person === 2
      if (tokens.form[token] !== '?') continue
      if (hasYou && tokens.sentence[token] === tokens.sentence[from]) return true
      asks = true
    }
    return asks && more >= 0
  }

  function speaksInFirstPerson(p: number): boolean {
    for (let token = tokens.paragraphStart[p]!; token < tokens.paragraphStart[p + 1]!; token++) {
      const pronoun = quotations.outermost[token]! < 0 ? pronounAt(reading, token, sources) : undefined
      if (pronoun?.person === 1 && !pronoun.plural) return true
    }
    return false
  }

  /**
   * The first mention of the person who has most of them before a token; -1 where nobody is named.
   *
   * @param isAny whether any name of two words or more may be a person's.
   * @param others entities that are not asked for.
   */
  function mostNamedBefore(token: number, isAny: boolean, others: ReadonlySet<number> = new Set()): number {
    const times = new Map<number, number>()
    const firstOf = new Map<number, number>()
    let best = -1
    for (let index = 0; index < mentions.length && mentions[index]!.head < token; index++) {
      const { type, name, certainty } = mentions[index]!
      const entity = entityOf[index]!
      const isCertain = certainty === 2 || (isAny && name !== null && name.to - name.from > 1)
      if (entity < 0 || others.has(entity) || type !== 'person' || (!isCertain && !times.has(entity)))
        continue
      if (name !== null && !firstOf.has(entity)) firstOf.set(entity, index)
      const count = (times.get(entity) ?? 0) + 1
      times.set(entity, count)
      if (firstOf.has(entity) && count > (best < 0 ? 0 : times.get(best)!)) best = entity
    }
    return best < 0 ? -1 : firstOf.get(best)!
  }

  /** Who a label names: before brackets, "Sir Edmund Hale (Larne) (Con)", unless an office is all that stands there. */
  function speakerIn(from: number, colon: number): number {
    const first = firstFrom(mentions, from)
    const named = mentions[first]
    const isNamed = named !== undefined && named.name !== null && named.type === 'person'
    return isNamed && tokens.form[named.name.to] === '(' ? first : lastMentionIn(from, colon)
  }

  function lastMentionIn(from: number, to: number): number {
    const index = firstFrom(mentions, to) - 1
    return index >= 0 && mentions[index]!.head >= from ? index : -1
  }

  /** Gives all to the author where a byline, a signature or the author tells the name; what comes after, where that is told late. */
  function followAuthor(): void {
    if (byline >= 0) {
      voiceOf.fill(byline)
      return
    }
    const headed = findHeading()
    if (headed >= 0) {
      voiceOf.fill(headed)
      return
    }
    const introduced = findIntroduction()
    if (introduced >= 0) {
      const p = tokens.paragraph[mentions[introduced]!.head]!
      voiceOf.fill(introduced, p < BYLINE_WITHIN ? 0 : tokens.paragraphStart[p]!)
      return
    }
    if (paragraphs < 2) return
    const name = nameIn(tokens.paragraphStart[paragraphs - 1]!, tokens.count)
    if (name >= 0) voiceOf.fill(name)
  }

  /** The mention that a byline names, by index; -1 where there is none. */
  function findByline(): number {
    for (let p = 0; p < Math.min(BYLINE_WITHIN, paragraphs); p++) {
      const from = tokens.paragraphStart[p]!
      if (tokens.lower[from] !== 'by') continue
      const name = nameIn(from + 1, tokens.paragraphStart[p + 1]!)
      if (name >= 0) return name
    }
    return -1
  }

  /** The person whose words a heading says that they are, or whose name alone stands below it; -1 where none does. */
  function findHeading(): number {
    for (let p = 0; p < Math.min(HEADING_WITHIN, paragraphs); p++) {
      const from = tokens.paragraphStart[p]!
      const to = tokens.paragraphStart[p + 1]!
      const alone = p > 0 && tokens.form[to - 1] !== ',' ? nameIn(from, to) : -1
      if (alone >= 0) return alone
      if (to > from && tag[to - 1] === Tag.STOP) continue
      for (let token = from + 1; token < to; token++) {
        if (!sources.headingPrepositions.has(tokens.lower[token]!) || !isUtterance(token - 1)) continue
        const index = firstFrom(mentions, token + 1)
        const mention = mentions[index]
        if (mention === undefined || mention.head >= to || mention.type !== 'person' || mention.name === null)
          continue
        const isNext = mention.range.from <= token + 1 || mention.name.from <= token + 1
        const isPlain = mention.certainty < 2 && mention.name.to - mention.name.from === 1
        if (isNext && !isPlain && tokens.lower[mention.name.to] !== 'and') return index
      }
    }
    return -1
  }

  function isUtterance(token: number): boolean {
    const word = tokens.lower[token]!
    return (
      !sources.interviewWords.has(word) &&
      (sources.utteranceNouns.has(word) || sources.utteranceNouns.has(tree.syntax.stem[token]!))
    )
  }

  /** The name after "I am", "my name is", and at the beginning "it's … here"; -1 where there is none. */
  function findIntroduction(): number {
    for (let token = 1; token + 1 < tokens.count; token++) {
      const its = tokens.lower[token]!
      if ((its !== 'am' && its !== "'m" && its !== 'is' && its !== "'s") || quotations.outermost[token]! >= 0)
        continue
      const before = tokens.lower[token - 1]!
      const isOwn =
        its === 'am' || its === "'m" ? before === 'i' : before === 'name' && tokens.lower[token - 2] === 'my'
      const isGreeting =
        !isOwn && (before === 'it' || before === 'this') && tokens.sentence[token]! < GREETING_WITHIN
      if (!isOwn && !isGreeting) continue
      const index = firstFrom(mentions, token + 1)
      const mention = mentions[index]
      if (mention?.name?.from !== token + 1) continue
      const isPerson = mention.type === 'person'
      if (
        isOwn
          ? isPerson
          : (sources.greetingWords.has(tokens.lower[mention.name.to]!) ||
              /^[,.!]$/.test(tokens.form[mention.name.to]!)) &&
            (isPerson || tokens.lower[mention.name.to] === 'here')
      )
        return index
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

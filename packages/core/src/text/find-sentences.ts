import type { Segmentation } from '../language.ts'
import { TokenKind } from './token-table.ts'

interface SentenceInput {
  start: readonly number[]
  end: readonly number[]
  kind: readonly TokenKind[]
  form: readonly string[]
  lower: readonly string[]
}

const TERMINAL_MARKS = '.!?…'
const TERMINAL = /^(?:[!?]+|\.+|…+)$/
const CLOSING = /^["”’»›)\]}'*]+$/
const OPENING = /^(?:["“„«‹([{'‘`]+|\p{Pd}+)$/u
const UPPER_OR_DIGIT = /^[\p{Lu}\p{Lt}\p{Nd}]/u
const WORD_OR_NUMBER_LETTER = /^[\p{L}\p{N}]/u

/**
 * The first token of each sentence. A sentence ends at a terminal mark with what closes after it, when what follows
 * begins like one; sentences inside quotations count. A full stop that is an abbreviation's ends a sentence only
 * before a word that opens sentences. Every paragraph begins one.
 */
export function findSentences(
  tokens: SentenceInput,
  paragraphStarts: readonly number[],
  segmentation: Segmentation
): number[] {
  const count = tokens.start.length
  const starts: number[] = []
  paragraphStarts.forEach((from, paragraph) => {
    const to = paragraphStarts[paragraph + 1] ?? count
    starts.push(from)
    let token = from
    while (token < to) {
      const after = endOfSentence(tokens, token, to, segmentation)
      if (after > 0 && after < to) starts.push(after)
      token = Math.max(after, token + 1)
    }
  })
  return starts
}

/** The token after the sentence that ends at a token; 0 where none does. */
function endOfSentence(tokens: SentenceInput, token: number, to: number, segmentation: Segmentation): number {
  const form = tokens.form[token]!
  // Few tokens end as a sentence may: the patterns are for those.
  if (!TERMINAL_MARKS.includes(form.charAt(form.length - 1))) return 0
  const abbreviated = tokens.kind[token] === TokenKind.word && form.endsWith('.')
  if (!abbreviated && !TERMINAL.test(form)) return 0
  let after = token + 1
  while (after < to && (TERMINAL.test(tokens.form[after]!) || closes(tokens, after))) after++
  if (after >= to) return after
  if (tokens.end[after - 1] === tokens.start[after] && !OPENING.test(tokens.form[after]!)) return 0
  let word = after
  while (word < to && OPENING.test(tokens.form[word]!)) word++
  if (word >= to || !WORD_OR_NUMBER_LETTER.test(tokens.form[word]!)) return abbreviated ? 0 : after
  if (!UPPER_OR_DIGIT.test(tokens.form[word]!)) return 0
  if (!abbreviated || after > token + 1) return after
  const stem = tokens.lower[token]!.slice(0, -1)
  if (segmentation.prefixAbbreviations.has(stem) || segmentation.numberAbbreviations.has(stem)) return 0
  return word > after || segmentation.sentenceOpeners.has(tokens.lower[word]!) ? after : 0
}

/** Whether a token closes what a sentence may end with: it stands close to what is before it. */
function closes(tokens: SentenceInput, token: number): boolean {
  return CLOSING.test(tokens.form[token]!) && tokens.end[token - 1] === tokens.start[token]
}

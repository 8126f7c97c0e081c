import type { SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Reading } from '../quotation/reading.ts'

/** What asks something before its end is no longer than this, in tokens. */
const LONGEST_QUESTION = 160

/** Whether a paragraph ends in a question mark. */
export function isQuestion({ tokens }: Reading, paragraph: number): boolean {
  return tokens.form[tokens.paragraphStart[paragraph + 1]! - 1] === '?'
}

/** Whether a paragraph asks something, if not at its end: in its first sentence of "you", or anywhere if it speaks of "you" no less than of "I". */
export function isLikeQuestion(reading: Reading, paragraph: number, sources: SourceLexicon): boolean {
  const { tokens } = reading
  const [from, to] = [tokens.paragraphStart[paragraph]!, tokens.paragraphStart[paragraph + 1]!]
  if (to - from > LONGEST_QUESTION) return false
  if (isQuestion(reading, paragraph)) return true
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

import type { Candidate } from '../role/candidate.ts'
import { TokenKind, type TokenTable } from '../text/token-table.ts'

/** A quotation whose source is not named goes on with one that ended no more paragraphs before. */
const PARAGRAPHS_BACK = 1
/** Whoever takes turns with somebody was heard no more paragraphs before. */
const TURNS_BACK = 2

/** Whether what begins at a token may go on with what somebody said before: in the same paragraph or the next. */
export function isSoonAfter({ paragraph }: TokenTable, { content }: Candidate, token: number): boolean {
  const gap = paragraph[token]! - paragraph[content.at(-1)!.to - 1]!
  return gap >= 0 && gap <= PARAGRAPHS_BACK
}

/**
 * Tells for each candidate the one whose source it takes over, by index, -1 for none: what stands without a cue and names nobody
 * is said by whoever was heard last, in its paragraph or the one before. Of two who take turns it is the other, which the first question
 * tells: “Is it safe?” Ana asked. Where there is no other, an answer is nobody's.
 *
 * @param candidates in the order of their contents; they are to be asked for in this order.
 * @param isSame whether two candidates that were asked for have one source.
 */
export function makeTakeOver(
  tokens: TokenTable,
  candidates: readonly Candidate[],
  parents: readonly number[],
  isSame: (one: number, another: number) => boolean
): (index: number) => number {
  /** The candidate that expresses the source of each. */
  const speakerOf: number[] = []
  /** The last that was heard, and the last of somebody else. */
  let last = -1
  let other = -1
  let isDialogue = false
  /** What was heard when the last was asked for: only now is it known whose it is. */
  let heard = -1
  return (index) => {
    if (heard >= 0) hear(heard)
    const candidate = candidates[index]!
    const from = takenBy(candidate)
    speakerOf.push(from >= 0 ? from : index)
    heard = parents[index]! < 0 && (candidate.source.length > 0 || from >= 0) ? index : -1
    return from
  }

  function takenBy(candidate: Candidate): number {
    const isBare = candidate.head < 0 && candidate.source.length === 0
    const start = candidate.content[0]!.from
    if (!isBare || last < 0 || !isSoonAfter(tokens, candidates[last]!, start)) return -1
    if (!isOthersTurn(candidate)) return speakerOf[last]!
    const gap = other < 0 ? Infinity : tokens.paragraph[start]! - tokens.paragraph[endOf(candidates[other]!)]!
    isDialogue = gap <= TURNS_BACK
    return isDialogue ? speakerOf[other]! : -1
  }

  function isOthersTurn(candidate: Candidate): boolean {
    if (tokens.paragraph[candidate.content[0]!.from] === tokens.paragraph[endOf(candidates[last]!)])
      return false
    const isAskedAgain = other >= 0 && isQuestion(candidates[other]!) && isQuestion(candidate)
    return isDialogue || isQuestion(candidates[last]!) || isAskedAgain
  }

  function hear(index: number): void {
    if (last >= 0 && !isSame(speakerOf[last]!, speakerOf[index]!)) other = last
    else isDialogue = false
    last = index
  }

  function isQuestion(candidate: Candidate): boolean {
    const end = endOf(candidate)
    return tokens.form[tokens.kind[end] === TokenKind.mark ? end - 1 : end]!.startsWith('?')
  }
}

const endOf = ({ content }: Candidate): number => content.at(-1)!.to - 1

import type { Candidate } from '../role/candidate.ts'
import { TokenKind, type TokenTable } from '../text/token-table.ts'

/** A quotation whose source is not named goes on with one that ended no more paragraphs before. */
const PARAGRAPHS_BACK = 1

/** Whether what begins at a token may go on with what somebody said before: in the same paragraph or the next. */
export function isSoonAfter({ paragraph }: TokenTable, { content }: Candidate, token: number): boolean {
  const gap = paragraph[token]! - paragraph[content.at(-1)!.to - 1]!
  return gap >= 0 && gap <= PARAGRAPHS_BACK
}

/** Whether what begins a paragraph may be somebody's answer to what was asked at the end of the one before: “Is it safe?” Ana asked. */
function isAnswer({ form, kind, paragraph }: TokenTable, asked: Candidate, candidate: Candidate): boolean {
  const last = asked.content.at(-1)!.to - 1
  const end = kind[last] === TokenKind.mark ? last - 1 : last
  return form[end]!.startsWith('?') && paragraph[candidate.content[0]!.from] !== paragraph[last]
}

/**
 * For each candidate the one whose source it takes over, by index, -1 for none: what stands without a cue and names nobody
 * is said by whoever was heard last, in its paragraph or the one before, but for what may be the answer to a question. `candidates` are in the order of their contents.
 */
export function takeOverSources(
  tokens: TokenTable,
  candidates: readonly Candidate[],
  parents: readonly number[]
): number[] {
  let last = -1
  const taken: number[] = []
  candidates.forEach((candidate, index) => {
    let from = -1
    if (
      candidate.head < 0 &&
      candidate.source.length === 0 &&
      last >= 0 &&
      isSoonAfter(tokens, candidates[last]!, candidate.content[0]!.from) &&
      !isAnswer(tokens, candidates[last]!, candidate)
    )
      from = taken[last]! >= 0 ? taken[last]! : last
    taken.push(from)
    if (parents[index]! < 0 && (candidate.source.length > 0 || from >= 0)) last = index
  })
  return taken
}

import type { Quotations } from '../quotation/pair-quotation-marks.ts'
import type { Candidate } from '../role/candidate.ts'
import type { TokenTable } from '../text/token-table.ts'

/** What is said inside a quotation ends where that does: “Nobody asks how we are” should be on a T-shirt. */
export const keepInQuotations = (
  { form }: TokenTable,
  { list, innermost }: Quotations,
  candidates: readonly Candidate[]
): Candidate[] =>
  candidates.map((candidate) => {
    const around = candidate.head < 0 ? undefined : list[innermost[candidate.head]!]
    if (!around?.closed) return candidate
    // the mark that closes it stands outside, and so does the full stop
    const end = form[around.to - 2] === '.' ? around.to - 2 : around.to - 1
    const isPast = ({ from, to }: { from: number; to: number }) =>
      from >= around.from && from < end && to > around.to
    if (!candidate.content.some(isPast)) return candidate
    return {
      ...candidate,
      content: candidate.content.map((range) => (isPast(range) ? { from: range.from, to: end } : range))
    }
  })

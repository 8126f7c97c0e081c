import type { Quotation, Quotations } from '../quotation/pair-quotation-marks.ts'
import type { Candidate } from '../role/candidate.ts'
import { mergeRanges } from '../text/merge-ranges.ts'
import { ContentIndex } from './content-index.ts'

/**
 * Contents that end in a quotation left open go on with the quotations of the paragraphs that follow. What structure alone attributes is
 * left out where it is then what a cue attributes.
 */
export function continueQuotations(
  candidates: readonly Candidate[],
  { list: quotations }: Quotations
): Candidate[] {
  const next = new Map<number, Quotation>()
  for (const quotation of quotations)
    if (quotation.continues >= 0) next.set(quotations[quotation.continues]!.from, quotation)
  if (next.size === 0) return [...candidates]
  const openFrom = new Map(quotations.filter(({ closed }) => !closed).map(({ from, to }) => [to, from]))
  const continued = candidates.map((candidate) => {
    const last = candidate.content.at(-1)!
    const content = [...candidate.content]
    let from = openFrom.get(last.to)
    while (from !== undefined) {
      const following = next.get(from)
      if (!following) break
      content.push({ from: following.from, to: following.to })
      from = following.closed ? undefined : following.from
    }
    return content.length === candidate.content.length
      ? candidate
      : { ...candidate, content: mergeRanges(content) }
  })
  const cued = new ContentIndex()
  for (const { head, content } of continued) if (head >= 0) cued.add(mergeRanges(content))
  return continued.filter(({ head, content }) => head >= 0 || !cued.has(mergeRanges(content)))
}

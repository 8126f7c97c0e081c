import type { Finding } from './article.ts'
import { type MarkStyle, styleOf } from './marks.ts'
import { type Rule, show } from './rule.ts'

const NAMES: Readonly<Record<MarkStyle, string>> = {
  curly: 'curly marks',
  straight: 'straight marks',
  doubled: 'marks of two apostrophes'
}
const MISMATCHED =
  'Both marks of a quotation are of one kind, so that programs and readers see where it ends.'
const MIXED = 'One kind of quotation marks throughout a text looks edited; two look pasted.'

/** Quotations that open with one kind of double marks and close with another; the rarer kind of a text that has several. */
export const mixedMarks: Rule<object> = {
  id: 'mixed-marks',
  defaults: {},
  expected: {},
  find({ tokens, quotations }) {
    const found: Finding[] = []
    /** The first opening mark of each style, and how many quotations have it; in the order of the text. */
    const styles = new Map<MarkStyle, { first: number; times: number }>()
    for (const { from, to, closed } of quotations.list) {
      const style = styleOf(tokens.form[from])
      const end = closed ? styleOf(tokens.form[to - 1]) : style
      if (style === undefined) continue
      if (style === end) {
        const its = styles.get(style)
        if (its) its.times++
        else styles.set(style, { first: from, times: 1 })
      } else
        found.push({
          start: tokens.start[to - 1]!,
          end: tokens.end[to - 1]!,
          reason: `Quotation opens with ${show(tokens.form[from]!)} and closes with ${show(tokens.form[to - 1]!)}`,
          note: MISMATCHED
        })
    }
    const total = [...styles.values()].reduce((sum, { times }) => sum + times, 0)
    // Of styles as frequent as each other the one met first is the text's.
    const [main, ...others] = [...styles].sort(([, a], [, b]) => b.times - a.times || a.first - b.first)
    for (const [style, { first, times }] of others)
      found.push({
        start: tokens.start[first]!,
        end: tokens.end[first]!,
        reason: `${times} of ${total} quotations ${times === 1 ? 'has' : 'have'} ${NAMES[style]}, from here; the others ${NAMES[main![0]]}`,
        note: MIXED
      })
    return found
  }
}

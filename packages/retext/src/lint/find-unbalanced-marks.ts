import { TokenKind, type TokenTable } from '@saywho/core/rooms'
import type { Finding } from './article.ts'
import { goesOn } from './find-unsourced-quotes.ts'
import { styleOf } from './marks.ts'
import { type Rule, show } from './rule.ts'

const OPENS =
  'A reader cannot tell where the words quoted end. Close them, or begin the next paragraph with a mark where they go on in it.'
const CLOSES = 'A reader cannot tell where the words quoted begin.'

/** Double quotation marks without a partner in their paragraph. */
export const unbalancedMarks: Rule<object> = {
  id: 'unbalanced-marks',
  defaults: {},
  expected: {},
  find({ tokens, quotations: { list } }) {
    const paired = new Set<number>()
    const open = new Set<number>()
    list.forEach(({ from, to, closed }, index) => {
      paired.add(from)
      if (closed) paired.add(to - 1)
      else if (!goesOn(list, index)) open.add(from)
    })
    const odd: number[] = []
    for (let token = 0; token < tokens.count; token++) {
      if (tokens.kind[token] !== TokenKind.mark || !isDouble(tokens.form[token])) continue
      if (paired.has(token) ? !open.has(token) : isNoQuotation(tokens, token)) continue
      // Marks whose shape tells which is which are a pair, whatever stands between them.
      const before = odd.at(-1)
      if (
        before !== undefined &&
        OPENING.test(tokens.form[before]!) &&
        CLOSING.test(tokens.form[token]!) &&
        tokens.paragraph[before] === tokens.paragraph[token]
      )
        odd.pop()
      else odd.push(token)
    }
    return odd.map((token): Finding => {
      const opens = open.has(token) || isOpening(tokens, token)
      const mark = show(tokens.form[token]!)
      return {
        start: tokens.start[token]!,
        end: tokens.end[token]!,
        reason: opens
          ? `Quotation mark ${mark} is not closed in its paragraph`
          : `Quotation mark ${mark} closes what no mark of its paragraph opens`,
        note: opens ? OPENS : CLOSES
      }
    })
  }
}

const OPENING = /^[“„«]$/
const CLOSING = /^[”»]$/

const isDouble = (form: string | undefined): boolean =>
  styleOf(form) !== undefined || form === '«' || form === '»'

/** Inches and seconds after a number; two marks with nothing in between. */
function isNoQuotation(tokens: TokenTable, token: number): boolean {
  const touches = (its: number) => tokens.end[its] === tokens.start[its + 1]
  const isPair = (its: number) => isDouble(tokens.form[its]) && isDouble(tokens.form[its + 1]) && touches(its)
  return (
    (touches(token - 1) && tokens.kind[token - 1] === TokenKind.number) || isPair(token) || isPair(token - 1)
  )
}

function isOpening(tokens: TokenTable, token: number): boolean {
  const form = tokens.form[token]!
  if (OPENING.test(form) || form === '``') return true
  return !CLOSING.test(form) && tokens.end[token - 1] !== tokens.start[token]
}

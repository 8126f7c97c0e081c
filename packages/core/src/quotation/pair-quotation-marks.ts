import { isSpacedAfter, isSpacedBefore, isWord, TokenKind, type TokenTable } from '../text/token-table.ts'
import type { SetQuotation } from './find-set-quotations.ts'

/** Words between quotation marks, or set apart as quoted without them. */
export interface Quotation {
  /** The opening mark, if it has one. */
  readonly from: number
  /** After the closing mark; where it is missing, after the paragraph. */
  readonly to: number
  readonly closed: boolean
  /** Whether a reader sees marks around it. */
  readonly marked: boolean
  /** Whether it is told by the way the text is set, as a block quotation is. */
  readonly set: boolean
  /** The quotation around it, by index; -1 for none. */
  readonly around: number
  /** The quotation of the paragraph before that it goes on from, by index; -1 for none. */
  readonly continues: number
}

/** All quotations of a text, those inside others after them, and which of them each token is in, by index, -1 for none. */
export interface Quotations {
  readonly list: readonly Quotation[]
  readonly outermost: Int32Array
  readonly innermost: Int32Array
}

interface OpenMark {
  /** Its first token: ‘’ is two. */
  token: number
  family: Family
}

type Family = 'double' | 'single' | 'angle'
interface Role {
  family: Family
  opens: boolean
  closes: boolean
}

/**
 * The quotations of a text, in order, those inside others after them. Marks are paired paragraph by paragraph, so that
 * an odd one spoils no more than its own. A mark left open counts when it stands where speech begins; a single one, which may be an
 * apostrophe, only where the next paragraph opens with one too. Quotations over several paragraphs open each of them, but for a
 * short line between, such as a caption; or open the first alone and are closed in a later one.
 *
 * @param set what is set apart as quoted, by paragraph; what crosses a pair of marks is left out.
 */
export function pairQuotationMarks(
  tokens: TokenTable,
  set: ReadonlyMap<number, readonly SetQuotation[]> = NOTHING_SET
): Quotations {
  const found: Quotation[] = []
  const outermost = new Int32Array(tokens.count).fill(-1)
  const innermost = new Int32Array(tokens.count).fill(-1)
  let running = -1
  /** The mark that closes what runs on through paragraphs which no mark opens; -1 for none. */
  let closing = -1
  /** What is set apart and runs on from the paragraph before: as a reader sees it, with marks or without. */
  let setRunning: readonly [number, number] = [-1, -1]
  for (let paragraph = 0; paragraph + 1 < tokens.paragraphStart.length; paragraph++) {
    const from = tokens.paragraphStart[paragraph]!
    const to = tokens.paragraphStart[paragraph + 1]!
    const goesOn = running >= 0 && familyOpenedAt(tokens, from) !== null
    const isInside = closing >= from
    const isApart = (open: number) => !isInside || open > closing
    const { pairs: inner, left } = pairInParagraph(tokens, from, to)
    const first = left.find((mark) => isApart(mark.token) && runsOn(tokens, mark, paragraph, goesOn))
    const pairs = inner.filter(([open, end]) => isApart(open) || end <= closing)
    if (first !== undefined) pairs.push([first.token, to])
    if (isInside) pairs.push([from, Math.min(closing + 1, to)])
    pairs.sort((a, b) => a[0] - b[0] || b[1] - a[1])
    const marked = pairs.map(([open, end]): Omit<Quotation, 'around'> => {
      const closed = open !== first?.token && !(isInside && open === from && closing >= to)
      const continues = (goesOn || isInside) && open === from ? running : -1
      return { from: open, to: end, closed, marked: true, set: false, continues }
    })
    const kept = [...marked]
    for (const drawn of [false, true]) {
      const pieces = (set.get(paragraph) ?? []).filter((its) => its.marked === drawn)
      for (const { from, to, goesOn, runsOn } of leaveOutCrossing(pieces, kept)) {
        const continues = goesOn ? setRunning[+drawn]! : -1
        kept.push({ from, to, closed: !runsOn, marked: drawn, set: true, continues })
      }
      kept.sort((a, b) => a.from - b.from || b.to - a.to)
    }
    let next = -1
    const nextSet: [number, number] = [-1, -1]
    for (const quotation of kept) {
      const { from: open, to: end } = quotation
      if (!quotation.closed && quotation.set) nextSet[+quotation.marked] = found.length
      else if (!quotation.closed) next = found.length
      const around = innermost[open]!
      if (around < 0) outermost.fill(found.length, open, end)
      innermost.fill(found.length, open, end)
      found.push({ ...quotation, around })
    }
    if (first?.family === 'double') closing = findClosing(tokens, paragraph + 1)
    // A line between two paragraphs of a quotation is none of its own.
    const isBetween = next < 0 && running >= 0 && kept.length === 0 && isLineBetween(tokens, paragraph)
    if (!isBetween) running = next
    setRunning = nextSet
  }
  return { list: found, outermost, innermost }
}

const NOTHING_SET: ReadonlyMap<number, readonly SetQuotation[]> = new Map()

/** Those that cross no quotation: both their ends stand in the same one, or in none. `quotations` are in order, and nest. */
function leaveOutCrossing(
  pieces: readonly SetQuotation[],
  quotations: readonly Pick<Quotation, 'from' | 'to'>[]
): readonly SetQuotation[] {
  if (pieces.length === 0 || quotations.length === 0) return pieces
  const around = new Map<number, number>()
  const open: number[] = []
  const close = (at: number) => {
    while (open.length > 0 && quotations[open.at(-1)!]!.to <= at) open.pop()
  }
  let next = 0
  for (const at of pieces.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b)) {
    for (; next < quotations.length && quotations[next]!.from < at; next++) {
      close(quotations[next]!.from)
      open.push(next)
    }
    close(at)
    around.set(at, open.at(-1) ?? -1)
  }
  return pieces.filter(({ from, to }) => around.get(from) === around.get(to))
}

/** Pairs of opening mark and end; and the marks left open. */
function pairInParagraph(tokens: TokenTable, from: number, to: number) {
  const pairs: [number, number][] = []
  const open: OpenMark[] = []
  for (let token = from; token < to; token++) {
    if (tokens.kind[token] !== TokenKind.mark) continue
    const role = roleOf(tokens, token)
    if (role === null) continue
    const partner = role.closes ? findPartner(open, role.family) : -1
    if (partner >= 0 && token > open[partner]!.token + 1) {
      pairs.push([open[partner]!.token, token + 1])
      closeFrom(open, partner)
    } else if (turnsBack(tokens, token) && open.at(-1)?.token === token - 1) {
      const half = open.pop()!
      if (open.at(-1)?.family === 'double') closeFrom(open, open.length - 1)
      open.push(half, { token: half.token, family: 'double' })
    } else if (role.opens) {
      if (open.at(-1)?.family === role.family) closeFrom(open, open.length - 1)
      open.push({ token, family: role.family })
    }
  }
  // The others before a single one: that may be an apostrophe.
  return { pairs, left: open.sort((a, b) => +(a.family === 'single') - +(b.family === 'single')) }
}

/** What a mark opens in the middle of a paragraph, no mark closes and no other paragraph goes on with is no longer than this, in tokens. */
const LONGEST_LEFT_OPEN = 250

/** Whether a mark left open in a paragraph opens a quotation that runs to the paragraph's end. */
function runsOn(
  tokens: TokenTable,
  { token, family }: OpenMark,
  paragraph: number,
  goesOn: boolean
): boolean {
  const begins = token === tokens.paragraphStart[paragraph]
  if (!begins && !beginsSpeech(tokens, token)) return false
  const isLong = tokens.paragraphStart[paragraph + 1]! - token > LONGEST_LEFT_OPEN
  if (!begins && isLong && !goesOnAfter(tokens, paragraph, family)) return false
  return family !== 'single' || (begins && goesOn) || goesOnAfter(tokens, paragraph, family)
}

/** Whether what a paragraph leaves open goes on in the next one that is no line between. */
function goesOnAfter(tokens: TokenTable, paragraph: number, family: Family): boolean {
  const next = paragraph + (isLineBetween(tokens, paragraph + 1) ? 2 : 1)
  return familyOpenedAt(tokens, tokens.paragraphStart[next] ?? tokens.count) === family
}

/** A caption or a notice between two paragraphs of a quotation is no longer than this, in tokens. */
const LONGEST_LINE_BETWEEN = 30

/** Whether a paragraph is a line without marks before a paragraph that opens with one. */
function isLineBetween(tokens: TokenTable, paragraph: number): boolean {
  const from = tokens.paragraphStart[paragraph] ?? tokens.count
  const to = tokens.paragraphStart[paragraph + 1] ?? tokens.count
  if (from === to || to === tokens.count || to - from > LONGEST_LINE_BETWEEN) return false
  for (let token = from; token < to; token++)
    if (tokens.kind[token] === TokenKind.mark && roleOf(tokens, token) !== null) return false
  return familyOpenedAt(tokens, to) !== null
}

/** A quotation that opens its first paragraph alone closes within so many more. */
const MOST_UNOPENED = 5

/** The double mark that closes what was left open before a paragraph, if it is the first to stand in it or the next few; else -1. */
function findClosing(tokens: TokenTable, paragraph: number): number {
  const from = tokens.paragraphStart[paragraph] ?? tokens.count
  const to = tokens.paragraphStart[Math.min(paragraph + MOST_UNOPENED, tokens.paragraphStart.length - 1)]!
  for (let token = from; token < to; token++) {
    const role = tokens.kind[token] === TokenKind.mark ? roleOf(tokens, token) : null
    if (role?.family === 'double') return role.closes && !role.opens && token > from ? token : -1
  }
  return -1
}

/** Leaves no mark open from one on, nor the half of it that may stand for a mark of its own. */
function closeFrom(open: OpenMark[], mark: number): void {
  open.length = mark > 0 && open[mark - 1]!.token === open[mark]!.token ? mark - 1 : mark
}

/** Nesting beyond a few levels is no prose: looking back no further keeps the cost linear. */
const DEEPEST = 4

function findPartner(open: readonly OpenMark[], family: Family): number {
  for (let at = open.length - 1; at >= Math.max(0, open.length - DEEPEST); at--)
    if (open[at]!.family === family) return at
  return -1
}

function familyOpenedAt(tokens: TokenTable, token: number): Family | null {
  if (tokens.kind[token] !== TokenKind.mark) return null
  const role = roleOf(tokens, token)
  return role?.opens ? role.family : null
}

/** What a mark may do where it stands, by its shape and the space around it. */
function roleOf(tokens: TokenTable, token: number): Role | null {
  const form = tokens.form[token]!
  const before = isSpacedBefore(tokens, token) || isOpener(tokens, token - 1)
  const after = isSpacedAfter(tokens, token)
  // A mark may be set the wrong way round: “so“.
  if (OPENING[form] !== undefined) {
    const closes = !before && (after || isCloser(tokens, token + 1))
    return { family: OPENING[form], opens: !closes, closes }
  }
  if (CLOSING[form] !== undefined)
    return isApostrophe(tokens, token)
      ? null
      : { family: CLOSING[form], opens: before && isWord(tokens, token + 1) && !after, closes: true }
  const family = EITHER[form]
  if (family === undefined) return null
  // One before a comma or a full stop closes too: ‘so’, said Ana.
  if (family === 'single' && !before && !after && isCloser(tokens, token + 1))
    return { family, opens: false, closes: true }
  if (before === after) return family === 'single' ? null : { family, opens: true, closes: true }
  return { family, opens: before, closes: after }
}

/** Whether a closing mark stands for the apostrophe of a short ending, as where a page's characters were changed: won”t, the mayor”s. */
const isApostrophe = (tokens: TokenTable, token: number): boolean =>
  /^(?:s|t|d|m|re|ve|ll)$/i.test(tokens.form[token + 1] ?? '') &&
  !isSpacedBefore(tokens, token) &&
  !isSpacedAfter(tokens, token)

/** Whether a token parts or ends what stands before it: punctuation, a dash, a bracket or a closing mark. */
const isCloser = ({ form }: TokenTable, token: number): boolean =>
  /^(?:[,.;:!?…)\]}\p{Pd}”»]|''$|"$)/u.test(form[token] ?? '')

/** Whether a mark is the second of ‘’ before a word: a doubled mark whose halves were turned towards each other, or ‘ and an apostrophe. */
const turnsBack = (tokens: TokenTable, token: number): boolean =>
  tokens.form[token] === '’' &&
  tokens.form[token - 1] === '‘' &&
  !isSpacedBefore(tokens, token) &&
  !isSpacedAfter(tokens, token)

/** Whether a mark stands where speech begins: after a comma, a colon, a full stop. */
const beginsSpeech = (tokens: TokenTable, token: number): boolean =>
  tokens.kind[token - 1] === TokenKind.punctuation

function isOpener(tokens: TokenTable, token: number): boolean {
  return (
    token >= 0 && (/^[([{\p{Pd}“„«‘]/u.test(tokens.form[token]!) || EITHER[tokens.form[token]!] !== undefined)
  )
}

const OPENING: Readonly<Record<string, Family>> = {
  '“': 'double',
  '„': 'double',
  '``': 'double',
  '‘‘': 'double',
  '‚‚': 'double',
  '«': 'angle',
  '‘': 'single'
}
const CLOSING: Readonly<Record<string, Family>> = { '”': 'double', '»': 'angle' }
const EITHER: Readonly<Record<string, Family>> = {
  '"': 'double',
  "''": 'double',
  '’’': 'double',
  "'": 'single',
  '’': 'single',
  '`': 'single'
}

import type { Quotation } from '../quotation/pair-quotation-marks.ts'
import type { Reading } from '../quotation/reading.ts'
import { isFullVerb, Tag } from '../tagging/tags.ts'
import { isWord, TokenKind, type TokenRange } from '../text/token-table.ts'
import { trimContent } from './trim-content.ts'

/**
 * What may name who speaks beside it: at a paragraph's end, after a dash ("… – Name, place", "… — Name (@name) July 12"), a colon ("…: Name") or a
 * quotation; on a line below; on a line above, as a heading.
 */
export interface Signature {
  readonly place: 'dash' | 'colon' | 'line' | 'heading'
  /** Who may be meant: the whole phrase, and its name alone where a comma, a bracket or a number follows. */
  readonly sources: readonly TokenRange[]
  /** What may be signed: the paragraph, and the quotation that ends it; or the paragraph below a heading. */
  readonly contents: readonly (readonly TokenRange[])[]
}

/** In tokens: after a dash, where an address and a date may follow; after a colon; as a line of its own. */
const LONGEST_AFTER_DASH = 16
const LONGEST_AFTER_COLON = 6
const LONGEST_LINE = 10
/** What is before a colon, or beside a line, has at least so many tokens. */
const LEAST_SIGNED = 3

/** Whether a paragraph is a line that names somebody, and on which side of what it signs it stands. */
const Line = { none: 0, below: 1, above: 2 } as const

/** The phrases without a verb that paragraphs end in, or are, and what they may sign. */
export function findSignatures(reading: Reading): Signature[] {
  const { tokens, tree, quotations } = reading
  const { tag } = tree.syntax
  const { outermost, list } = quotations
  const paragraphs = tokens.paragraphStart.length - 1
  const found: Signature[] = []
  const lines = findLines()
  for (let p = 0; p < paragraphs; p++) {
    const from = tokens.paragraphStart[p]!
    const to = tokens.paragraphStart[p + 1]!
    const dash = dashBefore(from, to)
    const colon = dash < 0 ? colonBefore(from, to) : -1
    if (dash >= 0) add('dash', p, dash, firstWord(dash, to), to)
    else if (colon >= 0) add('colon', p, colon, firstWord(colon, to), to)
    else if (lines[p] === Line.below) add('line', p, from, from, to)
    else if (lines[p] === Line.above) addHeading(p)
    else {
      const quoted = quotationBefore(from, to)
      if (quoted >= 0) add('line', p, quoted, quoted, to)
    }
  }
  return found

  /**
   * Which paragraphs are nothing but a phrase that may name who speaks in the one above or below. Lines that take turns with paragraphs
   * stand all on the same side of theirs: on which, the first of them tells.
   */
  function findLines(): Uint8Array {
    const found = new Uint8Array(paragraphs)
    for (let p = 0; p < paragraphs; p++) {
      const from = tokens.paragraphStart[p]!
      const to = tokens.paragraphStart[p + 1]!
      if (to - from > LONGEST_LINE || isBetween(to)) continue
      if (!isName(tag[from] === Tag.BRACKET ? from + 1 : from, to)) continue
      const isNext = p > 1 && found[p - 1] === Line.none && found[p - 2] !== Line.none
      if (isNext) found[p] = found[p - 2]!
      else if (isBelow(p)) found[p] = Line.below
      else if (tag[to - 1] !== Tag.STOP) found[p] = Line.above
    }
    return found
  }

  /** Whether a line before a token stands between two paragraphs of one quotation, as a caption does. */
  function isBetween(token: number): boolean {
    const next = list[outermost[token] ?? -1]
    const before = next?.from === token ? list[next.continues] : undefined
    return before !== undefined && tokens.paragraph[before.to - 1]! < tokens.paragraph[token]! - 1
  }

  /** Whether a line stands below what it signs, if it signs anything: quotations tell, else whether a sentence ends above it. */
  function isBelow(p: number): boolean {
    if (p === 0 || sizeOf(p - 1) < LEAST_SIGNED) return false
    const last = tokens.paragraphStart[p]! - 1
    const next = tokens.paragraphStart[p + 1]!
    if (outermost[last]! >= 0) return true
    if (next < tokens.count && outermost[next]! >= 0) return false
    return tag[last] === Tag.STOP || tag[last] === Tag.MARK
  }

  function sizeOf(p: number): number {
    return tokens.paragraphStart[p + 1]! - tokens.paragraphStart[p]!
  }

  function addHeading(p: number): void {
    if (p + 1 === paragraphs || lines[p + 1] !== Line.none || sizeOf(p + 1) < LEAST_SIGNED) return
    const from = tokens.paragraphStart[p]!
    const to = tokens.paragraphStart[p + 1]!
    const below = { from: to, to: tokens.paragraphStart[p + 2]! }
    const [content] = trimContent(tokens, tree, quotations, [below])
    const sources = sourcesFrom(from, to)
    if (content !== undefined && sources.length > 0)
      found.push({ place: 'heading', sources, contents: [[content]] })
  }

  /** @param signed where the paragraph's words before the signature end. */
  function add(place: Signature['place'], p: number, signed: number, first: number, to: number): void {
    const start = tokens.paragraphStart[p]!
    const before =
      signed > start || p === 0
        ? { from: start, to: signed }
        : { from: tokens.paragraphStart[p - 1]!, to: start }
    const [content] = trimContent(tokens, tree, quotations, [before])
    const sources = sourcesFrom(first, to)
    if (content === undefined || sources.length === 0) return
    const contents: TokenRange[][] = [[content]]
    const quoted = quotationTo(content.to)
    if (quoted !== null && (quoted.length > 1 || quoted[0]!.from > content.from)) {
      // A number or a bullet before it is an item's.
      if (!hasLetters(content.from, quoted.at(-1)!.from)) contents.pop()
      contents.push(quoted)
    }
    found.push({ place, sources, contents })
  }

  /** The quotation that ends before a token, in the paragraphs that it runs through; null where none does. */
  function quotationTo(token: number): TokenRange[] | null {
    const quotation = list[outermost[token - 1]!]
    if (quotation?.closed !== true || quotation.to !== token) return null
    const pieces: TokenRange[] = []
    for (let its: Quotation | undefined = quotation; its !== undefined; its = list[its.continues])
      pieces.unshift({ from: its.from, to: its.to })
    return pieces
  }

  function hasLetters(from: number, to: number): boolean {
    for (let token = from; token < to; token++) if (tokens.kind[token] === TokenKind.word) return true
    return false
  }

  function sourcesFrom(first: number, to: number): TokenRange[] {
    let end = to
    while (end > first && !isWord(tokens, end - 1)) end--
    let name = first
    while (name < end && !endsName(name)) name++
    const whole = { from: first, to: end }
    const named = { from: first, to: name }
    return (name < end ? [whole, named] : [whole]).filter((its) => its.to > its.from && !hasVerb(its))
  }

  function endsName(token: number): boolean {
    return (
      tag[token] === Tag.COMMA ||
      tag[token] === Tag.BRACKET ||
      tag[token] === Tag.DASH ||
      tokens.kind[token] === TokenKind.number
    )
  }

  function hasVerb({ from, to }: TokenRange): boolean {
    for (let token = from; token < to; token++) if (isFullVerb(tag[token]!)) return true
    return false
  }

  /** The first dash of those before the phrase at a paragraph's end; -1 where there is none. */
  function dashBefore(from: number, to: number): number {
    for (let token = to - 2; token >= from && token >= to - LONGEST_AFTER_DASH; token--) {
      if (!isDash(token) || !opensName(token + 1, to)) continue
      let start = token
      while (start > from && tag[start - 1] === Tag.DASH) start--
      const isApart =
        start === from ||
        tokens.end[start - 1]! < tokens.start[start]! ||
        outermost[start - 1]! >= 0 ||
        tag[start - 1] === Tag.STOP
      return isApart ? start : -1
    }
    return -1
  }

  function isDash(token: number): boolean {
    return tag[token] === Tag.DASH || /^(?:-{1,3}|~)$/.test(tokens.form[token]!)
  }

  /** The colon before the phrase that a headline ends in. */
  function colonBefore(from: number, to: number): number {
    for (let token = to - 2; token >= from + LEAST_SIGNED && token >= to - 1 - LONGEST_AFTER_COLON; token--) {
      if (outermost[token + 1]! >= 0) return -1
      if (tag[token] === Tag.COLON) return isName(token + 1, to) ? token : -1
    }
    return -1
  }

  /** Where the quotation ends that nothing but such a phrase follows; -1 where there is none. */
  function quotationBefore(from: number, to: number): number {
    let last = to
    while (last > from && to - last <= LONGEST_LINE && outermost[last - 1]! < 0) last--
    return last > from && last < to && to - last <= LONGEST_LINE && isName(last, to) ? last : -1
  }

  /** Whether all up to a paragraph's end is a phrase without a verb that begins with a capital, or is one word. */
  function isName(from: number, to: number): boolean {
    return opensName(from, to) && tag[to - 1] !== Tag.COLON && !hasVerb({ from, to })
  }

  function opensName(from: number, to: number): boolean {
    const form = tokens.form[from]!
    return /^\p{Lu}/u.test(form) || (/^\p{L}/u.test(form) && from === to - 1)
  }

  function firstWord(from: number, to: number): number {
    let first = from
    while (first < to && !isWord(tokens, first)) first++
    return first
  }
}

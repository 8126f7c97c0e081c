import type { Nodes } from 'nlcst'
import type { Segmentation } from '../language.ts'
import { TokenKind } from './token-table.ts'

/** Tokens in the making: three columns, grown in step. */
export interface TokenColumns {
  start: number[]
  end: number[]
  kind: TokenKind[]
  /** Where the clitics of each word met so far begin: most words come again and again. */
  clitics: Map<string, readonly number[]>
}

const MARKS = new Set([...'"“”„‟«»‹›\'‘’‚‛`´'])
/** Characters of which a run is as many tokens. A pair of the second kind is one token: newswire's doubled quotation marks. */
const SINGLE = new Set([...'"“”„‟«»‹›()[]{}'])
const DOUBLED = new Set([..."'‘’`´‚"])
const APOSTROPHES = /[’‘]/g
const LETTER_INITIALS = /^\p{Lu}$|^(?:\p{L}\.)+\p{L}$/u
const INNER_MARK = /''|:(?=\p{L})/u
const DIGIT = /\p{Nd}/u
const PUNCTUATION = /^\p{P}/u
const NUMBER_JOINT = /^[.,:/]$/

/** In lower case, with `'` for any apostrophe. */
export function toLower(form: string): string {
  const lower = form.toLowerCase()
  return lower.includes('’') || lower.includes('‘') ? lower.replace(APOSTROPHES, "'") : lower
}

/**
 * Adds the tokens of a tree. Only words and the characters between them are taken from it: a parser's sentences
 * break inside quotations and after abbreviations, so the house finds its own.
 *
 * @param text the text that the offsets count in.
 * @param base the offset in `text` of the tree's first character.
 */
export function collectTokens(
  columns: TokenColumns,
  text: string,
  tree: Nodes,
  base: number,
  segmentation: Segmentation
): void {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (node.type === 'WordNode' && start !== undefined && end !== undefined) {
      addWord(columns, text, base + start, base + end, segmentation)
    } else if ('children' in node) {
      for (let child = node.children.length - 1; child >= 0; child--) stack.push(node.children[child]!)
    } else if (node.type !== 'WhiteSpaceNode' && start !== undefined && end !== undefined) {
      addCharacters(columns, text, base + start, base + end, segmentation)
    }
  }
}

function add(columns: TokenColumns, start: number, end: number, kind: TokenKind): void {
  columns.start.push(start)
  columns.end.push(end)
  columns.kind.push(kind)
}

/** A word of the tree: its clitics are tokens of their own, its full stop only where it is no abbreviation's. */
function addWord(
  columns: TokenColumns,
  text: string,
  start: number,
  end: number,
  segmentation: Segmentation
): void {
  const form = text.slice(start, end)
  const inner = form.includes("''") || form.includes(':') ? form.search(INNER_MARK) : -1
  if (inner > 0) {
    addWord(columns, text, start, start + inner, segmentation)
    const joint = form.startsWith("''", inner) ? 2 : 1
    addCharacters(columns, text, start + inner, start + inner + joint, segmentation)
    addWord(columns, text, start + inner + joint, end, segmentation)
    return
  }
  if (form.endsWith('.') && form.length > 1) {
    addWord(columns, text, start, end - 1, segmentation)
    addCharacters(columns, text, end - 1, end, segmentation)
    return
  }
  if (form === '') return
  if (!isAsciiLetter(form.charCodeAt(0)) && DIGIT.test(form.charAt(0))) {
    addNumber(columns, text, start, end)
    return
  }
  let cuts = columns.clitics.get(form)
  if (cuts === undefined) {
    cuts = findClitics(form, segmentation)
    columns.clitics.set(form, cuts)
  }
  let from = takeHandleMark(columns, text, start) ? start - 1 : start
  for (const cut of cuts) {
    add(columns, from, start + cut, TokenKind.word)
    from = start + cut
  }
  add(columns, from, end, TokenKind.word)
}

/** Takes back the "@" that was met right before a word, where it makes that a name on a network: "@brandt", but not in "a@example.org". */
function takeHandleMark(columns: TokenColumns, text: string, start: number): boolean {
  const last = columns.kind.length - 1
  if (text.charAt(start - 1) !== '@' || columns.start[last] !== start - 1) return false
  const isJoined = last > 0 && columns.end[last - 1] === start - 1
  if (isJoined && (columns.kind[last - 1] === TokenKind.word || columns.kind[last - 1] === TokenKind.number))
    return false
  columns.start.pop()
  columns.end.pop()
  columns.kind.pop()
  return true
}

const isAsciiLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122

/** Where each of a word's clitics begins, from left to right. */
function findClitics(form: string, segmentation: Segmentation): number[] {
  const clitics: number[] = []
  const lower = toLower(form)
  let stem = lower
  for (let clitic = findClitic(stem, segmentation); clitic > 0; clitic = findClitic(stem, segmentation)) {
    clitics.push(clitic)
    stem = stem.slice(0, clitic)
  }
  // `toLowerCase` may change a word's length; its clitics then can't be told by their offsets.
  return lower.length === form.length ? clitics.reverse() : []
}

/** Where a word's last clitic begins; 0 where it has none. */
function findClitic(lower: string, segmentation: Segmentation): number {
  for (const clitic of segmentation.clitics)
    if (lower.length > clitic.length && lower.endsWith(clitic)) return lower.length - clitic.length
  return 0
}

/** A number: the tree parts "5,000.50" in three. */
function addNumber(columns: TokenColumns, text: string, start: number, end: number): void {
  const last = columns.kind.length - 1
  if (
    last > 0 &&
    columns.end[last] === start &&
    columns.end[last - 1] === columns.start[last] &&
    columns.kind[last - 1] === TokenKind.number &&
    NUMBER_JOINT.test(text.slice(columns.start[last], columns.end[last]))
  ) {
    columns.start.pop()
    columns.kind.pop()
    columns.end.pop()
    columns.end[last - 1] = end
  } else add(columns, start, end, TokenKind.number)
}

/** Punctuation or symbols: the tree gives runs of one character. */
function addCharacters(
  columns: TokenColumns,
  text: string,
  start: number,
  end: number,
  segmentation: Segmentation
): void {
  const first = text.charAt(start)
  if (first === '.' && end === start + 1 && joinsWordBefore(columns, text, start, segmentation)) {
    columns.end[columns.end.length - 1] = end
    return
  }
  const width = SINGLE.has(first) ? 1 : DOUBLED.has(first) ? 2 : end - start
  const kind = MARKS.has(first)
    ? TokenKind.mark
    : PUNCTUATION.test(first)
      ? TokenKind.punctuation
      : TokenKind.symbol
  for (let from = start; from < end; from += width) add(columns, from, Math.min(from + width, end), kind)
}

/** Whether a full stop belongs to the word right before it. */
function joinsWordBefore(
  columns: TokenColumns,
  text: string,
  at: number,
  segmentation: Segmentation
): boolean {
  const last = columns.kind.length - 1
  if (last < 0 || columns.end[last] !== at || columns.kind[last] !== TokenKind.word) return false
  const form = text.slice(columns.start[last], at)
  const lower = toLower(form)
  return (
    segmentation.abbreviations.has(lower) ||
    LETTER_INITIALS.test(form) ||
    (segmentation.numberAbbreviations.has(lower) && /^\s?\d/.test(text.slice(at + 1, at + 3)))
  )
}

import type { SourceLexicon } from '../language.ts'
import { isFullVerb, Tag } from '../tagging/tags.ts'
import { isWord, TokenKind, type TokenTable } from '../text/token-table.ts'

/** A turn goes on for no more paragraphs than this. */
export const LONGEST_TURN = 12
/** A label is no longer than this, in tokens, and no longer than that where it ends in a bracket: "Sir Edmund Hale (Larne) (Con):". */
const LONGEST_LABEL = 8
const LONGEST_BRACKETED = 16
/** A name or an office in capitals has a word of so many letters. */
const LEAST_CAPITALS = 3
/** Labels without a colon are labels where so many paragraphs have one. */
const LEAST_ALIKE = 2

/** Paragraphs that begin with a label, as a transcript's turns do: "NAME: …", "Mr. NAME. …", "Q. …", "Q …". */
export interface Turns {
  /** Where each paragraph's label ends, by token; -1 where it has none. */
  readonly labels: Int32Array
  /** The first token after the label and its colon or full stop. */
  readonly begins: Int32Array
  /** How many paragraphs have a label. */
  readonly labelled: number
  /** How many paragraphs have the label that a paragraph has. */
  readonly timesOf: (paragraph: number) => number
}

interface Label {
  readonly end: number
  readonly begin: number
}

/**
 * Finds the labels of turns. The only place among them is a dateline: "NEW DELHI: …".
 *
 * @param outermost the quotation around each token, -1 for none.
 */
export function findTurns(
  tokens: TokenTable,
  tag: Uint8Array,
  outermost: Int32Array,
  {
    questionLabels,
    answerLabels,
    places,
    placeWords,
    firstNames,
    calendar,
    headings
  }: Pick<
    SourceLexicon,
    'questionLabels' | 'answerLabels' | 'places' | 'placeWords' | 'firstNames' | 'calendar' | 'headings'
  >
): Turns {
  const paragraphs = tokens.paragraphStart.length - 1
  const labels = new Int32Array(paragraphs).fill(-1)
  const begins = new Int32Array(paragraphs).fill(-1)
  const times = new Map<string, number>()
  let labelled = 0
  for (const [find, least] of [
    [findColon, 1],
    [findStop, LEAST_ALIKE],
    [findLetter, LEAST_ALIKE]
  ] as const) {
    const found = new Map<number, Label>()
    for (let p = 0; p < paragraphs; p++) {
      const label = labels[p]! < 0 ? find(tokens.paragraphStart[p]!, tokens.paragraphStart[p + 1]!) : null
      if (label !== null) found.set(p, label)
    }
    const [dateline, another] = [...found.keys()].filter((p) => isPlace(p, found.get(p)!.end))
    if (dateline !== undefined && another === undefined) found.delete(dateline)
    if (found.size < least) continue
    for (const [p, { end, begin }] of found) {
      labels[p] = end
      begins[p] = begin
      labelled++
      const name = nameOf(p)
      times.set(name, (times.get(name) ?? 0) + 1)
    }
  }
  return { labels, begins, labelled, timesOf: (paragraph) => times.get(nameOf(paragraph)) ?? 0 }

  /** "NAME: …", not "Verdict: …" */
  function findColon(from: number, to: number): Label | null {
    let isOpen = false
    for (let token = from; token < to - 1 && token <= from + LONGEST_BRACKETED; token++) {
      if (tokens.form[token] === '(') isOpen = true
      else if (tokens.form[token] === ')') isOpen = false
      if (tokens.form[token] === ':') {
        // "Velora (NYSE: VLR) today announced"
        if (isOpen) return null
        const isShort = token <= from + LONGEST_LABEL || tokens.form[token - 1] === ')'
        return token > from && isShort && !headings.has(tokens.lower[token - 1]!)
          ? { end: token, begin: token + 1 }
          : null
      }
      if (!isInLabel(token)) return null
      const its = tag[token]!
      if (its === Tag.STOP && token > from && !isWord(tokens, token - 1)) return null
    }
    return null
  }

  /** "Mr. NAME. …", "The CHAIRMAN. …": what stands in capitals before a full stop. */
  function findStop(from: number, to: number): Label | null {
    let capitals = false
    for (let token = from; token < to - 1 && token <= from + LONGEST_LABEL; token++) {
      if (tokens.form[token] === '.') return capitals ? { end: token, begin: token + 1 } : null
      if (!isInLabel(token)) return null
      capitals ||= isUpper(token) && tokens.form[token]!.length >= LEAST_CAPITALS
    }
    return null
  }

  /** "Q. …", "A. …", "Q …"; an answer's letter alone may be an article. */
  function findLetter(from: number, to: number): Label | null {
    if (from + 1 >= to || !isUpper(from)) return null
    const word = tokens.lower[from]!
    const label = word.replace(/\.$/, '')
    if (!questionLabels.has(label) && !answerLabels.has(label)) return null
    if (label !== word) return { end: from + 1, begin: from + 1 }
    if (tokens.form[from + 1] === '.') return from + 2 < to ? { end: from + 1, begin: from + 2 } : null
    return questionLabels.has(label) && isWord(tokens, from + 1) ? { end: from + 1, begin: from + 1 } : null
  }

  /** Whether a token may stand in a label: outside of quotations, no verb unless in capitals, no mark that parts sentences. */
  function isInLabel(token: number): boolean {
    const its = tag[token]!
    if (outermost[token]! >= 0 || its === Tag.COLON || its === Tag.MARK) return false
    return !isFullVerb(its) || its === Tag.VBG || isUpper(token)
  }

  /** Whether a label names a place, and perhaps a day: "LARNE, March 4". */
  function isPlace(p: number, end: number): boolean {
    const from = tokens.paragraphStart[p]!
    if (firstNames.has(tokens.lower[from]!)) return false
    let isNamed = false
    for (let token = from; token < end; token++) {
      const word = tokens.lower[token]!
      const isDay = tokens.kind[token] === TokenKind.number || calendar.has(word)
      if (places.has(word) || placeWords.has(word)) isNamed = true
      else if (!isNamed || (!isDay && tag[token] !== Tag.COMMA)) return false
    }
    return isNamed
  }

  function nameOf(p: number): string {
    return tokens.text.slice(tokens.start[tokens.paragraphStart[p]!], tokens.end[labels[p]! - 1])
  }

  function isUpper(token: number): boolean {
    const form = tokens.form[token]!
    return form === form.toUpperCase() && form !== form.toLowerCase()
  }
}

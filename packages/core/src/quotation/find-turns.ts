import type { SourceLexicon } from '../language.ts'
import { isFullVerb, Tag } from '../tagging/tags.ts'
import { isCapitalised, isWord, TokenKind, type TokenTable } from '../text/token-table.ts'

/** A turn goes on for no more paragraphs than this. */
export const LONGEST_TURN = 12
/** A label is no longer than this, in tokens, and no longer than that where it ends in a bracket: "Sir Edmund Hale (Larne) (Con):". */
const LONGEST_LABEL = 8
const LONGEST_BRACKETED = 16
/** A name or an office in capitals has a word of so many letters. */
const LEAST_CAPITALS = 3
/** Labels without a colon are labels where so many paragraphs have one. */
const LEAST_ALIKE = 2

/** A line that is a label is no longer than this, in tokens, an office after the name included; and there are at least so many of them. */
const LONGEST_LINE = 12
const LEAST_LINES = 3

/** "0:12", "01:02:03" */
const TIME = /^\d{1,2}(?::\d{2}){1,2}$/
const EMPHASIS = /^(?:\*+|_+)$/

/**
 * Paragraphs that begin with a label, as a transcript's turns do: "NAME: …", "[00:12] NAME: …", "Mr. NAME. …", "Q. …", "Q …"; or that are one, above what the bearer says:
 * "Ana Brandt -- Chief Executive Officer".
 */
export interface Turns {
  /** Where each paragraph's label ends, by token; -1 where it has none. */
  readonly labels: Int32Array
  /** Where it begins: after the number of a question, or a time. */
  readonly labelStarts: Int32Array
  /** The first token after the label and its colon or full stop, of the next paragraph where the label is all of its own. */
  readonly begins: Int32Array
  /** How many paragraphs have a label. */
  readonly labelled: number
  /** How many paragraphs have the label that a paragraph has. */
  readonly timesOf: (paragraph: number) => number
}

interface Label {
  readonly from: number
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
    headings,
    personNouns,
    labelNouns,
    pronouns
  }: Pick<
    SourceLexicon,
    | 'questionLabels'
    | 'answerLabels'
    | 'places'
    | 'placeWords'
    | 'firstNames'
    | 'calendar'
    | 'headings'
    | 'personNouns'
    | 'labelNouns'
    | 'pronouns'
  >
): Turns {
  const paragraphs = tokens.paragraphStart.length - 1
  const labels = new Int32Array(paragraphs).fill(-1)
  const labelStarts = new Int32Array(paragraphs).fill(-1)
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
    if (found.size >= least) label(found)
  }
  const lines = findLines()
  if (areSpeakers(lines)) label(lines)
  return { labels, labelStarts, begins, labelled, timesOf: (paragraph) => times.get(nameOf(paragraph)) ?? 0 }

  function label(found: ReadonlyMap<number, Label>): void {
    for (const [p, { from, end, begin }] of found) {
      labelStarts[p] = from
      labels[p] = end
      begins[p] = begin
      labelled++
      const name = nameOf(p)
      times.set(name, (times.get(name) ?? 0) + 1)
    }
  }

  /** Paragraphs that are nothing but a name, an office after it perhaps, or who somebody is ("Operator"), above one that is more. */
  function findLines(): Map<number, Label> {
    const found = new Map<number, Label>()
    // Below what they sign, the last stands at the end.
    if (paragraphs > 0 && isLine(tokens.paragraphStart[paragraphs - 1]!, tokens.count)) return found
    for (let p = 0; p + 1 < paragraphs; p++) {
      const from = tokens.paragraphStart[p]!
      const end = tokens.paragraphStart[p + 1]!
      if (labels[p]! >= 0 || !isLine(from, end)) continue
      const last = tokens.paragraphStart[p + 2]! - 1
      if (labels[p + 1]! < 0 && tag[last] === Tag.STOP && !tellsWho(end, last))
        found.set(p, { from, end, begin: end })
    }
    return found
  }

  /** Whether a paragraph begins with a quotation and goes on with who says it: “We knew it,” she said. */
  function tellsWho(from: number, last: number): boolean {
    if (outermost[from]! < 0) return false
    let end = from
    while (end <= last && outermost[end] === outermost[from]) end++
    const before = tag[end - 2]!
    return end <= last && (before === Tag.COMMA || (before === Tag.STOP && tokens.form[end - 2] !== '.'))
  }

  function isLine(from: number, end: number): boolean {
    if (end - from > LONGEST_LINE || headings.has(tokens.lower[end - 1]!)) return false
    if (isSpeaker(from, end)) return isCapitalised(tokens, from)
    let name = from
    while (name < end && tag[name] === Tag.NNP) name++
    if (name === from) return false
    const isOffice =
      name === end || tag[name] === Tag.DASH || tag[name] === Tag.COMMA || tag[name] === Tag.BRACKET
    for (let token = name; token < end; token++)
      if (!isInLabel(token) || tag[token] === Tag.STOP) return false
    return isOffice
  }

  /** "Operator" */
  function isSpeaker(from: number, end: number): boolean {
    const word = tokens.lower[from]!
    return end === from + 1 && (personNouns.has(word) || labelNouns.has(word))
  }

  /** Whether lines are the labels of a transcript: some come again, or are known for people's, and what stands below most of them speaks to somebody. */
  function areSpeakers(lines: ReadonlyMap<number, Label>): boolean {
    if (lines.size < LEAST_LINES) return false
    const seen = new Set<string>()
    let persons = 0
    let speaking = 0
    for (const { from, end, begin } of lines.values()) {
      const words = tokens.lower.slice(from, end).join(' ')
      if (seen.has(words) || firstNames.has(tokens.lower[from]!) || isSpeaker(from, end)) persons++
      seen.add(words)
      if (speaks(begin, tokens.paragraphStart[tokens.paragraph[begin]! + 1]!)) speaking++
    }
    return seen.size > 1 && persons * 2 >= lines.size && speaking * 2 > lines.size
  }

  /** Whether somebody says "I", "we" or "you" in a paragraph, or asks. */
  function speaks(from: number, to: number): boolean {
    for (let token = from; token < to; token++) {
      const person = pronouns.get(tokens.lower[token]!)?.person
      if (person === 1 || person === 2) return true
    }
    return tokens.form[to - 1] === '?'
  }

  /** "NAME: …", "[00:12] NAME: …", "**NAME**: …", "NAME [00:12]: …", not "Verdict: …" */
  function findColon(start: number, to: number): Label | null {
    const from = afterEmphasis(afterTime(afterEmphasis(start)))
    // "Then, to Ana: …"
    if (tag[from] === Tag.RB && !isUpper(from)) return null
    let isOpen = false
    for (let token = from; token < to - 1 && token <= from + LONGEST_BRACKETED; token++) {
      if (tokens.form[token] === '(') isOpen = true
      else if (tokens.form[token] === ')') isOpen = false
      if (tokens.form[token] === ':') {
        // "Velora (NYSE: VLR) today announced"
        if (isOpen) return null
        const end = beforeTime(isEmphasis(token - 1) ? token - 1 : token)
        const isShort = end <= from + LONGEST_LABEL || tokens.form[end - 1] === ')'
        const begin = afterEmphasis(token + 1)
        return end > from && begin < to && isShort && !headings.has(tokens.lower[end - 1]!)
          ? { from, end, begin }
          : null
      }
      if (isEmphasis(token)) continue
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
      if (tokens.form[token] === '.') return capitals ? { from, end: token, begin: token + 1 } : null
      if (!isInLabel(token)) return null
      capitals ||= isUpper(token) && tokens.form[token]!.length >= LEAST_CAPITALS
    }
    return null
  }

  /** "Q. …", "A. …", "Q …", "211 Q. …"; an answer's letter alone may be an article. */
  function findLetter(start: number, to: number): Label | null {
    const from = tokens.kind[start] === TokenKind.number ? start + 1 : start
    if (from + 1 >= to || !isUpper(from)) return null
    const word = tokens.lower[from]!
    const label = word.replace(/\.$/, '')
    if (!questionLabels.has(label) && !answerLabels.has(label)) return null
    if (label !== word) return { from, end: from + 1, begin: from + 1 }
    if (tokens.form[from + 1] === '.') return from + 2 < to ? { from, end: from + 1, begin: from + 2 } : null
    return questionLabels.has(label) && isWord(tokens, from + 1)
      ? { from, end: from + 1, begin: from + 1 }
      : null
  }

  /** After "[00:12]", or "00:12". */
  function afterTime(token: number): number {
    if (isTime(token)) return token + 1
    return isBracket(token) && isTime(token + 1) && isBracket(token + 2) ? token + 3 : token
  }

  function beforeTime(end: number): number {
    return isBracket(end - 1) && isTime(end - 2) && isBracket(end - 3) ? end - 3 : end
  }

  function isTime(token: number): boolean {
    return TIME.test(tokens.form[token] ?? '')
  }

  function isBracket(token: number): boolean {
    return tag[token] === Tag.BRACKET
  }

  /** What sets a label off in plain text: "**", "__". */
  function isEmphasis(token: number): boolean {
    return EMPHASIS.test(tokens.form[token] ?? '')
  }

  function afterEmphasis(token: number): number {
    return isEmphasis(token) ? token + 1 : token
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
    return labels[p]! < 0 ? '' : tokens.text.slice(tokens.start[labelStarts[p]!], tokens.end[labels[p]! - 1])
  }

  function isUpper(token: number): boolean {
    const form = tokens.form[token]!
    return form === form.toUpperCase() && form !== form.toLowerCase()
  }
}

import { isFullVerb, Tag } from '../tagging/tags.ts'
import { isWord, type TokenTable } from '../text/token-table.ts'

/** A turn goes on for no more paragraphs than this. */
export const LONGEST_TURN = 12
/** A label is no longer than this, in tokens. */
const LONGEST_LABEL = 8

/** Paragraphs that begin with a label and a colon, as a transcript's turns do: "NAME: …". */
export interface Turns {
  /** The colon after each paragraph's label, by token; -1 where it has none. */
  readonly labels: Int32Array
  /** How many paragraphs have a label. */
  readonly labelled: number
  /** How many paragraphs have the label that a paragraph has. */
  readonly timesOf: (paragraph: number) => number
}

/** Finds the labels of turns. `outermost` holds the quotation around each token, -1 for none. */
export function findTurns(tokens: TokenTable, tag: Uint8Array, outermost: Int32Array): Turns {
  const paragraphs = tokens.paragraphStart.length - 1
  const labels = new Int32Array(paragraphs).fill(-1)
  const times = new Map<string, number>()
  let labelled = 0
  for (let p = 0; p < paragraphs; p++) {
    const colon = findLabel(p)
    if (colon < 0) continue
    labels[p] = colon
    labelled++
    const name = nameOf(p)
    times.set(name, (times.get(name) ?? 0) + 1)
  }
  return { labels, labelled, timesOf: (paragraph) => times.get(nameOf(paragraph)) ?? 0 }

  function findLabel(p: number): number {
    const from = tokens.paragraphStart[p]!
    const to = tokens.paragraphStart[p + 1]!
    for (let token = from; token < to - 1 && token <= from + LONGEST_LABEL; token++) {
      if (tokens.form[token] === ':') return token > from ? token : -1
      if (outermost[token]! >= 0 || (isFullVerb(tag[token]!) && tag[token] !== Tag.VBG && !isUpper(token)))
        return -1
      const its = tag[token]!
      if (its === Tag.STOP && token > from && !isWord(tokens, token - 1)) return -1
      if (its === Tag.COLON || its === Tag.MARK) return -1
    }
    return -1
  }

  function nameOf(p: number): string {
    return tokens.text.slice(tokens.start[tokens.paragraphStart[p]!], tokens.end[labels[p]! - 1])
  }

  function isUpper(token: number): boolean {
    const form = tokens.form[token]!
    return form === form.toUpperCase() && form !== form.toLowerCase()
  }
}

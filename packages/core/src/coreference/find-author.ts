import type { SourceLexicon } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import { TokenKind } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import { firstFrom } from './source-context.ts'

/** A text's author, where it tells the name. */
export interface Author {
  /** The mention, by index. */
  readonly mention: number
  /** The first token that is the author's. */
  readonly from: number
}

/** A signature has no more words than this. */
const LONGEST_SIGNATURE = 6
/** A signature stands in one of the last paragraphs, a motto or an address below it. */
const SIGNATURE_WITHIN = 3
/** A byline stands in one of the first paragraphs, and so does an author who tells the name of the whole text's. */
const BYLINE_WITHIN = 5
/** A heading stands in one of the first paragraphs, and before it nothing. */
export const HEADING_WITHIN = 3
/** "It's Ana" tells a name in one of the first sentences only. */
const GREETING_WITHIN = 3

/** Whose the text is, by a byline, a heading, its own words or a signature, in this order; null where nothing tells. `byline` is the mention that a byline names, by index, or -1. */
export function findAuthor(
  { tokens, tree, quotations }: Reading,
  mentions: readonly Mention[],
  sources: SourceLexicon
): { author: Author | null; byline: number } {
  const { tag } = tree.syntax
  const paragraphs = tokens.paragraphStart.length - 1
  const byline = findByline()
  return { author: find(), byline }

  function find(): Author | null {
    if (byline >= 0) return { mention: byline, from: 0 }
    const headed = findHeading()
    if (headed >= 0) return { mention: headed, from: 0 }
    const introduced = findIntroduction()
    if (introduced >= 0) {
      // What comes after, where the name is told late.
      const p = tokens.paragraph[mentions[introduced]!.head]!
      return { mention: introduced, from: p < BYLINE_WITHIN ? 0 : tokens.paragraphStart[p]! }
    }
    const name = findSignature()
    return name < 0 ? null : { mention: name, from: 0 }
  }

  /** The name that one of the last paragraphs is, or begins with before a bracket; -1 where none does. */
  function findSignature(): number {
    for (let p = paragraphs - 1; p > 0 && p >= paragraphs - SIGNATURE_WITHIN; p--) {
      const from = tokens.paragraphStart[p]!
      const to = tokens.paragraphStart[p + 1]!
      const bracket = tokens.form.indexOf('(', from)
      const end = bracket > from && bracket < to ? bracket : to
      const name = nameIn(from, end)
      if (name >= 0 && (p === paragraphs - 1 || isWhole(name, end))) return name
      if (tag[to - 1] === Tag.STOP) return -1
    }
    return -1
  }

  /** The mention that a byline names, by index; -1 where there is none. */
  function findByline(): number {
    for (let p = 0; p < Math.min(BYLINE_WITHIN, paragraphs); p++) {
      const from = tokens.paragraphStart[p]!
      if (tokens.lower[from] !== 'by') continue
      const to = tokens.paragraphStart[p + 1]!
      const name = nameIn(from + 1, to, 0)
      if (name >= 0 && (mentions[name]!.certainty === 2 || isWhole(name, to))) return name
    }
    return -1
  }

  /** The person whose words a heading says that they are, or whose name alone stands below it; -1 where none does. */
  function findHeading(): number {
    for (let p = 0; p < Math.min(HEADING_WITHIN, paragraphs); p++) {
      const from = tokens.paragraphStart[p]!
      const to = tokens.paragraphStart[p + 1]!
      const alone = p > 0 && tokens.form[to - 1] !== ',' ? nameIn(from, to) : -1
      if (alone >= 0) return alone
      if (to > from && tag[to - 1] === Tag.STOP) continue
      for (let token = from + 1; token < to; token++) {
        if (!sources.headingPrepositions.has(tokens.lower[token]!)) continue
        // "a speech given by"
        const isGiven = token - 1 > from && sources.authoringVerbs.has(tokens.lower[token - 1]!)
        if (!isUtterance(isGiven ? token - 2 : token - 1)) continue
        const index = firstFrom(mentions, token + 1)
        const mention = mentions[index]
        if (mention === undefined || mention.head >= to || mention.type !== 'person') continue
        const { name, range, certainty, isPersonal, plural } = mention
        if (name === null) {
          if (range.from <= token + 1 && isPersonal && !plural) return index
          continue
        }
        const isNext = range.from <= token + 1 || name.from <= token + 1
        const isPlain = certainty < 2 && name.to - name.from === 1
        if (isNext && !isPlain && tokens.lower[name.to] !== 'and') return index
      }
    }
    return -1
  }

  function isUtterance(token: number): boolean {
    const word = tokens.lower[token]!
    return (
      !sources.interviewWords.has(word) &&
      (sources.utteranceNouns.has(word) || sources.utteranceNouns.has(tree.syntax.stem[token]!))
    )
  }

  /** The name after "I am", "my name is", and at the beginning "it's … here"; -1 where there is none. */
  function findIntroduction(): number {
    for (let token = 1; token + 1 < tokens.count; token++) {
      const its = tokens.lower[token]!
      if ((its !== 'am' && its !== "'m" && its !== 'is' && its !== "'s") || quotations.outermost[token]! >= 0)
        continue
      const before = tokens.lower[token - 1]!
      const isOwn =
        its === 'am' || its === "'m" ? before === 'i' : before === 'name' && tokens.lower[token - 2] === 'my'
      const isGreeting =
        !isOwn && (before === 'it' || before === 'this') && tokens.sentence[token]! < GREETING_WITHIN
      if (!isOwn && !isGreeting) continue
      const index = firstFrom(mentions, token + 1)
      const mention = mentions[index]
      if (mention?.name?.from !== token + 1) continue
      const isPerson = mention.type === 'person'
      if (
        isOwn
          ? isPerson
          : (sources.greetingWords.has(tokens.lower[mention.name.to]!) ||
              /^[,.!]$/.test(tokens.form[mention.name.to]!)) &&
            (isPerson || tokens.lower[mention.name.to] === 'here')
      )
        return index
    }
    return -1
  }

  /** Whether a name of two parts or more, a title before it perhaps, is all up to a token. */
  function isWhole(index: number, to: number): boolean {
    const { name } = mentions[index]!
    return name !== null && name.to === to && name.to - name.from > 1
  }

  /** The person whose name, with a title, an office or a place at most, is all that stands there; -1 where it is not, or less certainly so than asked for. */
  function nameIn(from: number, to: number, leastCertainty = 2): number {
    let first = from
    while (first < to && tokens.kind[first] !== TokenKind.word) first++
    if (to - first > LONGEST_SIGNATURE || first === to) return -1
    for (let token = first; token < to; token++)
      if (isVerbal(tag[token]!) || tag[token] === Tag.PRP || /^[!?]/.test(tokens.form[token]!)) return -1
    const index = firstFrom(mentions, first)
    const mention = mentions[index]
    const title = trimTitle(tokens.lower[first]!)
    const hasTitle = sources.titles.has(title) || sources.courtesyTitles.has(title)
    return mention !== undefined &&
      mention.head < to &&
      (mention.name?.from === first || (hasTitle && mention.name?.from === first + 1)) &&
      mention.type === 'person' &&
      mention.certainty >= leastCertainty
      ? index
      : -1
  }
}

import { findSegments } from './find-segments.ts'
import { type FoldedText, foldText } from './fold-text.ts'

/** A stretch of the text, by UTF-16 offsets. */
interface Stretch {
  start: number
  end: number
}

/** The parts of a text directive, `[prefix-,]start[,end][,-suffix]`, as stretches of the text. */
export interface TextDirective {
  prefix: Stretch | null
  start: Stretch
  end: Stretch | null
  suffix: Stretch | null
}

/** Longer words are told by their beginning and end, and no part of a link is longer: links are sent, and read by people. */
const MAX_LENGTH = 300
/** How many words a part is tried with. Doubling keeps the tries few where a text repeats itself. */
const WORD_COUNTS = [1, 2, 4, 8, 16, 32]
/**
 * Where even the rarest of the words looked for stands in more places than these, there is no link: to compare them all for each
 * quotation of a text that says the same over and over would cost the square of its length.
 */
const MOST_PLACES = 500
/** Nor is there where so many quotations of the text needed words around them to be told apart: each has the whole text searched. */
const MOST_SEARCHES = 1000
/** Fewer words at the ends of a long quotation tell too little of it. */
const MIN_END_WORDS = 4

/**
 * Makes a chooser of text directives for the quotations of one text, which is read once.
 *
 * The directive's first match, as the specification searches, is the quotation itself; where it can be, it is the only one.
 * Every part begins and ends at a boundary of words, and lies within one line, since none matches over the edge of a block.
 *
 * @returns from a stretch, with no white space at its ends, to its directive; null where none tells it from the same words
 *   elsewhere, or a part would have to end inside a word.
 * @see https://wicg.github.io/scroll-to-text-fragment/#finding-ranges-in-a-document
 */
export function createDirectiveChooser(text: string): (words: Stretch) => TextDirective | null {
  const folds = foldText(text)
  const segments = findSegments(text)
  let searches = 0
  /** Where each folded word or sign stands, by the number of its segment. */
  const placesOf = new Map<string, number[]>()
  for (let segment = 0; segment < segments.count; segment++) {
    const word = foldedSegment(segment)
    const places = placesOf.get(word)
    if (places) places.push(segment)
    else placesOf.set(word, [segment])
  }

  return (words) => {
    if (!segments.isBoundary(words.start) || !segments.isBoundary(words.end)) return null
    const isShort = words.end - words.start <= MAX_LENGTH
    return isShort && !/[\n\r]/.test(text.slice(words.start, words.end))
      ? chooseWhole(words)
      : chooseEnds(words)
  }

  function chooseWhole(words: Stretch): TextDirective | null {
    const rivals = rivalsOf(words, 0)
    if (rivals === null) return null
    if (rivals.length === 0) return { prefix: null, start: words, end: null, suffix: null }
    const context = findContext(words, searchLike(words, 0), true, true)
    return context && { ...context, start: words, end: null }
  }

  function chooseEnds(words: Stretch): TextDirective | null {
    const middle = (words.start + words.end) / 2
    let start: Stretch | null = null
    let rivals: Stretch[] | null = []
    for (const count of WORD_COUNTS.filter((its) => its >= MIN_END_WORDS)) {
      start = wordsAfter(words.start, count, middle)
      if (start === null) return null
      rivals = rivalsOf(start, 0)
      if (rivals?.length === 0) break
    }
    if (start === null || rivals === null) return null
    const before = rivals.length > 0 ? findContext(start, searchLike(start, 0), true, false) : NO_CONTEXT
    if (before === null) return null

    let end: Stretch | null = null
    for (const count of WORD_COUNTS.filter((its) => its >= MIN_END_WORDS)) {
      end = wordsBefore(words.end, count, Math.max(middle, start.end))
      if (end === null) return null
      // Only ends that come sooner compete: the search stops at the first.
      rivals = soonerThan(end, rivalsOf(end, start.end))
      if (rivals?.length === 0) break
    }
    if (end === null || rivals === null) return null
    if (rivals.length === 0) return { prefix: before.prefix, start, end, suffix: null }
    const sooner = soonerThan(end, searchLike(end, start.end))
    // The search goes on behind a place whose suffix is another, so one that runs into the end itself hides it.
    if (sooner?.some((rival) => rival.end > folds.at[end.start]!)) return null
    const after = findContext(end, sooner, false, true)
    return after && { prefix: before.prefix, start, end, suffix: after.suffix }
  }

  /** The least context that tells a stretch from its rivals, or from those before it, for the search takes the first. */
  function findContext(
    words: Stretch,
    rivals: readonly Stretch[] | null,
    usesPrefix: boolean,
    usesSuffix: boolean
  ): Pick<TextDirective, 'prefix' | 'suffix'> | null {
    if (rivals === null) return null
    let prefix: Stretch | null = null
    let suffix: Stretch | null = null
    let left = rivals
    for (const count of WORD_COUNTS) {
      if (usesPrefix) {
        prefix = wordsBefore(skipSpaceBefore(words.start), count, 0) ?? prefix
        if (prefix) left = left.filter(hasBefore(prefix))
        if (left.length === 0) return { prefix, suffix }
      }
      if (usesSuffix) {
        suffix = wordsAfter(skipSpaceAfter(words.end), count, text.length) ?? suffix
        if (suffix) left = left.filter(hasAfter(suffix))
        if (left.length === 0) return { prefix, suffix }
      }
    }
    const isFirst = left.every(({ start }) => start > folds.at[words.start]!)
    return isFirst && (prefix || suffix) ? { prefix, suffix } : null
  }

  /** The other places with the same words, whole words each, from an offset on, as stretches of the folded text; null where they may be too many. */
  function rivalsOf({ start, end }: Stretch, from: number): Stretch[] | null {
    const its = folds.at[start]!
    const term = folds.folded.slice(its, folds.at[end]!)
    let rarest: { word: number; places: readonly number[] } | undefined
    for (let word = segments.at(start); word < segments.count && segments.startOf(word) < end; word++) {
      const places = placesOf.get(foldedSegment(word))!
      if (rarest === undefined || places.length < rarest.places.length) rarest = { word, places }
    }
    if (rarest === undefined || term === '') return []
    if (rarest.places.length > MOST_PLACES) return null
    const before = folds.at[segments.startOf(rarest.word)]! - its
    return rarest.places.flatMap((word) => {
      const found = folds.at[segments.startOf(word)]! - before
      if (word === rarest.word || found < folds.at[from]! || !folds.folded.startsWith(term, found)) return []
      const rival = { start: found, end: found + term.length }
      return isOfWholeWords(rival) ? [rival] : []
    })
  }

  /**
   * The other places with the same characters, from an offset on, inside words or not: beside a prefix or a suffix a search takes
   * those too. Null where they are too many, or too much was searched.
   */
  function searchLike({ start, end }: Stretch, from: number): Stretch[] | null {
    if (++searches > MOST_SEARCHES) return null
    const its = folds.at[start]!
    const term = folds.folded.slice(its, folds.at[end]!)
    const found: Stretch[] = []
    for (let at = folds.at[from]!; ; at++) {
      at = folds.folded.indexOf(term, at)
      if (at < 0) return found
      if (at === its) continue
      if (found.length === MOST_PLACES) return null
      found.push({ start: at, end: at + term.length })
    }
  }

  function soonerThan({ start }: Stretch, rivals: readonly Stretch[] | null): Stretch[] | null {
    return rivals?.filter((rival) => rival.start < folds.at[start]!) ?? null
  }

  function foldedSegment(segment: number): string {
    return foldedOf(folds, { start: segments.startOf(segment), end: segments.startOf(segment + 1) })
  }

  function isOfWholeWords({ start, end }: Stretch): boolean {
    return segments.isBoundary(folds.from[start]!) && segments.isBoundary(folds.from[end]!)
  }

  function hasBefore(prefix: Stretch): (rival: Stretch) => boolean {
    const term = foldedOf(folds, prefix)
    return ({ start }) => folds.folded.endsWith(term, folds.folded[start - 1] === ' ' ? start - 1 : start)
  }

  function hasAfter(suffix: Stretch): (rival: Stretch) => boolean {
    const term = foldedOf(folds, suffix)
    return ({ end }) => folds.folded.startsWith(term, folds.folded[end] === ' ' ? end + 1 : end)
  }

  /** Up to so many words of the line that ends at an offset, but for what stands before a limit; null where there are none. */
  function wordsBefore(end: number, count: number, limit: number): Stretch | null {
    let start = end
    let segment = segments.at(start - 1)
    for (let words = 0; start > limit && words < count; segment--) {
      const first = segments.startOf(segment)
      if (segments.isLineEnd(segment) || first < limit || end - first > MAX_LENGTH) break
      start = first
      if (segments.isWord(segment)) words++
    }
    start = Math.min(skipSpaceAfter(start), end)
    return start < end ? { start, end } : null
  }

  /** The same of the line that begins at an offset. */
  function wordsAfter(start: number, count: number, limit: number): Stretch | null {
    let end = start
    let segment = segments.at(start)
    for (let words = 0; end < limit && words < count; segment++) {
      const next = segments.startOf(segment + 1)
      if (segments.isLineEnd(segment) || next > limit || next - start > MAX_LENGTH) break
      end = next
      if (segments.isWord(segment)) words++
    }
    end = Math.max(skipSpaceBefore(end), start)
    return start < end ? { start, end } : null
  }

  function skipSpaceBefore(offset: number): number {
    let at = offset
    while (at > 0 && /\s/.test(text[at - 1]!)) at--
    return at
  }

  function skipSpaceAfter(offset: number): number {
    let at = offset
    while (at < text.length && /\s/.test(text[at]!)) at++
    return at
  }
}

const NO_CONTEXT = { prefix: null, suffix: null }

const foldedOf = ({ folded, at }: FoldedText, { start, end }: Stretch): string =>
  folded.slice(at[start], at[end])

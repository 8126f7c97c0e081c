import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import { TokenKind, type TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import type { NameWords } from './name-words.ts'
import { isBodyOfPlaces, isPersonNoun, isPlaceWord } from './words-of-names.ts'

/** A name is no longer than this, in tokens. */
export const LONGEST_RUN = 12

/** Finds the run of words of a name around one of them, in a phrase: "Bank of England", "Harold “Tibby” Cole", "the 9/11 Commission". */
export function makeFindRun(
  reading: Reading,
  range: TokenRange,
  sources: SourceLexicon,
  { isName, isCapital, isHandle, isInner, isOrganization, isBody, isTitled }: NameWords
): (middle: number) => TokenRange {
  const { tokens, tree } = reading
  const { tag, stem, relation } = tree.syntax
  return runAround

  function runAround(middle: number): TokenRange {
    const before = isAfterComma(middle) ? middle - 2 : isHandle(middle) ? middle - 1 : middle
    const at = before >= range.from && isName(before) ? before : middle
    const floor = Math.max(range.from, at - LONGEST_RUN)
    const ceiling = Math.min(range.to, at + LONGEST_RUN)
    let from = at
    let to = at + 1
    while (from > floor) {
      const first = isName(from - 1) ? from - 1 : beforeInner(from, floor)
      if (first < 0 || isLineBetween(first, from)) break
      from = first
    }
    while (to < ceiling) {
      // "Ana Brandt @ana_b"
      const after = isName(to) && !isHandle(to) ? to + 1 : afterInner(from, to, ceiling)
      if (after < 0 || isLineBetween(to - 1, after - 1)) break
      to = after
    }
    if (to + 1 < ceiling && isAfterComma(to + 1)) to += 2
    // "Channel 6"
    if (to < ceiling && to - from === 1 && tokens.kind[to] === TokenKind.number) to++
    // "Bankers' League", "Democratic Party"
    if (isOrganization(tokens.lower[to - 1]!))
      while (
        from > floor &&
        (isName(from - 1) ||
          isTitled(from - 1) ||
          (isOwning(from - 1) && from - 1 > floor && (isName(from - 2) || isTitled(from - 2))))
      )
        from--
    // "Campaign to Stop Killer Robots"
    if (isBody(to - 1) && tag[to] === Tag.TO && isCapital(to + 1)) {
      to += 2
      while (to < ceiling && isCapital(to)) to++
    }
    // "the 9/11 Commission", "the 9th Circuit Court"
    if (
      from > floor &&
      NUMBERED.test(tokens.form[from - 1]!) &&
      tokens.lower.slice(from, to).some(isOrganization)
    )
      from--
    // A capitalised article begins a paper's name: "The Straits Times". Not after a dateline, where a sentence begins.
    if (
      from > floor &&
      tokens.form[from - 1] === 'The' &&
      tokens.sentenceStart[tokens.sentence[from]!] !== from - 1 &&
      tokens.kind[from - 2] === TokenKind.word
    )
      from--
    return { from, to }
  }

  function isLineBetween(token: number, next: number): boolean {
    return tokens.text.slice(tokens.end[token]!, tokens.start[next]!).includes('\n')
  }

  /** The name before a few words inside a name ("van der"), or before a nickname in marks; -1 where there is none. */
  function beforeInner(from: number, floor: number): number {
    let at = from - 1
    while (at > floor && at > from - MOST_INNER && isInner(at)) at--
    if (at < from - 1 && at >= floor && isName(at) && joins(at, at + 1, floor)) return at
    if (tag[from - 1] !== Tag.MARK) return -1
    let open = from - 2
    while (open > floor && open > from - LONGEST_NICKNAME && tag[open] !== Tag.MARK) open--
    return open > floor && open < from - 2 && tag[open] === Tag.MARK && isName(open - 1) ? open - 1 : -1
  }

  /** After the name that follows such words; -1 where none does. */
  function afterInner(from: number, to: number, ceiling: number): number {
    let at = to
    // "Society for the Protection of Birds"
    const isWithin = (token: number) => isInner(token) || (token > to && tokens.form[token] === 'the')
    while (at < ceiling && at < to + MOST_INNER && isWithin(at)) at++
    if (at > to && at < ceiling && isName(at) && joins(to - 1, to, from)) return at + 1
    if (tag[to] !== Tag.MARK) return -1
    let close = to + 1
    while (close < ceiling && close < to + LONGEST_NICKNAME && tag[close] !== Tag.MARK) close++
    return close > to + 1 && close + 1 < ceiling && tag[close] === Tag.MARK && isName(close + 1)
      ? close + 2
      : -1
  }

  /** Whether a word ends the name before its comma: "Velora, Inc." */
  function isAfterComma(token: number): boolean {
    return tag[token - 1] === Tag.COMMA && sources.legalForms.has(trimTitle(tokens.lower[token]!))
  }

  /** What makes an owner: "'s", and the apostrophe of a plural, which may look like a quotation's end. */
  function isOwning(token: number): boolean {
    return tag[token] === Tag.POS || (tag[token] === Tag.MARK && relation[token] === Relation.case)
  }

  /** Whether a word inside a name holds it together: "of" only after an organisation's noun, or an office's. */
  function joins(before: number, inner: number, start: number): boolean {
    const form = tokens.form[inner]!
    // "the Department of Health and Human Services"
    if (form === 'and') {
      for (let token = start; token < before; token++)
        if (isBody(token)) return tokens.form[token + 1] === 'of' || tokens.form[token + 1] === 'for'
      return isShared(before, inner)
    }
    // "Swift Boat Veterans for Truth", "Department for Transport"
    if (form === 'for') {
      const isPlural = before > start && stem[before] !== tokens.lower[before]
      return isBody(before) || (isPlural && !sources.firstNames.has(tokens.lower[start]!))
    }
    // "National Institute on Aging"
    if (form === 'on') return isBody(before)
    if (form !== 'of') return true
    const word = tokens.lower[before]!
    // "the Messenger of Allah", but not "the Mayor of New Orleans".
    if (before > range.from && tokens.lower[before - 1] === 'the')
      return !sources.titles.has(word) && !sources.personNouns.has(word)
    return isOrganization(word) || sources.organizationNouns.has(stem[before]!)
  }

  /** "the Energy and Petroleum Regulatory Authority": one article for both, and what they are an organisation in the end alone. */
  function isShared(before: number, and: number): boolean {
    let last = and + 1
    while (last + 1 < range.to && isName(last + 1)) last++
    let first = before
    while (first > range.from && isName(first - 1)) first--
    // "Devon and Cornwall Police"
    const isOfPlaces =
      first === range.from && first === before && isBodyOfPlaces(reading, before, last, sources)
    return (
      last > and + 1 &&
      isOrganization(tokens.lower[last]!) &&
      (isOfPlaces || (tag[first - 1] === Tag.DT && !isPlaceWord(tokens.lower[before]!, sources))) &&
      (before === first || !isOrganization(tokens.lower[before]!)) &&
      !isPersonNoun(reading, before, sources)
    )
  }
}

/** So many words inside a name stand together at most, and so many in a nickname with its marks. */
const MOST_INNER = 3
const LONGEST_NICKNAME = 5
/** "9/11", "101st" */
const NUMBERED = /^\d+(?:\/\d+|st|nd|rd|th)$/

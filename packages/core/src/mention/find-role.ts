import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import { beforeDay } from '../text/before-day.ts'
import { TokenKind, type TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import { isPersonNoun } from './words-of-names.ts'

/** "TikTok CEO" before the name, "the company's chief executive" after it; a courtesy title is none. */
export function findRole(
  { tokens, tree }: Reading,
  range: TokenRange,
  name: TokenRange,
  sources: SourceLexicon
): TokenRange | null {
  const { tag, relation } = tree.syntax
  const isCourtesy = (token: number) => sources.courtesyTitles.has(trimTitle(tokens.lower[token]!))
  const isWord = (token: number) => tokens.kind[token] === TokenKind.word
  let from = range.from
  // "neither Gov. Ana Brandt"
  const isBefore = (token: number) => tag[token] === Tag.DT || tag[token] === Tag.CC
  while (from < name.from && (isBefore(from) || isCourtesy(from) || !isWord(from))) from++
  let to = name.from
  while (to > from && (isCourtesy(to - 1) || !isWord(to - 1))) to--
  // "Interview with linguist Ana Brandt", but "president of Norland Ana Brandt"
  for (let token = from; token < to; token++)
    if (tag[token] === Tag.IN && !hasOffice(from, token + 1)) from = token + 1
  // not who stands before in a list: "Cllr O Hale (Chair), Cllr N Cole"
  const before = tag.subarray(from, to)
  if (before.includes(Tag.BRACKET))
    from += Math.max(before.lastIndexOf(Tag.BRACKET), before.lastIndexOf(Tag.COMMA)) + 1
  while (from < to && tag[from] === Tag.DT) from++
  // "the rebels' leader, known as Commander Zero"
  for (let token = from + 1; token < to; token++)
    if (tag[token] === Tag.COMMA && sources.namingWords.has(tokens.lower[token + 1]!)) to = token
  // "a nurse who gave her name as Olga", but not "a man who …"
  const clause = tag.subarray(from, to).indexOf(Tag.WP)
  if (clause >= 0) {
    to = from + clause
    while (to > from && (tag[to - 1] === Tag.COMMA || sources.looseNouns.has(tokens.lower[to - 1]!))) to--
  }
  // "former secretary of" before "state Ana Brandt"
  if (
    from + 1 === to &&
    from === range.from &&
    tokens.lower[from - 1] === 'of' &&
    isPersonNoun({ tokens, tree }, from - 2, sources)
  ) {
    const begin = Math.max(tokens.sentenceStart[tokens.sentence[from]!]!, from - LONGEST_BEFORE)
    from -= 2
    while (from > begin && isInOffice(tag[from - 1]!)) from--
  }
  // "ministry spokesman Col. Ana Brandt"
  const isShortTitle = (token: number) =>
    tokens.form[token]!.endsWith('.') && sources.titles.has(trimTitle(tokens.lower[token]!))
  let titled = to
  while (titled - from > 1 && isShortTitle(titled - 1)) titled--
  if (titled < to && sources.servingNouns.has(tokens.lower[titled - 1]!)) to = titled
  // "a friend named Ana Brandt", "the right hand of Ana Brandt"; "insiders back Brandt" is no office
  while (from < to && (tag[to - 1] === Tag.IN || sources.namingVerbs.has(tokens.lower[to - 1]!))) to--
  const isOffice = tag[to - 1] !== Tag.CC && !tag.subarray(from, to).some(isFiniteVerb)
  // "a man named Ana Brandt"
  const isAnybody = to - from === 1 && to < name.from && sources.anybodyNouns.has(tokens.lower[from]!)
  if (from < to && isOffice && !isAnybody && hasOffice(from, to)) return { from, to }
  let after = name.to
  // "Cllr A Brandt (Chair)"
  if (tokens.form[after] === '(') {
    let end = after + 1
    while (end < range.to && tag[end] !== Tag.BRACKET) end++
    return end < range.to && hasOffice(after + 1, end) ? { from: after + 1, to: end } : null
  }
  if (after >= range.to || (tag[after] !== Tag.COMMA && tag[after] !== Tag.DASH)) return null
  after++
  // "Mara Quist, 45, the mayor": her age is none.
  if (tag[after] === Tag.CD && tag[after + 1] === Tag.COMMA) after += 2
  // "Brandt, never a man of few words"
  if (relation[after] === Relation.neg) return null
  // "Ana Brandt, then the mayor"
  if (tag[after] === Tag.RB && tag[after + 1] === Tag.DT) after++
  while (after < range.to && tag[after] === Tag.DT) after++
  if (NO_ROLE.has(tag[after]!)) return null
  let end = range.to
  for (let token = after; token < end; token++) {
    if (relation[token] === Relation.relcl) end = clauseStart(token)
    // ", the editor, reports the Echo"
    else if (isFiniteVerb(tag[token]!) && tag[token - 1] === Tag.COMMA) end = token
  }
  end = beforeDay(tokens, end, sources)
  // "a candidate in 2008"
  const isLoose = (token: number) =>
    (!isWord(token) && tag[token] !== Tag.BRACKET) || tag[token] === Tag.IN || tag[token] === Tag.CC
  while (end > after && isLoose(end - 1)) end--
  if (tag[end - 1] === Tag.BRACKET && tokens.form[end - 1] === '(') end--
  return after < end && hasOffice(after, end) ? { from: after, to: end } : null

  /** Whether there is a noun of a person's in it, or of what a company is. */
  function hasOffice(from: number, to: number): boolean {
    for (let token = from; token < to; token++) {
      const word = trimTitle(tokens.lower[token]!)
      if (
        sources.personNouns.has(word) ||
        sources.personNouns.has(tree.syntax.stem[token]!) ||
        sources.titles.has(word)
      )
        return true
      if (token === to - 1 && to === name.from && (sources.organizationNouns.has(word) || MAKER.test(word)))
        return true
    }
    return false
  }

  function clauseStart(verb: number): number {
    let start = Math.max(after, tree.first[verb]!)
    while (start > after && tag[start - 1] === Tag.COMMA) start--
    return start
  }
}

/** What a person is called beside the name by a noun that is no known office: "goalminder Otto Hale", "Otto Hale, a retired wheeltapper from Larne,". */
export function findTrade(
  { tokens, tree }: Reading,
  range: TokenRange,
  name: TokenRange,
  sources: SourceLexicon
): TokenRange | null {
  const { organizationNouns, documentNouns, companyNouns, calendar, placeNouns } = sources
  const { tag, relation, stem, head } = tree.syntax
  const isTrade = (noun: number) =>
    tag[noun] === Tag.NN &&
    /^\p{Ll}/u.test(tokens.form[noun]!) &&
    ![organizationNouns, documentNouns, placeNouns].some((nouns) => nouns.has(stem[noun]!)) &&
    !companyNouns.has(tokens.lower[noun]!) &&
    !calendar.has(tokens.lower[noun]!)
  // "the first thing Otto Hale does"
  const verb = relation[name.to - 1] === Relation.nsubj ? head[name.to - 1]! : -1
  if (verb >= 0 && relation[verb] === Relation.relcl) return null
  if (name.from > range.from && isTrade(name.from - 1)) {
    let from = name.from - 1
    while (from > range.from && isInOffice(tag[from - 1]!)) from--
    return tag[from - 1] === Tag.IN ? null : { from, to: name.from }
  }
  for (let child = tree.firstChild[name.to - 1]!; child >= 0; child = tree.nextSibling[child]!) {
    const from = tree.first[child]!
    if (child < name.to || child >= range.to || relation[child] !== Relation.appos || !isTrade(child))
      continue
    if (tag[from] !== Tag.DT || tag[from - 1] !== Tag.COMMA) return null
    let to = child + 1
    // "a wheeltapper from Larne", but not who or where
    while (to < Math.min(tree.end[child]!, range.to) && !ENDS_TRADE.has(tag[to]!)) to++
    return { from: from + 1, to }
  }
  return null
}

const ENDS_TRADE = new Set<number>([
  Tag.COMMA,
  Tag.WP,
  Tag.WDT,
  Tag.DASH,
  Tag.BRACKET,
  Tag.VBG,
  Tag.VBN,
  Tag.VBD
])

/** What begins no office: "of Larne", "52", "who", "along with". */
const NO_ROLE = new Set<number>([Tag.IN, Tag.CD, Tag.WP, Tag.WDT, Tag.RB, Tag.VBG, Tag.VBN, Tag.VBD])
/** "the carmaker Velora" */
const MAKER = /maker$/

/** What may stand before the noun of an office. */
const isInOffice = (tag: number): boolean => tag === Tag.NN || tag === Tag.NNP || tag === Tag.JJ

/** An office reaches no further before the phrase that its last word was taken for a part of, in tokens. */
const LONGEST_BEFORE = 6

const isFiniteVerb = (tag: number): boolean =>
  tag === Tag.VBD || tag === Tag.VBZ || tag === Tag.VBP || tag === Tag.MD

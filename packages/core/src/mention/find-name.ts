import type { Language } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import { isKnownName } from '../text/is-known-name.ts'
import { opensSentence, TokenKind, type TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import { isOneOfGroup } from './is-one-of-group.ts'
import { LONGEST_RUN, makeFindRun } from './name-run.ts'
import { makeNameWords } from './name-words.ts'
import { trimOffices } from './trim-offices.ts'
import { hasCourtesyTitle, isForce, isPersonNoun, isPlaceWord } from './words-of-names.ts'

/**
 * The proper name in a phrase: the run of capitalised words around its head, or around a name in apposition to it, what
 * stands before the name by way of titles, offices and places off ("US State Department spokesman Jeff Rathke"); with an
 * organisation's noun, the noun too ("Trump-Vance transition team"). Null where there is none.
 */
export function findName(
  reading: Reading,
  range: TokenRange,
  head: number,
  language: Language
): TokenRange | null {
  const { tokens, tree } = reading
  const { tag, stem, relation } = tree.syntax
  const { sources } = language
  const words = makeNameWords(reading, sources)
  const { isName, isCapital, isMinor, isInner, isOrganization, isTitled } = words
  const runAround = makeFindRun(reading, range, sources, words)
  const known = findKnownName()
  if (known !== null) return known
  const core = isMinor(head) ? head - 1 : head
  const own = core >= range.from && isName(core) && !isGroupNoun(core) ? nameAround(core) : null
  // "The Babaloja of the market, Mutiu Adesokan": what a name is alone, with an article, may be an office that few know.
  const mayBeOffice = own !== null && own.to - own.from === 1 && tag[own.from - 1] === Tag.DT
  if (own !== null && !mayBeOffice) return upToAcronym(own)
  for (let token = range.from; token < range.to; token++)
    if (isName(token) && isApposition(token) && tree.syntax.head[token] === head) {
      const name = nameAround(token)
      if (name === null || sources.places.has(tokens.lower[name.to - 1]!)) continue
      if (!mayBeOffice || name.to - name.from > 1) return name
    }
  if (own !== null) return upToAcronym(own)
  // "Doctors Without Borders": nothing but a name has a preposition with a capital inside.
  if (
    isCapital(head) &&
    tag[head + 1] === Tag.IN &&
    /^\p{Lu}\p{Ll}/u.test(tokens.form[head + 1]!) &&
    isName(head + 2)
  )
    return { from: head, to: runAround(head + 2).to }
  const detached = findDetachedName()
  if (detached !== null) return detached
  if (sources.organizationNouns.has(stem[head]!) && tag[head] === Tag.NN) {
    let from = head
    while (
      from > range.from &&
      (isName(from - 1) || (isInner(from - 1) && from - 1 > range.from && isName(from - 2)))
    )
      from--
    // "Orsana's Justice Ministry", but not "Orsana's ministry"
    if (from - 2 >= range.from && from < head && tag[from - 1] === Tag.POS && isName(from - 2))
      from = runAround(from - 2).from
    if (from < head && tag[head + 1] !== Tag.POS) return { from, to: head + 1 }
  }
  return null

  /** The longest well-known name of several words that the head is in: "Save the Children", "Black Lives Matter". */
  function findKnownName(): TokenRange | null {
    for (let from = Math.max(range.from, head - MOST_WORDS + 1); from <= head; from++) {
      if (!sources.organizationOpeners.has(tokens.lower[from]!) || !isCapital(from)) continue
      for (let to = Math.min(range.to, from + MOST_WORDS); to > Math.max(head, from + 1); to--)
        if (isKnownName(tokens, { from, to }, sources)) return around({ from, to })
    }
    return null
  }

  /** As far as the letters in brackets tell: "the Committee to Protect Journalists (CPJ)". */
  function upToAcronym(name: TokenRange): TokenRange {
    const end = Math.min(name.from + LONGEST_RUN, range.to)
    let bracket = name.to + 1
    while (bracket < end && tag[bracket] !== Tag.BRACKET) bracket++
    if (bracket >= end) return name
    let letters = ''
    for (let token = name.from; token < bracket; token++) {
      if (tokens.kind[token] !== TokenKind.word) return name
      if (isCapital(token)) letters += tokens.form[token]![0]
    }
    return tokens.form[bracket + 1] === letters ? { from: name.from, to: bracket } : name
  }

  /** With the country before it, and what it is behind it: "the British Red Cross", "Tata Steel Corporation". */
  function around({ from, to }: TokenRange): TokenRange {
    let first = from
    while (first > range.from && (isName(first - 1) || isTitled(first - 1))) first--
    let end = to
    while (end < range.to && isName(end) && isOrganization(tokens.lower[end]!)) end++
    return { from: first, to: end }
  }

  /** A parser may take an apposition for one of a list. */
  function isApposition(token: number): boolean {
    if (relation[token] === Relation.appos) return true
    return (
      mayBeOffice &&
      relation[token] === Relation.conj &&
      !relation.subarray(range.from, range.to).includes(Relation.cc)
    )
  }

  /** A name that the parser did not attach to the noun: right after it, after "called", or at the phrase's end. */
  function findDetachedName(): TokenRange | null {
    let last = range.to - 1
    while (last > head && (tag[last] === Tag.COMMA || tag[last] === Tag.DASH)) last--
    if (head >= last) return null
    const isMaker =
      isOrganization(tokens.lower[head]!) ||
      sources.companyWordEnds.some((end) => tokens.lower[head]!.endsWith(end))
    const isPerson =
      isPersonNoun(reading, head, sources) ||
      (head + 1 < range.to && isPersonNoun(reading, head + 1, sources))
    if (isName(head + 1)) {
      const name = nameAround(head + 1)
      if (name !== null && (isPerson || isMaker || (name.to - name.from > 1 && name.to >= last))) return name
    }
    for (let token = head + 1; token < last; token++)
      if ((isNamingOf(token) || isNaming(token) || isGiven(token)) && isName(token + 1))
        return nameAround(token + 1)
    if (isPerson && isNaming(afterOnly(range.to))) return namedBehind(afterOnly(range.to) + 1)
    if (!isPerson || !isName(last) || sources.places.has(tokens.lower[last]!)) return null
    const name = afterEmployer(nameAround(last))
    if (name === null || isObject(name.from)) return null
    // "Counsel for the board, Ms Brandt"
    const title = trimTitle(tokens.lower[name.from - 1]!)
    const isTitledAlone =
      (sources.courtesyTitles.has(title) || sources.titles.has(title)) && tag[name.from - 2] === Tag.COMMA
    if (isTitledAlone) return name
    if (name.to - name.from === 1) return null
    if (tag[name.from - 1] === Tag.COMMA || isName(name.from - 1)) return name
    // "shop steward Otis Cole"
    return name.from === head + 2 && isPersonNoun(reading, head + 1, sources) ? name : null
  }

  /** Whether no more than a title parts a name from the preposition after the noun: "a spokesman for Mayor Ana Brandt". */
  function isObject(from: number): boolean {
    let first = from
    while (first > head + 1 && sources.titles.has(trimTitle(tokens.lower[first - 1]!))) first--
    return first === head + 2 && tag[head + 1] === Tag.IN && !isPersonNoun(reading, head + 1, sources)
  }

  /** "called" in "a man called Ana", not in "the owner of a bar called Santorum" */
  function isNamingOf(verb: number): boolean {
    if (!sources.namingVerbs.has(tokens.lower[verb]!)) return false
    return relation[verb] !== Relation.acl || tree.syntax.head[verb]! <= head
  }

  /** "as" in "identified only as Ana", "who gave her name as Olga". */
  function isNaming(as: number): boolean {
    if (tokens.form[as] !== 'as') return false
    const before = tokens.lower[as - 1] === 'only' ? as - 2 : as - 1
    return sources.namingWords.has(tokens.lower[before]!)
  }

  /** The comma of "who gave only her first name, Olga". */
  function isGiven(comma: number): boolean {
    return (
      tag[comma] === Tag.COMMA &&
      tokens.lower[comma - 1] === 'name' &&
      relation[comma - 1] === Relation.dobj &&
      isPersonNoun(reading, head, sources)
    )
  }

  function afterOnly(token: number): number {
    return tokens.lower[token] === 'only' ? token + 1 : token
  }

  /** The name of "who gives his name only as Olga", where the parser took it for what comes next. */
  function namedBehind(from: number): TokenRange | null {
    let to = from
    while (to < from + LONGEST_RUN && to < tokens.count && isName(to)) to++
    return to > from ? { from, to } : null
  }

  /** "University of Texas Arlington Amneh Jafari": a name that runs on from that of the place where its bearer works. */
  function afterEmployer(name: TokenRange | null): TokenRange | null {
    if (name === null) return null
    for (let token = name.from; token < name.to - 4; token++)
      if (tokens.form[token] === 'of' && !isPlaceWord(tokens.lower[name.to - 1]!, sources))
        return { from: name.to - 2, to: name.to }
    return name
  }

  /** "Hun Sen", which no office in short ends, and no noun after it. */
  function isAlone({ from, to }: TokenRange): boolean {
    return tag[from - 1] !== Tag.DT && tag[to] !== Tag.NNP && !sources.personNouns.has(tokens.lower[to - 1]!)
  }

  /** "Survivors said", where a sentence begins; not "Bankers" of a Mr. Bankers, or what is known as a name. */
  function isCrowd(token: number): boolean {
    const word = tokens.lower[token]!
    return (
      word.endsWith('s') &&
      sources.personNouns.has(word.slice(0, -1)) &&
      opensSentence(tokens, token) &&
      tokens.form[token + 1] !== ':' &&
      !isSurname(token) &&
      !sources.organizationNames.has(word) &&
      !sources.titles.has(word.slice(0, -1))
    )
  }

  function isSurname(token: number): boolean {
    return reading.surnames.has(tokens.form[token]!)
  }

  /** "Democrats" are told as a noun, not as a name. */
  function isGroupNoun(token: number): boolean {
    if (isSurname(token) && tag[token - 1] !== Tag.DT) return false
    return sources.groupNames.has(tokens.lower[token]!) && !(token > range.from && isName(token - 1))
  }

  /** Null where all of it is an office, what a company or a crowd is, or a number: "the President", "the Company", "Voters", "Nineteen". */
  function nameAround(at: number): TokenRange | null {
    const run = trimOffices(reading, runAround(at), sources)
    const name = trimLetters(run)
    const last = trimTitle(tokens.lower[name.to - 1]!)
    // "the Larne South MP"
    const isSeat = name.to < run.to && sources.titles.has(tokens.lower[run.to - 1]!)
    if (isSeat && tag[run.from - 1] === Tag.DT && !sources.firstNames.has(tokens.lower[run.from]!))
      return null
    const isSingle = name.to - name.from === 1
    if (isSingle && sources.companyNouns.has(last) && tag[name.from - 1] === Tag.DT) return null
    if (isSingle && (sources.numbers.has(last) || sources.crowdNouns.has(last))) return null
    if (isSingle && isCrowd(name.from)) return null
    // "the German", "the Democrat", "a New Hampshire Democrat"
    const isPlain = isSingle || !sources.firstNames.has(tokens.lower[name.from]!)
    if (isPlain && tag[name.from - 1] === Tag.DT && isOneOfGroup(last, sources)) return null
    // "Police Scotland"
    const body = name.from - 1
    if (
      isSingle &&
      body >= range.from &&
      sources.places.has(last) &&
      isCapital(body) &&
      isForce(tokens, body, sources)
    )
      return { from: body, to: name.to }
    // "the Daily Courier", "the newspaper Red Star"
    const isPress =
      sources.pressNames.has(last) &&
      (tag[name.from - 1] === Tag.DT || sources.pressNouns.has(tokens.lower[name.from - 1]!)) &&
      (isSingle || !sources.titles.has(tokens.lower[name.from]!))
    const isOffice =
      !isPress &&
      (sources.titles.has(last) || sources.courtesyTitles.has(last) || sources.personNouns.has(last)) &&
      !(sources.titleForms.has(last) && (isSingle ? isAcronym(name.from) : isAlone(name))) &&
      !(isSurname(name.to - 1) && tag[name.from - 1] !== Tag.DT) &&
      !sources.firstNames.has(tokens.lower[name.from]!) &&
      !hasCourtesyTitle(tokens, range, name, sources)
    if (isOffice) return null
    return isPartOfName(name.to) ? { from: name.from, to: name.to + 1 } : name
  }

  /** "the SEC", which is no secretary in short */
  function isAcronym(token: number): boolean {
    return tag[token - 1] === Tag.DT && /^\p{Lu}{3,}$/u.test(tokens.form[token]!)
  }

  /** Whether an owner's ending has nothing that is owned: "McDonald's said". */
  function isPartOfName(ending: number): boolean {
    const its = tag[ending + 1]!
    return (
      tag[ending] === Tag.POS &&
      ending + 1 === range.to &&
      (its === Tag.VBD || its === Tag.VBZ || its === Tag.MD || its === Tag.AUX)
    )
  }

  /** Cuts off what an honour or an office adds to a full name: "Ana Brandt KC". */
  function trimLetters({ from, to }: TokenRange): TokenRange {
    let end = to
    while (end - from > 2 && sources.postnominals.has(trimTitle(tokens.lower[end - 1]!))) end--
    return { from, to: end }
  }
}

/** No well-known name has more words. */
const MOST_WORDS = 5

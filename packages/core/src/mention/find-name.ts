import type { Language } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import { isKnownName } from '../text/is-known-name.ts'
import { isCapitalised, opensSentence, TokenKind, type TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import { endsIn } from './ends-in.ts'
import { isOneOfGroup } from './is-one-of-group.ts'
import { trimOffices } from './trim-offices.ts'
import {
  hasCourtesyTitle,
  isBodyOfPlaces,
  isForce,
  isInnerWord,
  isOrganizationWord,
  isPersonNoun,
  isPlaceWord
} from './words-of-names.ts'

/** A name is no longer than this, in tokens. */
const LONGEST = 12

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
    const end = Math.min(name.from + LONGEST, range.to)
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
    while (to < from + LONGEST && to < tokens.count && isName(to)) to++
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

  function isCapital(token: number): boolean {
    return CAPITAL.test(tokens.form[token]!)
  }

  function isName(token: number): boolean {
    return (
      tag[token] === Tag.NNP &&
      isCapital(token) &&
      !isMinor(token) &&
      !isCompound(token) &&
      !sources.nobodies.has(tokens.lower[token]!) &&
      !sources.greetings.has(tokens.lower[token]!) &&
      !sources.calendar.has(tokens.lower[token]!) &&
      !(sources.modalMonths.has(tokens.lower[token]!) && tokens.kind[token + 1] === TokenKind.number)
    )
  }

  function isHandle(token: number): boolean {
    return tokens.form[token]!.startsWith('@')
  }

  /** In capitals, what is no name is tagged as one: "ANA BRANDT ON BEHALF OF THE PORT". */
  function isMinor(token: number): boolean {
    return sources.minorWords.has(tokens.lower[token]!) && CAPITALS.test(tokens.form[token]!)
  }

  /** "Larne-based" */
  function isCompound(token: number): boolean {
    return endsIn(tokens.form[token]!, sources.compoundEndings)
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

  /** Words inside names: "of" in "Bank of England", an ampersand. */
  function isInner(token: number): boolean {
    return isInnerWord(tokens.form[token]!, sources)
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

  function runAround(middle: number): TokenRange {
    const before = isAfterComma(middle) ? middle - 2 : isHandle(middle) ? middle - 1 : middle
    const at = before >= range.from && isName(before) ? before : middle
    const floor = Math.max(range.from, at - LONGEST)
    const ceiling = Math.min(range.to, at + LONGEST)
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

  function isOrganization(word: string): boolean {
    return isOrganizationWord(word, sources)
  }

  /** An organisation's noun in the plural too: "Centers". */
  function isBody(token: number): boolean {
    const word = tokens.lower[token]!
    return isOrganization(word) || isOrganization(word.replace(/s$/, ''))
  }

  /** What makes an owner: "'s", and the apostrophe of a plural, which may look like a quotation's end. */
  function isOwning(token: number): boolean {
    return tag[token] === Tag.POS || (tag[token] === Tag.MARK && relation[token] === Relation.case)
  }

  /** An adjective, a noun or "All" that is part of a name: capitalised, and not because a sentence begins. */
  function isTitled(token: number): boolean {
    const its = tag[token]!
    const isArticle = its === Tag.DT && !sources.definite.has(tokens.lower[token]!)
    return (
      (its === Tag.JJ || its === Tag.NN || its === Tag.NNS || isArticle) &&
      isCapitalised(tokens, token) &&
      !opensSentence(tokens, token)
    )
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

  /** Cuts off what an honour or an office adds to a full name: "Ana Brandt KC". */
  function trimLetters({ from, to }: TokenRange): TokenRange {
    let end = to
    while (end - from > 2 && sources.postnominals.has(trimTitle(tokens.lower[end - 1]!))) end--
    return { from, to: end }
  }
}

/** No well-known name has more words. */
const MOST_WORDS = 5
/** So many words inside a name stand together at most, and so many in a nickname with its marks. */
const MOST_INNER = 3
const LONGEST_NICKNAME = 5
const CAPITALS = /^\p{Lu}+$/u
/** "9/11", "101st" */
const NUMBERED = /^\d+(?:\/\d+|st|nd|rd|th)$/
/** "Brandt", "al-Rashid", "d'Arcy", "deArcy", "@brandt" */
const CAPITAL = /^(?:\p{Ll}{1,3}[-'’])?[\p{Lu}\d]|^@|^\p{Ll}{2,3}\p{Lu}\p{Ll}/u

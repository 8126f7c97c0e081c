import type { Language } from '../language.ts'
import { findName } from '../mention/find-name.ts'
import { isOneOfGroup } from '../mention/is-one-of-group.ts'
import { isBodyOfPlaces, isOrganizationWord, isPersonNoun } from '../mention/words-of-names.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { isNominal, isVerbal, Tag } from '../tagging/tags.ts'
import { isCapitalised, type TokenRange } from '../text/token-table.ts'
import { findPhraseHead, hasRole } from './find-phrase-head.ts'

/**
 * The tokens that name who is meant by a source's words: the head of the phrase and those of what is joined to it ("Han and Vance");
 * what a relative pronoun stands for; the possessor of a statement, the author of a letter.
 */
export function findSourceHeads(reading: Reading, range: TokenRange, language: Language): number[] {
  const { sources, commonNames, clusters } = language
  const { tokens, tree } = reading
  const { tag, relation, head, stem } = tree.syntax
  const heads: number[] = []
  let hasConjunction = false
  for (let token = range.from; token < range.to; token++) hasConjunction ||= relation[token] === Relation.cc
  collect(findPhraseHead(reading, range, language))
  return [...new Set(heads)].map(referentOf)

  function collect(token: number): void {
    const owner = ownerOf(token)
    if (owner !== token) {
      collect(owner)
      return
    }
    // "professors Ripple and Beschta" are two people.
    const names =
      tag[token] === Tag.NNS
        ? childrenOf(token, (child) => relation[child] === Relation.appos && tag[child] === Tag.NNP)
        : []
    if (names.length > 0 && names.some((name) => joinedTo(name).length > 0)) {
      for (const name of names) collect(name)
      return
    }
    // "Senator Ana Brandt and MPs Otto Cole and Dana Hale"
    const isTitle =
      relation[token] === Relation.conj &&
      tag[token + 1] === Tag.NNP &&
      tokens.lower[token]!.endsWith('s') &&
      (isPersonNoun(reading, token, sources) || sources.titles.has(tokens.lower[token]!.slice(0, -1))) &&
      !sources.firstNames.has(tokens.lower[token]!)
    if (isTitle) {
      for (const other of joinedTo(token)) collect(other)
      return
    }
    // "Ned Cole and his son Jack Cole"
    const [determiner] = relation[token] === Relation.conj ? childrenOf(token, isDeterminer) : []
    if (determiner !== undefined && tag[determiner] === Tag.PRP$ && isPersonNoun(reading, token, sources)) {
      const name = endOfName(token + 1)
      if (name >= 0) {
        collect(name)
        return
      }
    }
    const one = Math.max(
      sharedBy(token),
      bearerOf(token),
      explainedBy(token),
      namedAfter(token),
      namedInBrackets(token)
    )
    if (one >= 0) {
      collect(one)
      return
    }
    for (const other of joinedBefore(token)) heads.push(other)
    heads.push(token)
    const name = tag[token] === Tag.NNP ? findName(reading, range, token, language) : null
    if (heads.length < MOST_JOINED)
      // "Hale & Sons" is one.
      for (const other of joinedTo(token))
        if (name === null || other < name.from || other >= name.to) collect(other)
    if (name !== null && heads.length === 1) collectAfterAnd(name.to)
  }

  /**
   * What two words share that say of whom it is: "Afghan and Western leaders", "Apple and SpaceX chief Otto Gray", "Sheep and beef farmer Tom Reyes"; -1
   * where they are two.
   */
  function sharedBy(first: number): number {
    const second = first + 2
    const opener = tag[range.from] === Tag.DT ? range.from + 1 : range.from
    if (first > opener || relation[first + 1] !== Relation.cc) return -1
    const last = childrenOf(first, (child) => relation[child] === Relation.conj && child > second).at(-1)
    if (last === undefined) return -1
    for (let token = second; token < last; token++)
      if (!isNominal(tag[token]!) && tag[token] !== Tag.JJ) return -1
    // the other may be known as an adjective only: "Western"
    if (
      isOneOfGroup(tokens.lower[first]!, sources) &&
      isCapitalised(tokens, second) &&
      !isCapitalised(tokens, last)
    )
      return last
    // "Devon and Cornwall Police"
    if (
      last > second &&
      !tag.subarray(second, last).some((its) => its !== Tag.NNP) &&
      isBodyOfPlaces(reading, first, last, sources)
    )
      return last
    return isModifier(first) && hasRole(reading, second + 1, last, sources) ? last : -1
  }

  /** Whether a word says what somebody is of, rather than who: "Tesla", "Sheep". */
  function isModifier(token: number): boolean {
    const word = tokens.lower[token]!
    if (sources.firstNames.has(word)) return false
    return sources.organizationNames.has(word) || (token === range.from && clusters.has(word))
  }

  /** Who is both of two things: "her drummer and producer, Otto Gray"; -1 where they are two people. */
  function bearerOf(first: number): number {
    if (tag[first] !== Tag.NN) return -1
    const [second] = childrenOf(first, (child) => relation[child] === Relation.conj && tag[child] === Tag.NN)
    if (second === undefined || childrenOf(second, isDeterminer).length > 0) return -1
    const [name] = [second, first].flatMap((noun) =>
      childrenOf(
        noun,
        (child) => child > second && relation[child] === Relation.appos && tag[child] === Tag.NNP
      )
    )
    return name ?? -1
  }

  /** The name right before that a phrase explains: "a doctor in Larne" of "Ana Brandt, a doctor in Larne, who said"; -1 where it explains none. */
  function explainedBy(token: number): number {
    const name = head[token]!
    // "Ana, 44, a nurse in Larne"
    const hasAge = tag[name + 2] === Tag.CD && tag[name + 3] === Tag.COMMA
    const isName =
      name >= 0 &&
      name + (hasAge ? 4 : 2) === range.from &&
      tag[name] === Tag.NNP &&
      tag[name + 1] === Tag.COMMA
    return isName &&
      relation[token] === Relation.appos &&
      tag[token] === Tag.NN &&
      sources.personNouns.has(stem[token]!)
      ? name
      : -1
  }

  /** The name after the source's words that says who it is: "The suspect, identified as Ana Brandt,"; -1 for none. */
  function namedAfter(token: number): number {
    let at = range.to + 1
    const isNamed =
      tag[token] === Tag.NN && tag[range.to] === Tag.COMMA && sources.namingWords.has(tokens.lower[at]!)
    if (!isNamed || at + 1 >= tokens.count) return -1
    at++
    return endOfName(tag[at] === Tag.IN ? at + 1 : at)
  }

  /** Who holds the office of a label: "The Secretary of State (Ana Brandt):"; -1 where the source is none. */
  function namedInBrackets(token: number): number {
    if (tokens.form[range.to] !== '(' || !isPersonNoun(reading, token, sources)) return -1
    const name = endOfName(range.to + 1)
    return name >= 0 && tokens.form[name + 1] === ')' && tokens.form[name + 2] === ':' ? name : -1
  }

  /** The last token of the name that begins at a token; -1 where none does. */
  function endOfName(from: number): number {
    let end = from
    while (end < tokens.count && end < from + LONGEST_NAME && tag[end] === Tag.NNP) end++
    return end > from && tokens.sentence[end - 1] === tokens.sentence[range.from] ? end - 1 : -1
  }

  /** A name after "and" that the parser hung on something else: "Brandt of Larne and Otto Cole". */
  function collectAfterAnd(from: number): void {
    for (let token = from; token + 1 < range.to; token++) {
      if (isVerbal(tag[token]!) || tag[token] === Tag.WP || tag[token] === Tag.WDT) return
      if (relation[token] !== Relation.cc || tag[token + 1] !== Tag.NNP) continue
      let last = token + 1
      while (last + 1 < range.to && tag[last + 1] === Tag.NNP) last++
      if (last > token + 1 && !heads.includes(last) && !isOfOffice(token + 1, last)) heads.push(last)
    }
  }

  /** Whether a run of names is the end of what somebody is: "Ana Brandt, Head of Food and Water Research", "MEC for Roads and Public Works, Otto Cole". */
  function isOfOffice(first: number, last: number): boolean {
    if (sources.firstNames.has(tokens.lower[first]!)) return false
    // "Otto Hale, Chairman and Chief Executive Officer of Velora"
    if (sources.personNouns.has(tokens.lower[last]!)) return true
    if (tag[last + 1] === Tag.COMMA && last + 2 < range.to && tag[last + 2] === Tag.NNP)
      return sources.firstNames.has(tokens.lower[last + 2]!)
    let commas = 0
    for (let token = range.from; token < first; token++) if (tag[token] === Tag.COMMA) commas++
    return commas === 1 && last + 1 === range.to
  }

  /**
   * Who stands before "and", taken by the parser for a part of who stands after it: "The Product Safety Commission and Velora Products", "Brandt and
   * union leader Otto Cole", "Ned Cole and his son Jack Cole", "The Afghans and Western leaders".
   */
  function joinedBefore(last: number): number[] {
    const joined: number[] = []
    for (let and = range.from + 1; and + 1 < last; and++) {
      const first = and - 1
      if (relation[and] !== Relation.cc || head[and] !== first || tag[first] !== Tag.NNP) continue
      if (isPartOf(first, last) && isAnother(first, last)) joined.push(first)
    }
    return joined
  }

  function isPartOf(token: number, last: number): boolean {
    let at = token
    while (at !== last && at >= range.from && relation[at] === Relation.compound) at = head[at]!
    return at === last
  }

  /** Whether a name before "and" is somebody else than what stands after it tells of. */
  function isAnother(first: number, last: number): boolean {
    const second = first + 2
    const word = tokens.lower[first]!
    if (isDeterminer(second)) return true
    if (tag[second] === Tag.NNP && isOrganizationWord(word, sources)) return true
    // "The Afghans", but "Afghan and Western leaders"
    if (sources.groupNames.has(word)) return word.endsWith('s')
    return !isModifier(first) && hasRole(reading, second, last, sources)
  }

  function joinedTo(token: number): number[] {
    const others = childrenOf(
      token,
      (child) =>
        relation[child] === Relation.conj &&
        child > token &&
        isNominal(tag[child]!) &&
        !isBare(child) &&
        !opensOffice(child, token)
    )
    return others.length === 0 || hasConjunction ? others : []
  }

  /** Whether a noun for one person stands without an article: "Thompson, curator and director" is one person. */
  function isBare(token: number): boolean {
    if (tag[token] !== Tag.NN && tag[token] !== Tag.NNP) return false
    if (!sources.personNouns.has(tokens.lower[token]!)) return false
    return childrenOf(token, isDeterminer).length === 0
  }

  /** Whether a joined word begins what the other is: "Food" in "Ana Brandt, Velora's Food and Water Research Lead". */
  function opensOffice(joined: number, bearer: number): boolean {
    if (relation[joined + 1] !== Relation.cc || tag[joined] !== Tag.NNP) return false
    let last = joined + 2
    while (last < range.to && relation[last] === Relation.compound && head[last]! > last) last = head[last]!
    return last < range.to && relation[last] === Relation.appos && head[last] === bearer
  }

  function isDeterminer(child: number): boolean {
    return relation[child] === Relation.det || relation[child] === Relation.poss
  }

  function childrenOf(token: number, test: (child: number) => boolean): number[] {
    const found: number[] = []
    for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!)
      if (child >= range.from && child < range.to && test(child)) found.push(child)
    return found
  }

  /** Whose words a statement is, and whose thought a hope. */
  function ownerOf(token: number): number {
    const isUtterance = sources.utteranceNouns.has(stem[token]!)
    if (!isUtterance && !sources.thoughtNouns.has(stem[token]!)) return token
    const [possessor] = childrenOf(token, (child) => relation[child] === Relation.poss && isSomebody(child))
    if (possessor !== undefined || !isUtterance) return possessor ?? token
    for (const by of childrenOf(
      token,
      (child) => relation[child] === Relation.prep && sources.authoringPrepositions.has(tokens.lower[child]!)
    )) {
      const [author] = childrenOf(by, (object) => relation[object] === Relation.pobj && isAuthor(object))
      if (author !== undefined) return author
    }
    for (const verb of childrenOf(
      token,
      (child) => relation[child] === Relation.acl && sources.authoringVerbs.has(tokens.lower[child]!)
    ))
      for (const by of childrenOf(verb, (child) => relation[child] === Relation.agent)) {
        const [author] = childrenOf(by, (object) => relation[object] === Relation.pobj && isAuthor(object))
        if (author !== undefined) return author
      }
    return token
  }

  function isSomebody(token: number): boolean {
    if (tag[token] === Tag.PRP$) return sources.pronouns.get(tokens.lower[token]!)?.person !== 2
    return (
      tag[token] === Tag.NNP ||
      sources.personNouns.has(stem[token]!) ||
      sources.organizationNouns.has(stem[token]!)
    )
  }

  /** Whoever is told of: "a report by engineers" is nobody's whom a reader could ask. */
  function isAuthor(token: number): boolean {
    if (tag[token] === Tag.NNS && !childrenOf(token, isDeterminer).length) return false
    return isSomebody(token)
      ? !commonNames.has(tokens.lower[token]!)
      : sources.organizationNouns.has(stem[token]!)
  }

  /** What "who" stands for. */
  function referentOf(token: number): number {
    if (!sources.relativePronouns.has(tokens.lower[token]!) || isNominal(tag[token]!)) return token
    let verb = head[token]!
    for (let step = 0; step < 4 && verb >= 0; step++) {
      if (relation[verb] === Relation.relcl) return head[verb]! >= 0 ? head[verb]! : token
      verb = head[verb]!
    }
    return token
  }
}

/** A name that somebody is identified by has no more tokens. */
const LONGEST_NAME = 5
/** A source of more joined names than this is read in part. */
const MOST_JOINED = 12

import type { Language, SourceLexicon } from '../language.ts'
import { findName } from '../mention/find-name.ts'
import { isOneOfGroup } from '../mention/is-one-of-group.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { isNominal, isVerbal, Tag } from '../tagging/tags.ts'
import type { TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'

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
  return heads.map(referentOf)

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
    const one = Math.max(sharedBy(token), bearerOf(token))
    if (one >= 0) {
      collect(one)
      return
    }
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
    if (relation[first + 1] !== Relation.cc || first > range.from + +(tag[range.from] === Tag.DT)) return -1
    const last = childrenOf(first, (child) => relation[child] === Relation.conj && child > second).at(-1)
    if (last === undefined) return -1
    for (let token = second; token < last; token++)
      if (!isNominal(tag[token]!) && tag[token] !== Tag.JJ) return -1
    // the other may be known as an adjective only: "Western"
    if (isOneOfGroup(tokens.lower[first]!, sources) && isCapitalised(second) && !isCapitalised(last))
      return last
    const word = tokens.lower[first]!
    const isModifier = sources.organizationNames.has(word) || (first === range.from && clusters.has(word))
    return isModifier && !sources.firstNames.has(word) && hasRole(reading, second + 1, last, sources)
      ? last
      : -1
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

  function isCapitalised(token: number): boolean {
    return /^\p{Lu}/u.test(tokens.form[token]!)
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
    if (tag[last + 1] === Tag.COMMA && last + 2 < range.to && tag[last + 2] === Tag.NNP)
      return sources.firstNames.has(tokens.lower[last + 2]!)
    let commas = 0
    for (let token = range.from; token < first; token++) if (tag[token] === Tag.COMMA) commas++
    return commas === 1 && last + 1 === range.to
  }

  function joinedTo(token: number): number[] {
    const others = childrenOf(
      token,
      (child) =>
        relation[child] === Relation.conj && child > token && isNominal(tag[child]!) && !isBare(child)
    )
    return others.length === 0 || hasConjunction ? others : []
  }

  /** Whether a noun for one person stands without an article: "Thompson, curator and director" is one person. */
  function isBare(token: number): boolean {
    if (tag[token] !== Tag.NN && tag[token] !== Tag.NNP) return false
    if (!sources.personNouns.has(tokens.lower[token]!)) return false
    return childrenOf(token, isDeterminer).length === 0
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

  /** Whose words a statement is. */
  function ownerOf(token: number): number {
    if (!sources.utteranceNouns.has(stem[token]!)) return token
    const [possessor] = childrenOf(token, (child) => relation[child] === Relation.poss && isSomebody(child))
    if (possessor !== undefined) return possessor
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

/**
 * The token of a source's words that no other of them governs; of a possessor and what it has that are both taken for subjects, the
 * latter; whoever works for what the words begin with.
 */
export function findPhraseHead(
  { tokens, tree }: Reading,
  { from, to }: TokenRange,
  { sources }: Pick<Language, 'sources'>
): number {
  const { tag, relation, head } = tree.syntax
  let found = -1
  for (let token = from; token < to; token++) {
    const its = head[token]!
    if (its >= from && its < to) continue
    if (!isNominal(tag[token]!) && tag[token] !== Tag.PRP$ && tag[token] !== Tag.DT && tag[token] !== Tag.CD)
      continue
    const isSecond =
      found >= 0 &&
      its === head[found] &&
      its > token &&
      tag[token] === Tag.NNP &&
      relation[token] === Relation.nsubj &&
      relation[found] === Relation.nsubj &&
      tag.subarray(found, token).includes(Tag.POS)
    if (found < 0 || isSecond) found = token
  }
  if (found >= 0) {
    const worker = Math.max(afterEmployer(found), afterOffice(found))
    if (worker >= 0) return worker
    const owned = ownedBy(found)
    return owned >= 0 ? owned : beforePreposition(found)
  }
  for (let token = from; token < to; token++)
    if (head[token]! < from || head[token]! >= to) return subjectIn(token)
  return to - 1

  /** "a person briefed on the talks": the noun, where the parser took what is said of it for a clause. */
  function subjectIn(verb: number): number {
    for (let child = tree.firstChild[verb]!; child >= 0; child = tree.nextSibling[child]!)
      if (
        child >= from &&
        child < verb &&
        (relation[child] === Relation.nsubj || relation[child] === Relation.nsubjpass)
      )
        return child
    return verb
  }

  /** "Harlow County Board of Education spokeswoman Dana Pruitt": the name after the noun for a person, where the parser took the board for the head. */
  function afterEmployer(first: number): number {
    if (tag[first] !== Tag.NNP) return -1
    let end = from
    const isPart = (token: number) => tag[token] === Tag.NNP || tag[token] === Tag.BRACKET
    while (end < to && (isPart(end) || (end > from && EMPLOYER.has(tokens.lower[end]!)))) end++
    if (!tokens.lower.slice(from, end).includes('of') && tokens.form[end - 1] !== ')') return -1
    let last = end
    while (
      last < to &&
      (tag[last] === Tag.NN || tag[last] === Tag.NNP || (last === end && tag[last] === Tag.JJ))
    )
      last++
    last--
    return last > end && hasRole({ tokens, tree }, end, last, sources) ? last : -1
  }

  /** "Secretary of State Ana Brandt": the name that a first name begins, where the parser took it for a part of the office. */
  function afterOffice(first: number): number {
    if (!sources.titles.has(trimTitle(tokens.lower[first]!)) || tokens.form[first + 1] !== 'of') return -1
    let begin = first + 2
    while (begin < to && tag[begin] === Tag.DT) begin++
    let end = begin
    while (end < to && tag[end] === Tag.NNP) end++
    for (let token = begin + 1; token + 1 < end; token++)
      if (sources.firstNames.has(tokens.lower[token]!)) return end - 1
    return -1
  }

  /** "Hale Economics' Sam Toomey", "the Bank of Norland's governor": what an owner has whose name the parser cut at its mark or at "of"; -1 where it is none. */
  function ownedBy(owner: number): number {
    if (tag[owner] !== Tag.NNP) return -1
    const isMarked = tag[owner + 1] === Tag.MARK && relation[owner + 1] === Relation.case
    if (isMarked && owner + 2 < to && !tag.subarray(owner + 2, to).some((its) => its !== Tag.NNP))
      return to - 1
    if (tokens.form[owner + 1] !== 'of') return -1
    let end = owner + 2
    while (end < to && (tag[end] === Tag.NNP || EMPLOYER.has(tokens.lower[end]!))) end++
    const last = to - 1
    return end < last && tag[end] === Tag.POS && head[last] === owner + 1 ? last : -1
  }

  /** "Capt. Ned Cole of the Marine Patrol": the name before the preposition, where the parser took it for a part of the other. */
  function beforePreposition(last: number): number {
    let end = from
    while (end < last && tag[end] === Tag.NNP) end++
    const isParted =
      end > from &&
      end < last &&
      tag[end] === Tag.IN &&
      !sources.titles.has(trimTitle(tokens.lower[end - 1]!))
    return isParted && relation[end - 1] === Relation.compound && head[end - 1] === last ? end - 1 : last
  }
}

/** Whether a noun for a person, in small letters, stands right before the name that ends at a token. */
function hasRole(
  { tokens, tree }: Pick<Reading, 'tokens' | 'tree'>,
  from: number,
  last: number,
  { personNouns }: Pick<SourceLexicon, 'personNouns'>
): boolean {
  const { tag, stem } = tree.syntax
  let first = last
  while (first > from && tag[first - 1] === Tag.NNP && !isRole(first - 1)) first--
  return tag[last] === Tag.NNP && first > from && isRole(first - 1)

  function isRole(token: number): boolean {
    return personNouns.has(tokens.lower[token]!) || personNouns.has(stem[token]!)
  }
}

/** What may stand between the names that are an employer's. */
const EMPLOYER = new Set(['of', 'and', 'for', 'the', '&'])
/** A source of more joined names than this is read in part. */
const MOST_JOINED = 12

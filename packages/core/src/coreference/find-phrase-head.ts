import type { Language, SourceLexicon } from '../language.ts'
import { isPersonNoun } from '../mention/words-of-names.ts'
import type { Reading } from '../quotation/reading.ts'
import { findChild } from '../tagging/find-child.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { isNominal, Tag } from '../tagging/tags.ts'
import type { TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'

/**
 * The token of a source's words that no other of them governs; of a possessor and what it has that are both taken for subjects, the
 * latter; whoever works for what the words begin with.
 */
export function findPhraseHead(
  reading: Reading,
  { from, to }: TokenRange,
  { sources }: Pick<Language, 'sources'>
): number {
  const { tokens, tree } = reading
  const { tag, relation, head } = tree.syntax
  let found = -1
  for (let token = from; token < to; token++) {
    const its = head[token]!
    if (found >= 0 && isAfterArticle(token) && sources.personNouns.has(tokens.lower[token]!)) found = token
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
    if (found < 0 || isSecond || isOwned(token) || isRather(token) || isAfterArticle(token)) found = token
  }
  if (found >= 0) {
    const worker = Math.max(afterEmployer(found), afterOffice(found), afterTrade(found))
    if (worker >= 0) return worker
    const owned = ownedBy(found)
    return owned >= 0 ? owned : beforePreposition(found)
  }
  for (let token = from; token < to; token++)
    if (head[token]! < from || head[token]! >= to) return subjectIn(token)
  return to - 1

  /** What somebody has, where the parser took both for parts of the verb: "my own grandmother swore". */
  function isOwned(token: number): boolean {
    return found >= 0 && relation[found] === Relation.poss && tag[token] !== Tag.DT && tag[token] !== Tag.CD
  }

  /** The subject, rather than what else hangs on its verb: "Blockchain analytics firm Velora", "“Buck” Hale". */
  function isRather(token: number): boolean {
    return (
      found >= 0 &&
      head[token] === head[found] &&
      isSubject(relation[token]!) &&
      (relation[found] === Relation.dep || relation[found] === Relation.npadvmod) &&
      !tag.subarray(found, token).includes(Tag.COMMA)
    )
  }

  /** "the 41-year-old", "the defendant": what was taken for a number or an adjective, right after the article that was taken for the subject. */
  function isAfterArticle(token: number): boolean {
    return found === token - 1 && tag[found] === Tag.DT
  }

  /** "a person briefed on the talks": the noun, where the parser took what is said of it for a clause. */
  function subjectIn(verb: number): number {
    // "District captain Ned Cole"
    if (sources.personNouns.has(tokens.lower[verb]!)) return verb
    const isHere = (child: number) => child >= from && child < verb && isSubject(relation[child]!)
    const subject = findChild(tree, verb, isHere)
    return subject < 0 ? verb : subject
  }

  /** "Harlow County Board of Education spokeswoman Dana Pruitt": the name after the noun for a person, where the parser took the board for the head. */
  function afterEmployer(first: number): number {
    if (tag[first] !== Tag.NNP) return -1
    let end = from
    const isPart = (token: number) => tag[token] === Tag.NNP || tag[token] === Tag.BRACKET
    while (end < to && (isPart(end) || (end > from && sources.minorWords.has(tokens.lower[end]!)))) end++
    if (!tokens.lower.slice(from, end).includes('of') && tokens.form[end - 1] !== ')') return -1
    let last = end
    while (
      last < to &&
      (tag[last] === Tag.NN || tag[last] === Tag.NNP || (last === end && tag[last] === Tag.JJ))
    )
      last++
    last--
    return last > end && hasRole(reading, end, last, sources) ? last : -1
  }

  /** "NASA researcher Ana Brandt": the name after the noun for a person, where the parser took that for another word. */
  function afterTrade(first: number): number {
    if (first !== from || tag[first] !== Tag.NNP || tag[to - 1] !== Tag.NNP) return -1
    for (let token = from + 1; token < to; token++) {
      const its = tag[token]!
      const isRole = sources.personNouns.has(tokens.lower[token]!)
      if (!isRole && its !== Tag.NNP && its !== Tag.NN && its !== Tag.JJ && its !== Tag.POS) return -1
    }
    return hasRole(reading, first + 1, to - 1, sources) ? to - 1 : -1
  }

  /** "Secretary of State Ana Brandt": the name that a first name begins, where the parser took it for a part of the office. */
  function afterOffice(first: number): number {
    if (!sources.titles.has(trimTitle(tokens.lower[first]!)) || tokens.form[first + 1] !== 'of') return -1
    let begin = first + 2
    while (begin < to && tag[begin] === Tag.DT) begin++
    let end = begin
    while (end < to && tag[end] === Tag.NNP) end++
    // not "Secretary of State Ana Brandt's office"
    if (end < to && tag[end] === Tag.POS) return -1
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
    while (end < to && (tag[end] === Tag.NNP || sources.minorWords.has(tokens.lower[end]!))) end++
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
export function hasRole(
  reading: Pick<Reading, 'tokens' | 'tree'>,
  from: number,
  last: number,
  sources: Pick<SourceLexicon, 'personNouns'>
): boolean {
  const { tag } = reading.tree.syntax
  const isRole = (token: number) => isPersonNoun(reading, token, sources)
  let first = last
  while (first > from && tag[first - 1] === Tag.NNP && !isRole(first - 1)) first--
  return tag[last] === Tag.NNP && first > from && isRole(first - 1)
}

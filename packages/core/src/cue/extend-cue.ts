import type { CueLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { isFullVerb, isVerbal, Tag } from '../tagging/tags.ts'
import { holdsToken } from '../text/holds-token.ts'
import type { TokenRange } from '../text/token-table.ts'

/** Adverbs and auxiliaries between a verb and its first auxiliary are few. */
const LONGEST_BEFORE = 6

/**
 * The words of a cue, given its head: a verb with its auxiliaries, negation, adverbs and particle ("has repeatedly said"), with
 * the "as" before and the "by" after it ("as reported by"); an adjective with its copula ("is eager"); with the verb that it leads to,
 * which is what attributes ("used to say", "was quick to point out", "made it clear"); "according to"; else the head alone. None of
 * them stands in `outside`, the content or source.
 */
export function extendCue(
  { tokens, tree }: Reading,
  head: number,
  outside: readonly TokenRange[],
  lexicon: CueLexicon
): TokenRange {
  const { tag, stem, relation, head: heads } = tree.syntax
  const sentence = tokens.sentence[head]
  const isFree = (token: number) =>
    token >= 0 && token < tokens.count && tokens.sentence[token] === sentence && !holdsToken(outside, token)
  // before all else: "according" is tagged as a verb
  const phrase = lexicon.phrases.find((words) =>
    words.every((word, at) => tokens.lower[head + at] === word && (at === 0 || isFree(head + at)))
  )
  if (phrase) return { from: head, to: head + phrase.length }
  let from = head
  let to = head + 1
  const its = tag[head]!
  if (isFullVerb(its) || its === Tag.JJ) {
    let at = head - 1
    while (
      isFree(at) &&
      head - at <= LONGEST_BEFORE &&
      (tag[at] === Tag.AUX ||
        tag[at] === Tag.MD ||
        tag[at] === Tag.RB ||
        (its === Tag.JJ && isVerbal(tag[at]!))) &&
      (tag[at] !== Tag.RB || heads[at]! >= 0)
    )
      at--
    from = at + 1
    // an adverb that opens the sentence or follows a comma belongs to the clause, not to the cue
    while (
      from < head &&
      tag[from] === Tag.RB &&
      !lexicon.negations.has(tokens.lower[from]!) &&
      (from === tokens.sentenceStart[sentence!] || tag[from - 1] === Tag.COMMA)
    )
      from++
    if (isFullVerb(its)) {
      if (isFree(to) && relation[to] === Relation.prt) to++
      // "is eager", "was not very sure": a copula is little without its adjective
      let adjective = to
      while (isFree(adjective) && tag[adjective] === Tag.RB && adjective - head < LONGEST_BEFORE) adjective++
      if (isFree(adjective) && relation[adjective] === Relation.acomp && heads[adjective] === head)
        to = adjective + 1
      to = Math.max(to, endOfLedTo())
      if (
        isFree(from - 1) &&
        tokens.lower[from - 1] === lexicon.as &&
        isFree(to) &&
        tokens.lower[to] === lexicon.agent
      ) {
        from--
        to++
      }
    }
  }
  return { from, to }

  /** Where the last verb ends that the head leads to, before the content where one follows; 0 where there is none. */
  function endOfLedTo(): number {
    let end = 0
    let at = head + 1
    for (; isFree(at) && at - head <= LONGEST_BEFORE && mayLead(at); at++) {
      if (isFullVerb(tag[at]!) && isLedTo(at)) end = at + 1
      else if (end === at && relation[at] === Relation.prt) end++
    }
    // "made it clear that"
    const last = at - 1
    const isClear = last > head && tag[last] === Tag.JJ && heads[last] === head
    return isClear && startsAt(at) ? at : end
  }

  /** What may stand between a verb and the one that it leads to: no name, no noun, no mark. */
  function mayLead(token: number): boolean {
    const its = tag[token]!
    // "was quoted as saying"
    const isFiller = lexicon.fillers.has(tokens.lower[token]!) || tokens.lower[token] === lexicon.as
    return isFiller || isVerbal(its) || its === Tag.TO || its === Tag.RB || its === Tag.RP || its === Tag.JJ
  }

  function isLedTo(verb: number): boolean {
    // "I'm not saying"
    if (heads[head] === verb && (relation[head] === Relation.aux || relation[head] === Relation.auxpass))
      return true
    const next = relation[verb + 1] === Relation.prt ? verb + 2 : verb + 1
    const isBeforeContent = startsAt(next)
    // “Go,” he used to say. But not: “Go,” he said to calm her.
    const isAfterContent = outside.some(({ to: stop }) => stop <= head) && !startsAfter(verb)
    if (isAfterContent && !lexicon.leading.has(stem[head]!)) return false
    let at = verb
    for (let step = 0; step < MOST_STEPS && at > head; step++) {
      const its = relation[at]!
      const isPart = its === Relation.xcomp || (isBeforeContent && BEFORE_CONTENT.has(its))
      if (!isPart) return false
      at = heads[at]!
    }
    return at === head
  }

  /** Whether content, or source, begins at a token. */
  function startsAt(token: number): boolean {
    return outside.some(({ from: start }) => start === token)
  }

  function startsAfter(token: number): boolean {
    return outside.some(({ from: start }) => start > token)
  }
}

/** What leads to a verb that content follows, besides its being asked for by the one before. */
const BEFORE_CONTENT: ReadonlySet<number> = new Set([
  Relation.ccomp,
  Relation.acomp,
  Relation.advcl,
  Relation.pcomp,
  Relation.prep
])

/** From "point" over "quick" to "was". */
const MOST_STEPS = 3

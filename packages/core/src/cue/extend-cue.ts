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
 * the "as" before and the "by" after it ("as reported by"); an adjective with its copula ("is eager"); "according to"; else the
 * head alone. None of them stands in `outside`, the content or source.
 */
export function extendCue(
  { tokens, tree }: Reading,
  head: number,
  outside: readonly TokenRange[],
  lexicon: CueLexicon
): TokenRange {
  const { tag, relation, head: heads } = tree.syntax
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
}

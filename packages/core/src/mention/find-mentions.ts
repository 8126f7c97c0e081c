import type { Language } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import { opensSentence, type TokenRange } from '../text/token-table.ts'
import { describeMention } from './describe-mention.ts'
import type { Mention } from './mention.ts'

/** A phrase reaches no further before its head than this, in tokens, nor after it than `AFTER`. */
const BEFORE = 12
const AFTER = 24

/** All names, nouns and pronouns of the text that may be somebody or something, in the order of their heads. */
export function findMentions(reading: Reading, language: Language): Mention[] {
  const { tag } = reading.tree.syntax
  const mentions: Mention[] = []
  const isNamed = new Uint8Array(tag.length)
  const add = (mention: Mention) => {
    mentions.push(mention)
    if (mention.name !== null) isNamed.fill(1, mention.name.from, mention.name.to)
  }
  for (let token = 0; token < tag.length; token++)
    if (isHead(reading, token, language))
      add(describeMention(reading, phraseOf(reading, token), token, language))
  // Names that are no head, or that the parser hung on another word.
  const forms = new Set(reading.tokens.form)
  const heads = new Set(mentions.map(({ head }) => head))
  for (let from = 0; from < tag.length; from++) {
    if (tag[from] !== Tag.NNP || isNamed[from]) continue
    let to = from + 1
    while (to < tag.length && to - from < BEFORE && tag[to] === Tag.NNP && !isNamed[to]) to++
    // "Ana Brandt Sunday"
    let end = to
    while (end > from && isCommon(end - 1)) end--
    if (end > from && !heads.has(end - 1) && !isOpener(from, end)) {
      const mention = describeMention(reading, { from, to: end }, end - 1, language)
      if (mention.name !== null) add(mention)
    }
    from = to - 1
  }
  return mentions.sort((a, b) => a.head - b.head)

  /** A plain noun with the capital of its sentence before another: "Reef" of "Reef modeller Ana Brandt said". */
  function isOpener(from: number, to: number): boolean {
    const { tokens, tree } = reading
    const word = tokens.lower[from]!
    return (
      to === from + 1 &&
      tree.syntax.relation[from] === Relation.compound &&
      /^\p{Ll}/u.test(tokens.form[to] ?? '') &&
      opensSentence(tokens, from) &&
      (language.clusters.has(word) || forms.has(word) || forms.has(`${word}s`)) &&
      ![language.sources.organizationNames, language.sources.places, language.sources.firstNames].some(
        (names) => names.has(word)
      )
    )
  }

  function isCommon(token: number): boolean {
    return language.sources.calendar.has(reading.tokens.lower[token]!)
  }
}

/** Whether a token is a noun that others hang on: no part of a longer name, no name in apposition to another noun. */
function isHead({ tree, tokens }: Reading, token: number, { sources }: Language): boolean {
  const { tag, relation, head } = tree.syntax
  const its = tag[token]!
  if (its === Tag.PRP || its === Tag.PRP$) return true
  // "the official", taken for an adjective
  if (its === Tag.JJ)
    return (
      isSubject(relation[token]!) &&
      tag[token - 1] === Tag.DT &&
      sources.personNouns.has(tokens.lower[token]!)
    )
  if (its !== Tag.NN && its !== Tag.NNS && its !== Tag.NNP) return false
  if (relation[token] === Relation.compound) return false
  return relation[token] !== Relation.appos || !isNoun(tag[head[token]!]!)
}

const isNoun = (tag: number | undefined): boolean => tag === Tag.NN || tag === Tag.NNS || tag === Tag.NNP

/** The phrase around a head: what hangs on it, as far as it may reach. */
export function phraseOf({ tree, tokens }: Reading, head: number): TokenRange {
  const { tag, relation } = tree.syntax
  if (tag[head] === Tag.PRP || tag[head] === Tag.PRP$) return { from: head, to: head + 1 }
  const sentence = tokens.sentence[head]!
  let from = Math.max(tree.first[head]!, head - BEFORE, tokens.sentenceStart[sentence]!)
  // "both Ana Brandt and"
  while (from < head && relation[from] === Relation.cc) from++
  // the article that an adjective lost to its verb
  if (from === head && tag[head] === Tag.JJ && tag[head - 1] === Tag.DT) from--
  let to = Math.min(tree.end[head]!, head + AFTER, tokens.sentenceStart[sentence + 1]!)
  for (let token = head + 1; token < to; token++) if (tag[token] === Tag.COLON) to = token
  // What is joined to it is a phrase of its own.
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!)
    if (child > head && (relation[child] === Relation.cc || relation[child] === Relation.conj))
      to = Math.min(to, Math.max(head + 1, tree.first[child]!))
  while (to > head + 1 && (tag[to - 1] === Tag.COMMA || tag[to - 1] === Tag.DASH)) to--
  return { from, to }
}

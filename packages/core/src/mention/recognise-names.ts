import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { isFullVerb, isNominal, isVerbal, Tag } from '../tagging/tags.ts'
import { opensSentence } from '../text/token-table.ts'

/**
 * The text with words tagged as names that were taken for nouns, such as the surname "Waters": those that begin with a capital letter
 * and are the last word of a longer name elsewhere in the text, or a name inside another sentence or after the article that begins one, a subject that is unknown, well known or explained, while
 * they are nowhere written small; a surname before a verb, whatever it was taken for ("Sterling said"); the first of a name that was taken for a participle ("Mei-Ling Brandt", "Downing Street"), a double one after another ("Nadia Okonjo-Reyes"); and the capitals of a transcript's labels.
 */
export function recogniseNames(
  reading: Reading,
  { organizationNames }: Pick<SourceLexicon, 'organizationNames'>
): Reading {
  const { tokens, tree, turns } = reading
  const { syntax } = tree
  const surnames = new Set<string>()
  const names = new Set<string>()
  const doubtful: number[] = []
  const participles: number[] = []
  const openers: number[] = []
  for (let token = 0; token < tokens.count; token++) {
    const its = syntax.tag[token]
    if (!/^\p{Lu}\p{Ll}/u.test(tokens.form[token]!)) continue
    if (its !== Tag.NNP) {
      if (DOUBTFUL.has(its!)) doubtful.push(token)
      else if (isParticiple(its) && syntax.tag[token + 1] === Tag.NNP && isFirstOfName(token))
        participles.push(token)
      else if (isFullVerb(syntax.tag[token + 1]!) && opensSentence(tokens, token)) openers.push(token)
      continue
    }
    if (isInside(token) || isAfterArticle(token)) names.add(tokens.form[token]!)
    if (
      token > 0 &&
      syntax.tag[token - 1] === Tag.NNP &&
      syntax.tag[token + 1] !== Tag.NNP &&
      isPlainName(token - 1)
    )
      surnames.add(tokens.form[token]!)
  }
  for (const token of doubtful)
    if (
      isNoun(syntax.tag[token]) &&
      token > 0 &&
      syntax.tag[token - 1] === Tag.NNP &&
      syntax.tag[token + 1] !== Tag.NNP &&
      isPlainName(token - 1)
    )
      surnames.add(tokens.form[token]!)
  const small = new Set(doubtful.length > 0 ? tokens.form : [])
  const found = doubtful.filter((token) => {
    const form = tokens.form[token]!
    if (surnames.has(form) && (isNoun(syntax.tag[token]) || isAlone(token))) return true
    if (isDouble(form) && syntax.tag[token - 1] === Tag.NNP && isPlainName(token - 1)) return true
    const isName = names.has(form) || isUnknownSubject(token) || isExplained(token) || isKnownSubject(token)
    return isName && !small.has(tokens.lower[token]!)
  })
  found.push(...participles, ...openers.filter((token) => surnames.has(tokens.form[token]!)))
  // "AKPAN: It is safe."
  turns.labels.forEach((colon, p) => {
    const token = turns.labelStarts[p]!
    if (colon !== token + 1 || turns.timesOf(p) < 2) return
    const form = tokens.form[token]!
    if (isNoun(syntax.tag[token]) ? /^\p{Lu}{3,}$/u.test(form) : /^\p{Lu}{2}$/u.test(form)) found.push(token)
  })
  if (found.length === 0) return reading
  const tag = syntax.tag.slice()
  for (const token of found) tag[token] = Tag.NNP
  return { ...reading, tree: { ...tree, syntax: { ...syntax, tag } } }

  function isPlainName(token: number): boolean {
    return (
      /^\p{Lu}(?:\p{Ll}|\.)/u.test(tokens.form[token]!) &&
      tokens.sentence[token] === tokens.sentence[token + 1]
    )
  }

  /** Whether a participle is none: "Mei-Ling Brandt", and "Downing Street said", which no comma parts from its subject. */
  function isFirstOfName(token: number): boolean {
    if (token > 0 && isDouble(tokens.form[token]!)) return true
    return (
      syntax.tag[token] === Tag.VBG &&
      opensSentence(tokens, token) &&
      syntax.relation[token + 1] === Relation.nsubj &&
      syntax.head[token + 1] === token + 2
    )
  }

  /** "Reuters said" */
  function isKnownSubject(token: number): boolean {
    return (
      isNoun(syntax.tag[token]) &&
      syntax.relation[token] === Relation.nsubj &&
      organizationNames.has(tokens.lower[token]!)
    )
  }

  /** "Velora said", "Velora has said": a noun of one, without an article, that begins a sentence and is in no group of words alike. */
  function isUnknownSubject(token: number): boolean {
    return (
      syntax.tag[token] === Tag.NN &&
      syntax.relation[token] === Relation.nsubj &&
      syntax.cluster[token] === -1 &&
      opensSentence(tokens, token) &&
      (isVerbal(syntax.tag[token + 1]!) || syntax.tag[token + 1] === Tag.COMMA)
    )
  }

  /** "Unite, the union that speaks for them, said" */
  function isExplained(token: number): boolean {
    const isClause = syntax.tag[token + 1] === Tag.COMMA && syntax.tag[token + 2] === Tag.DT
    if (!isClause || !opensSentence(tokens, token)) return false
    const end = tokens.sentenceStart[tokens.sentence[token]! + 1]!
    let noun = token + 3
    while (noun < end && (isNoun(syntax.tag[noun]) || syntax.tag[noun] === Tag.JJ)) noun++
    return noun > token + 3 && noun < end && RELATIVE.has(syntax.tag[noun]!)
  }

  /** "The Hale administration": the capital after an article that begins a sentence, small words after it. */
  function isAfterArticle(token: number): boolean {
    return (
      token > 0 &&
      syntax.tag[token - 1] === Tag.DT &&
      opensSentence(tokens, token - 1) &&
      /^\p{Ll}{2}/u.test(tokens.form[token + 1] ?? '')
    )
  }

  /** What looks like an adjective, but stands before no noun: "Mr Patel-Hughes denied it". */
  function isAlone(token: number): boolean {
    return syntax.tag[token] === Tag.JJ && !isNominal(syntax.tag[token + 1]!)
  }

  /** Whether a word's capital is its own, and not the sentence's or the heading's: a small word stands before it. */
  function isInside(token: number): boolean {
    return (
      token > 0 &&
      /^\p{Ll}/u.test(tokens.form[token - 1]!) &&
      tokens.sentence[token - 1] === tokens.sentence[token]
    )
  }
}

/** "Mei-Ling" */
const isDouble = (form: string): boolean => /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(form)

const RELATIVE = new Set<number>([Tag.WDT, Tag.WP])

const isParticiple = (tag: number | undefined): boolean => tag === Tag.VBG || tag === Tag.VBN

const isNoun = (tag: number | undefined): boolean => tag === Tag.NN || tag === Tag.NNS

/** What names are taken for where they begin a sentence. */
const DOUBTFUL = new Set<number>([Tag.NN, Tag.NNS, Tag.JJ, Tag.VB, Tag.VBP, Tag.VBZ, Tag.VBD])

import { isCapitalised, isSpacedAfter, isSpacedBefore, type TokenTable } from '../text/token-table.ts'
import { isSubject, Relation } from './relations.ts'
import type { TokenShapes } from './shape-tokens.ts'
import { findLikeliest } from './tag-tokens.ts'
import { isFullVerb, isNominal, isVerbal, Tag } from './tags.ts'

/** What a word would be that is not taken for a noun or an adjective; whoever says something says or said it. */
const VERBS = [Tag.VBD, Tag.VBZ, Tag.VBP, Tag.VB]
const SAYING: ReadonlySet<number> = new Set([Tag.VBD, Tag.VBZ])
/** What a word that may be a verb is taken for in its place: "cried" for an adjective, "recalls" for a plural. */
const MISTAKEN: ReadonlySet<number> = new Set([Tag.NN, Tag.NNS, Tag.JJ, Tag.VBN])
/** What a subject after its verb begins with. */
const BEGINS_SUBJECT: ReadonlySet<number> = new Set([Tag.NNP, Tag.DT, Tag.PRP$])
/** What a subject before its verb is made of. */
const IN_SUBJECT: ReadonlySet<number> = new Set([
  Tag.NN, Tag.NNS, Tag.NNP, Tag.PRP, Tag.PRP$, Tag.DT, Tag.JJ, Tag.POS
]) // biome-ignore format: a table
/** What ends a clause for sure; and whoever is its subject, if that stands last. */
const CLOSES_CLAUSE: ReadonlySet<number> = new Set([Tag.MARK])
const CLOSES_SUBJECT: ReadonlySet<number> = new Set([Tag.MARK, Tag.COMMA, Tag.WP, Tag.WDT])
/**
 * By how much its features may speak less for a verb: right after the quotation; after a subject in a clause that has no other verb; and after a name there.
 * In the training texts one such word in twenty or so is none.
 */
const BEHIND_QUOTATION = 16
const BEHIND_SUBJECT = 28
const BEHIND_NAME = 60
/** Words that a subject before its verb has, at most. */
const LONGEST_SUBJECT = 8

/**
 * The first token after each quotation that a comma, a dash, an exclamation or a question mark ends, the comma inside or outside of the marks: where whoever says it is
 * named, as after no other. In order.
 */
export function findAfterQuotations(tokens: TokenTable, tag: Uint8Array): number[] {
  const { count, form } = tokens
  const found: number[] = []
  for (let mark = 1; mark + 1 < count; mark++) {
    if (tag[mark] !== Tag.MARK || isSpacedBefore(tokens, mark)) continue
    const before = tag[mark - 1]!
    const isInside =
      before === Tag.COMMA || before === Tag.DASH || (before === Tag.STOP && form[mark - 1] !== '.')
    if (isInside && isSpacedAfter(tokens, mark)) found.push(mark + 1)
    else if (tag[mark + 1] === Tag.COMMA && mark + 2 < count && !isInside) found.push(mark + 2)
  }
  return found
}

/** The token after what may be a subject from a token on, in its sentence; the token itself where none stands there. */
function endOfSubject(tokens: TokenTable, tag: Uint8Array, from: number): number {
  const to = Math.min(tokens.sentenceStart[tokens.sentence[from]! + 1]!, from + LONGEST_SUBJECT)
  let end = from
  while (end < to && IN_SUBJECT.has(tag[end]!)) end++
  return end
}

/**
 * Tags as a verb the word beside a quotation that has to be the one of saying it: news, of which the tagger learned, seldom has
 * “Nonsense!” cried Ana Brandt, or “I see,” Brandt recalls.
 *
 * @param afterQuotations as `findAfterQuotations` gives it.
 */
export function tagVerbsOfQuotations(
  tokens: TokenTable,
  shapes: TokenShapes,
  tag: Uint8Array,
  afterQuotations: readonly number[],
  weights: Int8Array
): void {
  for (const from of afterQuotations) {
    const to = tokens.sentenceStart[tokens.sentence[from]! + 1]!
    if (from + 1 < to && MISTAKEN.has(tag[from]!) && BEGINS_SUBJECT.has(tag[from + 1]!)) {
      if (!hasVerb(from + 1, to, CLOSES_SUBJECT)) tryVerb(from, BEHIND_QUOTATION)
    } else tagAfterSubject(from, to)
  }

  function tagAfterSubject(from: number, to: number): void {
    const end = endOfSubject(tokens, tag, from)
    if (end < from + 2 || !MISTAKEN.has(tag[end - 1]!) || hasVerb(end, to, CLOSES_CLAUSE)) return
    const noun = end - 2
    if (tag.subarray(from, end - 1).every((its) => its === Tag.NNP)) tryVerb(end - 1, BEHIND_NAME)
    else if (isNominal(tag[noun]!)) tryVerb(end - 1, BEHIND_SUBJECT)
    else if (tag[noun] === Tag.JJ && tryVerb(end - 1, BEHIND_SUBJECT)) tag[noun] = Tag.NN
  }

  /** Whether the clause has a verb: up to what ends it, or up to a comma and "and". */
  function hasVerb(from: number, to: number, before: ReadonlySet<number>): boolean {
    for (let token = from; token < to && !before.has(tag[token]!); token++) {
      if (isVerbal(tag[token]!)) return true
      if (tag[token] === Tag.COMMA && tag[token + 1] === Tag.CC) return false
    }
    return false
  }

  function tryVerb(token: number, farthest: number): boolean {
    if (isCapitalised(tokens, token)) return false
    const likeliest = findLikeliest(VERBS, tokens, shapes, tag, token, weights)
    if (likeliest.behind > farthest || !SAYING.has(likeliest.tag)) return false
    tag[token] = likeliest.tag
    return true
  }
}

/**
 * Mends how the verb beside a quotation hangs together with the rest: what follows it is its subject, where the parser took that for an object (“Nonsense!”
 * cried Ana Brandt), and what is said hangs on it, not it on what is said.
 *
 * @param afterQuotations as `findAfterQuotations` gives it.
 */
export function attachQuotations(
  tokens: TokenTable,
  tag: Uint8Array,
  afterQuotations: readonly number[],
  head: Int32Array,
  relation: Uint8Array
): void {
  for (const from of afterQuotations) {
    const sentence = tokens.sentence[from]!
    const to = tokens.sentenceStart[sentence + 1]!
    const verb = endOfSubject(tokens, tag, from)
    if (verb >= to || !isFullVerb(tag[verb]!) || isCapitalised(tokens, verb)) continue
    const first = tokens.sentenceStart[sentence]!
    if (verb === from) invert(first, verb, to)
    hangQuotation(first, from, verb)
  }

  function invert(first: number, verb: number, to: number): void {
    if (verb + 1 >= to) return
    const object = climb(verb + 1, (above) => above > verb)
    if (head[object] !== verb || !OBJECTS.has(relation[object]!) || !isNominal(tag[object]!)) return
    relation[object] = Relation.nsubj
    for (let token = verb - 1; token >= Math.max(first, verb - FARTHEST); token--)
      if (head[token] === verb && isSubject(relation[token]!)) relation[token] = Relation.ccomp
  }

  function hangQuotation(first: number, after: number, verb: number): void {
    const above = head[verb]!
    if (above < first || above >= after || !isUtterance(first, after)) return
    const top = climb(above, (its) => its >= first && its < after)
    const over = head[top]!
    if (over >= first && over < after) return
    head[verb] = over
    relation[verb] = relation[top]!
    head[top] = verb
    relation[top] = Relation.ccomp
  }

  /** Whether all of a sentence before a token is a quotation, or the end of one, and a mark or two. */
  function isUtterance(first: number, after: number): boolean {
    const markBefore = (token: number): number => {
      let mark = token - 1
      while (mark > first && tag[mark] !== Tag.MARK) mark--
      return mark
    }
    return markBefore(markBefore(after)) <= first
  }

  /** The token that a token hangs on by links within which `isWithin` holds, a few of them at most. */
  function climb(token: number, isWithin: (above: number) => boolean): number {
    let its = token
    for (let step = 0; step < DEEPEST && isWithin(head[its]!); step++) its = head[its]!
    return its
  }
}

/** Links that are followed up the tree, at most. */
const DEEPEST = 16
/** Words of a quotation that are looked through at most: cost stays linear whatever a sentence is. */
const FARTHEST = 40
const OBJECTS: ReadonlySet<number> = new Set([
  Relation.dobj, Relation.dative, Relation.attr, Relation.oprd, Relation.npadvmod, Relation.appos
]) // biome-ignore format: a table

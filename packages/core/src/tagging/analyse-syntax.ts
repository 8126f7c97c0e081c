import type { Language, WordClass } from '../language.ts'
import { TokenKind, type TokenTable } from '../text/token-table.ts'
import { attachQuotations, findAfterQuotations, tagVerbsOfQuotations } from './beside-quotations.ts'
import { hashString } from './hash.ts'
import { makeParserScratch, parseDependencies } from './parse-dependencies.ts'
import { makeParserInput, ParserState, readSentence } from './parser-state.ts'
import { Relation } from './relations.ts'
import { shapeTokens, type TokenShapes } from './shape-tokens.ts'
import { tagTokens } from './tag-tokens.ts'
import { isFullVerb, isNominal, TAGS, Tag } from './tags.ts'

/** What is known of each token's syntax. Columns are indexed by token. */
export interface Syntax {
  readonly tag: Uint8Array
  /** The same for all forms of a word; a name stands as `⟨name⟩`, so that nothing learned hangs on who was in the news. */
  readonly stem: readonly string[]
  /** Hash of the stem. */
  readonly stemHash: Int32Array
  /** The group of words alike that it belongs to, as `Language.clusters` numbers them; -1 for none. */
  readonly cluster: Int32Array
  /** Hash of the word, names and numbers made one. */
  readonly word: Int32Array
  /** The token that each depends on, -1 at a sentence's root. */
  readonly head: Int32Array
  readonly relation: Uint8Array
}

const { CD, MARK, NNP } = Tag
/** The stem of all names that are not common property. */
export const NAME = '⟨name⟩'
const NAME_HASH = hashString(NAME)
const NUMBER_HASH = hashString('⟨num⟩')
const MARK_HASH = hashString('"')

/** Hashes of the words with names, numbers and marks made one of each: what the parser and all later models read. */
export function anonymiseWords(
  tokens: TokenTable,
  shapes: TokenShapes,
  tags: Uint8Array,
  language: Language
): Int32Array {
  const { commonNames } = language
  const words = new Int32Array(tags.length)
  for (let token = 0; token < tags.length; token++) {
    const tag = tags[token]!
    if (tag === NNP && !commonNames.has(tokens.lower[token]!)) words[token] = NAME_HASH
    else if (tag === CD && tokens.kind[token] === TokenKind.number) words[token] = NUMBER_HASH
    else words[token] = tag === MARK ? MARK_HASH : shapes.word[token]!
  }
  return words
}

/** Tags, stems and dependencies of all tokens. */
export function analyseSyntax(tokens: TokenTable, language: Language): Syntax {
  const { count, sentenceStart } = tokens
  const weights = language.weights()
  const shapes = shapeTokens(tokens)
  const tag = tagTokens(tokens, shapes, weights.tagger, language.closedWords)
  nameAcronyms(tokens, tag, language)
  nameParticles(tokens, tag, language)
  const afterQuotations = findAfterQuotations(tokens, tag)
  tagVerbsOfQuotations(tokens, shapes, tag, afterQuotations, weights.tagger)
  const word = anonymiseWords(tokens, shapes, tag, language)
  const { stem, stemHash, cluster } = stemWords(tokens, shapes, tag, word, language)
  const head = new Int32Array(count).fill(-1)
  const relation = new Uint8Array(count)
  const scratch = makeParserScratch(weights.actions, weights.relations)
  let longest = 0
  for (let sentence = 0; sentence + 1 < sentenceStart.length; sentence++)
    longest = Math.max(longest, sentenceStart[sentence + 1]! - sentenceStart[sentence]!)
  const input = makeParserInput(longest)
  const state = new ParserState(longest)
  for (let sentence = 0; sentence + 1 < sentenceStart.length; sentence++) {
    const from = sentenceStart[sentence]!
    readSentence(word, tag, from, sentenceStart[sentence + 1]!, input)
    const { length } = input
    state.reset(length)
    parseDependencies(state, input, scratch)
    for (let place = 1; place <= length; place++) {
      const its = state.head[place]!
      const isRoot = its < 1 || its > length
      head[from + place - 1] = isRoot ? -1 : from + its - 1
      relation[from + place - 1] = isRoot ? 0 : state.relation[place]!
    }
  }
  reattachObjects(tag, head, relation)
  attachQuotations(tokens, tag, afterQuotations, head, relation)
  return { tag, stem, stemHash, cluster, word, head, relation }
}

/**
 * Tags as a name what is in capitals and spelled like another word ("WHO") where a name may stand, at the beginning of a sentence or after a
 * preposition or an article; not in a question, nor beside other words in capitals. After a noun for a person ("the man WHO paid") it is the word.
 */
function nameAcronyms(tokens: TokenTable, tag: Uint8Array, { sources }: Language): void {
  const { form, lower, sentence, sentenceStart } = tokens
  for (let token = 0; token < tokens.count; token++) {
    if (!sources.wordlikeAcronyms.has(lower[token]!) || !CAPITALS.test(form[token]!)) continue
    const from = sentenceStart[sentence[token]!]!
    const end = sentenceStart[sentence[token]! + 1]!
    const before = token === from ? -1 : tag[token - 1]!
    if (before === Tag.NN && sources.personNouns.has(lower[token - 1]!)) tag[token] = Tag.WP
    const mayBeName = before === -1 || before === Tag.IN || before === Tag.DT || before === Tag.MARK
    const isShouted = [token - 1, token + 1].some((at) => at >= from && at < end && CAPITALS.test(form[at]!))
    if (mayBeName && !isShouted && form[end - 1] !== '?') tag[token] = NNP
  }
}

/** Tags as names the small words that a surname begins with, before one: "von der" in "Ursula von der Leyen", "ten" in "Erik ten Hag". */
function nameParticles(
  { form, lower, sentence, count }: TokenTable,
  tag: Uint8Array,
  { sources }: Language
): void {
  for (let token = 0; token < count; token++) {
    const isParticle = sources.nameParticles.has(form[token]!)
    const isLoose =
      token > 0 && sources.looseParticles.has(form[token]!) && sources.firstNames.has(lower[token - 1]!)
    if (!isParticle && !isLoose) continue
    let next = token + 1
    while (next < count && next < token + MOST_PARTICLES && isAnyParticle(form[next]!)) next++
    if (next < count && tag[next] === NNP && sentence[next] === sentence[token]) tag.fill(NNP, token, next)
    token = next - 1
  }

  function isAnyParticle(word: string): boolean {
    return sources.nameParticles.has(word) || sources.looseParticles.has(word)
  }
}

/** "van de la", with none to spare */
const MOST_PARTICLES = 3
const CAPITALS = /^\p{Lu}{2,}$/u

/** The stem of each token, its hash and its cluster; each form is looked at once as each class of word. */
function stemWords(
  tokens: TokenTable,
  shapes: TokenShapes,
  tags: Uint8Array,
  words: Int32Array,
  language: Language
): Pick<Syntax, 'stem' | 'stemHash' | 'cluster'> {
  const { count } = tokens
  const { firstAlike } = shapes
  const stem: string[] = []
  const stemHash = new Int32Array(count)
  const cluster = new Int32Array(count)
  /** The first token of the same form and tag, by both, and the last one met of the same form. */
  const known = new Map<number, number>()
  const lastAlike = new Int32Array(count).fill(-1)
  for (let token = 0; token < count; token++) {
    const tag = tags[token]!
    const first = firstAlike[token]!
    let like: number | undefined = lastAlike[first]!
    lastAlike[first] = token
    if (like < 0 || tags[like] !== tag) {
      const key = first * TAGS.length + tag
      like = known.get(key)
      if (like === undefined) known.set(key, token)
    }
    if (like !== undefined) {
      stem.push(stem[like]!)
      stemHash[token] = stemHash[like]!
      cluster[token] = cluster[like]!
      continue
    }
    const word = words[token]!
    const its = word === NAME_HASH ? NAME : language.stem(tokens.lower[token]!, classOf(tag))
    stem.push(its)
    stemHash[token] = word === NUMBER_HASH || word === MARK_HASH ? word : hashString(its)
    cluster[token] = language.clusters.get(its) ?? -1
  }
  return { stem, stemHash, cluster }
}

function classOf(tag: number): WordClass {
  if (tag >= Tag.VB && tag <= Tag.AUX) return 'verb'
  if (tag === Tag.NN) return 'noun'
  return tag === Tag.NNS ? 'plural' : 'other'
}

/** A noun has no object: one that hangs on a noun goes to the participle that modifies the noun in between. */
function reattachObjects(tag: Uint8Array, head: Int32Array, relation: Uint8Array): void {
  let participle = -1
  for (let token = 0; token < tag.length; token++) {
    const its = head[token]!
    if (its < 0) continue
    if (relation[token] === Relation.acl && isFullVerb(tag[token]!)) participle = token
    else if (
      OBJECTS.has(relation[token]!) &&
      its < participle &&
      head[participle] === its &&
      isNominal(tag[its]!)
    )
      head[token] = participle
  }
}

const OBJECTS = new Set([Relation.dobj, Relation.ccomp, Relation.xcomp])

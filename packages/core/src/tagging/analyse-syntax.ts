import type { Language, WordClass } from '../language.ts'
import { TokenKind, type TokenTable } from '../text/token-table.ts'
import { hashString } from './hash.ts'
import { makeParserScratch, parseDependencies, readSentence } from './parse-dependencies.ts'
import { Relation } from './relations.ts'
import { shapeTokens, type TokenShapes, tagTokens } from './tag-tokens.ts'
import { isFullVerb, isNominal, Tag } from './tags.ts'

/** What is known of each token's syntax. Columns are indexed by token. */
export interface Syntax {
  readonly tag: Uint8Array
  /** The same for all forms of a word; a name stands as `⟨name⟩`, so that nothing learned hangs on who was in the news. */
  readonly stem: readonly string[]
  /** Hash of the word, names and numbers made one. */
  readonly word: Int32Array
  /** The token that each depends on, -1 at a sentence's root. */
  readonly head: Int32Array
  readonly relation: Uint8Array
}

const NAME = '⟨name⟩'
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
  return Int32Array.from(tags, (tag, token) => {
    if (tag === Tag.NNP && !language.commonNames.has(tokens.lower[token]!)) return NAME_HASH
    if (tag === Tag.CD && tokens.kind[token] === TokenKind.number) return NUMBER_HASH
    return tag === Tag.MARK ? MARK_HASH : shapes.word[token]!
  })
}

/** Tags, stems and dependencies of all tokens. */
export function analyseSyntax(tokens: TokenTable, language: Language): Syntax {
  const { count, sentenceStart } = tokens
  const weights = language.weights()
  const shapes = shapeTokens(tokens)
  const tag = tagTokens(tokens, shapes, weights.tagger)
  const word = anonymiseWords(tokens, shapes, tag, language)
  const stem = Array.from(tag, (its, token) =>
    word[token] === NAME_HASH ? NAME : language.stem(tokens.lower[token]!, classOf(its))
  )
  const head = new Int32Array(count).fill(-1)
  const relation = new Uint8Array(count)
  const scratch = makeParserScratch()
  for (let sentence = 0; sentence + 1 < sentenceStart.length; sentence++) {
    const from = sentenceStart[sentence]!
    const input = readSentence(word, tag, from, sentenceStart[sentence + 1]!)
    const { length } = input
    const parsed = parseDependencies(input, weights.actions, weights.relations, scratch)
    for (let place = 1; place <= length; place++) {
      const its = parsed.head[place]!
      const isRoot = its < 1 || its > length
      head[from + place - 1] = isRoot ? -1 : from + its - 1
      relation[from + place - 1] = isRoot ? 0 : parsed.relation[place]!
    }
  }
  reattachObjects(tag, head, relation)
  return { tag, stem, word, head, relation }
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

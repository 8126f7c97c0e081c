import type { TokenTable } from '../text/token-table.ts'
import { compileTemplates, type Template, VALUES, writeRows } from './feature-templates.ts'
import type { TokenShapes } from './shape-tokens.ts'
import { findHighest, padRow, readTable, sumFeatures } from './sum-rows.ts'
import { WORD_TAG_COUNT } from './tags.ts'

/** Rows of the tagger's table of weights. */
export const TAGGER_ROWS = 1 << 17
/** Weights in a row of it. */
export const TAG_ROW = padRow(WORD_TAG_COUNT)
const BEFORE_SENTENCE = 60
const BEFORE_SENTENCE_2 = 61

/**
 * What a token is described by, in the order in which `describeToken` writes it: words, beginnings and ends of words of it
 * (here) and its neighbours, the tags before it; `looks` is its shape and whether it opens the sentence.
 */
const NAMES = [
  'here', 'before', 'before 2', 'after', 'after 2', 'suffix 3', 'suffix 2', 'prefix 3', 'suffix 3 before', 'suffix 3 after',
  'looks', 'looks after', 'tag before', 'tags before'
] as const // biome-ignore format: a table

/** A template's number is part of its hash, so a change here is one of the weights. */
const TEMPLATES: readonly Template<(typeof NAMES)[number]>[] = [
  'here',
  ['here', 'looks'],
  'suffix 3',
  ['suffix 2', 'looks'],
  ['prefix 3', 'suffix 2'],
  'looks',
  'tag before',
  'tags before',
  ['here', 'tag before'],
  ['here', 'after'],
  'before',
  'after',
  'after 2',
  'suffix 3 after',
  ['tag before', 'after'],
  ['before', 'here'],
  ['tag before', ['suffix 3', 'suffix 3 after']],
  'looks after',
  ['suffix 3 before', 'suffix 3'],
  'before 2'
]

const TAG_PROGRAM = compileTemplates(NAMES, TEMPLATES)

/** Writes the rows of the features of a token, given the tags before it, and returns how many there are. */
export function tagFeatures(
  tokens: TokenTable,
  shapes: TokenShapes,
  tags: Uint8Array,
  token: number,
  rows: Int32Array
): number {
  describeToken(tokens, shapes, tags, token)
  return writeRows(TAG_PROGRAM, TAGGER_ROWS - 1, rows)
}

/** Writes what a token, given the tags before it is described by into `VALUES`. */
function describeToken(tokens: TokenTable, shapes: TokenShapes, tags: Uint8Array, token: number): void {
  const { word, suffix3, shape } = shapes
  const sentence = tokens.sentence[token]!
  const from = tokens.sentenceStart[sentence]!
  const to = tokens.sentenceStart[sentence + 1]!
  const hasPrevious = token > from
  const hasNext = token + 1 < to
  const tag1 = hasPrevious ? tags[token - 1]! : BEFORE_SENTENCE
  const tag2 = token > from + 1 ? tags[token - 2]! : BEFORE_SENTENCE_2
  const opens = token === from || (token === from + 1 && shapes.fixedTag[from]! >= 0) ? 8 : 0
  const looks = shape[token]! | opens
  let n = 0
  VALUES[n++] = word[token]!
  VALUES[n++] = hasPrevious ? word[token - 1]! : 1
  VALUES[n++] = token > from + 1 ? word[token - 2]! : 7
  VALUES[n++] = hasNext ? word[token + 1]! : 2
  VALUES[n++] = token + 2 < to ? word[token + 2]! : 3
  VALUES[n++] = suffix3[token]!
  VALUES[n++] = shapes.suffix2[token]!
  VALUES[n++] = shapes.prefix3[token]!
  VALUES[n++] = hasPrevious ? suffix3[token - 1]! : 6
  VALUES[n++] = hasNext ? suffix3[token + 1]! : 5
  VALUES[n++] = looks
  VALUES[n++] = (hasNext ? shape[token + 1]! : 9) * 16 + looks
  VALUES[n++] = tag1
  VALUES[n++] = tag1 * 64 + tag2
}

/** The tag of every token, left to right, by an averaged perceptron (Collins 2002) over hashed features. */
export function tagTokens(tokens: TokenTable, shapes: TokenShapes, weights: Int8Array): Uint8Array {
  const tags = new Uint8Array(tokens.count)
  const table = readTable(weights, TAG_ROW)
  const sums = new Int32Array(TAG_ROW)
  for (let token = 0; token < tokens.count; token++) {
    tags[token] = shapes.fixedTag[token]!
    if (shapes.fixedTag[token]! >= 0) continue
    describeToken(tokens, shapes, tags, token)
    sumFeatures(TAG_PROGRAM, table, sums)
    tags[token] = findHighest(sums, 0, WORD_TAG_COUNT)
  }
  return tags
}

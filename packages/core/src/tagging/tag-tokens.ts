import type { TokenTable } from '../text/token-table.ts'
import { compileTemplates, type Template, writeRows } from './feature-templates.ts'
import type { TokenShapes } from './shape-tokens.ts'
import { findHighest, inFours, padRow, sumRows } from './sum-rows.ts'
import { WORD_TAG_COUNT } from './tags.ts'

/** Rows of the tagger's table of weights. */
export const TAGGER_ROWS = 1 << 16
/** Weights in a row of it. */
export const TAG_ROW = padRow(WORD_TAG_COUNT)
const BEFORE_SENTENCE = 60
const BEFORE_SENTENCE_2 = 61

/**
 * What a token is described by, in the order in which `tagFeatures` writes it: words, beginnings and ends of words of it
 * (here) and its neighbours, the tags before it; `looks` is its shape and whether it opens the sentence.
 */
const VALUES = [
  'here', 'before', 'before 2', 'after', 'after 2', 'suffix 3', 'suffix 2', 'prefix 3', 'suffix 3 before', 'suffix 3 after',
  'looks', 'looks after', 'tag before', 'tags before'
] as const // biome-ignore format: a table

/** A template's number is part of its hash, so a change here is one of the weights. */
const TEMPLATES: readonly Template<(typeof VALUES)[number]>[] = [
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

const PROGRAM = compileTemplates(VALUES, TEMPLATES)

/** Writes the rows of a token's features, given the tags before it, and returns how many there are. */
export function tagFeatures(
  tokens: TokenTable,
  shapes: TokenShapes,
  tags: Uint8Array,
  token: number,
  rows: Int32Array
): number {
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
  const { values } = PROGRAM
  let n = 0
  values[n++] = word[token]!
  values[n++] = hasPrevious ? word[token - 1]! : 1
  values[n++] = token > from + 1 ? word[token - 2]! : 7
  values[n++] = hasNext ? word[token + 1]! : 2
  values[n++] = token + 2 < to ? word[token + 2]! : 3
  values[n++] = suffix3[token]!
  values[n++] = shapes.suffix2[token]!
  values[n++] = shapes.prefix3[token]!
  values[n++] = hasPrevious ? suffix3[token - 1]! : 6
  values[n++] = hasNext ? suffix3[token + 1]! : 5
  values[n++] = looks
  values[n++] = (hasNext ? shape[token + 1]! : 9) * 16 + looks
  values[n++] = tag1
  values[n++] = tag1 * 64 + tag2
  return writeRows(PROGRAM, TAGGER_ROWS - 1, rows)
}

/** The tag of every token, left to right, by an averaged perceptron (Collins 2002) over hashed features. */
export function tagTokens(tokens: TokenTable, shapes: TokenShapes, weights: Int8Array): Uint8Array {
  const tags = new Uint8Array(tokens.count)
  const table = inFours(weights)
  const rows = new Int32Array(TEMPLATES.length)
  const sums = new Int32Array(TAG_ROW)
  for (let token = 0; token < tokens.count; token++) {
    tags[token] = shapes.fixedTag[token]!
    if (shapes.fixedTag[token]! >= 0) continue
    sumRows(rows, tagFeatures(tokens, shapes, tags, token, rows), table, TAG_ROW >> 2, sums)
    tags[token] = findHighest(sums, 0, WORD_TAG_COUNT)
  }
  return tags
}

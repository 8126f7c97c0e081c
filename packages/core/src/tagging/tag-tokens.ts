import type { TokenTable } from '../text/token-table.ts'
import { compileTemplates, splitProgram, type Template, writeRows } from './feature-templates.ts'
import type { TokenShapes } from './shape-tokens.ts'
import { findHighest, findSure, padRow, readTable, sumFeatures } from './sum-rows.ts'
import { Tag, WORD_TAG_COUNT } from './tags.ts'

/** Rows of the tagger's table of weights. */
export const TAGGER_ROWS = 1 << 17
/** Weights in a row of it. */
export const TAG_ROW = padRow(WORD_TAG_COUNT)
const BEFORE_SENTENCE = 60
const BEFORE_SENTENCE_2 = 61

/**
 * What a token is described by: first on its own, by its word (here), ends and beginning, and its `looks`: its shape and whether it opens
 * the sentence; then among its neighbours and the tags before it.
 */
const NAMES = [
  'here', 'suffix 3', 'suffix 2', 'prefix 3', 'looks',
  'before', 'before 2', 'after', 'suffix 3 after', 'looks after', 'tag before', 'tags before'
] as const // biome-ignore format: a table

/** Those of a token on its own, then those among its neighbours. A template's number is part of its hash, so a change here is one of the weights. */
const TEMPLATES: readonly Template<(typeof NAMES)[number]>[] = [
  ['here'], ['here', 'looks'], ['suffix 3'], ['suffix 2', 'looks'], ['suffix 2', 'prefix 3'], ['looks'],
  ['tag before'], ['tags before'], ['here', 'tag before'], ['here', 'after'], ['before'], ['after'], ['suffix 3 after'],
  ['looks after'], ['before 2']
] // biome-ignore format: a table

const TAG_PROGRAM = compileTemplates(NAMES, TEMPLATES)
const [ALONE_PROGRAM, AMONG_PROGRAM] = splitProgram(TAG_PROGRAM, 6)

/** Writes the rows of the features of a token, given the tags before it, and returns how many there are. */
export function tagFeatures(
  tokens: TokenTable,
  shapes: TokenShapes,
  tags: Uint8Array,
  token: number,
  rows: Int32Array
): number {
  describeAlone(tokens, shapes, token)
  describeAmong(tokens, shapes, tags, token)
  return writeRows(TAG_PROGRAM, Math.clz32(TAGGER_ROWS - 1), rows)
}

/** Whether a token opens its sentence, a mark before it aside. */
function opens(tokens: TokenTable, shapes: TokenShapes, token: number): boolean {
  const from = tokens.sentenceStart[tokens.sentence[token]!]!
  return token === from || (token === from + 1 && shapes.fixedTag[from]! >= 0)
}

/** Writes what a token is described by on its own into the program's values. */
function describeAlone(tokens: TokenTable, shapes: TokenShapes, token: number): void {
  const { values } = TAG_PROGRAM
  values[0] = shapes.word[token]!
  values[1] = shapes.suffix3[token]!
  values[2] = shapes.suffix2[token]!
  values[3] = shapes.prefix3[token]!
  values[4] = shapes.shape[token]! | (opens(tokens, shapes, token) ? 8 : 0)
}

/** Writes what a token is described by among its neighbours, given the tags before it, into the program's values. */
function describeAmong(tokens: TokenTable, shapes: TokenShapes, tags: Uint8Array, token: number): void {
  const { word, suffix3, shape } = shapes
  const sentence = tokens.sentence[token]!
  const from = tokens.sentenceStart[sentence]!
  const to = tokens.sentenceStart[sentence + 1]!
  const hasPrevious = token > from
  const hasNext = token + 1 < to
  const tag1 = hasPrevious ? tags[token - 1]! : BEFORE_SENTENCE
  const tag2 = token > from + 1 ? tags[token - 2]! : BEFORE_SENTENCE_2
  const looks = shape[token]! | (opens(tokens, shapes, token) ? 8 : 0)
  const { values } = TAG_PROGRAM
  let n = 5
  values[0] = word[token]!
  values[n++] = hasPrevious ? word[token - 1]! : 1
  values[n++] = token > from + 1 ? word[token - 2]! : 7
  values[n++] = hasNext ? word[token + 1]! : 2
  values[n++] = hasNext ? suffix3[token + 1]! : 5
  values[n++] = (hasNext ? shape[token + 1]! : 9) * 16 + looks
  values[n++] = tag1
  values[n++] = tag1 * 64 + tag2
}

/** By how much a token's own features must speak for one tag for its neighbours not to be asked. */
const SURE = 32

/** Tags that no word has but the few that every grammar lists. */
const CLOSED_TAGS = [
  Tag.PRP, Tag.PRP$, Tag.DT, Tag.IN, Tag.TO, Tag.AUX, Tag.MD, Tag.CC, Tag.WDT, Tag.WP, Tag.WRB, Tag.POS, Tag.EX
] // biome-ignore format: a table
/** What no neighbours make up for. */
const RULED_OUT = -0x4000

/**
 * The tag of every token, left to right, by an averaged perceptron (Collins 2002) over hashed features.
 *
 * @param closedWords `Language.closedWords`: others with a capital get no tag of theirs, however much a name that opens a sentence looks like it.
 */
export function tagTokens(
  tokens: TokenTable,
  shapes: TokenShapes,
  weights: Int8Array,
  closedWords: ReadonlySet<string>
): Uint8Array {
  const { count } = tokens
  const { fixedTag, firstAlike } = shapes
  const tags = new Uint8Array(count)
  const table = readTable(weights, TAG_ROW)
  const sums = new Int32Array(TAG_ROW)
  // What a form comes to on its own is summed once, and once more for where it opens a sentence.
  const known = new Int32Array(count * 2).fill(UNKNOWN)
  let own = new Int16Array(TAG_ROW * 512)
  let owns = 0
  for (let token = 0; token < count; token++) {
    tags[token] = fixedTag[token]!
    if (fixedTag[token]! >= 0) continue
    const key = firstAlike[token]! * 2 + (opens(tokens, shapes, token) ? 1 : 0)
    let its = known[key]!
    if (its === UNKNOWN) {
      describeAlone(tokens, shapes, token)
      sumFeatures(ALONE_PROGRAM, table, sums)
      if (hasCapital(shapes.shape[token]!) && !closedWords.has(tokens.lower[token]!))
        for (const tag of CLOSED_TAGS) sums[tag] = RULED_OUT
      const sure = findSure(sums, 0, WORD_TAG_COUNT, SURE)
      if (sure >= 0) its = ~sure
      else {
        its = owns
        owns += TAG_ROW
        if (owns > own.length) own = extend(own)
        own.set(sums, its)
      }
      known[key] = its
    }
    if (its < 0) tags[token] = ~its
    else {
      describeAmong(tokens, shapes, tags, token)
      sumFeatures(AMONG_PROGRAM, table, sums)
      for (let tag = 0; tag < WORD_TAG_COUNT; tag++) sums[tag]! += own[its + tag]!
      tags[token] = findHighest(sums, 0, WORD_TAG_COUNT)
    }
  }
  return tags
}

/**
 * The likeliest of a few tags for a token, given the tags before it, and by how much its features speak less for that one than for the likeliest of all.
 */
export function findLikeliest(
  of: readonly number[],
  tokens: TokenTable,
  shapes: TokenShapes,
  tags: Uint8Array,
  token: number,
  weights: Int8Array
): { tag: number; behind: number } {
  const sums = new Int32Array(TAG_ROW)
  describeAlone(tokens, shapes, token)
  describeAmong(tokens, shapes, tags, token)
  sumFeatures(TAG_PROGRAM, readTable(weights, TAG_ROW), sums)
  const tag = of.reduce((best, its) => (sums[its]! > sums[best]! ? its : best))
  return { tag, behind: sums[findHighest(sums, 0, WORD_TAG_COUNT)]! - sums[tag]! }
}

const hasCapital = (shape: number): boolean => shape >= 1 && shape <= 3

/** No row and no tag's complement. */
const UNKNOWN = -1000

function extend(own: Int16Array): Int16Array<ArrayBuffer> {
  const longer = new Int16Array(own.length * 2)
  longer.set(own)
  return longer
}

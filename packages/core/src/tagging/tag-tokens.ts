import { TokenKind, type TokenTable } from '../text/token-table.ts'
import { hashString, mix } from './hash.ts'
import { Tag, WORD_TAG_COUNT } from './tags.ts'

/** Rows of the tagger's table of weights, `WORD_TAG_COUNT` weights a row. */
export const TAGGER_ROWS = 1 << 16
const ROW = TAGGER_ROWS - 1
const BEFORE_SENTENCE = 60
const BEFORE_SENTENCE_2 = 61
const FEATURES = 20

/** What the tagger's features are made of: hashes of each token's form, and its shape. */
export interface TokenShapes {
  readonly word: Int32Array
  readonly suffix3: Int32Array
  readonly suffix2: Int32Array
  readonly prefix3: Int32Array
  readonly shape: Uint8Array
  /** The tag where the form alone decides it, else -1. */
  readonly fixedTag: Int8Array
}

export function shapeTokens(tokens: TokenTable): TokenShapes {
  const { count } = tokens
  const shapes = {
    word: new Int32Array(count),
    suffix3: new Int32Array(count),
    suffix2: new Int32Array(count),
    prefix3: new Int32Array(count),
    shape: new Uint8Array(count),
    fixedTag: new Int8Array(count)
  }
  const firstWith = new Map<string, number>()
  for (let token = 0; token < count; token++) {
    const form = tokens.form[token]!
    const known = firstWith.get(form)
    if (known === undefined) {
      const lower = tokens.lower[token]!
      firstWith.set(form, token)
      shapes.word[token] = hashString(lower)
      shapes.suffix3[token] = hashString(lower.slice(-3))
      shapes.suffix2[token] = hashString(lower.slice(-2))
      shapes.prefix3[token] = hashString(lower.slice(0, 3))
      shapes.shape[token] = shapeOf(form)
    } else for (const column of COPIED) shapes[column][token] = shapes[column][known]!
    shapes.fixedTag[token] = fixedTagOf(tokens.kind[token]!, form)
  }
  return shapes
}

const COPIED = ['word', 'suffix3', 'suffix2', 'prefix3', 'shape'] as const

/** 0 lower case, 1 capitalised, 2 upper case, 3 mixed, 4 begins with a digit, 5 no case. */
function shapeOf(form: string): number {
  const code = form.charCodeAt(0)
  if (code >= 48 && code <= 57) return 4
  const lower = form.toLowerCase()
  const upper = form.toUpperCase()
  if (form === lower) return lower === upper ? 5 : 0
  if (form === upper) return form.length === 1 ? 1 : 2
  return form[0] === upper[0] && form.slice(1) === lower.slice(1) ? 1 : 3
}

function fixedTagOf(kind: number, form: string): number {
  if (kind === TokenKind.word) return -1
  if (kind === TokenKind.mark) return Tag.MARK
  if (kind === TokenKind.number) return Tag.CD
  if (form.startsWith(',')) return Tag.COMMA
  if (/^[.!?…]/.test(form)) return Tag.STOP
  if (/^[:;]/.test(form)) return Tag.COLON
  if (/^\p{Pd}/u.test(form)) return Tag.DASH
  return /^[()[\]{}]/.test(form) ? Tag.BRACKET : Tag.SYM
}

/** Writes the rows of a token's features, given the tags before it, and returns how many there are. */
export function tagFeatures(
  tokens: TokenTable,
  shapes: TokenShapes,
  tags: Uint8Array,
  token: number,
  rows: Int32Array
): number {
  const { word, suffix3, suffix2, shape } = shapes
  const sentence = tokens.sentence[token]!
  const from = tokens.sentenceStart[sentence]!
  const to = tokens.sentenceStart[sentence + 1]!
  const hasPrevious = token > from
  const hasNext = token + 1 < to
  const tag1 = hasPrevious ? tags[token - 1]! : BEFORE_SENTENCE
  const tag2 = token > from + 1 ? tags[token - 2]! : BEFORE_SENTENCE_2
  const here = word[token]!
  const previous = hasPrevious ? word[token - 1]! : 1
  const next = hasNext ? word[token + 1]! : 2
  const opens = token === from || (token === from + 1 && shapes.fixedTag[from]! >= 0) ? 8 : 0
  const looks = shape[token]! | opens
  const nextSuffix = hasNext ? suffix3[token + 1]! : 5
  let n = 0
  rows[n++] = mix(1, here) & ROW
  rows[n++] = mix(2, mix(here, looks)) & ROW
  rows[n++] = mix(3, suffix3[token]!) & ROW
  rows[n++] = mix(4, mix(suffix2[token]!, looks)) & ROW
  rows[n++] = mix(5, mix(shapes.prefix3[token]!, suffix2[token]!)) & ROW
  rows[n++] = mix(6, looks) & ROW
  rows[n++] = mix(7, tag1) & ROW
  rows[n++] = mix(8, tag1 * 64 + tag2) & ROW
  rows[n++] = mix(9, mix(here, tag1)) & ROW
  rows[n++] = mix(10, mix(here, next)) & ROW
  rows[n++] = mix(11, previous) & ROW
  rows[n++] = mix(12, next) & ROW
  rows[n++] = mix(13, token + 2 < to ? word[token + 2]! : 3) & ROW
  rows[n++] = mix(14, nextSuffix) & ROW
  rows[n++] = mix(15, mix(tag1, next)) & ROW
  rows[n++] = mix(16, mix(previous, here)) & ROW
  rows[n++] = mix(17, mix(tag1, mix(suffix3[token]!, nextSuffix))) & ROW
  rows[n++] = mix(18, (hasNext ? shape[token + 1]! : 9) * 16 + looks) & ROW
  rows[n++] = mix(19, mix(hasPrevious ? suffix3[token - 1]! : 6, suffix3[token]!)) & ROW
  rows[n++] = mix(20, token > from + 1 ? word[token - 2]! : 7) & ROW
  return n
}

/** The tag that scores best, given the rows of a token's features. */
export function bestTag(
  rows: Int32Array,
  count: number,
  weights: ArrayLike<number>,
  scores: Float64Array
): number {
  scores.fill(0)
  for (let i = 0; i < count; i++) {
    const row = rows[i]! * WORD_TAG_COUNT
    for (let tag = 0; tag < WORD_TAG_COUNT; tag++) scores[tag]! += weights[row + tag]!
  }
  let best = 0
  for (let tag = 1; tag < WORD_TAG_COUNT; tag++) if (scores[tag]! > scores[best]!) best = tag
  return best
}

/** The tag of every token, left to right, by an averaged perceptron (Collins 2002) over hashed features. */
export function tagTokens(tokens: TokenTable, shapes: TokenShapes, weights: ArrayLike<number>): Uint8Array {
  const tags = new Uint8Array(tokens.count)
  const rows = new Int32Array(FEATURES)
  const scores = new Float64Array(WORD_TAG_COUNT)
  for (let token = 0; token < tokens.count; token++) {
    const fixed = shapes.fixedTag[token]!
    tags[token] =
      fixed >= 0 ? fixed : bestTag(rows, tagFeatures(tokens, shapes, tags, token, rows), weights, scores)
  }
  return tags
}

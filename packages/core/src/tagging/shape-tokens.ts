import { TokenKind, type TokenTable } from '../text/token-table.ts'
import { hashString } from './hash.ts'
import { Tag } from './tags.ts'

/** What is told from each token's form alone: hashes for the tagger's features, and its shape. */
export interface TokenShapes {
  readonly word: Int32Array
  readonly suffix3: Int32Array
  readonly suffix2: Int32Array
  readonly prefix3: Int32Array
  readonly shape: Uint8Array
  /** The tag where the form alone decides it, else -1. */
  readonly fixedTag: Int8Array
  /** The first token of the same form: what is known of it holds here too. */
  readonly firstAlike: Uint32Array
}

export function shapeTokens(tokens: TokenTable): TokenShapes {
  const { count } = tokens
  const word = new Int32Array(count)
  const suffix3 = new Int32Array(count)
  const suffix2 = new Int32Array(count)
  const prefix3 = new Int32Array(count)
  const shape = new Uint8Array(count)
  const fixedTag = new Int8Array(count)
  const firstAlike = new Uint32Array(count)
  const firstWith = new Map<string, number>()
  for (let token = 0; token < count; token++) {
    const form = tokens.form[token]!
    const known = firstWith.get(form)
    if (known !== undefined && tokens.kind[known] === tokens.kind[token]) {
      firstAlike[token] = known
      word[token] = word[known]!
      suffix3[token] = suffix3[known]!
      suffix2[token] = suffix2[known]!
      prefix3[token] = prefix3[known]!
      shape[token] = shape[known]!
      fixedTag[token] = fixedTag[known]!
      continue
    }
    const lower = tokens.lower[token]!
    firstWith.set(form, token)
    firstAlike[token] = token
    word[token] = hashString(lower)
    suffix3[token] = hashString(lower, Math.max(0, lower.length - 3))
    suffix2[token] = hashString(lower, Math.max(0, lower.length - 2))
    prefix3[token] = hashString(lower, 0, Math.min(3, lower.length))
    shape[token] = shapeOf(form)
    fixedTag[token] = fixedTagOf(tokens.kind[token]!, form)
  }
  return { word, suffix3, suffix2, prefix3, shape, fixedTag, firstAlike }
}

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

/** "J.", of a name */
const INITIAL = /^\p{Lu}\.$/u

function fixedTagOf(kind: number, form: string): number {
  if (kind === TokenKind.word) return form.startsWith('@') || INITIAL.test(form) ? Tag.NNP : -1
  if (kind === TokenKind.mark) return Tag.MARK
  if (kind === TokenKind.number) return Tag.CD
  if (form.startsWith(',')) return Tag.COMMA
  if (/^[.!?…]/.test(form)) return Tag.STOP
  if (/^[:;]/.test(form)) return Tag.COLON
  if (/^\p{Pd}/u.test(form)) return Tag.DASH
  return /^[()[\]{}]/.test(form) ? Tag.BRACKET : Tag.SYM
}

import type { Tokenizer } from '@huggingface/tokenizers'
import type { Quotations, Reading, TokenTable } from '@saywho/core/rooms'

/** Pieces that the encoder reads at once, with the one that opens and the one that closes them. As in `training/lessons.py`. */
export const WINDOW = 384
/** Pieces of the text that a window has on both sides of those that are taken from it. */
const ASIDE = 64
/** Pieces that are taken from a window, at most. A paragraph's end may stand before each margin. */
const LONGEST = WINDOW - 2 * ASIDE - 4
/** Cuts that the words tell are so many pieces apart, at the least. */
const APART = 100
/** First words of a sentence that its hash is of. */
const HASHED = 6
/** BERT's pieces that open a text, that end a part of it, and that stand for what no piece does. */
const OPEN = 101
const CLOSE = 102
const UNKNOWN = 100
/** A word is read up to so many pieces. */
const LONGEST_WORD = 16

/** What the encoder reads at once. */
export interface Chunk {
  /** Its first token. */
  readonly first: number
  readonly pieces: Int32Array
  /** How each piece's word is written, and how deep it stands in quotation marks. */
  readonly marks: Int32Array
  /** For each of its tokens where its first piece stands. */
  readonly at: readonly number[]
  /** The tokens whose vectors are taken from this chunk, counted from its first: from `from` up to `to`. */
  readonly from: number
  readonly to: number
}

/** The pieces of a word, remembered. */
export type PiecesOf = (form: string) => readonly number[]

/** Words that are remembered, at most. */
const MOST_REMEMBERED = 50_000

export function makePieces(tokenizer: Tokenizer): PiecesOf {
  const known = new Map<string, readonly number[]>()
  return (form) => {
    const found = known.get(form)
    if (found !== undefined) return found
    // A word of many letters has many pieces, of which few are read.
    const ids = tokenizer.encode(form.slice(0, 200), { add_special_tokens: false }).ids.slice(0, LONGEST_WORD)
    const pieces = ids.length > 0 ? ids : [UNKNOWN]
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(form, pieces)
    return pieces
  }
}

/**
 * Cuts a text into windows. Each token is taken from one of them, with `ASIDE` pieces of the text on both sides, and where a window
 * begins and ends is told by the words around there alone, so that nothing far away changes what is found. A paragraph's end is a piece
 * of its own. An empty text has no window.
 */
export function encodeText({ tokens, quotations }: Reading, piecesOf: PiecesOf): Chunk[] {
  const { count } = tokens
  const own = tokens.form.map((form) => piecesOf(form))
  // Where each token's first piece stands in the text, the ends of paragraphs counted.
  const place = new Int32Array(count + 1)
  for (let token = 0; token < count; token++)
    place[token + 1] = place[token]! + own[token]!.length + (isParagraph(token + 1) ? 1 : 0)
  const cuts = findCuts(tokens, place)
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!
    let first = from
    while (first > 0 && place[from]! - place[first - 1]! <= ASIDE) first--
    let end = to
    while (end < count && place[end + 1]! - place[to]! <= ASIDE) end++
    return { ...fill(first, end), from: from - first, to: to - first }
  })

  function isParagraph(token: number): boolean {
    return token > 0 && token < count && tokens.paragraph[token] !== tokens.paragraph[token - 1]
  }

  function fill(first: number, end: number) {
    const pieces = [OPEN]
    const marks = [0]
    const at: number[] = []
    for (let token = first; token < end; token++) {
      if (token > first && isParagraph(token)) {
        pieces.push(CLOSE)
        marks.push(0)
      }
      at.push(pieces.length)
      const mark = writingOf(tokens.form[token]!) * 3 + depthOf(quotations, token)
      for (const piece of own[token]!) {
        pieces.push(piece)
        marks.push(mark)
      }
    }
    pieces.push(CLOSE)
    marks.push(0)
    return { first, pieces: Int32Array.from(pieces), marks: Int32Array.from(marks), at }
  }
}

/**
 * The tokens before which the text is cut, and its end: sentences far from both ends whose first words have the least hash for `APART` pieces on
 * both sides, those that begin a paragraph before others (content-defined chunking: Muthitacharoen et al. 2001). What is left too long for a
 * window is cut from its beginning on.
 */
function findCuts(tokens: TokenTable, place: Int32Array): number[] {
  const { count, sentenceStart, paragraph } = tokens
  if (count === 0) return []
  const sentences = sentenceStart.length - 1
  const key = Float64Array.from({ length: sentences }, (_, sentence) => {
    const start = sentenceStart[sentence]!
    const opens = start > 0 && paragraph[start] !== paragraph[start - 1]
    return hashOf(tokens.form.slice(start, start + HASHED)) + (opens ? 0 : 2 ** 32)
  })
  const at = (sentence: number) => place[sentenceStart[sentence]!]!
  const isLeast = (sentence: number) => {
    if (at(sentence) < APART || place[count]! - at(sentence) < APART) return false
    for (let i = sentence - 1; i >= 0 && at(sentence) - at(i) < APART; i--)
      if (key[i]! <= key[sentence]!) return false
    for (let i = sentence + 1; i < sentences && at(i) - at(sentence) < APART; i++)
      if (key[i]! < key[sentence]!) return false
    return true
  }
  const cuts = [0]
  for (let sentence = 1; sentence <= sentences; sentence++) {
    const next = sentenceStart[sentence]!
    if (sentence < sentences && !isLeast(sentence)) continue
    let last = cuts.at(-1)!
    while (place[next]! - place[last]! > LONGEST) {
      let cut = last + 1
      let whole = 0
      for (; cut < next && place[cut + 1]! - place[last]! <= LONGEST; cut++)
        if (cut === sentenceStart[tokens.sentence[cut]!]) whole = cut
      last = whole > last ? whole : cut
      cuts.push(last)
    }
    if (next > last) cuts.push(next)
  }
  return cuts
}

/** FNV-1a over the words. */
function hashOf(words: readonly string[]): number {
  let hash = 0x811c9dc5
  for (const word of words)
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** How a word is written: 0 small, 1 with a capital, 2 in capitals, 3 otherwise, 4 from a digit on. As in `training/lessons.py`. */
function writingOf(form: string): number {
  const initial = String.fromCodePoint(form.codePointAt(0)!)
  const rest = form.slice(initial.length)
  if (/^\p{Nd}/u.test(initial)) return 4
  if (form === form.toLowerCase()) return 0
  if (form === form.toUpperCase()) return rest === '' ? 1 : 2
  return initial !== initial.toLowerCase() && rest === rest.toLowerCase() ? 1 : 3
}

/** How deep a token stands in quotation marks: 0 in none, 1 in one pair, 2 in more. */
export const depthOf = ({ outermost, innermost }: Quotations, token: number): number =>
  outermost[token]! < 0 ? 0 : outermost[token] === innermost[token] ? 1 : 2

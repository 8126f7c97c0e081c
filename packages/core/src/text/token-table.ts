/** What a token is, told from its characters alone. */
export const TokenKind = { word: 1, number: 2, mark: 3, punctuation: 4, symbol: 5 } as const
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind]

/**
 * The text as one row a token, white space left out. Columns are indexed by token; sentences and paragraphs
 * are ranges of tokens: sentence `s` holds the tokens from `sentenceStart[s]` up to `sentenceStart[s + 1]`.
 */
export interface TokenTable {
  readonly text: string
  /** How many tokens there are. */
  readonly count: number
  /** UTF-16 offset of each token's first code unit. */
  readonly start: Uint32Array
  /** UTF-16 offset after each token's last code unit. */
  readonly end: Uint32Array
  readonly kind: Uint8Array
  /** The characters as they stand. */
  readonly form: readonly string[]
  /** In lower case, with `'` for any apostrophe: what lexicons are asked for. */
  readonly lower: readonly string[]
  /** The sentence of each token. */
  readonly sentence: Uint32Array
  /** The paragraph of each token. */
  readonly paragraph: Uint32Array
  /** First token of each sentence, and `count` at the end. */
  readonly sentenceStart: Uint32Array
  /** First token of each paragraph, and `count` at the end. */
  readonly paragraphStart: Uint32Array
}

/** A stretch of tokens, end excluded. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

/** Whether a token is a word or a number, and no mark or punctuation. */
export function isWord({ kind }: TokenTable, token: number): boolean {
  return kind[token] === TokenKind.word || kind[token] === TokenKind.number
}

/** Whether white space, or the text's edge, stands before a token. */
export function isSpacedBefore(tokens: TokenTable, token: number): boolean {
  return token <= 0 || tokens.end[token - 1]! < tokens.start[token]!
}

/** Whether a token is the time that a paragraph of a live report begins with: "13:55 Police say …". */
export function isTimeOfEntry(tokens: TokenTable, token: number): boolean {
  return (
    tokens.paragraphStart[tokens.paragraph[token]!] === token &&
    /^\d{1,2}(?::\d{2}|[:.]?\d{0,2}[ap]m$)/.test(tokens.lower[token]!)
  )
}

/** Whether white space, or the text's edge, stands after a token. */
export function isSpacedAfter(tokens: TokenTable, token: number): boolean {
  return token + 1 >= tokens.count || tokens.end[token]! < tokens.start[token + 1]!
}

/** Whether a token begins with a capital letter. */
export function isCapitalised({ form }: TokenTable, token: number): boolean {
  return /^\p{Lu}/u.test(form[token]!)
}

/** Whether a token is the first of its sentence. */
export function opensSentence({ sentence, sentenceStart }: TokenTable, token: number): boolean {
  return sentenceStart[sentence[token]!] === token
}

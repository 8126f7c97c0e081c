import type { SourceLexicon } from '../language.ts'
import { indexPhrases, phraseAt } from '../text/phrases.ts'
import { isWord, type TokenRange, type TokenTable } from '../text/token-table.ts'

/** Where the text says that a source is not to be named, with the reason that it gives ("on condition of anonymity because …"): by sentence. */
export function findAnonymity(
  tokens: TokenTable,
  { anonymity, reasons }: SourceLexicon
): Map<number, TokenRange> {
  const phrases = indexPhrases(anonymity)
  const found = new Map<number, TokenRange>()
  for (let token = 0; token < tokens.count; token++) {
    const phrase = phraseAt(tokens, token, phrases)
    if (phrase === undefined) continue
    const end = tokens.sentenceStart[tokens.sentence[token]! + 1]!
    let to = token + phrase.length
    const next = tokens.form[to] === ',' ? to + 1 : to
    if (next < end && reasons.has(tokens.lower[next]!)) to = next + 1
    while (to < end && (isWord(tokens, to) || (tokens.form[to] === '-' && isWord(tokens, to + 1)))) to++
    // "On" belongs to it.
    const from = token > 0 && tokens.lower[token - 1] === 'on' ? token - 1 : token
    found.set(tokens.sentence[token]!, { from, to })
    token = to - 1
  }
  return found
}

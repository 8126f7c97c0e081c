import type { TokenTable } from './token-table.ts'

/** Phrases, word by word in lower case, by their first word. */
export type PhraseIndex = ReadonlyMap<string, readonly (readonly string[])[]>

export function indexPhrases(phrases: readonly (readonly string[])[]): PhraseIndex {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const phrase of phrases) byFirst.set(phrase[0]!, [...(byFirst.get(phrase[0]!) ?? []), phrase])
  return byFirst
}

/** The first of the phrases that begins at a token. */
export const phraseAt = (
  { lower }: TokenTable,
  token: number,
  phrases: PhraseIndex
): readonly string[] | undefined =>
  phrases.get(lower[token]!)?.find((words) => words.every((word, i) => lower[token + i] === word))

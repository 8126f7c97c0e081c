import type { SourceLexicon } from '../language.ts'

/** Whether a word in lower case is one of a people, a party or a faith, and no paper: "german", "democrat"; not "independent". */
export const isOneOfGroup = (
  word: string,
  { groupNames, pressNames }: Pick<SourceLexicon, 'groupNames' | 'pressNames'>
): boolean => groupNames.has(`${word}s`) && !pressNames.has(word)

import type { SourceLexicon } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import type { TokenTable } from '../text/token-table.ts'

/** Whether a name is one of the press: "the Daily Courier". */
export const isPress = (
  { lower }: TokenTable,
  { name }: Mention,
  { pressNames }: Pick<SourceLexicon, 'pressNames'>
): boolean => name !== null && pressNames.has(lower[name.to - 1]!)

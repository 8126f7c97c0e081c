import type { SourceLexicon } from '../language.ts'
import type { TokenRange, TokenTable } from './token-table.ts'

/** Whether several words are a well-known organisation's name: "Save the Children", "Standard & Poor's". */
export function isKnownName(
  { lower }: TokenTable,
  { from, to }: TokenRange,
  { organizationNames, organizationOpeners }: Pick<SourceLexicon, 'organizationNames' | 'organizationOpeners'>
): boolean {
  if (!organizationOpeners.has(lower[from]!)) return false
  let wording = lower[from]!
  for (let token = from + 1; token < to; token++)
    // no space before the ending of an owner
    wording += lower[token] === "'s" || lower[token] === '’s' ? "'s" : ` ${lower[token]}`
  return organizationNames.has(wording)
}

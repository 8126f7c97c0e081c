import type { TokenRange, TokenTable } from './token-table.ts'

/** Words in lower case as lexicons have them: one space between them, none before the ending of an owner. */
export const wordingOf = ({ lower }: TokenTable, { from, to }: TokenRange): string => {
  let wording = lower[from]!
  for (let token = from + 1; token < to; token++)
    wording += lower[token] === "'s" || lower[token] === '’s' ? "'s" : ` ${lower[token]}`
  return wording
}

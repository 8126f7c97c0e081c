import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import type { Resolving } from './resolving.ts'

/** Whether a mention is a pronoun of the third person for several. */
export function isThey({ reading, sources }: Resolving, { kind, plural, head }: Mention): boolean {
  return kind === 'pronoun' && plural && pronounAt(reading, head, sources)?.person === 3
}

/** "both groups", "the two men", "the couple" */
export function isBoth({ reading, sources }: Resolving, { kind, type, range, head }: Mention): boolean {
  if (kind !== 'description' || type === 'document') return false
  const words = reading.tokens.lower.slice(range.from, head + 1)
  const isAll =
    sources.definite.has(words[0]!) || (sources.crowdNouns.has(words[0]!) && !sources.numbers.has(words[0]!))
  return isAll && words.some((word) => sources.pairWords.has(word))
}

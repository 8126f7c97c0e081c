import type { SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Reading } from '../quotation/reading.ts'

/** Whether "I" is said in a paragraph, outside of quotations; with `isAny`, "we" too. */
export function speaksInFirstPerson(
  reading: Reading,
  paragraph: number,
  sources: SourceLexicon,
  isAny = false
): boolean {
  const { tokens, quotations } = reading
  for (
    let token = tokens.paragraphStart[paragraph]!;
    token < tokens.paragraphStart[paragraph + 1]!;
    token++
  ) {
    const pronoun = quotations.outermost[token]! < 0 ? pronounAt(reading, token, sources) : undefined
    if (pronoun?.person === 1 && (isAny || !pronoun.plural)) return true
  }
  return false
}

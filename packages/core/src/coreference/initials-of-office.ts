import type { SourceLexicon } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import type { TokenTable } from '../text/token-table.ts'

/** What a person's office is in short, in lower case: "ceo" of a Chief Executive Officer, "igp" and "ig" of an Inspector-General of Police. */
export function initialsOfOffice(
  { lower }: TokenTable,
  { role, type }: Mention,
  { minorWords }: Pick<SourceLexicon, 'minorWords'>
): string[] {
  if (role === null || type !== 'person') return []
  const words = lower.slice(role.from, role.to).flatMap((word) => word.split('-'))
  const rest = words.indexOf('of')
  const offices = rest > 0 ? [words, words.slice(0, rest)] : [words]
  return offices
    .map((office) =>
      office
        .filter((word) => !minorWords.has(word))
        .map((word) => word[0])
        .join('')
    )
    .filter(({ length }) => length > 1)
}

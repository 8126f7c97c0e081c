import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import { Tag } from '../tagging/tags.ts'
import { holdsToken } from '../text/holds-token.ts'
import type { TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'

/** Sources that begin with what ends a name, and the name before it: "Inc." of "Velora, Inc. said", "Jr." of "Ned Cole, Jr. said". */
export function completeNames(
  { tokens, tree }: Reading,
  candidates: readonly Candidate[],
  { nameSuffixes }: Pick<SourceLexicon, 'nameSuffixes'>
): Candidate[] {
  const { tag } = tree.syntax
  return candidates.map((candidate) => {
    const { source, content } = candidate
    if (!source.some(isSuffix)) return candidate
    return {
      ...candidate,
      source: source.map((range) => (isSuffix(range) ? complete(range, content) : range))
    }
  })

  function isSuffix({ from }: TokenRange): boolean {
    return (
      nameSuffixes.has(trimTitle(tokens.lower[from]!)) &&
      tag[from - 1] === Tag.COMMA &&
      isNameOf(from, from - 2)
    )
  }

  function isNameOf(suffix: number, token: number): boolean {
    return tag[token] === Tag.NNP && tokens.sentence[token] === tokens.sentence[suffix]
  }

  function complete({ from, to }: TokenRange, content: readonly TokenRange[]): TokenRange {
    let first = from - 2
    while (first > 0 && isNameOf(from, first - 1)) first--
    while (first < from && holdsToken(content, first)) first++
    return { from: first, to }
  }
}

import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange } from '../text/token-table.ts'

/** Whether a source is a common noun that is none for people, organisations or documents. */
export function isThing(
  { tokens, tree }: Reading,
  { from, to }: TokenRange,
  sources: SourceLexicon
): boolean {
  const { tag, head } = tree.syntax
  // The word that the others hang on.
  let noun = from
  for (let steps = from; steps < to && head[noun]! >= from && head[noun]! < to; steps++) noun = head[noun]!
  if (tag[noun] !== Tag.NN && tag[noun] !== Tag.NNS) return false
  const word = tokens.lower[noun]!
  return ![
    sources.personNouns,
    sources.organizationNouns,
    sources.documentNouns,
    sources.crowdNouns,
    sources.groupNames
  ].some((nouns) => nouns.has(word) || nouns.has(word.replace(/s$/, '')))
}

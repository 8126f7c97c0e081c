import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import { trimTitle } from '../text/trim-title.ts'
import { isOrganizationWord, isPlaceWord } from './words-of-names.ts'

/**
 * The words that are somebody's surname in this text, as they stand: what ends a name that has a first name ("Jane Cook", "Ravi Shankar Pal"), or stands after "Mr."
 * They are no noun, people or place there when they stand alone. Of what organisations are called ("Jane Power") those that stand alone or after "Ms." as well.
 */
export function findSurnames(
  { tokens, tree }: Pick<Reading, 'tokens' | 'tree'>,
  sources: SourceLexicon
): Set<string> {
  const { tag, relation } = tree.syntax
  const found = new Set<string>()
  const doubtful = new Set<string>()
  const alone = new Set<string>()
  let isNamed = false
  let isTitled = false
  for (let token = 0; token < tokens.count; token++) {
    if (tag[token] !== Tag.NNP) {
      isNamed = isTitled = false
      continue
    }
    const word = tokens.lower[token]!
    const isLast = tag[token + 1] !== Tag.NNP
    if (isLast && isTitled) found.add(tokens.form[token]!)
    else if (isLast && isNamed)
      (isOrganizationWord(word, sources) ? doubtful : found).add(tokens.form[token]!)
    else if (isLast && isAlone(token)) alone.add(tokens.form[token]!)
    const title = trimTitle(word)
    isTitled ||= sources.courtesyTitles.has(title)
    isNamed ||= sources.firstNames.has(word) && !isOther(word)
  }
  for (const form of doubtful) if (alone.has(form)) found.add(form)
  return found

  /** What no name of a person begins with, though some are called so: "Virginia" of "Virginia Police", "Judge". */
  function isOther(word: string): boolean {
    return isPlaceWord(word, sources) || sources.personNouns.has(word) || sources.titles.has(word)
  }

  function isAlone(token: number): boolean {
    const before = tag[token - 1]
    return (
      (isSubject(relation[token]!) || relation[token] === Relation.poss) &&
      before !== Tag.DT &&
      before !== Tag.NNP &&
      before !== Tag.JJ &&
      (tag[token + 1] === Tag.POS || isVerbal(tag[token + 1]!))
    )
  }
}

import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Tag } from '../tagging/tags.ts'
import { indexPhrases, phraseAt } from '../text/phrases.ts'
import { isCapitalised } from '../text/token-table.ts'

/** A name before what tells it to be a company's has no more words than this. */
const LONGEST = 6

/** Names of which the text tells that they are a company's, in lower case: "Velora" in "Velora shares", "Velora's chief executive". */
export function findCompanies(
  { tokens, tree }: Reading,
  { companyMarks }: Pick<SourceLexicon, 'companyMarks'>
): Set<string> {
  const { tag } = tree.syntax
  const marks = indexPhrases(companyMarks)
  const found = new Set<string>()
  for (let token = 1; token < tokens.count; token++) {
    if (phraseAt(tokens, token, marks) === undefined) continue
    const to = tag[token - 1] === Tag.POS ? token - 1 : token
    const floor = Math.max(tokens.sentenceStart[tokens.sentence[token]!]!, to - LONGEST)
    // "Harbor Foods" and, where the text calls it so, "Foods".
    for (let from = to - 1; from >= floor && isNamed(from); from--)
      found.add(tokens.lower.slice(from, to).join(' '))
  }
  return found

  /** A name's word may be taken for another where a sentence begins: "Velsted shares fell." */
  function isNamed(token: number): boolean {
    return isCapitalised(tokens, token) && !OPENERS.has(tag[token]!)
  }
}

/** What begins a sentence and no name. */
const OPENERS = new Set<number>([Tag.DT, Tag.RB, Tag.IN, Tag.CC, Tag.PRP, Tag.PRP$])

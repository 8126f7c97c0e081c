import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import { indexPhrases, phraseAt } from '../text/phrases.ts'
import { isCapitalised } from '../text/token-table.ts'

/** A name before what tells it to be a company's has no more words than this. */
const LONGEST = 6

/**
 * Names of which the text tells that they are a company's, in lower case: "Velora" in "Velora shares", "Velora's chief executive", and, where it is nobody's surname, in
 * "Velora said its sales rose".
 */
export function findCompanies(
  { tokens, tree, surnames }: Reading,
  { companyMarks, pronouns, calendar }: Pick<SourceLexicon, 'companyMarks' | 'pronouns' | 'calendar'>
): Set<string> {
  const { tag } = tree.syntax
  const marks = indexPhrases(companyMarks)
  const found = new Set<string>()
  const owners = new Set<string>()
  const lastWords = new Set<string>()
  for (let token = 1; token < tokens.count; token++) {
    const isLast = tag[token] === Tag.NNP && tag[token - 1] === Tag.NNP
    if (isLast && !calendar.has(tokens.lower[token - 1]!)) lastWords.add(tokens.form[token]!)
    const owner = ownerBefore(token)
    if (owner >= 0) owners.add(tokens.form[owner]!)
    if (phraseAt(tokens, token, marks) === undefined) continue
    const to = tag[token - 1] === Tag.POS ? token - 1 : token
    const floor = Math.max(tokens.sentenceStart[tokens.sentence[token]!]!, to - LONGEST)
    // "Harbor Foods" and, where the text calls it so, "Foods".
    for (let from = to - 1; from >= floor && isNamed(from); from--)
      found.add(tokens.lower.slice(from, to).join(' '))
  }
  for (const form of owners) if (!lastWords.has(form) && !surnames.has(form)) found.add(form.toLowerCase())
  return found

  /** The name alone that "its" goes back to over a verb: "Velora said that its sales rose", "Velora cut its prices"; -1 for none. */
  function ownerBefore(token: number): number {
    if (tag[token] !== Tag.PRP$ || pronouns.get(tokens.lower[token]!)?.gender !== 'neuter') return -1
    const verb = tag[token - 1] === Tag.IN ? token - 2 : token - 1
    return isVerbal(tag[verb]!) &&
      tag[verb] !== Tag.VBG &&
      tag[verb - 1] === Tag.NNP &&
      tag[verb - 2] !== Tag.CC
      ? verb - 1
      : -1
  }

  /** A name's word may be taken for another where a sentence begins: "Velsted shares fell." */
  function isNamed(token: number): boolean {
    return isCapitalised(tokens, token) && !OPENERS.has(tag[token]!)
  }
}

/** What begins a sentence and no name. */
const OPENERS = new Set<number>([Tag.DT, Tag.RB, Tag.IN, Tag.CC, Tag.PRP, Tag.PRP$])

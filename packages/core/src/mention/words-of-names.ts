import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { isSpacedBefore, type TokenRange, type TokenTable } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'

/** Whether a word may stand small inside of a name: "of" in "Bank of England", "von". */
export const isInnerWord = (
  form: string,
  {
    innerWords,
    nameParticles,
    looseParticles
  }: Pick<SourceLexicon, 'innerWords' | 'nameParticles' | 'looseParticles'>
): boolean => innerWords.has(form) || nameParticles.has(form) || looseParticles.has(form)

/** Whether a word is what an organisation's name ends in, or what one is called: "agency". */
export const isOrganizationWord = (
  word: string,
  { organizationEndings, organizationNouns }: Pick<SourceLexicon, 'organizationEndings' | 'organizationNouns'>
): boolean => organizationEndings.has(word) || organizationNouns.has(word)

/** Whether a token is a noun for a person, as it stands or by its stem: "mayor", "mum-of-two". */
export const isPersonNoun = (
  { tokens, tree }: Pick<Reading, 'tokens' | 'tree'>,
  token: number,
  { personNouns }: Pick<SourceLexicon, 'personNouns'>
): boolean =>
  personNouns.has(tokens.lower[token]!.replace(OF_SO_MANY, '')) || personNouns.has(tree.syntax.stem[token]!)

const OF_SO_MANY = /-of-\p{L}+$/u

/** Whether a word is a place's name or part of one. */
export const isPlaceWord = (
  word: string,
  { places, placeWords }: Pick<SourceLexicon, 'places' | 'placeWords'>
): boolean => places.has(word) || placeWords.has(word)

/** "Police", which is many people and one organisation. */
export const isForce = (
  tokens: TokenTable,
  token: number,
  { organizationNouns }: Pick<SourceLexicon, 'organizationNouns'>
): boolean => organizationNouns.has(tokens.lower[token]!) && isSpacedBefore(tokens, token + 1)

/** Whether what two places share is one body, "Devon and Cornwall Police": the first is no person's surname, nor what an organisation is called. */
export const isBodyOfPlaces = (
  { tokens, surnames }: Pick<Reading, 'tokens' | 'surnames'>,
  first: number,
  last: number,
  sources: SourceLexicon
): boolean => {
  const word = tokens.lower[first]!
  return (
    sources.placeBodies.has(tokens.lower[last]!) &&
    !surnames.has(tokens.form[first]!) &&
    !sources.organizationNames.has(word) &&
    !sources.personNouns.has(word) &&
    !isOrganizationWord(word, sources)
  )
}

/** Whether a courtesy title stands before a name in its phrase: "Ms. Brandt". */
export const hasCourtesyTitle = (
  tokens: TokenTable,
  range: TokenRange,
  name: TokenRange,
  { courtesyTitles }: Pick<SourceLexicon, 'courtesyTitles'>
): boolean => name.from > range.from && courtesyTitles.has(trimTitle(tokens.lower[name.from - 1]!))

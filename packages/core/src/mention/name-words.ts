import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { Tag } from '../tagging/tags.ts'
import { isCapitalised, opensSentence, TokenKind } from '../text/token-table.ts'
import { endsIn } from './ends-in.ts'
import { isInnerWord, isOrganizationWord } from './words-of-names.ts'

/** What the words of a text are in names. */
export interface NameWords {
  readonly isName: (token: number) => boolean
  readonly isCapital: (token: number) => boolean
  readonly isHandle: (token: number) => boolean
  /** In capitals, what is no name is tagged as one: "ANA BRANDT ON BEHALF OF THE PORT". */
  readonly isMinor: (token: number) => boolean
  /** Words inside names: "of" in "Bank of England", an ampersand. */
  readonly isInner: (token: number) => boolean
  readonly isOrganization: (word: string) => boolean
  /** An organisation's noun in the plural too: "Centers". */
  readonly isBody: (token: number) => boolean
  /** An adjective, a noun or "All" that is part of a name: capitalised, and not because a sentence begins. */
  readonly isTitled: (token: number) => boolean
}

export function makeNameWords(
  { tokens, tree }: Pick<Reading, 'tokens' | 'tree'>,
  sources: SourceLexicon
): NameWords {
  const { tag } = tree.syntax
  return { isName, isCapital, isHandle, isMinor, isInner, isOrganization, isBody, isTitled }

  function isName(token: number): boolean {
    return (
      tag[token] === Tag.NNP &&
      isCapital(token) &&
      !isMinor(token) &&
      !isCompound(token) &&
      !sources.nobodies.has(tokens.lower[token]!) &&
      !sources.greetings.has(tokens.lower[token]!) &&
      !sources.calendar.has(tokens.lower[token]!) &&
      !(sources.modalMonths.has(tokens.lower[token]!) && tokens.kind[token + 1] === TokenKind.number)
    )
  }

  function isCapital(token: number): boolean {
    return CAPITAL.test(tokens.form[token]!)
  }

  function isHandle(token: number): boolean {
    return tokens.form[token]!.startsWith('@')
  }

  function isMinor(token: number): boolean {
    return sources.minorWords.has(tokens.lower[token]!) && CAPITALS.test(tokens.form[token]!)
  }

  /** "Larne-based" */
  function isCompound(token: number): boolean {
    return endsIn(tokens.form[token]!, sources.compoundEndings)
  }

  function isInner(token: number): boolean {
    return isInnerWord(tokens.form[token]!, sources)
  }

  function isOrganization(word: string): boolean {
    return isOrganizationWord(word, sources)
  }

  function isBody(token: number): boolean {
    const word = tokens.lower[token]!
    return isOrganization(word) || isOrganization(word.replace(/s$/, ''))
  }

  function isTitled(token: number): boolean {
    const its = tag[token]!
    const isArticle = its === Tag.DT && !sources.definite.has(tokens.lower[token]!)
    return (
      (its === Tag.JJ || its === Tag.NN || its === Tag.NNS || isArticle) &&
      isCapitalised(tokens, token) &&
      !opensSentence(tokens, token)
    )
  }
}

const CAPITALS = /^\p{Lu}+$/u
/** "Brandt", "al-Rashid", "d'Arcy", "deArcy", "@brandt" */
const CAPITAL = /^(?:\p{Ll}{1,3}[-'’])?[\p{Lu}\d]|^@|^\p{Ll}{2,3}\p{Lu}\p{Ll}/u

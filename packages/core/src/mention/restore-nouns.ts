import type { Language } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { NAME } from '../tagging/analyse-syntax.ts'
import { findChild } from '../tagging/find-child.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import { trimTitle } from '../text/trim-title.ts'
import { isOneOfGroup } from './is-one-of-group.ts'

/**
 * The text with the stems of nouns that are written as names are: "the Prime Minister", "the Tribunal". Models that find attributions see no name's letters; who is
 * meant by a noun is told by it. Names are left ("Bill Brandt", "Mr. Grant", "Cook" where the text has a Jane Cook), and a stem that a surname may have as well ("Banks") is restored after an article or a possessor only.
 */
export function restoreNouns(reading: Reading, { sources, stem }: Language): Reading {
  const { tokens, tree } = reading
  const { syntax } = tree
  const isNoun = (word: string) =>
    sources.personNouns.has(word) ||
    sources.organizationNouns.has(word) ||
    sources.documentNouns.has(word) ||
    isOneOfGroup(word, sources)
  const stems = [...syntax.stem]
  for (let token = 0; token < tokens.count; token++) {
    if (syntax.stem[token] !== NAME) continue
    const word = tokens.lower[token]!
    if (isNoun(word)) {
      if (isDetermined(token) || !isPartOfName(token)) stems[token] = stem(word, 'noun')
    } else if (isDetermined(token)) {
      const singular = stem(word, 'plural')
      if (isNoun(singular)) stems[token] = singular
    }
  }
  return { ...reading, tree: { ...tree, syntax: { ...syntax, stem: stems } } }

  /** "Bill" of "Bill Brandt", "Grant" of "Mr. Grant"; not "Minister" of "Prime Minister said". */
  function isPartOfName(token: number): boolean {
    if (syntax.tag[token + 1] === Tag.NNP || reading.surnames.has(tokens.form[token]!)) return true
    if (token === 0 || syntax.tag[token - 1] !== Tag.NNP) return false
    const before = trimTitle(tokens.lower[token - 1]!)
    return (
      !sources.personNouns.has(tokens.lower[token]!) ||
      sources.firstNames.has(before) ||
      sources.courtesyTitles.has(before)
    )
  }

  function isDetermined(token: number): boolean {
    const { relation } = syntax
    const isDeterminer = (child: number) =>
      relation[child] === Relation.det || relation[child] === Relation.poss
    return findChild(tree, token, isDeterminer) >= 0
  }
}

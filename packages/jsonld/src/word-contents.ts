import type { Attribution } from '@saywho/core'
import { findQuotedParts } from './find-quoted-parts.ts'

/**
 * What a source is held to have claimed, in the article's words: outer marks, a comma before the cue and a leading "that"
 * off, white space made one. Pieces between which the article speaks are joined by " … ", for they may lie apart.
 */
export function wordClaim(attribution: Attribution): string {
  if (attribution.verbatim || attribution.type === 'direct') return wordQuotation(attribution)
  return joinPieces(attribution.content.map(({ text }) => tidy(text))).replace(LEADING_THAT, '')
}

/** The words of a content that is given as spoken, outer marks off. */
export function wordQuotation({ type, content }: Attribution): string {
  return joinPieces(content.map(({ text }) => (type === 'direct' ? takeOffMarks(text) : tidy(text))))
}

/** White space made one; without the comma that a sentence puts inside the marks of a quotation it goes on after. */
export function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim().replace(/,$/, '')
}

/** A conjunction; before an auxiliary it is a pronoun: "that was a mistake". */
const LEADING_THAT =
  /^that (?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|do)(?:n['’]t)?\b)(?=.*[\p{L}\p{N}])/su

function joinPieces(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(' … ')
}

function takeOffMarks(text: string): string {
  const parts = findQuotedParts(text).map(({ start, end }) => tidy(text.slice(start, end)))
  const words = parts.join(' ')
  if (lettersOf(words) === lettersOf(text)) return words
  // The marks do not pair, as where an apostrophe looks like one: no word is dropped for that.
  const whole = tidy(text)
  const inside = /^(?:‘(.*)’|'(.*)')$/su.exec(whole)
  return tidy(inside?.[1] ?? inside?.[2] ?? whole.replace(/^(?:``|''|["“„«])|(?:''|["”»])$/gu, ''))
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

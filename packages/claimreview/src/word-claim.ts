import type { Attribution } from '@saywho/core'

/**
 * A claim in the article's words: outer marks, a comma before the cue and a leading "that" off, white space made one,
 * pieces between which the article speaks joined by " … ".
 */
export function wordClaim({ type, verbatim, content }: Attribution): string {
  const pieces = content.map(({ text }) => (type === 'direct' ? takeOffMarks(text) : tidy(text)))
  const words = pieces.filter((piece) => piece !== '').join(' … ')
  return verbatim || type === 'direct' ? words : words.replace(LEADING_THAT, '')
}

/** A conjunction; before an auxiliary it is a pronoun: "that was a mistake". */
const LEADING_THAT =
  /^that (?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|do)(?:n['’]t)?\b)/

/** The outer marks off, those too that close and open again between sentences or open anew with a paragraph. */
function takeOffMarks(text: string): string {
  const running = text.replace(/(?:''|["”»])\s+(?:``|''|["“„«])/g, ' ').replace(/\n\s*(?:``|''|["“„«])/g, ' ')
  const whole = tidy(running)
  const single = /^(?:‘(.*)’|'([^'].*)')$/u.exec(whole)
  return tidy(single?.[1] ?? single?.[2] ?? whole.replace(/^(?:``|''|["“„«])|(?:''|["”»])$/gu, ''))
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim().replace(/,$/, '')
}

import type { Reading } from '../quotation/reading.ts'

/** How far from a stretch a cue of its sentence is looked for, in tokens: what bounds the work on a sentence without an end. */
const LONGEST_LOOK = 40

/** The highest chance before a token in its sentence, of the tokens right inside `quotation`, by index, or outside of any where it is -1; 0 where there is none. */
export function likeliestBefore(
  { tokens, quotations: { outermost } }: Reading,
  from: number,
  quotation: number,
  chance: ArrayLike<number>
): number {
  const floor = Math.max(tokens.sentenceStart[tokens.sentence[from]!]!, from - LONGEST_LOOK)
  let highest = 0
  for (let token = from - 1; token >= floor; token--)
    if (outermost[token] === quotation && chance[token]! > highest) highest = chance[token]!
  return highest
}

/** The same from a token on, in the sentence of the one before it. */
export function likeliestAfter(
  { tokens, quotations: { outermost } }: Reading,
  to: number,
  quotation: number,
  chance: ArrayLike<number>
): number {
  const ceiling = Math.min(tokens.sentenceStart[tokens.sentence[to - 1]! + 1]!, to + LONGEST_LOOK)
  let highest = 0
  for (let token = to; token < ceiling; token++)
    if (outermost[token] === quotation && chance[token]! > highest) highest = chance[token]!
  return highest
}

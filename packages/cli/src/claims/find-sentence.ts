import { buildTokenTable } from '@saywho/core/rooms'
import { english } from '@saywho/english'

/**
 * Makes a finder of sentences for a text: given an offset, the sentence that stands there, as `extract` divides the text.
 * One inside a quotation counts as a sentence.
 */
export function makeSentenceFinder(text: string): (offset: number) => string {
  const { count, start, end, sentence, sentenceStart } = buildTokenTable(text, english)
  return (offset) => {
    if (count === 0) return ''
    const at = sentence[lastUpTo(start, offset)]!
    return text.slice(start[sentenceStart[at]!], end[sentenceStart[at + 1]! - 1])
  }
}

/** The last of the ascending numbers that is no higher than another; the first of all where none is. */
function lastUpTo(numbers: Uint32Array, highest: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (numbers[middle]! <= highest) low = middle
    else high = middle - 1
  }
  return low
}

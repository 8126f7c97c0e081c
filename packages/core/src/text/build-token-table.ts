import type { Language } from '../language.ts'
import { collectTokens, type TokenColumns, toLower } from './collect-tokens.ts'
import { divideIntoBlocks } from './divide-into-blocks.ts'
import { findParagraphs } from './find-paragraphs.ts'
import { findSentences } from './find-sentences.ts'
import type { TokenTable } from './token-table.ts'

/** Reads a text into its table of tokens. Any string will do; one of white space alone gives an empty table. */
export function buildTokenTable(text: string, language: Language): TokenTable {
  const columns: TokenColumns = { start: [], end: [], kind: [], clitics: new Map() }
  let base = 0
  for (const block of divideIntoBlocks(text)) {
    collectTokens(columns, text, language.parse(block), base, language.segmentation)
    base += block.length
  }
  const { start, end, kind } = columns
  const form = start.map((from, token) => text.slice(from, end[token]))
  const lower = lowerForms(form)
  const paragraphStarts = findParagraphs(text, columns)
  const sentenceStarts = findSentences(
    { start, end, kind, form, lower },
    paragraphStarts,
    language.segmentation
  )
  const count = start.length
  return {
    text,
    count,
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    kind: Uint8Array.from(kind),
    form,
    lower,
    sentence: rangeOfEach(sentenceStarts, count),
    paragraph: rangeOfEach(paragraphStarts, count),
    sentenceStart: Uint32Array.from([...sentenceStarts, count]),
    paragraphStart: Uint32Array.from([...paragraphStarts, count])
  }
}

/** Each form in lower case; each distinct one is lowered once. */
function lowerForms(forms: readonly string[]): string[] {
  const known = new Map<string, string>()
  return forms.map((form) => {
    let lower = known.get(form)
    if (lower === undefined) {
      lower = toLower(form)
      known.set(form, lower)
    }
    return lower
  })
}

/** For each token the number of the range it is in, from the ranges' first tokens. */
function rangeOfEach(starts: readonly number[], count: number): Uint32Array {
  const ranges = new Uint32Array(count)
  starts.forEach((from, range) => {
    ranges.fill(range, from, starts[range + 1] ?? count)
  })
  return ranges
}

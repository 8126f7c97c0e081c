import type { Quotation } from '@saywho/core/rooms'
import type { Article, Finding } from './article.ts'
import { isCount, type Rule, show } from './rule.ts'

export interface UnsourcedQuoteOptions {
  /**
   * Quotations of fewer words are let be: titles, slogans.
   * @default 3
   */
  minWords?: number
}

const NOTE =
  'A reader must know who says it, and from where the words are. Name the source beside them, or take the marks away.'

/** Quotations that nobody is said to have said: found without a source, or whole sentences in marks that belong to nothing. */
export const unsourcedQuote: Rule<Required<UnsourcedQuoteOptions>> = {
  id: 'unsourced-quote',
  defaults: { minWords: 3 },
  expected: { minWords: [isCount, 'a whole number from 0'] },
  find(article, { minWords }) {
    const { extraction, text } = article
    const found: Finding[] = []
    const add = (start: number, end: number) =>
      found.push({
        start,
        end,
        reason: `Quotation ${show(text.slice(start, end))} has no source`,
        note: NOTE
      })
    for (const { type, parentId, source, sourceIds, content } of extraction.attributions) {
      if (type !== 'direct' || parentId !== null || source.length > 0 || sourceIds.length > 0) continue
      const [first] = content
      if (first === undefined || !standsAlone(article, first.start)) continue
      if (content.reduce((sum, { text }) => sum + countWords(text), 0) >= minWords)
        add(first.start, content.at(-1)!.end)
    }
    for (const [start, end] of findLoose(article))
      if (countWords(text.slice(start, end)) >= minWords) add(start, end)
    return found
  }
}

/** Whole sentences between marks, outside of all attributions. */
function findLoose(article: Article): [start: number, end: number][] {
  const { extraction, tokens, quotations } = article
  const taken = extraction.attributions
    .flatMap(({ content, cue, source }) => [...content, ...cue, ...source])
    .sort((a, b) => a.start - b.start)
  /** The furthest end of the spans so far. */
  let reach = 0
  let next = 0
  const loose: [number, number][] = []
  for (const quotation of quotations.list) {
    if (quotation.around >= 0 || quotation.continues >= 0 || !quotation.closed || !isSentence(quotation))
      continue
    const start = tokens.start[quotation.from]!
    if (!standsAlone(article, start)) continue
    const end = tokens.end[quotation.to - 1]!
    while (next < taken.length && taken[next]!.start < end) reach = Math.max(reach, taken[next++]!.end)
    if (reach <= start) loose.push([start, end])
  }
  return loose

  function isSentence({ from, to }: Quotation): boolean {
    return /^\p{Lu}/u.test(tokens.form[from + 1]!) && /^[.!?…]+$/.test(tokens.form[to - 2]!)
  }
}

/**
 * Whether the quotation around an offset is a sentence of its own, or several. One with a lead-in ("He said:") or words after it
 * has a source that was not found; one left open is another rule's matter.
 */
function standsAlone({ tokens, quotations, tokenAt }: Article, offset: number): boolean {
  const index = quotations.outermost[tokenAt(offset)] ?? -1
  const quotation = quotations.list[index]
  if (quotation === undefined) return false
  const { from, to, closed } = quotation
  if (!closed && !goesOn(quotations.list, index)) return false
  return begins(from) && (to >= tokens.count || begins(to)) && !/^[:,]$/.test(tokens.form[from - 1] ?? '')

  function begins(token: number): boolean {
    return tokens.sentenceStart[tokens.sentence[token]!] === token
  }
}

/** Whether the next paragraph opens a quotation again. */
export const goesOn = (list: readonly Quotation[], index: number): boolean => {
  // What goes on stands after it, behind at most the quotations inside it.
  for (let next = index + 1; next < list.length; next++) {
    if (list[next]!.continues === index) return true
    if (list[next]!.from >= list[index]!.to) return false
  }
  return false
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0

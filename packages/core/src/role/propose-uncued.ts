import { LONGEST_TURN } from '../quotation/find-turns.ts'
import type { Reading } from '../quotation/reading.ts'
import { isSubject } from '../tagging/relations.ts'
import { isFullVerb, isNominal, Tag } from '../tagging/tags.ts'
import { isCapitalised, isWord, type TokenRange } from '../text/token-table.ts'
import type { Candidate } from './candidate.ts'
import { findSignatures } from './find-signatures.ts'
import { trimContent } from './trim-content.ts'

/** What sets a content apart where no cue does. */
export const SETTINGS = ['turn', 'signature', 'lead-in', 'quotation'] as const
const Setting = { turn: 0, signature: 1, leadIn: 2, quotation: 3 } as const

/** A content that stands without a cue, with who may be its source. */
export interface UncuedProposal {
  readonly setting: number
  readonly source: readonly TokenRange[]
  readonly content: readonly TokenRange[]
  /** How many of the text's paragraphs are set apart in the same way. */
  readonly alike: number
  /** How many bear the same label; of a quotation, how many pieces it has. */
  readonly sameLabel: number
  /** Tokens between source and content; -1 where no source is expressed. */
  readonly distance: number
}

/** In tokens, of what leads in or signs a quotation within a paragraph. */
const LONGEST_LABEL = 10

const PARTS: ReadonlySet<number> = new Set([Tag.STOP, Tag.COLON, Tag.DASH, Tag.MARK])

/**
 * Contents that no word attributes, set apart by structure: transcript turns ("NAME: …"), quotations and paragraphs that a
 * name signs ("… – Name"), what follows a line that ends in a colon, and quotations that stand alone.
 */
export function proposeUncued(
  reading: Reading,
  cued: readonly Pick<Candidate, 'head' | 'source' | 'content'>[]
): UncuedProposal[] {
  const { tokens, tree, quotations } = reading
  const { tag } = tree.syntax
  const { outermost, list } = quotations
  const proposals: UncuedProposal[] = []
  const paragraphs = tokens.paragraphStart.length - 1

  // Turns.
  const { labels, labelStarts, begins, labelled, timesOf } = reading.turns
  for (let p = 0; p < paragraphs; p++) {
    if (labels[p]! < 0) continue
    const source = [{ from: labelStarts[p]!, to: labels[p]! }]
    const sameLabel = timesOf(p)
    const add = (end: number) => {
      const content = trimmed(begins[p]!, end)
      if (content)
        proposals.push({
          setting: Setting.turn,
          source,
          content: [content],
          alike: labelled,
          sameLabel,
          distance: 0
        })
    }
    const first = tokens.paragraph[begins[p]!]! + 1
    add(tokens.paragraphStart[first]!)
    let last = first
    while (last < paragraphs && labels[last]! < 0 && last - p < LONGEST_TURN) last++
    if (last > first) add(tokens.paragraphStart[last]!)
  }

  // Signatures.
  const signatures = findSignatures(reading)
  const signed = { dash: 0, colon: 0, line: 0, heading: 0 }
  for (const { place } of signatures) signed[place]++
  for (const { place, sources, contents } of signatures)
    for (const content of contents)
      for (const source of sources)
        proposals.push({
          setting: place === 'heading' ? Setting.leadIn : Setting.signature,
          source: [source],
          content,
          alike: signed[place],
          sameLabel: 1,
          distance: place === 'heading' ? content[0]!.from - source.to : source.from - content.at(-1)!.to
        })

  // Sources of the attributions by a cue, by the token after their last one.
  const sourceEndingAt = new Map<number, TokenRange>()
  for (const { head, source, content } of cued)
    if (source[0]) {
      let end = Math.max(head + 1, source[0].to, content.at(-1)!.to)
      while (end < tokens.count && !isWord(tokens, end) && tag[end] !== Tag.MARK) end++
      sourceEndingAt.set(end, source[0])
    }

  // Lines that lead in what follows, and quotations that stand alone.
  for (let q = 0; q < list.length; q++) {
    const quotation = list[q]!
    if (quotation.around >= 0 || quotation.continues >= 0) continue
    const { from } = quotation
    const pieces = [{ from, to: quotation.to }]
    let last = q
    for (let next = q + 1; next < list.length && next < q + 40; next++)
      if (list[next]!.continues === last) {
        pieces.push({ from: list[next]!.from, to: list[next]!.to })
        last = next
      }
    const content = pieces
    const seen = new Set<number>()
    const offer = (source: TokenRange | null) => {
      const at = source ? source.from : -1
      if (seen.has(at)) return
      seen.add(at)
      proposals.push({
        setting: Setting.quotation,
        source: source ? [source] : [],
        content,
        alike: list.length,
        sameLabel: pieces.length,
        distance: source ? (source.from < from ? from - source.to : source.from - quotation.to) : -1
      })
    }
    offer(null)
    offer(subjectOf(tokens.sentence[from]!, q))
    if (
      tokens.sentence[from]! > 0 &&
      (tokens.paragraph[from] === tokens.paragraph[from - 1] || tag[from - 1] === Tag.COLON)
    )
      offer(subjectOf(tokens.sentence[from]! - 1, q))
    offer(lastNameBefore(from))
    offer(sourceEndingAt.get(from) ?? null)
    offer(labelBefore(from))
    offer(nameAfter(quotation.to))
  }
  for (let p = 0; p + 1 < paragraphs; p++) {
    const from = tokens.paragraphStart[p]!
    const to = tokens.paragraphStart[p + 1]!
    if (tag[to - 1] !== Tag.COLON || to - from > 60) continue
    const content = trimmed(to, tokens.paragraphStart[p + 2]!)
    const source = subjectOf(tokens.sentence[to - 1]!, null) ?? lastNameBefore(to)
    if (content && source)
      proposals.push({
        setting: Setting.leadIn,
        source: [source],
        content: [content],
        alike: 1,
        sameLabel: 1,
        distance: content.from - source.to
      })
  }
  return proposals

  function trimmed(from: number, to: number): TokenRange | undefined {
    return trimContent(tokens, tree, quotations, [{ from, to }])[0]
  }

  /** The subject of a sentence, with all that hangs on it; outside the quotation, where one is given. */
  function subjectOf(sentence: number, quotation: number | null): TokenRange | null {
    const from = tokens.sentenceStart[sentence]!
    const to = Math.min(tokens.sentenceStart[sentence + 1]!, from + 80)
    for (let token = from; token < to; token++)
      if (isSubject(tree.syntax.relation[token]!) && outermost[token] !== quotation && isNominal(tag[token]!))
        return phraseOf(token)
    return null
  }

  function phraseOf(token: number): TokenRange {
    let to = tree.end[token]!
    if (to - token > 15) to = token + 1
    while (to > token + 1 && (tag[to - 1] === Tag.COMMA || PARTS.has(tag[to - 1]!))) to--
    return { from: Math.max(tree.first[token]!, token - 10), to }
  }

  /** The words before the colon or dash that leads in what begins at a token, no verb among them. */
  function labelBefore(token: number): TokenRange | null {
    if (tag[token - 1] !== Tag.COLON && tag[token - 1] !== Tag.DASH) return null
    const to = token - 1
    const floor = Math.max(tokens.sentenceStart[tokens.sentence[to]!]!, to - LONGEST_LABEL)
    let from = to
    while (from > floor && isWithin(from - 1)) from--
    // "Then, to Ana: …"
    return from < to && tag[from] !== Tag.RB ? { from, to } : null
  }

  /** The name after the dash that follows what ends at a token. */
  function nameAfter(token: number): TokenRange | null {
    if (tag[token] !== Tag.DASH) return null
    const from = token + 1
    let to = from
    while (to < tokens.count && to - from < LONGEST_LABEL && isWithin(to) && tag[to] !== Tag.COMMA) to++
    return to > from && isCapitalised(tokens, from) && !isFullVerb(tag[to]!) ? { from, to } : null
  }

  /** Whether a token may stand in a label or a name: no verb, no mark that parts sentences or phrases. */
  function isWithin(token: number): boolean {
    const its = tag[token]!
    return outermost[token]! < 0 && !isFullVerb(its) && !PARTS.has(its)
  }

  /** The last run of names before a token, within a paragraph or the end of the one before. */
  function lastNameBefore(token: number): TokenRange | null {
    const floor = Math.max(0, token - 30)
    for (let at = token - 1; at >= floor; at--)
      if (tag[at] === Tag.NNP && outermost[at]! < 0) {
        let from = at
        while (from > floor && (tag[from - 1] === Tag.NNP || tag[from - 1] === Tag.POS)) from--
        return { from, to: at + 1 }
      }
    return null
  }
}

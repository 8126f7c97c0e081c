import type { Extraction, Page } from '@saywho/core'
import { isInDenial } from '@saywho/jsonld'
import { makeSentenceFinder } from './find-sentence.ts'
import { makeClaimLinker } from './link-claims.ts'

/** A claim, as a line of `--format claims` or a row of `--format csv` tells it. */
export interface ClaimRecord {
  /** The document's id. */
  document: string
  /** The attribution's id: what a review calls `claimId`. */
  id: string
  url: string | null
  /** The source's name; those of several are joined by "; ". */
  source: string
  /** Their roles, as far as the text tells them. */
  role: string | null
  /** The claim's words; pieces between which the article speaks are joined by " … ". What a review calls `claimText`. */
  content: string
  /** The sentence that the content begins in. */
  sentence: string
  /** From the content's first character, in UTF-16 code units, … */
  start: number
  /** … to after its last. */
  end: number
  /** Only where the content stands in several pieces. */
  pieces?: { start: number; end: number }[]
  confidence: number
  /** A text-fragment link to the very words on the page; null where no address is known, or none leads there. */
  link: string | null
}

/**
 * The claims of a text: what a fact-checker could check. Those are the statements that are not denied, that do not stand
 * inside what is denied, and that have a source.
 *
 * @param document the text's id.
 * @param text what the extraction's offsets count in.
 */
export function listClaims(
  document: string,
  text: string,
  { attributions, sources }: Extraction,
  { url }: Partial<Page>
): ClaimRecord[] {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]))
  const sourceById = new Map(sources.map((source) => [source.id, source]))
  const claims = attributions.flatMap((attribution) => {
    const own = attribution.sourceIds.flatMap((id) => sourceById.get(id) ?? [])
    const isClaim = attribution.act === 'statement' && own.length > 0 && !isInDenial(attribution, byId)
    return isClaim ? [{ attribution, own }] : []
  })
  // Most texts of a large batch may hold no claim: they are not read a second time.
  if (claims.length === 0) return []
  const sentenceAt = makeSentenceFinder(text)
  const linkTo = url === undefined ? null : makeClaimLinker(text)
  return claims.map(({ attribution: { id, content, confidence }, own }) => {
    const { start } = content[0]!
    return {
      document,
      id,
      url: url ?? null,
      source: joinNames(own.map(({ name }) => name)),
      role: joinNames(own.flatMap(({ role }) => role ?? [])) || null,
      content: content.map((span) => span.text).join(' … '),
      sentence: sentenceAt(start),
      start,
      end: content.at(-1)!.end,
      ...(content.length > 1 ? { pieces: content.map(({ start, end }) => ({ start, end })) } : {}),
      confidence,
      link: linkTo === null ? null : linkTo(content, url!)
    }
  })
}

const joinNames = (names: readonly string[]): string => [...new Set(names)].join('; ')

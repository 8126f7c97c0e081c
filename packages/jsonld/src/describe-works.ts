import type { Claim, CreativeWork, IdReference, Quotation } from 'schema-dts'
import { creditSources } from './credit-sources.ts'
import { findQuotedParts } from './find-quoted-parts.ts'
import { fragmentOf } from './node-ids.ts'
import type { Publishable } from './select-attributions.ts'
import { tidy, wordClaim, wordQuotation } from './word-contents.ts'

/** What the nodes of all works depend on. */
export interface WorkSettings {
  /** The page's address. */
  base: string
  /** Whether a node stands whole inside another; if not, it is referred to. */
  isWhole: boolean
  /** By the attribution's id. */
  firstAppearances: ReadonlyMap<string, string>
}

/**
 * A content as a `Claim`.
 *
 * @param parts its quotations, and the claims made second-hand in it, as nodes or references.
 */
export function describeClaim(
  { attribution, sources }: Publishable,
  parts: readonly (Quotation | Claim | IdReference)[],
  { base, isWhole, firstAppearances }: WorkSettings
): Claim & IdReference {
  const { agents, documents, creditText } = creditSources(sources, base, isWhole)
  const first = firstAppearances.get(attribution.id)
  return {
    '@type': 'Claim',
    '@id': claimId(attribution.id, base),
    text: wordClaim(attribution),
    ...(agents.length > 0 ? { author: oneOrAll(agents) } : {}),
    ...(creditText === null ? {} : { creditText }),
    appearance: oneOrAll([{ '@id': base }, ...documents]),
    ...(first === undefined ? {} : { firstAppearance: describePlace(first, base) }),
    // schema.org has no relation between claims: one made second-hand is part of the claim that reports it.
    ...(attribution.parentId === null ? {} : { isPartOf: { '@id': claimId(attribution.parentId, base) } }),
    // The quoted words are among those of the claim; `citation` would make them another work that it refers to.
    ...(parts.length > 0 ? { hasPart: oneOrAll(parts) } : {})
  }
}

/** A `Quotation` for the words of a content that are given as spoken, or for each part of it inside marks. */
export function describeQuotations(
  publishable: Publishable,
  { base, isWhole }: WorkSettings
): (Quotation & IdReference)[] {
  const { agents, documents, creditText } = creditSources(publishable.sources, base, isWhole)
  return quotedWords(publishable).map((text, index) => ({
    '@type': 'Quotation',
    // Ids of attributions are numbered with hyphens, so that parts are numbered with dots.
    '@id': `${base}#quotation-${fragmentOf(publishable.attribution.id)}${index === 0 ? '' : `.${index + 1}`}`,
    text,
    // Not `spokenByCharacter`, which is for who speaks within a work of fiction.
    ...(agents.length > 0 ? { creator: oneOrAll(agents) } : {}),
    ...(creditText === null ? {} : { creditText }),
    isPartOf: oneOrAll([{ '@id': base }, ...documents])
  }))
}

/** All words of a verbatim content, or those of each part inside marks that are the source's own. */
function quotedWords({ attribution, nested }: Publishable): string[] {
  if (attribution.verbatim || attribution.type === 'direct') return [wordQuotation(attribution)]
  if (attribution.type === 'indirect') return []
  return attribution.content.flatMap((span) =>
    findQuotedParts(span.text)
      .filter(({ closed }) => closed)
      .filter(
        (part) =>
          !nested.some(({ start, end }) => start <= span.start + part.start && span.start + part.end <= end)
      )
      .map((part) => tidy(span.text.slice(part.start, part.end)))
  )
}

/** A page where a claim appeared: this one, or one of which no more is known than where it is. */
const describePlace = (url: string, base: string): CreativeWork | IdReference =>
  url === base ? { '@id': base } : { '@type': 'CreativeWork', '@id': url, url }

const claimId = (id: string, base: string): string => `${base}#claim-${fragmentOf(id)}`

export const oneOrAll = <Item>(items: readonly Item[]): Item | readonly Item[] =>
  items.length === 1 ? items[0]! : items

import type { Extraction, Page } from '@saywho/core'
import type { Claim, Graph, IdReference, NewsArticle, Organization, Quotation, Thing } from 'schema-dts'
import { creditSources } from './credit-sources.ts'
import { describeSource } from './describe-source.ts'
import { findQuotedParts } from './find-quoted-parts.ts'
import { fragmentOf } from './node-ids.ts'
import { readPage } from './read-page.ts'
import { type Publishable, selectAttributions } from './select-attributions.ts'
import { tidy, wordClaim, wordQuotation } from './word-contents.ts'

export interface JsonLdOptions {
  /**
   * Leave out attributions of a lower confidence, 0 to 1. Below one half, more of them are wrong than right.
   * @default 0.5
   */
  minConfidence?: number
}

/**
 * An Extraction as a graph of schema.org nodes: the article and its publisher, the sources, a `Claim` for each statement
 * that could be checked, and a `Quotation` for words given as spoken and for each part of a content inside marks.
 *
 * Never emitted: what is denied ("did not say"), has no source or is below the confidence floor, and what stands inside
 * such a content. A belief or an intention yields no `Claim`, but the words in it that stand inside marks are quoted; of a
 * stance nothing is said. What is not known of the page is left out. Nodes have fragments of the page's URL for `@id`s,
 * the same in every run; the order is the article, the publisher, sources and then attributions as the Extraction has them.
 *
 * @param extraction what `extract` gave. One without attributions gives the article alone.
 * @param page the page that the text stands on; `url` is required.
 * @param options the confidence floor.
 * @returns a document that `toScriptTag` or `JSON.stringify` takes.
 * @throws {TypeError} when a fact of the page is missing or malformed, or the floor is no number from 0 to 1; the message
 *   names the field (`page.url`) and what it got.
 * @see https://schema.org/Claim and https://schema.org/Quotation
 */
export function toJsonLd(extraction: Extraction, page: Page, options: JsonLdOptions = {}): Graph {
  const { minConfidence = 0.5 } = options
  if (typeof minConfidence !== 'number' || !(minConfidence >= 0 && minConfidence <= 1))
    throw new TypeError(`options.minConfidence: expected a number from 0 to 1, got ${String(minConfidence)}`)
  const facts = readPage(page)
  const base = facts.url
  const works: Thing[] = []
  const credited = new Set<string>()
  for (const publishable of selectAttributions(extraction, minConfidence)) {
    const quotations = quotationsOf(publishable, base)
    const claim = claimOf(publishable, quotations, base)
    if (claim) works.push(claim)
    works.push(...quotations)
    if (claim || quotations.length > 0) for (const { id } of publishable.sources) credited.add(id)
  }
  const sources: Thing[] = []
  for (const source of extraction.sources) {
    const node = credited.has(source.id) ? describeSource(source, base) : null
    if (node) sources.push(node)
  }
  return { '@context': 'https://schema.org', '@graph': [...articleOf(facts), ...sources, ...works] }
}

/** The article, and the publisher after it. */
function articleOf({ url, headline, publisher, datePublished }: Page): (NewsArticle | Organization)[] {
  const publisherId = { '@id': `${url}#publisher` }
  const article: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': url,
    url,
    ...(headline === undefined ? {} : { headline }),
    ...(publisher === undefined ? {} : { publisher: publisherId }),
    ...(datePublished === undefined ? {} : { datePublished })
  }
  return publisher === undefined
    ? [article]
    : [article, { '@type': 'Organization', ...publisherId, name: publisher }]
}

function claimOf(
  { attribution, sources, isClaim }: Publishable,
  quotations: Identified<Quotation>[],
  base: string
): Claim | null {
  if (!isClaim) return null
  const { agents, documents, creditText } = creditSources(sources, base)
  return {
    '@type': 'Claim',
    '@id': claimId(attribution.id, base),
    text: wordClaim(attribution),
    ...(agents.length > 0 ? { author: oneOrAll(agents) } : {}),
    ...(creditText === null ? {} : { creditText }),
    appearance: oneOrAll([{ '@id': base }, ...documents]),
    // schema.org has no relation between claims: one made second-hand is part of the claim that reports it.
    ...(attribution.parentId === null ? {} : { isPartOf: { '@id': claimId(attribution.parentId, base) } }),
    // The quoted words are among those of the claim; `citation` would make them another work that it refers to.
    ...(quotations.length > 0
      ? { hasPart: oneOrAll(quotations.map((quotation) => ({ '@id': quotation['@id'] }))) }
      : {})
  }
}

function quotationsOf(publishable: Publishable, base: string): Identified<Quotation>[] {
  const { agents, documents, creditText } = creditSources(publishable.sources, base)
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

type Identified<Node> = Node & IdReference

const claimId = (id: string, base: string): string => `${base}#claim-${fragmentOf(id)}`

const oneOrAll = <Item>(items: Item[]): Item | Item[] => (items.length === 1 ? items[0]! : items)

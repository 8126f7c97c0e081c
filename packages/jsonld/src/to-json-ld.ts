import type { Attribution, Extraction, Page, Source } from '@saywho/core'
import type { Claim, Graph, NewsArticle, Organization, Person, Quotation, Thing } from 'schema-dts'
import { findQuotedParts, tidy } from './find-quoted-parts.ts'
import { readPage } from './read-page.ts'

export interface JsonLdOptions {
  /**
   * Leave out attributions of a lower confidence, 0 to 1: a wrong quotation in markup is a wrong statement about a person.
   * @default 0.5
   */
  minConfidence?: number
}

/**
 * An Extraction as a graph of schema.org nodes: the article, its sources, a `Quotation` for the words that stand inside
 * marks and a `Claim` for each statement that could be checked.
 *
 * Never emitted: what is denied ("did not say"), what has no source, what is below the confidence floor. Beliefs and
 * intentions yield no `Claim`; words of theirs that stand inside marks yield a `Quotation`. Nothing is made up: a fact
 * of the page that is not given is left out. The order is that of the Extraction.
 *
 * @param page the page that the text stands on; `url` is required.
 * @throws {TypeError} when a fact of the page is missing or malformed, or the floor is no number from 0 to 1.
 */
export function toJsonLd(extraction: Extraction, page: Page, { minConfidence = 0.5 }: JsonLdOptions = {}): Graph {
  if (!(minConfidence >= 0 && minConfidence <= 1))
    throw new TypeError(`options.minConfidence: expected a number from 0 to 1, got ${String(minConfidence)}`)
  const facts = readPage(page)
  const base = facts.url.replace(/#.*$/, '')
  const article = { '@id': base }
  const sources = new Map(extraction.sources.map((source) => [source.id, source]))
  const kept = extraction.attributions.filter(
    ({ negative, sourceIds, confidence }) => !negative && sourceIds.length > 0 && confidence >= minConfidence
  )
  const byId = new Map(kept.map((attribution) => [attribution.id, attribution]))
  const claimed = new Set(kept.filter(({ act }) => act === 'statement').map(({ id }) => id))
  const used = new Set<string>()
  const works: Thing[] = []
  for (const attribution of kept) {
    const credit = creditFor(attribution, sources, base)
    const around = byId.get(attribution.parentId ?? '')
    // What is quoted inside someone's quoted words is theirs already.
    const parts = around !== undefined && around.type !== 'indirect' ? [] : quotedPartsOf(attribution)
    const quotations = parts.map((text, index): Quotation & { '@id': string } => ({
      '@type': 'Quotation',
      '@id': `${base}#quotation-${attribution.id}${index === 0 ? '' : `.${index + 1}`}`,
      text,
      ...(credit.agents.length > 0 ? { creator: oneOrMany(credit.agents) } : credit.words),
      isPartOf: article
    }))
    if (claimed.has(attribution.id)) {
      const parent = attribution.parentId !== null && claimed.has(attribution.parentId) ? attribution.parentId : null
      const claim: Claim = {
        '@type': 'Claim',
        '@id': `${base}#claim-${attribution.id}`,
        text: claimText(attribution),
        ...(credit.agents.length > 0 ? { author: oneOrMany(credit.agents) } : credit.words),
        appearance: article,
        ...(parent === null ? {} : { isPartOf: { '@id': `${base}#claim-${parent}` } }),
        ...(quotations.length === 0 ? {} : { hasPart: oneOrMany(quotations.map((part) => ({ '@id': part['@id'] }))) })
      }
      works.push(claim)
    }
    works.push(...quotations)
    if (claimed.has(attribution.id) || quotations.length > 0) for (const id of attribution.sourceIds) used.add(id)
  }
  const agents = extraction.sources.filter(({ id }) => used.has(id)).flatMap((source) => agentOf(source, base))
  return { '@context': 'https://schema.org', '@graph': [articleOf(facts, base), ...agents, ...works] }
}

function articleOf({ headline, publisher, datePublished }: Page, base: string): NewsArticle {
  return {
    '@type': 'NewsArticle',
    '@id': base,
    url: base,
    ...(headline === undefined ? {} : { headline }),
    ...(publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(datePublished === undefined ? {} : { datePublished })
  }
}

/** Persons and organisations are nodes of their own. Of anyone else schema.org has no type that would be true. */
function agentOf(source: Source, base: string): (Person | Organization)[] {
  const common = {
    '@id': agentId(source, base),
    name: source.name,
    ...(source.sameAs.length > 0 ? { sameAs: source.sameAs } : {})
  }
  if (source.type === 'person')
    return [{ '@type': 'Person', ...common, ...(source.role === null ? {} : { jobTitle: source.role }) }]
  return source.type === 'organization' ? [{ '@type': 'Organization', ...common }] : []
}

const agentId = (source: Source, base: string): string => `${base}#source-${encodeURIComponent(source.id)}`

/** Nodes to point to, or, for sources that are neither person nor organisation, the words that credit them. */
function creditFor({ sourceIds }: Attribution, sources: ReadonlyMap<string, Source>, base: string) {
  const known = sourceIds.flatMap((id) => sources.get(id) ?? [])
  const agents = known.filter(({ type }) => type === 'person' || type === 'organization').map((source) => ({ '@id': agentId(source, base) }))
  return { agents, words: { creditText: known.map(({ name }) => name).join(', ') } }
}

/** The words given as spoken. Marks in a mixed belief or intention may be someone else's, so they yield none. */
function quotedPartsOf({ type, act, verbatim, content }: Attribution): string[] {
  if (!verbatim && (type === 'indirect' || act !== 'statement')) return []
  const marked = content.flatMap(({ text }) => findQuotedParts(text))
  return marked.length > 0 || !verbatim ? marked : content.map(({ text }) => tidy(text))
}

/** What is claimed, in the article's words: outer marks and a leading "that" off, pieces joined by an ellipsis. */
function claimText({ type, content }: Attribution): string {
  const pieces = type === 'direct' ? content.flatMap(({ text }) => findQuotedParts(text)) : content.map(({ text }) => tidy(text))
  return pieces.join(' … ').replace(/^that\s+/i, '')
}

function oneOrMany<Item>(items: Item[]): Item | Item[] {
  return items.length === 1 ? items[0]! : items
}

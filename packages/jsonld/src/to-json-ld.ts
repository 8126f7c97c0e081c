import type { Extraction, Page } from '@saywho/core'
import type { Article, Claim, Graph, IdReference, Quotation, Thing, WithContext } from 'schema-dts'
import { checkExtraction } from './check-extraction.ts'
import { type ArticleType, describeArticle, describePublisher } from './describe-article.ts'
import { describeSource } from './describe-source.ts'
import { describeClaim, describeQuotations, oneOrAll, type WorkSettings } from './describe-works.ts'
import { type JsonLdOptions, readJsonLdOptions } from './read-json-ld-options.ts'
import { readPage } from './read-page.ts'
import { type Publishable, selectAttributions } from './select-attributions.ts'

/**
 * An Extraction as schema.org nodes: the article and its publisher, the sources, a `Claim` for each statement that could be
 * checked, and a `Quotation` for words given as spoken and for each part of a content inside marks.
 *
 * Never emitted: what is denied ("did not say"), has no source or is below the confidence floor, and what stands inside
 * such a content, or in one of a type that is left out. A belief or an intention yields no `Claim`, but the words in it that
 * stand inside marks are quoted; of a stance nothing is said. What is not known of the page is left out. Nodes have fragments
 * of the page's URL for `@id`s, the same in every run; the order is the article, the publisher, sources and then attributions
 * as the Extraction has them.
 *
 * In the embedded form the article holds claims and quotations in `hasPart`, a claim its quotations and the claims made
 * second-hand in it. `hasPart` goes from any `CreativeWork` to any other, and `Claim` and `Quotation` are such works; it is the
 * inverse of the `isPartOf` that quotations have in both forms. `citation` would make them works that stand elsewhere.
 *
 * @param extraction what `extract` gave. One without attributions gives the article alone.
 * @param page the page that the text stands on; `url` is required.
 * @param options which attributions, in what form, and what the caller knows of the page and its claims.
 * @returns a document that `toScriptTag` or `JSON.stringify` takes.
 * @throws {TypeError} when the extraction is none, a fact of the page is missing or malformed, or an option is; the message
 *   names it (`page.url`, `options.form`) and what it got.
 * @see https://schema.org/Claim and https://schema.org/Quotation
 */
export function toJsonLd(
  extraction: Extraction,
  page: Page,
  options?: JsonLdOptions & { form?: 'graph' }
): Graph
export function toJsonLd(
  extraction: Extraction,
  page: Page,
  options: JsonLdOptions & { form: 'embedded' }
): WithContext<Article>
export function toJsonLd(
  extraction: Extraction,
  page: Page,
  options?: JsonLdOptions
): Graph | WithContext<Article>
export function toJsonLd(
  extraction: Extraction,
  page: Page,
  options: JsonLdOptions = {}
): Graph | WithContext<Article> {
  checkExtraction(extraction)
  const { form, articleType, firstAppearances, ...selection } = readJsonLdOptions(options)
  const facts = readPage(page)
  const settings: WorkSettings = { base: facts.url, isWhole: form === 'embedded', firstAppearances }
  const publishables = selectAttributions(extraction, selection)
  return form === 'embedded'
    ? embedWorks(publishables, facts, articleType, settings)
    : listNodes(publishables, extraction, facts, articleType, settings)
}

function listNodes(
  publishables: readonly Publishable[],
  { sources }: Extraction,
  page: Page,
  articleType: ArticleType,
  settings: WorkSettings
): Graph {
  const works: Thing[] = []
  const credited = new Set<string>()
  for (const publishable of publishables) {
    const quotations = describeQuotations(publishable, settings)
    if (publishable.isClaim) works.push(describeClaim(publishable, quotations.map(referTo), settings))
    works.push(...quotations)
    if (publishable.isClaim || quotations.length > 0)
      for (const { id } of publishable.sources) credited.add(id)
  }
  const publisher = describePublisher(page)
  const nodes: (Thing | null)[] = [
    describeArticle(page, articleType, publisher && referTo(publisher)),
    publisher,
    ...sources.map((source) => (credited.has(source.id) ? describeSource(source, settings.base) : null)),
    ...works
  ]
  return { '@context': 'https://schema.org', '@graph': nodes.filter((node) => node !== null) }
}

function embedWorks(
  publishables: readonly Publishable[],
  page: Page,
  articleType: ArticleType,
  settings: WorkSettings
): WithContext<Article> {
  const byParent = new Map<string | null, Publishable[]>()
  for (const publishable of publishables) {
    const { parentId } = publishable.attribution
    byParent.set(parentId, [...(byParent.get(parentId) ?? []), publishable])
  }
  const partsOf = (parentId: string | null): (Claim | Quotation)[] =>
    (byParent.get(parentId) ?? []).flatMap((publishable): (Claim | Quotation)[] => {
      const quotations = describeQuotations(publishable, settings)
      if (!publishable.isClaim) return quotations
      const secondHand = partsOf(publishable.attribution.id)
      return [describeClaim(publishable, [...quotations, ...secondHand], settings)]
    })
  const parts = partsOf(null)
  return {
    '@context': 'https://schema.org',
    ...describeArticle(page, articleType, describePublisher(page)),
    ...(parts.length > 0 ? { hasPart: oneOrAll(parts) } : {})
  }
}

const referTo = ({ '@id': id }: IdReference): IdReference => ({ '@id': id })

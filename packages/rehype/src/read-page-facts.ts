import type { Page } from '@saywho/core'
import { isIsoDate, isWebAddress } from '@saywho/jsonld'
import type { Element, Nodes } from 'hast'
import type { VFile } from 'vfile'
import { walkTree } from './walk-tree.ts'

type Facts = Partial<Record<keyof Page, unknown>>

/**
 * What is known of a page, each fact from the first that tells it: what the caller gave, `file.data.meta` and
 * `file.data.matter`, the canonical link, Open Graph, JSON-LD of an article. What is malformed there is passed over.
 */
export function readPageFacts(tree: Nodes, file: VFile, given: Partial<Page>): Partial<Page> {
  const { meta, matter } = file.data as Record<string, unknown>
  const places: Facts[] = [given, readMeta(meta), readMeta(matter), ...readTree(tree)]
  const first = <Value>(field: keyof Page, isValue: (value: unknown) => value is Value) =>
    places.map((facts) => facts[field]).find(isValue)
  const url = first('url', isWebAddress)
  const headline = first('headline', isWording)
  const publisher = first('publisher', isWording)
  const datePublished = first('datePublished', isIsoDate)
  return {
    ...(url === undefined ? {} : { url }),
    ...(headline === undefined ? {} : { headline: headline.trim() }),
    ...(publisher === undefined ? {} : { publisher: publisher.trim() }),
    ...(datePublished === undefined ? {} : { datePublished })
  }
}

const isWording = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** By the names that `rehype-meta` has, and those of front matter. */
function readMeta(data: unknown): Facts {
  if (!isRecord(data)) return {}
  const {
    url,
    canonical,
    origin,
    pathname,
    headline,
    title,
    publisher,
    name,
    datePublished,
    published,
    date
  } = data
  const address =
    typeof origin === 'string' && typeof pathname === 'string' ? joinAddress(origin, pathname) : undefined
  return {
    url: url ?? canonical ?? address,
    headline: headline ?? title,
    publisher: publisher ?? name,
    datePublished: toIso(datePublished ?? published ?? date)
  }
}

const joinAddress = (origin: string, pathname: string): string | undefined =>
  isWebAddress(origin) ? new URL(pathname, origin).href : undefined

const toIso = (date: unknown): unknown =>
  date instanceof Date && !Number.isNaN(date.getTime()) ? date.toISOString() : date

/** The canonical link, Open Graph and JSON-LD, in this order. */
function readTree(tree: Nodes): Facts[] {
  const link: Facts = {}
  const openGraph: Facts = {}
  const scripts: string[] = []
  walkTree(tree, (node) => {
    if (node.type !== 'element') return true
    const { tagName, properties } = node
    if (tagName === 'link' && namesOf(properties.rel).includes('canonical')) link.url ??= properties.href
    if (tagName === 'meta') {
      const field = OPEN_GRAPH.get(String(properties.property))
      if (field !== undefined) openGraph[field] ??= properties.content
    }
    if (isJsonLd(node)) scripts.push(textOf(node))
    // A page says these things of itself before its prose.
    return !LEFT_OUT.has(tagName)
  })
  return [link, openGraph, ...scripts.flatMap(readJsonLd)]
}

const LEFT_OUT = new Set(['svg', 'math', 'template', 'article', 'main'])
const OPEN_GRAPH = new Map<string, keyof Page>([
  ['og:url', 'url'],
  ['og:title', 'headline'],
  ['og:site_name', 'publisher'],
  ['article:published_time', 'datePublished']
])

const namesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : String(value).split(/\s+/)).map((name) => String(name).toLowerCase())

/** Someone's JSON-LD, or what a run of ours put in. */
export const isJsonLd = ({ tagName, properties }: Element): boolean =>
  tagName === 'script' && String(properties.type).trim().toLowerCase() === 'application/ld+json'

const textOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/** What a document's articles say, the first before others. */
function readJsonLd(json: string): Facts[] {
  let document: unknown
  try {
    document = JSON.parse(json)
  } catch {
    return []
  }
  return nodesOf(document).flatMap((node): Facts[] => {
    const types = [node['@type']].flat().map(String)
    if (!types.some((type) => /(?:Article|Report|Posting)$/.test(type))) return []
    const { url, mainEntityOfPage, headline, publisher, datePublished } = node
    const [firstPublisher] = [publisher].flat()
    return [
      {
        url: url ?? (isRecord(mainEntityOfPage) ? mainEntityOfPage['@id'] : mainEntityOfPage),
        headline,
        publisher: isRecord(firstPublisher) ? firstPublisher.name : firstPublisher,
        datePublished
      }
    ]
  })
}

/** The nodes of a document: it is one, a list of them, or holds them in a graph. */
function nodesOf(document: unknown): Record<string, unknown>[] {
  const nodes = [document].flat().filter(isRecord)
  return nodes.flatMap((node) => [node, ...[node['@graph']].flat().filter(isRecord)])
}

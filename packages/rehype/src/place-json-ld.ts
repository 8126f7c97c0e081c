import type { Extraction, Page } from '@saywho/core'
import { toJsonLd, toScriptText } from '@saywho/jsonld'
import type { Element, Nodes, Parents, RootContent } from 'hast'
import { isJsonLd } from './read-page-facts.ts'
import { walkTree } from './walk-tree.ts'
import { anchorOf } from './wrapper.ts'

/** The works that a JSON-LD document tells of; the rest of it is the article and who is credited. */
const WORKS = /#(?:claim|quotation)-([^#]+?)(?:\.\d+)?$/

/**
 * An extraction as JSON-LD for a page, each claim and quotation with the address of its words.
 *
 * @param anchored the attributions that have an element with their id.
 * @returns the text of a `<script>`; null where there is no claim or quotation to tell of.
 */
export function writeJsonLd(
  extraction: Extraction,
  page: Page,
  anchored: ReadonlySet<string>
): string | null {
  const document = toJsonLd(extraction, page)
  let works = 0
  const nodes = document['@graph'].map((node) => {
    const { '@id': id } = node as { '@id': string }
    const attribution = WORKS.exec(id)?.[1]
    if (attribution === undefined) return node
    works++
    const name = decodeURIComponent(attribution)
    return anchored.has(name)
      ? { ...(node as object), url: `${id.slice(0, id.lastIndexOf('#'))}#${anchorOf(name)}` }
      : node
  })
  return works === 0 ? null : toScriptText({ ...document, '@graph': nodes })
}

/**
 * Puts the text of a script into a tree: in the place of the one that an earlier run put in, else at the head's end, else,
 * in a fragment, at the root's. With no text the earlier one is taken out.
 */
export function placeJsonLd(tree: Nodes, text: string | null): void {
  let head: Element | null = null
  const earlier = new Set<RootContent>()
  const parents = new Set<Parents>()
  walkTree(tree, (node, parent) => {
    if (node.type !== 'element') return node.type === 'root'
    if (node.tagName === 'head') head ??= node
    if (parent !== null && isJsonLd(node) && 'dataSaywho' in node.properties) {
      earlier.add(node)
      parents.add(parent)
    }
    return true
  })
  const script: Element = {
    type: 'element',
    tagName: 'script',
    properties: { type: 'application/ld+json', dataSaywho: '' },
    children: text === null ? [] : [{ type: 'text', value: text }]
  }
  const [first] = earlier
  for (const parent of parents)
    parent.children = (parent.children as RootContent[]).flatMap((child) =>
      !earlier.has(child) ? [child] : child === first && text !== null ? [script] : []
    )
  if (first === undefined && text !== null) {
    const home: Nodes = head ?? tree
    if ('children' in home) (home.children as RootContent[]).push(script)
  }
}

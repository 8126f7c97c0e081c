import type { Element, Nodes, Root, Text } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeSaywho, { type Options } from 'rehype-saywho'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'

export const parse = (html: string, fragment = false): Root =>
  unified().use(rehypeParse, { fragment }).parse(html)

export const stringify = (tree: Root): string => unified().use(rehypeStringify).stringify(tree)

/** Marks up a page as a pipeline does. */
export function runPlugin(html: string, options?: Options, fragment = false) {
  const file = new VFile(html)
  const tree = parse(html, fragment)
  rehypeSaywho(options)(tree, file)
  return { tree, file, extraction: file.data.saywho!, html: stringify(tree) }
}

function* nodesOf(tree: Nodes): Generator<Nodes> {
  yield tree
  if ('children' in tree) for (const child of tree.children) yield* nodesOf(child)
}

export const elementsOf = (tree: Nodes, tagName?: string): Element[] =>
  [...nodesOf(tree)].filter(
    (node): node is Element => node.type === 'element' && (tagName === undefined || node.tagName === tagName)
  )

const isOwnScript = (node: Nodes) =>
  node.type === 'element' && node.tagName === 'script' && 'dataSaywho' in node.properties

/** All words of a page, furniture too, but not the script of ours. */
export function wordsOf(tree: Nodes): string {
  if (isOwnScript(tree)) return ''
  return tree.type === 'text' ? tree.value : 'children' in tree ? tree.children.map(wordsOf).join('') : ''
}

/** A tree with nothing but its nodes: no positions, and one text node for several that touch. */
export function bare(tree: Nodes): unknown {
  const { type } = tree
  if (type === 'text' || type === 'comment') return { type, value: tree.value }
  if (!('children' in tree)) return { type }
  const children: unknown[] = []
  for (const child of tree.children.map(bare) as (Text | Element)[]) {
    const last = children.at(-1) as Text | undefined
    if (child.type === 'text' && last?.type === 'text') last.value += child.value
    else if (child.type !== 'text' || child.value !== '') children.push(child)
  }
  return type === 'element'
    ? { type, tagName: tree.tagName, properties: tree.properties, children }
    : { type, children }
}

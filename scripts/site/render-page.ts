import { existsSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import rehypeAutolinkHeadings from 'rehype-autolink-headings'
import rehypeHighlight from 'rehype-highlight'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { placeInSite } from './find-pages.ts'

/** What a page says, without what stands around it on every page. */
export interface RenderedPage {
  /** Its first heading. */
  title: string
  tree: Root
  /** The files of the repository that it leads to or shows, so that they get into the site too. */
  files: string[]
}

/** highlight.js's names of what files of our own are written in; others are shown without colours. */
const LANGUAGES: Readonly<Record<string, string>> = { ts: 'ts', json: 'json', ndjson: 'json', css: 'css' }

const toTree = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSlug)
  .use(rehypeAutolinkHeadings, {
    behavior: 'append',
    properties: { className: ['anchor'], ariaHidden: 'true', tabIndex: -1 },
    content: { type: 'text', value: '#' }
  })
  .use(rehypeHighlight, { plainText: ['text'] })

/**
 * A Markdown file as a page. Its links are turned to where their targets stand in the site.
 *
 * @param root the repository's folder.
 * @param file its path in the repository, such as `docs/limits.md`.
 * @throws {Error} where it has no first heading, or a link leads to no file.
 */
export async function renderPage(root: string, file: string, markdown: string): Promise<RenderedPage> {
  const tree = await toTree.run(toTree.parse(markdown))
  const heading = tree.children.find(
    (node): node is Element => node.type === 'element' && node.tagName === 'h1'
  )
  if (heading === undefined) throw new Error(`${file}: has no heading of the first level`)
  const files = turnLinks(root, file, tree)
  letScroll(tree)
  return { title: titleOf(heading), tree, files }
}

/** A file that is no Markdown as a page: its lines as they are. */
export async function renderSource(file: string, code: string): Promise<RenderedPage> {
  const language = LANGUAGES[posix.extname(file).slice(1)] ?? 'text'
  const title: Element = {
    type: 'element',
    tagName: 'h1',
    properties: {},
    children: [{ type: 'text', value: file }]
  }
  const block: Element = {
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [
      {
        type: 'element',
        tagName: 'code',
        properties: { className: [`language-${language}`] },
        children: [{ type: 'text', value: code }]
      }
    ]
  }
  const tree: Root = { type: 'root', children: [title, block] }
  await unified()
    .use(rehypeHighlight, { plainText: ['text'] })
    .run(tree)
  letScroll(tree)
  return { title: file, tree, files: [] }
}

/** The heading's words, without its anchor. */
function titleOf(heading: Element): string {
  return heading.children
    .filter(
      (node) => !(node.type === 'element' && node.tagName === 'a' && node.properties.ariaHidden === 'true')
    )
    .map((node) => ('value' in node ? node.value : textOf(node as Element)))
    .join('')
}

function turnLinks(root: string, file: string, tree: Root): string[] {
  const files: string[] = []
  visit(tree, 'element', (node) => {
    const property = node.tagName === 'a' ? 'href' : node.tagName === 'img' ? 'src' : null
    const address = property === null ? undefined : node.properties[property]
    if (typeof address !== 'string' || /^(?:[a-z]+:|#)/i.test(address)) return
    const [path, hash] = address.split('#')
    let target = posix.join(posix.dirname(file), decodeURI(path!)).replace(/\/$/, '')
    if (existsSync(join(root, target)) && statSync(join(root, target)).isDirectory())
      target = posix.join(target, 'README.md')
    if (target.startsWith('..') || !existsSync(join(root, target)))
      throw new Error(`${file}: leads to ${address}, which is not there`)
    files.push(target)
    const relative = posix.relative(posix.dirname(placeInSite(file)), placeInSite(target))
    node.properties[property!] = encodeURI(relative) + (hash === undefined ? '' : `#${hash}`)
  })
  return files
}

/** What is wider than the page scrolls in a box of its own, that the keyboard reaches. */
function letScroll(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'pre') node.properties.tabIndex = 0
    if (node.tagName === 'table' || isFigure(node)) {
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['wide'], tabIndex: 0 },
        children: [isFigure(node) ? (node.children[0] as ElementContent) : node]
      }
      parent!.children[index!] = box
      return [SKIP, index! + 1]
    }
    return undefined
  })
}

/** A paragraph that is an image. */
const isFigure = ({ tagName, children }: Element): boolean =>
  tagName === 'p' &&
  children.length === 1 &&
  children[0]!.type === 'element' &&
  children[0]!.tagName === 'img'

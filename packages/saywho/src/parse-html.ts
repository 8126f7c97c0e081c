import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterTypes, Parser } from 'parse5'
import { VFile } from 'vfile'

/** Browsers nest elements no deeper than this, and what goes through a tree by recursion could not go much deeper. */
const DEEPEST = 512

/**
 * Parses a page as a browser does, with the offsets of its elements and their tags, in time and space linear in its length:
 * HTML's rules ask for more in two cases, and in both this parts from them. Elements that are nested too deep stand beside each
 * other, and unclosed formatting elements, which each block opens anew, are forgotten when there are too many.
 */
export function parseHtml(html: string): Root {
  const parser = new LinearParser({ sourceCodeLocationInfo: true, scriptingEnabled: false })
  parser.budget += html.length / 64
  parser.tokenizer.write(html, true)
  limitDepth(parser.document)
  return fromParse5(parser.document, { file: new VFile(html), verbose: true }) as Root
}

class LinearParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  /** How many elements may still be opened anew. */
  budget = 10_000

  override _reconstructActiveFormattingElements(): void {
    const list = this.activeFormattingElements
    if (this.budget < 0)
      // A marker, as of a table cell, ends what may be opened anew.
      while (list.newest !== null && 'element' in list.newest) list.removeEntry(list.newest)
    const before = this.openElements.depth
    super._reconstructActiveFormattingElements()
    this.budget -= this.openElements.depth - before
  }
}

type ParentNode = DefaultTreeAdapterTypes.ParentNode
type ChildNode = DefaultTreeAdapterTypes.ChildNode

/** Puts what is nested too deep after the element that it stands in, so that the order of all words stays. */
function limitDepth(document: ParentNode): void {
  let level: ParentNode[] = [document]
  for (let depth = 0; level.length > 0; depth++) {
    const next: ParentNode[] = []
    for (const parent of level) {
      if (depth === DEEPEST) flatten(parent)
      else for (const child of parent.childNodes) if ('childNodes' in child) next.push(child)
      // No one reads what a template holds.
      if ('content' in parent) parent.content.childNodes = []
    }
    level = depth === DEEPEST ? [] : next
  }
}

/** Leaves no more than one level of elements below a parent. */
function flatten(parent: ParentNode): void {
  const flat: ChildNode[] = []
  const waiting = parent.childNodes.slice().reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    flat.push(node)
    if (!('childNodes' in node)) continue
    if ('content' in node) node.content.childNodes = []
    const first = node.childNodes.findIndex((child) => 'childNodes' in child)
    if (first < 0) continue
    for (let index = node.childNodes.length - 1; index >= first; index--)
      waiting.push(node.childNodes[index]!)
    node.childNodes.length = first
  }
  parent.childNodes = flat
}

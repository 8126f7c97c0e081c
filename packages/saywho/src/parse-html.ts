import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterTypes, InsertionMode, Parser, type Token } from 'parse5'
import { VFile } from 'vfile'

/** Browsers nest elements no deeper than this, and what goes through a tree by recursion could not go much deeper. */
const DEEPEST = 512
/** A long page of news has some thousand. */
const MOST_NODES = 400_000
/** Besides one a character, which no page has by itself. */
const SPARE_NODES = 1000
/** Elements with a text of their own, in which tags are no tags: they must be known as long as there are any. */
const RAW_TEXT = new Set('iframe noembed noframes plaintext script style textarea title xmp'.split(' '))

/**
 * Parses a page as a browser does, with the offsets of its elements and their tags. No page can make a tree that is out of
 * proportion: elements that are nested too deep stand beside each other, and of a page of too many nodes the last tags are passed
 * over, so that their words are one text.
 */
export function parseHtml(html: string): Root {
  const parser = new BoundedParser({ sourceCodeLocationInfo: true, scriptingEnabled: false })
  parser.html = html
  parser.most = Math.min(html.length + SPARE_NODES, MOST_NODES)
  parser.tokenizer.write(html, true)
  limitDepth(parser.document)
  return fromParse5(parser.document, { file: new VFile(html), verbose: true }) as Root
}

class BoundedParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  html = ''
  most = MOST_NODES
  #nodes = 0
  #startOfText = 0

  override onStartTag(token: Token.TagToken): void {
    // Nobody asks where attributes stand, and hast-util-from-parse5 8.0.4 throws at one called `constructor` or `__proto__`.
    if (token.location !== null) delete (token.location as Token.LocationWithAttributes).attrs
    if (this.#nodes < this.most || RAW_TEXT.has(token.tagName)) super.onStartTag(token)
  }

  override onEndTag(token: Token.TagToken): void {
    if (this.#nodes < this.most || this.insertionMode === InsertionMode.TEXT) super.onEndTag(token)
  }

  override onCharacter(token: Token.CharacterToken): void {
    this.#mendStart(token)
    super.onCharacter(token)
  }

  override onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.#mendStart(token)
    super.onWhitespaceCharacter(token)
  }

  override onNullCharacter(token: Token.CharacterToken): void {
    this.#mendStart(token)
    super.onNullCharacter(token)
  }

  /** parse5 8.1.1 lets a text that begins with a character reference, after white space or NUL, begin within that. */
  #mendStart({ location }: Token.CharacterToken): void {
    if (location === null) return
    const before = this.html.slice(this.#startOfText, location.startOffset)
    const reference = before.lastIndexOf('&')
    if (reference >= 0 && /^&(?:#x?[\da-f]*|[a-z\d]*)$/i.test(before.slice(reference)))
      location.startOffset = this.#startOfText + reference
    this.#startOfText = location.startOffset
  }

  override onComment(token: Token.CommentToken): void {
    if (this.#nodes++ < this.most) super.onComment(token)
  }

  override _createElement(
    ...its: Parameters<Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>['_createElement']>
  ): DefaultTreeAdapterTypes.Element {
    this.#nodes++
    return super._createElement(...its)
  }

  /** Each block opens all unclosed formatting elements anew, so that there can be as many as the square of its tags. */
  override _reconstructActiveFormattingElements(): void {
    if (this.#nodes < this.most) super._reconstructActiveFormattingElements()
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

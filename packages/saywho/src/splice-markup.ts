import type { Element, Nodes, Root, Text } from 'hast'

/** Characters of a page taken out, and others put in their place. */
interface Edit {
  start: number
  end: number
  text: string
}

/** An end tag with no start, which a parser drops, so that words on both sides of it are one text. */
const STRAY_END_TAG = /<\/[a-z][^\s<>"']*\s*>/gi
const START_OF_MARKUP = /<[a-z!?]/gi

/** Elements in which nothing can be put. */
const ENCLOSED = new Set(
  'iframe math noembed noframes noscript plaintext script select style svg template textarea title xmp'.split(
    ' '
  )
)

/**
 * Marks up a tree, and makes the same changes in the page that it was parsed from: every other character stays as it is.
 *
 * @param tree parsed from the page, with the positions of elements' tags.
 * @param markUp changes the tree: puts `<span data-saywho-…>` and `<script data-saywho>` in, and takes earlier ones out.
 */
export function spliceMarkup(html: string, tree: Root, markUp: (tree: Root) => void): string {
  const before = [...iterateNodes(tree)].filter(isOwn)
  const home = Math.min(findHome(tree), endOfWords(html))
  markUp(tree)
  const after = [...iterateNodes(tree)].filter(isOwn)
  const kept = new Set(after)
  const known = new Set(before)
  const removed = before.filter((element) => !kept.has(element))
  const taken = removed.flatMap(takeOut)
  const earlier = removed.find(({ tagName }) => tagName === 'script')
  const takenAt = new Set(taken.map(({ start }) => start))
  const edits = [...taken]
  const tables = readTables(tree)
  const nextTables = findNextTables(tree)
  // Where several begin at one place the outer comes first, and where several end the inner.
  const endings: Edit[] = []
  for (const element of after) {
    if (known.has(element)) continue
    if (element.tagName === 'script') {
      const place = earlier?.position?.start.offset ?? leaveTables(home, tables)
      edits.push({ start: place, end: place, text: `${openingOf(element)}${textOf(element)}</script>` })
    } else
      for (const [index, { start, end }] of wordsOf(
        element,
        html,
        takenAt,
        nextTables.get(element)!
      ).entries()) {
        edits.push({ start, end: start, text: openingOf(element, index > 0) })
        endings.push({ start: end, end, text: '</span>' })
      }
  }
  return applyEdits(html, [...endings.reverse(), ...edits])
}

/** The end of a page, before what is text only as long as nothing comes after it. */
const endOfWords = (html: string): number => (html.endsWith('</') ? html.length - 2 : html.length)

/** All nodes of a tree, in the order of the page. */
function* iterateNodes(tree: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) waiting.push(node.children[index]!)
  }
}

const isOwn = (node: Nodes): node is Element =>
  node.type === 'element' && Object.keys(node.properties).some((name) => name.startsWith('dataSaywho'))

const isTable = (node: Nodes): node is Element => node.type === 'element' && node.tagName === 'table'

const isText = (node: Nodes): node is Text => node.type === 'text'

const textOf = (element: Element): string =>
  [...iterateNodes(element)]
    .filter(isText)
    .map(({ value }) => value)
    .join('')

/** A span's tags; a script whole. */
function takeOut({ tagName, position, data }: Element): Edit[] {
  const tags = tagName === 'script' ? [position] : [data?.position?.opening, data?.position?.closing]
  return tags.flatMap((tag) => {
    const start = tag?.start.offset
    const end = tag?.end.offset
    return start === undefined || end === undefined ? [] : [{ start, end, text: '' }]
  })
}

/** Where the tables of a page begin and end, in ascending order. */
interface Tables {
  starts: number[]
  ends: number[]
}

function readTables(tree: Root): Tables {
  const starts: number[] = []
  const ends: number[] = []
  for (const node of iterateNodes(tree)) {
    const { start, end } = node.position ?? {}
    if (!isTable(node) || start?.offset === undefined || end?.offset === undefined) continue
    starts.push(start.offset)
    ends.push(end.offset)
  }
  starts.sort((a, b) => a - b)
  ends.sort((a, b) => a - b)
  return { starts, ends }
}

/** For each element of ours where the earliest in the page of all tables begins that stand in the tree from it on; infinity for none. */
function findNextTables(tree: Root): Map<Element, number> {
  const next = new Map<Element, number>()
  let earliest = Number.POSITIVE_INFINITY
  for (const node of [...iterateNodes(tree)].reverse()) {
    if (isTable(node)) earliest = Math.min(earliest, node.position?.start.offset ?? earliest)
    if (isOwn(node)) next.set(node, earliest)
  }
  return next
}

/** How many tables of the page a place stands in, between their tags. */
const countTables = ({ starts, ends }: Tables, at: number): number =>
  countUpTo(starts, at - 1) - countUpTo(ends, at)

/** A place, or where the tables that it stands in begin. */
function leaveTables(place: number, tables: Tables): number {
  let at = place
  while (at > 0 && countTables(tables, at) > 0) at = tables.starts[countUpTo(tables.starts, at - 1) - 1]!
  return at
}

/** How many of the ascending numbers are no higher than another. */
function countUpTo(numbers: readonly number[], highest: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= highest) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Where in the page the words of a new element stand: in several pieces around end tags that belong to nothing; none where that
 * can't be told, and none of words that HTML's rules move out of a table: a tag among them would change what is moved. They stand before
 * the table in the tree, so that the earliest table from the element on there, `nextTable`, is before them in the page.
 */
function wordsOf(
  element: Element,
  html: string,
  takenAt: ReadonlySet<number>,
  nextTable: number
): Omit<Edit, 'text'>[] {
  const ranges = [...iterateNodes(element)]
    .filter(isText)
    .map(({ position }) => ({ start: position?.start.offset ?? -1, end: position?.end.offset ?? -1 }))
  const isInOrder = ranges.every(
    ({ start, end }, index) => start >= (ranges[index - 1]?.end ?? 0) && end > start
  )
  if (ranges.length === 0 || !isInOrder) return []
  const { start } = ranges[0]!
  if (nextTable < start) return []
  const end = Math.min(ranges.at(-1)!.end, endOfWords(html))
  const source = html.slice(start, end)
  for (const { index } of source.matchAll(START_OF_MARKUP)) if (!takenAt.has(start + index)) return []
  const words: Omit<Edit, 'text'>[] = []
  let from = start
  for (const { 0: tag, index } of source.matchAll(STRAY_END_TAG)) {
    if (takenAt.has(start + index)) continue
    words.push({ start: from, end: start + index })
    from = start + index + tag.length
  }
  words.push({ start: from, end })
  return words.filter((piece) => html.slice(piece.start, piece.end).trim() !== '')
}

/** Where a script can be put: at the head's end, or at the end of the last part of the page that is whole. */
function findHome(tree: Root): number {
  const root = tree.children.find((child) => child.type === 'element')
  const [head, body] = ['head', 'body'].map((name) =>
    root?.children.find((child): child is Element => child.type === 'element' && child.tagName === name)
  )
  const closing = head?.data?.position?.closing?.start.offset
  if (closing !== undefined) return closing
  const isDocument =
    tree.children[0]?.type === 'doctype' ||
    [root, head, body].some((element) => element?.position !== undefined)
  const start = Math.max(
    ...[head?.data?.position?.opening, root?.data?.position?.opening].map((tag) => tag?.end.offset ?? 0),
    tree.children.find(({ type }) => type === 'doctype')?.position?.end.offset ?? 0
  )
  return (head && endOfLast(head)) ?? (isDocument ? null : body && endOfLast(body)) ?? start
}

/** The end of the last text or whole element within one; null where there is none. */
function endOfLast(parent: Element): number | null {
  let last: Element = parent
  for (let at = last.children.length - 1; at >= 0; at--) {
    const child = last.children[at]!
    if (child.type === 'text' && child.position?.end.offset !== undefined) return child.position.end.offset
    if (child.type !== 'element' || child.position === undefined) continue
    const { opening, closing } = child.data?.position ?? {}
    const isWhole = closing !== undefined || (child.children.length === 0 && !ENCLOSED.has(child.tagName))
    const end = (closing ?? opening)?.end.offset
    if (isWhole && end !== undefined) return end
    if (ENCLOSED.has(child.tagName)) continue
    last = child
    at = last.children.length
  }
  return null
}

/** An element's start tag; only the first of several for the same words has an id. */
function openingOf({ tagName, properties }: Element, isFurther = false): string {
  const attributes = Object.entries(properties)
    .filter(([name]) => !(isFurther && name === 'id'))
    .map(([name, value]) => ` ${toAttributeName(name)}="${escapeValue(String(value))}"`)
  return `<${tagName}${attributes.join('')}>`
}

const toAttributeName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const escapeValue = (value: string): string => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')

function applyEdits(html: string, edits: readonly Edit[]): string {
  const chunks: string[] = []
  let at = 0
  for (const { start, end, text } of edits.slice().sort((first, second) => first.start - second.start)) {
    chunks.push(html.slice(at, Math.max(at, start)), text)
    at = Math.max(at, end)
  }
  chunks.push(html.slice(at))
  return chunks.join('')
}

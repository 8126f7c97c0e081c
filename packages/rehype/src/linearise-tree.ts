import type { QuotedStretch } from '@saywho/core'
import type { Element, Nodes, Parents, Text } from 'hast'
import elements from './elements.json' with { type: 'json' }
import { walkTree } from './walk-tree.ts'

/** A stretch of the linear text and the characters of a text node that it stands for; one space may stand for many. */
export interface Piece {
  start: number
  end: number
  node: Text
  from: number
  to: number
}

/** Text nodes next to each other, which a reader sees as one. */
export interface TextRun {
  parent: Parents
  nodes: Text[]
}

/** An `<article>` or `<main>`, and how many characters of words it holds. */
export interface Section {
  element: Element
  isMain: boolean
  /** Stands in another one of its kind. */
  isNested: boolean
  weight: number
}

export interface LinearText {
  text: string
  /** In order; what no piece covers, the page has not: the ends of lines and blocks. */
  pieces: Piece[]
  /** The run of each text node that was read. */
  runs: Map<Text, TextRun>
  /** Words that the page sets apart as someone's own. */
  quoted: QuotedStretch[]
  sections: Section[]
  /** Characters of words. */
  weight: number
}

const BLOCKS = new Set(elements.blocks)
const LEFT_OUT = new Set(elements.leftOut)
const LEFT_OUT_ROLES = new Set(elements.leftOutRoles)
const SECTIONS = new Set(elements.sections)
/** Who said it, when it ends a block quotation. */
const CREDITS = new Set(['cite', 'figcaption', 'footer'])
/** White space as CSS collapses it, and all else. A no-break space is no white space here. */
const CHUNKS = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g
const isSpace = (character: string | undefined) => character !== undefined && /^[ \t\n\f\r]/.test(character)

/**
 * The text of a page as a reader sees it: a blank line between blocks, a line end for `<br>`, white space collapsed. Left out is
 * what is no prose or not shown.
 *
 * @param isInside the root stands in an article, so that headers and footers are its own.
 */
export function lineariseTree(root: Nodes, isInside = false): LinearText {
  const chunks: string[] = []
  const pieces: Piece[] = []
  const runs = new Map<Text, TextRun>()
  const quoted: (QuotedStretch | null)[] = []
  const sections: Section[] = []
  let length = 0
  let weight = 0
  /** Line ends due before the next word. */
  let breaks = 0
  /** White space that shows only if a word follows on its line. */
  let space: { node: Text; from: number; to: number } | null = null
  let run: TextRun | null = null
  let sectionDepth = isInside ? 1 : 0
  const openSections: { section: Section; before: number }[] = []
  const openQuotes: {
    element: Element
    index: number
    first: number
    credit: { from: number; to: number } | null
  }[] = []
  const openCredits: { element: Element; first: number }[] = []
  let mains = 0
  let articles = 0

  const breakBlock = () => {
    breaks = 2
    space = null
  }
  const add = (words: string, node: Text, from: number, to: number) => {
    const last = pieces.at(-1)
    chunks.push(words)
    const start = length
    length += words.length
    const inStep = to - from === words.length
    if (
      last?.node === node &&
      last.to === from &&
      last.end === start &&
      inStep &&
      last.to - last.from === last.end - last.start
    ) {
      last.end = length
      last.to = to
    } else pieces.push({ start, end: length, node, from, to })
  }
  const readText = (node: Text, parent: Parents) => {
    if (run?.parent === parent) run.nodes.push(node)
    else run = { parent, nodes: [node] }
    runs.set(node, run)
    for (const { 0: chunk, index } of node.value.matchAll(CHUNKS)) {
      if (isSpace(chunk)) {
        space ??= { node, from: index, to: index + chunk.length }
        continue
      }
      if (breaks > 0 && length > 0) {
        chunks.push('\n'.repeat(breaks))
        length += breaks
      } else if (breaks === 0 && space !== null && length > 0) add(' ', space.node, space.from, space.to)
      breaks = 0
      space = null
      weight += chunk.length
      add(chunk, node, index, index + chunk.length)
    }
  }

  walkTree(
    root,
    (node, parent) => {
      if (node.type === 'text') {
        if (parent !== null) readText(node, parent)
        return false
      }
      run = null
      if (node.type === 'root') return true
      if (node.type !== 'element') return false
      const { tagName } = node
      const isBlock = BLOCKS.has(tagName)
      if (isLeftOut(node, sectionDepth > 0)) {
        if (isBlock) breakBlock()
        return false
      }
      if (tagName === 'br') {
        breaks = Math.min(breaks + 1, 2)
        space = null
      }
      if (isBlock) breakBlock()
      if (SECTIONS.has(tagName)) sectionDepth++
      const isMain = tagName === 'main' || node.properties.role === 'main'
      if (isMain || tagName === 'article') {
        const section = { element: node, isMain, isNested: (isMain ? mains++ : articles++) > 0, weight: 0 }
        sections.push(section)
        openSections.push({ section, before: weight })
      }
      if (tagName === 'blockquote' || tagName === 'q') {
        openQuotes.push({ element: node, index: quoted.length, first: pieces.length, credit: null })
        quoted.push(null)
      }
      if (CREDITS.has(tagName)) openCredits.push({ element: node, first: pieces.length })
      return true
    },
    (node) => {
      run = null
      if (node.type !== 'element') return
      const { tagName } = node
      if (BLOCKS.has(tagName)) breakBlock()
      if (SECTIONS.has(tagName)) sectionDepth--
      if (openSections.at(-1)?.section.element === node) {
        const { section, before } = openSections.pop()!
        section.weight = weight - before
        if (section.isMain) mains--
        else articles--
      }
      if (openCredits.at(-1)?.element === node) {
        const { first } = openCredits.pop()!
        const around = openQuotes.at(-1)
        if (around) around.credit = { from: first, to: pieces.length }
      }
      if (openQuotes.at(-1)?.element === node) {
        const { index, first, credit } = openQuotes.pop()!
        const isCredited = credit !== null && credit.to === pieces.length
        const last = pieces[(isCredited ? credit.from : pieces.length) - 1]
        if (last !== undefined && pieces.length > first && last.end > pieces[first]!.start)
          quoted[index] = { start: pieces[first]!.start, end: last.end, marks: tagName === 'q' }
      }
    }
  )
  const text = chunks.join('')
  return {
    text,
    pieces,
    runs,
    quoted: quoted.flatMap((range) => (range === null ? [] : trimRange(text, range))),
    sections,
    weight
  }
}

/** Without white space at its ends, and without the dash that leads to who said it. */
function trimRange(text: string, range: QuotedStretch): QuotedStretch[] {
  let { start, end } = range
  while (start < end && isSpace(text[start])) start++
  while (start < end && /[\s—–]/.test(text[end - 1]!)) end--
  return start < end ? [{ ...range, start, end }] : []
}

function isLeftOut({ tagName, properties }: Element, isInSection: boolean): boolean {
  const { hidden, ariaHidden, role, style } = properties
  return (
    LEFT_OUT.has(tagName) ||
    // A page's own; an article's header has its headline, as HTML's landmarks have it.
    ((tagName === 'header' || tagName === 'footer') && !isInSection) ||
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    String(ariaHidden) === 'true' ||
    LEFT_OUT_ROLES.has(String(role)) ||
    (typeof style === 'string' && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
  )
}

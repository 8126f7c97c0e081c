import type { Nodes } from 'hast'
import { type LinearText, lineariseTree, type Section } from './linearise-tree.ts'

/** A page says itself which part of it is the main one: believed where that holds half of the words. */
const LEAST_IN_MAIN = 1 / 2
/** Of several articles one is the page's only if it holds nearly all: the others may be entries of a live blog. */
const LEAST_IN_ARTICLE = 3 / 4

/** The linear text of a page's article: of its `<main>` and `<article>` where they hold most of the words, else of the whole. */
export function findProse(tree: Nodes): LinearText {
  const page = lineariseTree(tree)
  const main = readSection(page, ({ isMain }) => isMain, LEAST_IN_MAIN)
  return readSection(main, ({ isMain }) => !isMain, LEAST_IN_ARTICLE)
}

/** The text of the heaviest of some sections; what was read already where it is too light, or is all there is. */
function readSection(text: LinearText, isWanted: (section: Section) => boolean, least: number): LinearText {
  let heaviest: Section | null = null
  for (const section of text.sections)
    if (isWanted(section) && !section.isNested && section.weight > (heaviest?.weight ?? 0)) heaviest = section
  if (heaviest === null || heaviest.weight === text.weight || heaviest.weight < least * text.weight)
    return text
  return lineariseTree(heaviest.element, true)
}

import type { Nodes } from 'nlcst'
import { alignMarkdown } from './align-markdown.ts'
import { addPiece, type OriginPiece } from './origin.ts'

/** A tree's text, and where its pieces stand in the file. */
export interface LinearText {
  text: string
  pieces: OriginPiece[]
}

type Leaf = Extract<Nodes, { value: string }>

const BYTE_ORDER_MARK = '\uFEFF'
/** What a typographer's plugin may set in the place of other such characters. */
const SYMBOLS = /^[\p{P}\p{S}]+$/u
const CODING = /[&\\]/

/**
 * The text of a tree, and where it stands in the file by its nodes' positions. Trees made of Markdown count characters, not what
 * stands for them in the file, so that positions drift after a character reference, an escape or a line's indent: what follows in
 * the same run of text is aligned anew, and has no place where it can't be.
 *
 * @param tree as retext-english, retext-latin or remark-retext make it; however deep.
 * @param file the file's own characters.
 */
export function linearise(tree: Nodes, file: string): LinearText {
  const values: string[] = []
  const pieces: OriginPiece[] = []
  let start = 0
  const shift = countLeftOut(tree, file)
  /** Where the run so far ends by its nodes' positions; below 0 where no run goes on. */
  let claimed = -1
  /** Where it ends in fact, once it has drifted; below 0 where it is lost. */
  let cursor = -1
  for (const { type, value, position } of leavesOf(tree)) {
    values.push(value)
    const from = (position?.start.offset ?? Number.NaN) + shift
    const to = (position?.end.offset ?? Number.NaN) + shift
    if (from !== claimed) cursor = from
    if (cursor >= 0) {
      const its = locate(value, file, cursor, type === 'SourceNode' ? null : { start: from, end: to })
      for (const { start: begin, end, origin } of its.pieces)
        addPiece(pieces, { start: start + begin, end: start + end, origin })
      cursor = its.end
    }
    // Only nodes that count their characters make a run.
    claimed = to - from === value.length && type !== 'SourceNode' ? to : -1
    start += value.length
  }
  return { text: values.join(''), pieces }
}

/** A parser of Markdown leaves a byte order mark out, and does not count it; another that follows it is text. */
function countLeftOut(tree: Nodes, file: string): number {
  const marks = countMarks(file)
  if (marks === 0) return 0
  let kept = 0
  for (const { type, value } of leavesOf(tree)) {
    if (type === 'SourceNode') break
    const own = countMarks(value)
    kept += own
    if (own < value.length) break
  }
  return kept < marks ? 1 : 0
}

/** How many byte order marks a text begins with. */
function countMarks(text: string): number {
  let count = 0
  while (text.startsWith(BYTE_ORDER_MARK, count)) count++
  return count
}

/**
 * Where a leaf stands at a place of the file, as `alignMarkdown` tells it.
 *
 * @param claimed where it says that it stands; null where its text is the file's own, as of code.
 */
function locate(
  value: string,
  file: string,
  at: number,
  claimed: { start: number; end: number } | null
): ReturnType<typeof alignMarkdown> {
  const whole = (end: number) => ({
    pieces: [{ start: 0, end: value.length, origin: { start: at, end } }],
    end
  })
  if (claimed === null) return file.startsWith(value, at) ? whole(at + value.length) : { pieces: [], end: -1 }
  const aligned = alignMarkdown(value, file, at)
  if (aligned.end >= 0 || at !== claimed.start) return aligned
  const own = file.slice(claimed.start, claimed.end)
  return SYMBOLS.test(value) && SYMBOLS.test(own) && !CODING.test(own) ? whole(claimed.end) : aligned
}

/** A tree's leaves in order, with no recursion. */
function* leavesOf(tree: Nodes): Generator<Leaf> {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop())
    if ('children' in node)
      for (let child = node.children.length - 1; child >= 0; child--) stack.push(node.children[child]!)
    else yield node
}

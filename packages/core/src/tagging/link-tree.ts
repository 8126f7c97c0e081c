import type { TokenRange } from '../text/token-table.ts'
import type { Syntax } from './analyse-syntax.ts'

/** The dependencies seen from above. Columns are indexed by token. */
export interface Tree {
  readonly syntax: Syntax
  /** The first child of each token, -1 for none; `nextSibling` leads to the others, from left to right. */
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  /** The first token of all that hangs on a token, itself included. */
  readonly first: Int32Array
  /** After the last token of all that hangs on a token. */
  readonly end: Int32Array
}

/** Links each token to its children and finds how far all that hangs on it reaches. */
export function linkTree(syntax: Syntax): Tree {
  const { head } = syntax
  const count = head.length
  const firstChild = new Int32Array(count).fill(-1)
  const nextSibling = new Int32Array(count).fill(-1)
  const first = Int32Array.from(head, (_, token) => token)
  const end = Int32Array.from(head, (_, token) => token + 1)
  const pending = new Uint32Array(count)
  for (let token = count - 1; token >= 0; token--) {
    const its = head[token]!
    if (its < 0) continue
    nextSibling[token] = firstChild[its]!
    firstChild[its] = token
    pending[its]!++
  }
  const leaves: number[] = []
  for (let token = 0; token < count; token++) if (pending[token] === 0) leaves.push(token)
  for (let leaf = leaves.pop(); leaf !== undefined; leaf = leaves.pop()) {
    const its = head[leaf]!
    if (its < 0) continue
    first[its] = Math.min(first[its]!, first[leaf]!)
    end[its] = Math.max(end[its]!, end[leaf]!)
    if (--pending[its]! === 0) leaves.push(its)
  }
  return { syntax, firstChild, nextSibling, first, end }
}

/** The children of a token, from left to right. */
export function childrenOf(tree: Tree, token: number): number[] {
  const children: number[] = []
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) children.push(child)
  return children
}

/** The first child that stands in one of the relations, -1 where none does. */
export function childIn(tree: Tree, token: number, ...relations: readonly number[]): number {
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!)
    if (relations.includes(tree.syntax.relation[child]!)) return child
  return -1
}

/** All that hangs on a token, itself included. */
export function subtreeOf(tree: Tree, token: number): TokenRange {
  return { from: tree.first[token]!, to: tree.end[token]! }
}

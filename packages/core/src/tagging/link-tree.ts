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

const TOLD = 0xffffffff

/** Links each token to its children and finds how far all that hangs on it reaches. */
export function linkTree(syntax: Syntax): Tree {
  const { head } = syntax
  const count = head.length
  const firstChild = new Int32Array(count).fill(-1)
  const nextSibling = new Int32Array(count).fill(-1)
  const first = new Int32Array(count)
  const end = new Int32Array(count)
  const pending = new Uint32Array(count)
  for (let token = count - 1; token >= 0; token--) {
    first[token] = token
    end[token] = token + 1
    const its = head[token]!
    if (its < 0) continue
    nextSibling[token] = firstChild[its]!
    firstChild[its] = token
    pending[its]!++
  }
  // A token tells its head how far it reaches once all its own children have told it.
  for (let token = 0; token < count; token++) {
    let done = token
    while (done >= 0 && pending[done] === 0) {
      pending[done] = TOLD
      const its = head[done]!
      if (its >= 0) {
        if (first[done]! < first[its]!) first[its] = first[done]!
        if (end[done]! > end[its]!) end[its] = end[done]!
        pending[its]!--
      }
      done = its
    }
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

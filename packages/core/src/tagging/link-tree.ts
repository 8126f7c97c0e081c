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

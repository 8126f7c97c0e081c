import type { TokenRange } from '../text/token-table.ts'

/** Contents already chosen, by their ends, so that a new one is held against those near it and not against all. */
export class ContentIndex {
  /** By the token that pieces begin at, where they end; and the other way round. */
  readonly #ends = new Map<number, number[]>()
  readonly #starts = new Map<number, number[]>()
  readonly #contents = new Set<string>()

  /** @param content one that is not here yet. */
  add(content: readonly TokenRange[]): void {
    this.#contents.add(keyOf(content))
    for (const { from, to } of content) {
      listAt(this.#ends, from).push(to)
      listAt(this.#starts, to).push(from)
    }
  }

  /** @param content one that is here. */
  delete(content: readonly TokenRange[]): void {
    this.#contents.delete(keyOf(content))
    for (const { from, to } of content) {
      const ends = listAt(this.#ends, from)
      ends.splice(ends.indexOf(to), 1)
      const starts = listAt(this.#starts, to)
      starts.splice(starts.indexOf(from), 1)
    }
  }

  has(content: readonly TokenRange[]): boolean {
    return this.#contents.has(keyOf(content))
  }

  /** Whether a piece of a content is one of those that are here. */
  sharesPiece(content: readonly TokenRange[]): boolean {
    return content.some(({ from, to }) => this.#ends.get(from)?.includes(to) === true)
  }

  /** Whether a piece of a content begins inside one that is here and ends beyond it, or the other way round. */
  crosses(content: readonly TokenRange[]): boolean {
    return content.some(({ from, to }) => {
      for (let token = from + 1; token < to; token++)
        if (
          this.#ends.get(token)?.some((end) => end > to) ||
          this.#starts.get(token)?.some((start) => start < from)
        )
          return true
      return false
    })
  }
}

/** The list that stands at a token, begun there if there is none. */
export function listAt<Its>(lists: Map<number, Its[]>, token: number): Its[] {
  let list = lists.get(token)
  if (list === undefined) {
    list = []
    lists.set(token, list)
  }
  return list
}

const keyOf = (content: readonly TokenRange[]): string =>
  content.map(({ from, to }) => `${from}-${to}`).join()

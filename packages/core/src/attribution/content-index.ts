import type { TokenRange } from '../text/token-table.ts'

/** Contents already chosen, by their ends, so that a new one is held against those near it and not against all. */
export class ContentIndex {
  readonly #farthestFrom = new Map<number, number>()
  readonly #nearestTo = new Map<number, number>()
  readonly #contents = new Set<string>()

  add(content: readonly TokenRange[]): void {
    this.#contents.add(keyOf(content))
    for (const { from, to } of content) {
      this.#farthestFrom.set(from, Math.max(to, this.#farthestFrom.get(from) ?? 0))
      this.#nearestTo.set(to, Math.min(from, this.#nearestTo.get(to) ?? from))
    }
  }

  has(content: readonly TokenRange[]): boolean {
    return this.#contents.has(keyOf(content))
  }

  /** Whether a piece of a content begins inside one that is here and ends beyond it, or the other way round. */
  crosses(content: readonly TokenRange[]): boolean {
    return content.some(({ from, to }) => {
      for (let token = from + 1; token < to; token++)
        if ((this.#farthestFrom.get(token) ?? 0) > to || (this.#nearestTo.get(token) ?? from) < from)
          return true
      return false
    })
  }
}

const keyOf = (content: readonly TokenRange[]): string =>
  content.map(({ from, to }) => `${from}-${to}`).join()

/**
 * Weights of a perceptron and their average over all steps, kept the cheap way (Daumé 2006, figure 2.3). A weight counts
 * from its `patience`th change on (Goldberg and Elhadad 2011): what was changed but a few times tells little and is
 * most of what there would be to store.
 */
export class AveragedWeights {
  readonly now: Float32Array
  readonly #weighted: Float64Array
  /** Changes that don't count yet, summed. */
  readonly #held: Float32Array
  readonly #changes: Uint8Array
  step = 1

  constructor(
    size: number,
    readonly patience = 1
  ) {
    this.now = new Float32Array(size)
    this.#weighted = new Float64Array(size)
    this.#held = new Float32Array(size)
    this.#changes = new Uint8Array(size)
  }

  add(index: number, by: number): void {
    let change = by
    if (this.#changes[index]! < this.patience) {
      this.#held[index]! += by
      if (++this.#changes[index]! < this.patience) return
      change = this.#held[index]!
    }
    this.now[index]! += change
    this.#weighted[index]! += change * this.step
  }

  /** Adds up rows of `width` weights into `scores`, as many columns as it holds. */
  sumRows(rows: Int32Array, count: number, width: number, scores: Float64Array): void {
    scores.fill(0)
    for (let i = 0; i < count; i++) {
      const row = rows[i]! * width
      for (let column = 0; column < scores.length; column++) scores[column]! += this.now[row + column]!
    }
  }

  /** Makes `right` more likely than `wrong` where the rows' features hold. */
  correct(rows: Int32Array, count: number, width: number, right: number, wrong: number): void {
    for (let i = 0; i < count; i++) {
      this.add(rows[i]! * width + right, 1)
      this.add(rows[i]! * width + wrong, -1)
    }
  }

  /** The average of each weight over all steps so far. */
  averages(): Float32Array {
    return Float32Array.from(this.now, (now, index) => now - this.#weighted[index]! / this.step)
  }
}

/** The means of tables of one length as signed bytes: rounded, and cut at ±127. */
export function quantiseMean(tables: readonly Float32Array[]): Int8Array {
  const bytes = new Int8Array(tables[0]!.length)
  for (let index = 0; index < bytes.length; index++) {
    let sum = 0
    for (const table of tables) sum += table[index]!
    bytes[index] = Math.max(-127, Math.min(127, Math.round(sum / tables.length)))
  }
  return bytes
}

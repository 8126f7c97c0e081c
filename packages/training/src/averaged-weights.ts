/** Weights of a perceptron and their average over all steps, kept the cheap way (Daumé 2006, figure 2.3). */
export class AveragedWeights {
  readonly now: Float32Array
  readonly #weighted: Float64Array
  step = 1

  constructor(size: number) {
    this.now = new Float32Array(size)
    this.#weighted = new Float64Array(size)
  }

  add(index: number, by: number): void {
    this.now[index]! += by
    this.#weighted[index]! += by * this.step
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

  /** The averages as signed bytes: times `scale`, rounded, cut at ±127, and zero where the result is under `least` in size. */
  quantise(scale: number, least: number): Int8Array {
    return Int8Array.from(this.now, (weight, index) => {
      const value = Math.round((weight - this.#weighted[index]! / this.step) * scale)
      return Math.abs(value) < least ? 0 : Math.max(-127, Math.min(127, value))
    })
  }
}

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

  /** The averages as signed bytes: times `scale`, rounded, cut at ±127, and zero where the result is under `least` in size. */
  quantise(scale: number, least: number): Int8Array {
    return Int8Array.from(this.now, (weight, index) => {
      const value = Math.round((weight - this.#weighted[index]! / this.step) * scale)
      return Math.abs(value) < least ? 0 : Math.max(-127, Math.min(127, value))
    })
  }
}

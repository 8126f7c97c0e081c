/** A feature is one to three of the values that something is described by. */
export type Template<Value extends string> = readonly [Value, Value?, Value?]

/**
 * Templates as columns of numbers, one entry a template. Loops read the columns into constants of their own first: engines trust those,
 * but not a module's, which bundlers turn into variables.
 */
export interface FeatureProgram {
  /** The values that it is about to run on, in the order of its names, and a 0 after them. */
  readonly values: Int32Array
  /** Which of the values each template joins. */
  readonly first: Uint8Array
  readonly second: Uint8Array
  readonly third: Uint8Array
  /** What sets the features of one template apart from those of another. */
  readonly seed: Int32Array
}

/** Makes the program of some templates over named values. */
export function compileTemplates<Value extends string>(
  names: readonly Value[],
  templates: readonly Template<Value>[]
): FeatureProgram {
  const placeOf = (name: Value | undefined) => (name === undefined ? names.length : findValue(names, name))
  return {
    values: new Int32Array(names.length + 1),
    first: Uint8Array.from(templates, ([name]) => placeOf(name)),
    second: Uint8Array.from(templates, ([, name]) => placeOf(name)),
    third: Uint8Array.from(templates, ([, , name]) => placeOf(name)),
    seed: Int32Array.from(templates, (_, index) => Math.imul(index + 1, 0x9e3779b1))
  }
}

/** Which of the values has a name. */
export function findValue(names: readonly string[], name: string): number {
  const place = names.indexOf(name)
  if (place < 0) throw new Error(`no value is called ${name}`)
  return place
}

/** The first `count` templates of a program and the others, over the same values. */
export function splitProgram(
  { values, first, second, third, seed }: FeatureProgram,
  count: number
): [FeatureProgram, FeatureProgram] {
  const cut = (from: number, to?: number): FeatureProgram => ({
    values,
    first: first.slice(from, to),
    second: second.slice(from, to),
    third: third.slice(from, to),
    seed: seed.slice(from, to)
  })
  return [cut(0, count), cut(count)]
}

/** The row of a feature of up to three values; `shift` is 32 less the bits of a row's number. */
export function rowOf(first: number, second: number, third: number, seed: number, shift: number): number {
  const sum =
    (Math.imul(first, 0x85ebca6b) + Math.imul(second, 0xc2b2ae35) + Math.imul(third, 0x27d4eb2f) + seed) | 0
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> shift
}

/** Writes the row of each template, and returns how many there are. */
export function writeRows(program: FeatureProgram, shift: number, rows: Int32Array): number {
  const { values, first, second, third, seed } = program
  const count = seed.length
  for (let i = 0; i < count; i++)
    rows[i] = rowOf(values[first[i]!]!, values[second[i]!]!, values[third[i]!]!, seed[i]!, shift)
  return count
}

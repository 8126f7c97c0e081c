import { findValue } from './feature-templates.ts'
import { mix } from './hash.ts'

/** A feature: its number, which is part of its hash, so that a change is one of the weights, and the one to three values that it joins. */
export type MixedTemplate<Value extends string> = readonly [number, Value, Value?, Value?]

/** Templates as columns of numbers, one entry a template: those of one value before those of two, and these before those of three. */
export interface MixedProgram {
  /** The values that it is about to run on, in the order of its names. */
  readonly values: Int32Array
  readonly number: Int32Array
  /** Where each template's row is written: in the order in which the templates were given, which sums of fractions hang on. */
  readonly place: Uint8Array
  /** Which of the values each template joins. */
  readonly first: Uint8Array
  readonly second: Uint8Array
  readonly third: Uint8Array
  /** How many templates join one value, and how many no more than two. */
  readonly single: number
  readonly double: number
}

/** Makes the program of some templates over named values; several programs may run on the same `values`. */
export function compileMixed<Value extends string>(
  names: readonly Value[],
  templates: readonly MixedTemplate<Value>[],
  values: Int32Array = new Int32Array(names.length)
): MixedProgram {
  const placeOf = (name: Value | undefined) => (name === undefined ? 0 : findValue(names, name))
  const sorted = [...templates].sort((a, b) => a.length - b.length)
  return {
    values,
    place: Uint8Array.from(sorted, (template) => templates.indexOf(template)),
    number: Int32Array.from(sorted, ([number]) => number),
    first: Uint8Array.from(sorted, ([, name]) => placeOf(name)),
    second: Uint8Array.from(sorted, ([, , name]) => placeOf(name)),
    third: Uint8Array.from(sorted, ([, , , name]) => placeOf(name)),
    single: sorted.filter(({ length }) => length <= 2).length,
    double: sorted.filter(({ length }) => length <= 3).length
  }
}

/** Writes the row of each template from `at` on, below `size`, a power of two, and returns where they end. */
export function writeMixed(program: MixedProgram, size: number, rows: Int32Array, at: number): number {
  const { values, number, place, first, second, third, single, double } = program
  const count = number.length
  const mask = size - 1
  let i = 0
  for (; i < single; i++) rows[at + place[i]!] = mix(number[i]!, values[first[i]!]!) & mask
  for (; i < double; i++)
    rows[at + place[i]!] = mix(number[i]!, mix(values[first[i]!]!, values[second[i]!]!)) & mask
  for (; i < count; i++)
    rows[at + place[i]!] =
      mix(number[i]!, mix(values[first[i]!]!, mix(values[second[i]!]!, values[third[i]!]!))) & mask
  return at + count
}

import { mix } from './hash.ts'

/** A feature is one of the values that a state is described by, or a pair of features. */
export type Template<Value extends string> = Value | readonly [Template<Value>, Template<Value>]

/**
 * Templates as a program of mixes, so that a pair that stands in several templates is mixed once. The hot loops then
 * run over small arrays of numbers; calls nested as the templates are would be too many for an engine to inline.
 */
export interface FeatureProgram {
  /** What a state is described by, in the order of the names; after them the program writes its mixes. */
  readonly values: Int32Array
  /** Which two of `values` each mix is made of. */
  readonly left: Uint8Array
  readonly right: Uint8Array
  /** Which of `values` each template comes to. */
  readonly outcome: Uint8Array
}

/** Makes the program of some templates over named values. */
export function compileTemplates<Value extends string>(
  names: readonly Value[],
  templates: readonly Template<Value>[]
): FeatureProgram {
  const left: number[] = []
  const right: number[] = []
  const places = new Map<string, number>(names.map((name, place) => [name, place]))
  const placeOf = (template: Template<Value>): number => {
    const key = JSON.stringify(template)
    const known = places.get(typeof template === 'string' ? template : key)
    if (known !== undefined) return known
    if (typeof template === 'string') throw new Error(`no value is called ${template}`)
    const pair = [placeOf(template[0]), placeOf(template[1])] as const
    const place = names.length + left.length
    left.push(pair[0])
    right.push(pair[1])
    places.set(key, place)
    return place
  }
  const outcome = Uint8Array.from(templates, placeOf)
  return {
    values: new Int32Array(names.length + left.length),
    left: Uint8Array.from(left),
    right: Uint8Array.from(right),
    outcome
  }
}

/** Writes the row of each template, given the values, and returns how many there are. `mask` is a table's rows less one. */
export function writeRows(program: FeatureProgram, mask: number, rows: Int32Array): number {
  const { values, left, right, outcome } = program
  const mixes = left.length
  const names = values.length - mixes
  for (let i = 0; i < mixes; i++) values[names + i] = mix(values[left[i]!]!, values[right[i]!]!)
  const count = outcome.length
  for (let i = 0; i < count; i++) rows[i] = mix(i + 1, values[outcome[i]!]!) & mask
  return count
}

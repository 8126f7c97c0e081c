import { mix } from './hash.ts'

/** A feature is one of the values that something is described by, or a pair of features. */
export type Template<Value extends string> = Value | readonly [Template<Value>, Template<Value>]

/**
 * Templates as a program of mixes, so that a pair that stands in several templates is mixed once. The hot loops then
 * run over small arrays of numbers; calls nested as the templates are would be too many for an engine to inline.
 * A program's numbers are stretches of `LEFT`, `RIGHT` and `OUTCOME`.
 */
export interface FeatureProgram {
  /** How many values it starts from. */
  readonly names: number
  readonly firstMix: number
  readonly mixes: number
  readonly firstOutcome: number
  readonly outcomes: number
}

/** The values that a program is about to run on, in the order of its names; it writes its mixes after them. */
export const VALUES = new Int32Array(256)

// These are constants of the module, not fields of a program, since engines read constant arrays twice as fast.
/** Which two of `VALUES` each mix is made of. */
const LEFT = new Uint8Array(1024)
const RIGHT = new Uint8Array(1024)
/** Which of `VALUES` each template comes to. */
const OUTCOME = new Uint8Array(1024)
let mixesUsed = 0
let outcomesUsed = 0

/** Makes the program of some templates over named values. */
export function compileTemplates<Value extends string>(
  names: readonly Value[],
  templates: readonly Template<Value>[]
): FeatureProgram {
  const firstMix = mixesUsed
  const firstOutcome = outcomesUsed
  const places = new Map<string, number>(names.map((name, place) => [name, place]))
  const placeOf = (template: Template<Value>): number => {
    const key = typeof template === 'string' ? template : JSON.stringify(template)
    const known = places.get(key)
    if (known !== undefined) return known
    if (typeof template === 'string') throw new Error(`no value is called ${template}`)
    const left = placeOf(template[0])
    const right = placeOf(template[1])
    const place = names.length + mixesUsed - firstMix
    LEFT[mixesUsed] = left
    RIGHT[mixesUsed++] = right
    places.set(key, place)
    return place
  }
  for (const template of templates) OUTCOME[outcomesUsed++] = placeOf(template)
  return {
    names: names.length,
    firstMix,
    mixes: mixesUsed - firstMix,
    firstOutcome,
    outcomes: templates.length
  }
}

function mixValues({ names, firstMix, mixes }: FeatureProgram): void {
  for (let i = 0; i < mixes; i++)
    VALUES[names + i] = mix(VALUES[LEFT[firstMix + i]!]!, VALUES[RIGHT[firstMix + i]!]!)
}

/** Writes the row of each template, given `VALUES`, and returns how many there are. `mask` is a table's rows less one. */
export function writeRows(program: FeatureProgram, mask: number, rows: Int32Array): number {
  const { firstOutcome, outcomes } = program
  mixValues(program)
  for (let i = 0; i < outcomes; i++) rows[i] = mix(i + 1, VALUES[OUTCOME[firstOutcome + i]!]!) & mask
  return outcomes
}

/** The rows that `keepRows` kept. */
export const KEPT = new Int32Array(256)

/** Writes into `KEPT` those rows whose bits are set in `present`, and returns how many there are. */
export function keepRows(program: FeatureProgram, mask: number, present: Int32Array): number {
  const { firstOutcome, outcomes } = program
  mixValues(program)
  let kept = 0
  for (let i = 0; i < outcomes; i++) {
    const row = mix(i + 1, VALUES[OUTCOME[firstOutcome + i]!]!) & mask
    KEPT[kept] = row
    // no branch: which rows are present can't be guessed
    kept += (present[row >> 5]! >>> (row & 31)) & 1
  }
  return kept
}

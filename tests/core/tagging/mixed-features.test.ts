import { describe, expect, it } from 'vitest'
import { mix } from '../../../packages/core/src/tagging/hash.ts'
import {
  compileMixed,
  type MixedTemplate,
  writeMixed
} from '../../../packages/core/src/tagging/mixed-features.ts'

const NAMES = ['a', 'b', 'c'] as const
/** Of one, two and three values, in no order. */
const TEMPLATES: readonly MixedTemplate<(typeof NAMES)[number]>[] = [
  [5, 'a', 'b', 'c'],
  [7, 'c'],
  [2, 'b', 'a'],
  [9, 'a']
]
const VALUES = [-3, 70_000, 12]
const [A, B, C] = VALUES as [number, number, number]
const SIZE = 1 << 10
const ROWS = [mix(5, mix(A, mix(B, C))), mix(7, C), mix(2, mix(B, A)), mix(9, A)].map(
  (hash) => hash & (SIZE - 1)
)

describe('writeMixed', () => {
  it('hashes a template’s number with its values, the last two first, in the order in which templates are given', () => {
    const program = compileMixed(NAMES, TEMPLATES)
    program.values.set(VALUES)
    const rows = new Int32Array(6).fill(-1)
    expect(writeMixed(program, SIZE, rows, 1)).toBe(5)
    expect([...rows]).toEqual([-1, ...ROWS, -1])
  })
})

describe('compileMixed', () => {
  it('lets programs share their values', () => {
    const [first, second] = [TEMPLATES.slice(0, 2), TEMPLATES.slice(2)]
    const program = compileMixed(NAMES, first)
    const other = compileMixed(NAMES, second, program.values)
    program.values.set(VALUES)
    const rows = new Int32Array(4)
    writeMixed(other, SIZE, rows, writeMixed(program, SIZE, rows, 0))
    expect([...rows]).toEqual(ROWS)
  })

  it('refuses a value that has no name', () => {
    expect(() => compileMixed(NAMES, [[1, 'd']])).toThrow('no value is called d')
  })
})

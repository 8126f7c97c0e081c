import { describe, expect, it } from 'vitest'
import {
  compileTemplates,
  KEPT,
  keepRows,
  VALUES,
  writeRows
} from '../../../packages/core/src/tagging/feature-templates.ts'
import { mix } from '../../../packages/core/src/tagging/hash.ts'

describe('templates of features', () => {
  it('come to the rows of their nested mixes, each pair mixed once', () => {
    const program = compileTemplates(['a', 'b', 'c'], ['c', ['a', 'b'], [['a', 'b'], 'c'], ['b', 'a']])
    VALUES.set([7, -9, 123456789])
    const rows = new Int32Array(4)
    expect(writeRows(program, 1023, rows)).toBe(4)
    const features = [123456789, mix(7, -9), mix(mix(7, -9), 123456789), mix(-9, 7)]
    expect([...rows]).toEqual(features.map((feature, index) => mix(index + 1, feature) & 1023))
    expect(program.mixes).toBe(3)
    const present = new Int32Array(32)
    for (const kept of [rows[1]!, rows[3]!]) present[kept >> 5]! |= 1 << (kept & 31)
    const expected = [...rows].filter((row) => row === rows[1] || row === rows[3])
    expect(keepRows(program, 1023, present)).toBe(expected.length)
    expect([...KEPT.subarray(0, expected.length)]).toEqual(expected)
  })

  it('must be made of values that there are', () => {
    expect(() => compileTemplates<string>(['a'], [['a', 'x']])).toThrow('no value is called x')
  })
})

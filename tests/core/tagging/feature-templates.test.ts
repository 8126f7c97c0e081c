import { describe, expect, it } from 'vitest'
import {
  compileTemplates,
  splitProgram,
  writeRows
} from '../../../packages/core/src/tagging/feature-templates.ts'

const SHIFT = Math.clz32(1023)

describe('templates of features', () => {
  const names = ['a', 'b', 'c'] as const
  const program = compileTemplates(names, [['c'], ['a', 'b'], ['a', 'b', 'c'], ['b', 'a'], ['c']])
  const rowsOf = (values: number[], its = program) => {
    const rows = new Int32Array(8)
    its.values.set(values)
    return [...rows.subarray(0, writeRows(its, SHIFT, rows))]
  }

  it('come to rows of the table, one a template, by all values named and no other', () => {
    const rows = rowsOf([7, -9, 123456789])
    expect(rows).toHaveLength(5)
    for (const row of rows) expect(row >= 0 && row < 1024).toBe(true)
    expect(new Set(rows).size).toBe(5)
    const others = rowsOf([8, -9, 123456789])
    expect(others.map((row, index) => row === rows[index])).toEqual([true, false, false, false, true])
  })

  it('stay the same in a part of the program', () => {
    const [head, rest] = splitProgram(program, 2)
    const rows = rowsOf([7, -9, 123456789])
    expect([...rowsOf([7, -9, 123456789], head), ...rowsOf([7, -9, 123456789], rest)]).toEqual(rows)
  })

  it('must be made of values that there are', () => {
    expect(() => compileTemplates<string>(['a'], [['a', 'x']])).toThrow('no value is called x')
  })
})

import { describe, expect, it } from 'vitest'
import {
  agree,
  coverLetters,
  isSame,
  measureOverlap
} from '../../../packages/training/src/evaluation/cover-letters.ts'

describe('coverLetters', () => {
  it('counts letters, digits and signs of money and percent, each once, in order', () => {
    expect(coverLetters('“é 7% $€£”—', [[0, 11]])).toEqual([1, 3, 4, 6, 7, 8])
    expect(coverLetters('abcd', [[2, 4], [0, 3]])).toEqual([0, 1, 2, 3]) // biome-ignore format: spans
  })

  it('counts no marks, no space and no halves of wide characters', () => {
    expect(coverLetters("''\u{1d400} .,", [[0, 7]])).toEqual([])
    expect(coverLetters('abc', [])).toEqual([])
  })

  it.each([[[0, 4]], [[-1, 2]], [[2, 2]], [[2, 1]], [[0, 1.5]], [[Number.NaN, 2]]])('refuses %j', (span) => {
    expect(() => coverLetters('abc', [span as [number, number]])).toThrow(
      /^a span \[.*\] in a text of 3 char/
    )
  })
})

describe('overlap', () => {
  it('is what two share, of all that they cover', () => {
    expect(measureOverlap([1, 2, 3], [2, 3, 4])).toBe(0.5)
    expect(measureOverlap([1], [2])).toBe(0)
    expect(measureOverlap([], [1])).toBe(0)
    expect(measureOverlap([], [])).toBe(1)
  })

  it('makes roles agree where it is enough, or both are absent', () => {
    expect(agree([1, 2], [1], 0.5)).toBe(true)
    expect(agree([1, 2, 3], [1], 0.5)).toBe(false)
    expect(agree([], [], 1)).toBe(true)
    expect(agree([], [1], 0)).toBe(false)
    expect([isSame([1, 2], [1, 2]), isSame([1, 2], [1, 3]), isSame([1], [1, 2])]).toEqual([
      true,
      false,
      false
    ])
  })
})

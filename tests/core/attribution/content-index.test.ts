import type { TokenRange } from '@saywho/core/rooms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ContentIndex } from '../../../packages/core/src/attribution/content-index.ts'

/** One to three pieces in order that do not overlap. */
const content: fc.Arbitrary<TokenRange[]> = fc
  .uniqueArray(fc.nat({ max: 14 }), { minLength: 2, maxLength: 6 })
  .map((ends) => ends.sort((a, b) => a - b))
  .map((ends) =>
    Array.from({ length: ends.length >> 1 }, (_, i) => ({ from: ends[2 * i]!, to: ends[2 * i + 1]! }))
  )

const cross = (a: TokenRange, b: TokenRange) =>
  (a.from < b.from && b.from < a.to && a.to < b.to) || (b.from < a.from && a.from < b.to && b.to < a.to)

describe('ContentIndex', () => {
  it('tells what holding a content against all others tells', () => {
    fc.assert(
      fc.property(fc.array(content, { maxLength: 6 }), content, (others, its) => {
        const index = new ContentIndex()
        for (const other of others) index.add(other)
        expect(index.crosses(its)).toBe(
          others.flat().some((piece) => its.some((range) => cross(piece, range)))
        )
        expect(index.has(its)).toBe(others.some((other) => JSON.stringify(other) === JSON.stringify(its)))
        const pieces = others.flat().map((piece) => JSON.stringify(piece))
        expect(index.sharesPiece(its)).toBe(its.some((piece) => pieces.includes(JSON.stringify(piece))))
      }),
      { numRuns: 500 }
    )
  })

  it('knows nothing of what was deleted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(content, { maxLength: 6, selector: (its) => JSON.stringify(its) }),
        content,
        content,
        (others, gone, its) => {
          fc.pre(others.every((other) => JSON.stringify(other) !== JSON.stringify(gone)))
          const [index, without] = [new ContentIndex(), new ContentIndex()]
          for (const other of [...others, gone]) index.add(other)
          for (const other of others) without.add(other)
          index.delete(gone)
          expect([index.crosses(its), index.has(its)]).toEqual([without.crosses(its), without.has(its)])
          expect(index.has(gone)).toBe(false)
        }
      )
    )
  })

  it('lets contents touch, hold one another, and share an end', () => {
    const index = new ContentIndex()
    index.add([{ from: 4, to: 8 }])
    for (const [from, to] of [[0, 4], [8, 9], [0, 9], [5, 7], [4, 6], [6, 8], [4, 8]] as const)
      expect(index.crosses([{ from, to }]), `${from} to ${to}`).toBe(false)
    for (const [from, to] of [[3, 5], [7, 9]] as const) expect(index.crosses([{ from, to }])).toBe(true)
  }) // biome-ignore format: pairs
})

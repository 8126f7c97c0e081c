import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotedParts } from '../../packages/jsonld/src/find-quoted-parts.ts'

const partsOf = (text: string) => findQuotedParts(text).map(({ start, end }) => text.slice(start, end))

describe('findQuotedParts', () => {
  it.each([
    ['called it “a ‘bold’ plan” and cheap', ['a ‘bold’ plan']],
    ["was ''too slow'' and ``too dear''", ['too slow', 'too dear']],
    ['the „neue“ way and «the old»', ['neue', 'the old']],
    ["the 'quiet' man's hat", ['quiet']],
    ["rock 'n' roll and the '90s", []],
    ['said "yes" and "no"', ['yes', 'no']],
    ['no marks at all', []]
  ])('%s', (text, parts) => {
    expect(partsOf(text)).toEqual(parts)
  })

  it('closes a part that the next paragraph goes on with, and no other', () => {
    expect(findQuotedParts('“One.\n\n“Two.” Three “four').map(({ closed }) => closed)).toEqual([
      true,
      true,
      false
    ])
  })

  it('gives ordered parts inside any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('“', '”', '"', "'", '’', '‘', "''", '``', ' ', '\n\n', 'a', 'b c')),
        (pieces) => {
          const text = pieces.join('')
          let last = 0
          for (const { start, end } of findQuotedParts(text)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(text.length)
        }
      )
    )
  })
})

import { extract, traceChain } from 'saywho'
import { describe, expect, it } from 'vitest'
import { attributionOf, extractionOf } from '../../support/extractions.ts'

describe('traceChain', () => {
  it('gives a second-hand attribution with those it came through, outermost first', () => {
    const extraction = extract('Ana Brandt said that Ned Cole claimed the bridge was safe.')
    const inner = extraction.attributions.at(-1)!
    expect(traceChain(extraction, inner.id).map(({ sourceIds }) => sourceIds)).toEqual([
      ['ana-brandt'],
      ['ned-cole']
    ])
  })

  it('gives an attribution at first hand alone', () => {
    const extraction = extract('Ana Brandt said that the bridge was safe.')
    const [only] = extraction.attributions
    expect(traceChain(extraction, only!.id)).toEqual([only])
  })

  const text = 'Ana said Cole said Quist said so'
  const chainOf = (...parents: (string | null)[]) =>
    extractionOf(
      parents.map((parentId, index) => attributionOf(text, 'so', { id: `a${index}`, parentId })),
      []
    )

  it('goes up as far as there are parents', () => {
    const extraction = chainOf(null, 'a0', 'a1', null)
    expect(traceChain(extraction, 'a2').map(({ id }) => id)).toEqual(['a0', 'a1', 'a2'])
    expect(traceChain(extraction, 'a0').map(({ id }) => id)).toEqual(['a0'])
  })

  it('changes nothing', () => {
    const extraction = chainOf(null, 'a0')
    const before = JSON.stringify(extraction)
    traceChain(extraction, 'a1').pop()
    expect(JSON.stringify(extraction)).toBe(before)
  })

  it.each([
    ['an attribution that there is none of', [null], 'a7', 'no attribution has the id "a7"'],
    ['a parent that is missing', ['a7'], 'a0', 'no attribution has the id "a7"'],
    ['a circle', ['a1', 'a0'], 'a0', 'the attribution "a0" is its own parent'],
    ['one that is its own parent', ['a0'], 'a0', 'the attribution "a0" is its own parent']
  ])('refuses %s', (_, parents, id, message) => {
    expect(() => traceChain(chainOf(...parents), id)).toThrow(new RangeError(message))
  })
})

import { describe, expect, it } from 'vitest'
import { classifyTypes } from '../../../packages/core/src/attribution/classify-types.ts'
import { pairQuotationMarks } from '../../../packages/core/src/quotation/pair-quotation-marks.ts'
import { candidateOf } from '../../support/readings.ts'
import { tokensOf } from '../../support/tables.ts'

/** The types of attributions: source, cue, content, and the index of the parent. */
function typesOf(text: string, ...given: [source: string, cue: string, content: string, parent?: number][]) {
  const tokens = tokensOf(text)
  return classifyTypes(
    tokens,
    pairQuotationMarks(tokens),
    given.map(([source, cue, content]) => candidateOf({ tokens }, source, cue, content)),
    given.map(([, , , parent = -1]) => parent)
  )
}

describe('classifyTypes', () => {
  it.each([
    ['“It is safe,” she said.', '“It is safe,”', 'direct'],
    ['She said it was “safe” now.', 'it was “safe” now', 'mixed'],
    ['She said it was safe.', 'it was safe', 'indirect'],
    ['She said it was “safe.”', '“safe.”', 'direct'],
    ['“”? she said.', '“”', 'indirect']
  ])('%s', (text, content, type) => {
    expect(typesOf(text, ['', 'said', content])).toEqual([type])
  })

  it('counts no marks outside the content of the parent: indirect speech in a quote stays indirect', () => {
    expect(
      typesOf(
        '“Cole thought it was safe,” she said.',
        ['she', 'said', '“Cole thought it was safe,”'],
        ['Cole', 'thought', 'it was safe', 0]
      )
    ).toEqual(['direct', 'indirect'])
  })

  it('counts marks in it: someone quotes someone', () => {
    expect(
      typesOf(
        '“Cole said ‘it is safe’ to me,” she told us.',
        ['she', 'told', '“Cole said ‘it is safe’ to me,”'],
        ['Cole', 'said', '‘it is safe’', 0]
      )
    ).toEqual(['direct', 'direct'])
    expect(
      typesOf(
        'Brandt said Cole called it “safe” now.',
        ['Brandt', 'said', 'Cole called it “safe” now'],
        ['Cole', 'called', '“safe”', 0]
      )
    ).toEqual(['mixed', 'direct'])
  })

  it("takes marks that hold the cue too for someone else's, found or not", () => {
    expect(typesOf('“Cole thought it was safe.”', ['Cole', 'thought', 'it was safe'])).toEqual(['indirect'])
    expect(typesOf('“Cole said ‘it is safe’ to me.”', ['Cole', 'said', '‘it is safe’'])).toEqual(['direct'])
  })
})

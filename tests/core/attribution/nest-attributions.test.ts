import { describe, expect, it } from 'vitest'
import { nestAttributions } from '../../../packages/core/src/attribution/nest-attributions.ts'
import { sortByContent } from '../../../packages/core/src/attribution/sort-by-content.ts'
import { candidateOf } from '../../support/readings.ts'
import { tokensOf } from '../../support/tables.ts'

const TEXT = 'Brandt said Cole thought Lee knew the bridge was safe. Then Moor agreed that it rained.'
const of = (source: string, cue: string, content: string | string[]) =>
  candidateOf({ tokens: tokensOf(TEXT) }, source, cue, content)
const said = of('Brandt', 'said', 'Cole thought Lee knew the bridge was safe')
const thought = of('Cole', 'thought', 'Lee knew the bridge was safe')
const knew = of('Lee', 'knew', 'the bridge was safe')
const agreed = of('Moor', 'agreed', 'that it rained')

describe('nestAttributions', () => {
  it('hangs each on the nearest whose content holds it whole', () => {
    expect(nestAttributions([said, thought, knew, agreed])).toEqual([-1, 0, 1, -1])
    expect(nestAttributions([said, knew])).toEqual([-1, 0])
  })

  it('asks for source and cue too, not for the content alone', () => {
    expect(nestAttributions([thought, { ...knew, source: said.source }])).toEqual([-1, -1])
    expect(nestAttributions([thought, { ...knew, head: said.head }])).toEqual([-1, -1])
    expect(nestAttributions([thought, { ...knew, head: -1, source: [] }])).toEqual([-1, 0])
  })

  it('wants one piece of the content to hold it', () => {
    const pieces = of('Moor', 'agreed', ['Lee knew', 'the bridge was safe'])
    expect(nestAttributions([pieces, knew])).toEqual([-1, -1])
  })
})

describe('sortByContent', () => {
  it('puts contents in the order of the text, the longer before those inside it', () => {
    const all = [agreed, knew, said, thought]
    expect(sortByContent(all)).toEqual([said, thought, knew, agreed])
    expect(all[0]).toBe(agreed)
    const shorter = of('Cole', 'thought', 'Lee knew the bridge')
    expect(sortByContent([shorter, thought])).toEqual([thought, shorter])
  })

  it('settles equals by their cue', () => {
    expect(
      sortByContent([{ ...thought, head: 7 }, thought, { ...thought, head: -1 }]).map(({ head }) => head)
    ).toEqual([-1, thought.head, 7])
  })
})

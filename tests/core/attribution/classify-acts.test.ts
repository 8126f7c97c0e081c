import { ACT_FEATURES, ACT_OUTPUTS, ACT_ROWS, ACTS, describeAct } from '@saywho/core/rooms'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { classifyAct } from '../../../packages/core/src/attribution/classify-acts.ts'
import type { AttributionType } from '../../../packages/core/src/types.ts'
import { candidateOf, readingOf } from '../../support/readings.ts'

const reading = readingOf('Brandt promised to wait.')
const candidate = candidateOf(reading, 'Brandt', 'promised', 'to wait')
const rowsOf = (type: AttributionType) => {
  const rows = new Int32Array(ACT_FEATURES)
  return rows.slice(0, describeAct(reading, candidate, type, rows))
}
/** A table in which the candidate's rows speak for one act, and for or against a denial. */
function tableFor(act: number, denial: number) {
  const weights = new Float32Array(ACT_ROWS * ACT_OUTPUTS)
  for (const row of rowsOf('indirect')) {
    weights[row * ACT_OUTPUTS + act] = 1
    weights[row * ACT_OUTPUTS + ACTS.length] = denial
  }
  return { weights, scale: 1 }
}
const classify = (type: AttributionType, act: number, denial: number, its = candidate) =>
  classifyAct(reading, its, type, tableFor(act, denial), new Int32Array(ACT_FEATURES))

describe('describeAct', () => {
  it('gives rows of the table, no more than there is room for', () => {
    const rows = rowsOf('direct')
    expect(rows.length).toBeLessThanOrEqual(ACT_FEATURES)
    expect(rows.every((row) => row >= 0 && row < ACT_ROWS)).toBe(true)
    expect(rows).not.toEqual(rowsOf('indirect'))
  })
})

describe('classifyAct', () => {
  it.each(ACTS.map((act, index) => [act, index] as const))(
    'gives the act that weighs most: %s',
    (act, index) => {
      expect(classify('indirect', index, -1)).toEqual({ act, negative: false })
    }
  )

  it('tells a denial', () => {
    expect(classify('indirect', 0, 1).negative).toBe(true)
  })

  it('takes what is quoted for a statement, and so what has no cue', () => {
    expect(classify('direct', 2, -1).act).toBe('statement')
    expect(classify('mixed', 2, 1, { ...candidate, head: -1 })).toEqual({ act: 'statement', negative: false })
  })

  it('takes what it knows nothing of for a statement', () => {
    const nothing = { weights: new Float32Array(ACT_ROWS * ACT_OUTPUTS), scale: 1 }
    const { act } = classifyAct(reading, candidate, 'indirect', nothing, new Int32Array(ACT_FEATURES))
    expect(act).toBe('statement')
  })

  it.each([
    ['Brandt never said that it was safe.', true],
    ['Brandt has never claimed it was safe.', true],
    ['Nobody claimed that it was safe.', true],
    ['The union does not think it was safe.', true],
    ['Brandt said it was not safe.', false],
    ['Brandt denied that it was safe.', false],
    ['Brandt said that nobody was hurt.', false],
    ['No one said that the dam would fail.', true],
    ['“I was never told,” Brandt said.', false],
    ['“Never,” she said.', false],
    ['“Not now,” said Brandt.', false],
    ['Brandt said never to open it.', false]
  ])('%s Denied: %s', (text, negative) => {
    expect(extract(text, { acts: 'all' }).attributions.map((its) => its.negative)).toEqual([negative])
  })
})

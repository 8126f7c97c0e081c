import {
  evaluate,
  readGoldNdjson,
  readPredictedNdjson,
  toEvaluationJson,
  toPredictedDocument
} from '@saywho/training'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { generate } from './generate.ts'

const { gold, predicted } = generate(2)
const documents = readGoldNdjson(gold)

describe('toEvaluationJson', () => {
  it('tells all that was measured, and survives JSON', () => {
    const json = toEvaluationJson(
      evaluate(documents, readPredictedNdjson(predicted, documents), { intervals: { samples: 20 } })
    )
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    expect(json).toMatchSnapshot()
  })

  it('leaves out what was not', () => {
    const json = toEvaluationJson(evaluate([], []))
    expect(json).not.toHaveProperty('acts')
    expect(json).not.toHaveProperty('calibration')
    expect(json).not.toHaveProperty('intervals')
    expect(json).not.toHaveProperty('documents_without_a_prediction')
    expect(json.speaker.all).toBeNull()
  })
})

describe('toPredictedDocument', () => {
  it('makes of an extraction what is scored', () => {
    const text = '“The bridge is safe,” Ana Brandt said.'
    const found = toPredictedDocument('a', extract(text))
    expect(found).toMatchObject({
      id: 'a',
      attributions: [{ type: 'direct', act: 'statement', content: [[0, 21]] }]
    })
    const { figures } = evaluate([{ id: 'a', text, attributions: found.attributions }], [found])
    expect(figures.exact.f1).toBe(100)
  })
})

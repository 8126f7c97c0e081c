import { ACT_OUTPUTS, ACT_ROWS, sumTrees, type TreeTable } from '@saywho/core/rooms'
import { createEnglish } from '@saywho/english'
import { type AttributionModel, writeAttributionWeights } from '@saywho/training'
import { describe, expect, it } from 'vitest'
import {
  type AttributionWeightsHead,
  decodeAttributionWeights
} from '../../packages/english/src/decode-attribution-weights.ts'
import { makeRandom } from '../../packages/training/src/random.ts'
import { trainTrees } from '../../packages/training/src/train-trees.ts'

const random = makeRandom(11)
/** A table in which one weight in ten is something. */
const table = (length: number) =>
  Float32Array.from({ length }, () => (random() < 0.1 ? (random() - 0.5) * 8 : 0))
const rows = Float32Array.from({ length: 600 }, random)
const target = Float32Array.from({ length: 200 }, (_, i) => (rows[3 * i]! > rows[3 * i + 1]! ? 1 : 0))
const treesOf = (trees: number) =>
  trainTrees(rows, 3, target, new Float32Array(200).fill(1), {
    trees,
    depth: 4,
    rate: 0.1,
    leaf: 1,
    penalty: 1
  })
const MODEL: AttributionModel = {
  cueWords: ['accord', 'claim'],
  cues: table(3000),
  units: table(3000),
  steps: table(900),
  acts: table(ACT_ROWS * ACT_OUTPUTS),
  cuedTrees: treesOf(150),
  uncuedTrees: treesOf(3),
  cuedCalibration: { score: [0.1, 0.9], chance: [0, 1] },
  uncuedCalibration: { score: [0.5], chance: [0.25] }
}

const written = writeAttributionWeights(MODEL)
const { head, data } = (await import(`data:text/javascript,${encodeURIComponent(written)}`)) as {
  head: AttributionWeightsHead
  data: string
}

describe('attribution weights', () => {
  const read = decodeAttributionWeights(head, data)

  it.each(['cues', 'units', 'steps', 'acts'] as const)('come back within a step: %s', (name) => {
    const { weights, scale } = read[name]
    const before = MODEL[name]
    expect(weights.length).toBe(before.length)
    // the smallest are dropped: more of the acts'
    const least = name === 'acts' ? 4 : 2
    const off = before.reduce((most, its, at) => Math.max(most, Math.abs(its - weights[at]! * scale)), 0)
    expect(off).toBeLessThanOrEqual(scale * (least - 0.5) + 1e-6)
    const wrong = before.findIndex((its, at) => Math.abs(its) > least * scale && weights[at] === 0)
    expect(wrong).toBe(-1)
  })

  it.each(['cuedTrees', 'uncuedTrees'] as const)('bring back trees whole: %s', (name) => {
    const columns = ({ root, figure, limit, base }: TreeTable) => [
      [...Array.from(root)],
      Array.from(figure),
      Array.from(limit),
      base
    ]
    expect(columns(read[name])).toEqual(columns(MODEL[name]))
    for (let i = 0; i < 200; i++) {
      const row = rows.subarray(3 * i, 3 * i + 3)
      expect(sumTrees(read[name], row)).toBe(sumTrees(MODEL[name], row))
    }
  })

  it('bring back calibrations and cue words', () => {
    expect([read.cuedCalibration, read.uncuedCalibration]).toEqual([
      MODEL.cuedCalibration,
      MODEL.uncuedCalibration
    ])
    expect([...createEnglish({ head, data }).cues.words]).toEqual(MODEL.cueWords)
  })

  it('are written the same for the same model', () => {
    expect(writeAttributionWeights(MODEL)).toBe(written)
  })

  it('are refused when they are of another version', () => {
    expect(() => decodeAttributionWeights({ ...head, version: 1 }, data)).toThrow(
      /^weights of version 1: this @saywho\/english reads version 3; train them anew$/
    )
  })

  it.each([
    ['cut short', data.slice(0, -40)],
    ['altered', `${data.slice(0, 100)}${data[100] === 'A' ? 'B' : 'A'}${data.slice(101)}`],
    ['none', '']
  ])('are refused when they are %s', (_, other) => {
    expect(() => decodeAttributionWeights(head, other)).toThrow(/cut short or altered/)
    expect(() => createEnglish({ head, data: other }).weights()).toThrow(/cut short or altered/)
  })

  it("that are cut short tell which table is, and what to do about one's own", () => {
    const told = (its: string) => {
      try {
        createEnglish({ head, data: its }).weights()
      } catch (error) {
        return (error as Error).message
      }
      return ''
    }
    const [first] = Object.keys(head.tables)
    expect(told('')).toBe(
      `the weights of attributions are cut short or altered, from the table ${first} on: train them or copy them again`
    )
    expect(told(data.slice(0, -41))).toMatch(/, from the table (?:un)?cuedTrees on: /)
    expect(told(`${data.slice(0, 100)}!${data.slice(101)}`)).toBe(
      'the weights of attributions are cut short or altered: train them or copy them again'
    )
  })

  it.each<[unknown, string]>([
    [undefined, 'attributions: expected the module that saywho train wrote, got undefined'],
    [{}, 'attributions.head: expected the object that saywho train wrote, got undefined'],
    [{ head: 1 }, 'attributions.head: expected the object that saywho train wrote, got 1'],
    [{ head: {} }, 'attributions.head.cueWords: expected a string, got undefined'],
    [{ head }, 'attributions.data: expected the string that saywho train wrote, got undefined']
  ])('that are none are refused at once: %j', (its, message) => {
    expect(() => createEnglish(its as Parameters<typeof createEnglish>[0])).toThrow(new TypeError(message))
  })

  it('are decoded once, and not before they are asked for', () => {
    const language = createEnglish({ head, data })
    expect(language.weights()).toBe(language.weights())
    expect(() => createEnglish({ head, data: 'broken' })).not.toThrow()
  })
})

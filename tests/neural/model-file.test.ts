import { describe, expect, it } from 'vitest'
import { MODEL_VERSION, readModel, writeModel } from '../../packages/neural/src/model-file.ts'

const text = (value: string) => new TextEncoder().encode(value)
const trees = { root: [0], figure: [-1], limit: [0.5], left: [0], base: -1 }
const calibration = { score: [0, 1], chance: [0.1, 0.9] }
const choice = {
  cuedTrees: trees,
  uncuedTrees: trees,
  cuedCalibration: calibration,
  uncuedCalibration: calibration
}
const parts = {
  encoder: Uint8Array.of(1, 2, 3),
  roles: Uint8Array.of(4, 5),
  tokenizer: text('{"model":{}}'),
  choice: text(JSON.stringify(choice))
}
const whole = writeModel(parts)
const read = (bytes: unknown) => () => readModel(bytes as Uint8Array)

describe('readModel', () => {
  it('gives back what was written', () => {
    const model = readModel(whole)
    expect([...model.encoder]).toEqual([1, 2, 3])
    expect([...model.roles]).toEqual([4, 5])
    expect(model.tokenizer).toEqual({ model: {} })
    expect(model.choice.cuedCalibration).toEqual(calibration)
    expect(model.choice.cuedTrees).toEqual({
      root: Int32Array.of(0),
      figure: Int8Array.of(-1),
      limit: Float32Array.of(0.5),
      left: Int32Array.of(0),
      base: -1
    })
  })

  it('reads an ArrayBuffer, and bytes that stand in a larger one', () => {
    const larger = new Uint8Array(whole.length + 9)
    larger.set(whole, 7)
    expect(readModel(larger.subarray(7, 7 + whole.length))).toEqual(readModel(whole))
    expect(readModel(whole.slice().buffer)).toEqual(readModel(whole))
  })

  it('refuses a file cut short anywhere, and says how to get a whole one', () => {
    for (let length = 0; length < whole.length; length++)
      expect(read(whole.subarray(0, length)), `${length} bytes`).toThrow(
        /^model: (?:cut short|not a model).*npm i @saywho\/neural$/
      )
  })

  it('refuses a file with more behind it', () => {
    expect(read(Uint8Array.of(...whole, 0))).toThrow(
      `model: too long: ${whole.length + 1} bytes of ${whole.length}`
    )
  })

  it('refuses a file with a byte changed in any part, and names the part', () => {
    const start = whole.length - Object.values(parts).reduce((sum, { length }) => sum + length, 0)
    let at = start
    for (const [name, { length }] of Object.entries(parts)) {
      const altered = whole.slice()
      altered[at]! ^= 1
      expect(read(altered)).toThrow(`model: its part "${name}" is altered`)
      at += length
    }
  })

  it('refuses another version, and tells both', () => {
    const other = whole.slice()
    const at = new TextDecoder().decode(whole).indexOf('"version":') + '"version":'.length
    other[at] = '7'.charCodeAt(0)
    expect(read(other)).toThrow(
      `model: of version 7, and this @saywho/neural reads version ${MODEL_VERSION}; install the model and the package of one release`
    )
  })

  it('refuses what is no model', () => {
    expect(read(text('<!doctype html><p>404 Not Found'))).toThrow('model: not a model of @saywho/neural')
    expect(read(undefined)).toThrow(
      new TypeError('model: expected a Uint8Array or an ArrayBuffer, got undefined')
    )
    expect(read('english.saywho')).toThrow(
      new TypeError('model: expected a Uint8Array or an ArrayBuffer, got string')
    )
    expect(read(null)).toThrow(new TypeError('model: expected a Uint8Array or an ArrayBuffer, got null'))
  })
})

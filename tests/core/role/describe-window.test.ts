import { buildWindow, describeWindow, STEP_ROWS, UNIT_ROWS } from '@saywho/core/rooms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_UNITS } from '../../../packages/core/src/role/build-window.ts'
import {
  makeWindowRoom,
  STEP_FEATURES,
  UNIT_FEATURES
} from '../../../packages/core/src/role/describe-window.ts'
import { rangeOf, readingOf } from '../../support/readings.ts'

function describeAt(text: string, token: number, likely: readonly number[] = []) {
  const reading = readingOf(text)
  const isCue = new Uint8Array(reading.tokens.count)
  for (const its of likely) isCue[its] = 1
  const window = buildWindow(reading, token)
  return { window, features: describeWindow(reading, window, isCue) }
}

const TEXT =
  'It rained. “We will wait,” Ana Brandt, the mayor, said on Monday. “It is cold.”\n\nTom Cole agreed.'

describe('describeWindow', () => {
  it('gives each unit and each step some rows of its table, within bounds, on any text', () => {
    const words = fc.array(fc.constantFrom('“', '”', '"', 'said', 'Ana', 'that', 'it', 'rained', '.', ',', ':', '—', '\n\n', 'who', '3'), {
      minLength: 1,
      maxLength: 40
    }) // biome-ignore format: a list
    fc.assert(
      fc.property(words, fc.nat(), (pieces, at) => {
        const text = pieces.join(' ')
        const { count } = readingOf(text).tokens
        if (count === 0) return
        const { window, features } = describeAt(text, at % count)
        const units = window.from.length
        for (const [rows, start, most, size] of [
          [features.unitRows, features.unitStart, UNIT_FEATURES, UNIT_ROWS],
          [features.stepRows, features.stepStart, STEP_FEATURES, STEP_ROWS]
        ] as const) {
          expect(start.length).toBe(units + 1)
          expect([start[0], start[units]]).toEqual([0, rows.length])
          for (let unit = 0; unit < units; unit++) {
            expect(start[unit + 1]! - start[unit]!).toBeGreaterThan(0)
            expect(start[unit + 1]! - start[unit]!).toBeLessThanOrEqual(most)
          }
          expect(rows.every((row) => row >= 0 && row < size)).toBe(true)
        }
      }),
      { numRuns: 60 }
    )
  })

  it('gives the same for the same', () => {
    const said = rangeOf(readingOf(TEXT), 'said').from
    expect(describeAt(TEXT, said)).toEqual(describeAt(TEXT, said))
  })

  it('gives the same in room that was used before', () => {
    const reading = readingOf(TEXT)
    const isCue = new Uint8Array(reading.tokens.count)
    const room = makeWindowRoom(MOST_UNITS)
    for (const words of ['agreed', 'said', 'agreed']) {
      const window = buildWindow(reading, rangeOf(reading, words).from)
      expect(describeWindow(reading, window, isCue, room)).toEqual(describeWindow(reading, window, isCue))
    }
  })

  it('sees other cues, and which word is the cue', () => {
    const reading = readingOf(TEXT)
    const said = rangeOf(reading, 'said').from
    const agreed = rangeOf(reading, 'agreed').from
    expect(describeAt(TEXT, said).features).not.toEqual(describeAt(TEXT, said, [agreed]).features)
    expect(describeAt(TEXT, said).features).not.toEqual(describeAt(TEXT, agreed).features)
  })

  it('is not told names apart', () => {
    const said = rangeOf(readingOf(TEXT), 'said').from
    expect(describeAt(TEXT.replace('Ana Brandt', 'Eva Lindt'), said).features).toEqual(
      describeAt(TEXT, said).features
    )
  })
})

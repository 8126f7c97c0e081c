import {
  buildWindow,
  cueUnitOf,
  describeWindow,
  findBestPaths,
  ROLE_COUNT,
  scoreWindow
} from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { alignGold, labelWindow } from '../../packages/training/src/align-gold.ts'
import { type RoleExample, trainRoles } from '../../packages/training/src/train-roles.ts'
import { readingOf } from '../support/readings.ts'

const REGIME = { passes: 8, rate: 0.1, decay: 1e-4, seed: 1 }

function exampleOf(text: string, source: string, cue: string, content: string): RoleExample {
  const reading = readingOf(text)
  const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
  const [gold] = alignGold(reading, [
    { type: 'indirect', source: [span(source)], cue: [span(cue)], content: [span(content)] }
  ])
  const window = buildWindow(reading, gold!.head)
  return {
    features: describeWindow(reading, window, new Uint8Array(reading.tokens.count)),
    cueUnit: cueUnitOf(window),
    labels: labelWindow(window, gold!),
    weight: 1
  }
}

describe('trainRoles', () => {
  const lessons = [
    exampleOf('The mayor said that the bridge was safe.', 'The mayor', 'said', 'that the bridge was safe'),
    exampleOf('“It is cold,” the old man told us.', 'the old man', 'told', '“It is cold,”'),
    exampleOf('The union, which won, promised to wait.', 'The union, which won,', 'promised', 'to wait')
  ]
  const { units, steps } = trainRoles(lessons, REGIME)
  const read = ({ features, cueUnit }: RoleExample) =>
    findBestPaths(
      scoreWindow(features, cueUnit, { weights: units, scale: 1 }, { weights: steps, scale: 1 }),
      1
    )[0]!.labels

  it('learns what it is shown', () => {
    for (const lesson of lessons) expect(read(lesson)).toEqual(lesson.labels)
  })

  it('reads the like alike', () => {
    const other = exampleOf('A judge said that the law was old.', 'A judge', 'said', 'that the law was old')
    expect(read(other)).toEqual(other.labels)
  })

  it('gives the same for the same', () => {
    const again = trainRoles(lessons, REGIME)
    expect(again.units.findIndex((its, at) => its !== units[at])).toBe(-1)
    expect(again.steps.findIndex((its, at) => its !== steps[at])).toBe(-1)
    expect(units.length % ROLE_COUNT).toBe(0)
  })
})

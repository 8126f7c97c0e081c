import {
  buildWindow,
  cueUnitOf,
  proposeRoles,
  ROLE_COUNT,
  RoleLabel,
  type WindowScores
} from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { allWordsOf, rangeOf, readingOf } from '../../support/readings.ts'

/** What a window's scores would propose if they were sure that some words are source or content. */
function proposalsOf(
  text: string,
  cue: string,
  source: readonly string[],
  content: readonly string[],
  sure = 4
) {
  const reading = readingOf(text)
  const window = buildWindow(reading, rangeOf(reading, cue).from)
  const count = window.from.length
  const unit = new Float64Array(count * ROLE_COUNT)
  const mark = (pieces: readonly string[], label: number) => {
    for (const words of pieces) {
      const { from, to } = rangeOf(reading, words)
      window.from.forEach((its, at) => {
        if (from <= its && its < to) unit[at * ROLE_COUNT + label] = 2 * sure
      })
    }
  }
  for (let at = 0; at < count; at++) unit[at * ROLE_COUNT] = sure
  mark(source, RoleLabel.source)
  mark(content, RoleLabel.content)
  const at = cueUnitOf(window) * ROLE_COUNT
  unit[at + 1] = unit[at + 2] = Number.NEGATIVE_INFINITY
  const scores: WindowScores = { count, unit, step: new Float64Array(count * ROLE_COUNT ** 2) }
  return proposeRoles(reading, window, scores).map(({ source, content, ...its }) => ({
    ...its,
    source: allWordsOf(reading, source),
    content: allWordsOf(reading, content)
  }))
}

describe('proposeRoles', () => {
  const TEXT = 'Ana Brandt said that the bridge was safe.'

  it('gives the likeliest reading first, its pieces as whole stretches', () => {
    const [best, ...others] = proposalsOf(TEXT, 'said', ['Ana Brandt'], ['that the bridge was safe'])
    expect(best).toMatchObject({
      source: ['Ana Brandt'],
      content: ['that the bridge was safe'],
      rank: 0,
      behind: 0
    })
    expect(best!.contentChance).toBeGreaterThan(0.9)
    expect(best!.leastContentChance).toBeLessThanOrEqual(best!.contentChance)
    expect(others.length).toBeGreaterThan(0)
    others.forEach(({ rank, behind, logChance }) => {
      expect(rank).toBeGreaterThan(0)
      expect(behind).toBeGreaterThanOrEqual(0)
      expect(logChance).toBeLessThanOrEqual(best!.logChance)
    })
  })

  it('gives no reading twice, though several labellings come to it', () => {
    const all = proposalsOf(TEXT, 'said', ['Ana Brandt'], ['that the bridge was safe.'])
    const keys = all.map(({ source, content }) => JSON.stringify([source, content]))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('keeps a content in pieces, and of a source only the longest', () => {
    const [best] = proposalsOf(
      '“One,” old Ana Brandt told me. “Two.”',
      'told',
      ['old Ana Brandt', 'me'],
      ['“One,”', '“Two.”']
    )
    expect(best).toMatchObject({ source: ['old Ana Brandt'], content: ['“One,”', '“Two.”'] })
  })

  it('is sure of having no source where none is likely', () => {
    const [best] = proposalsOf('It was said that it rained.', 'said', [], ['that it rained'])
    expect(best!.source).toEqual([])
    expect(best!.sourceChance).toBeGreaterThan(0.9)
  })

  it('leaves out readings without a content', () => {
    for (const { content } of proposalsOf(TEXT, 'said', ['Ana Brandt'], [], 0))
      expect(content.length).toBeGreaterThan(0)
  })

  it('proposes nothing for a cue that stands alone', () => {
    expect(proposalsOf('Said', 'Said', [], [])).toEqual([])
  })
})

import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { scoreCues } from '../../../packages/core/src/cue/score-cues.ts'
import { proposeCued } from '../../../packages/core/src/role/propose-cued.ts'
import { readingOf } from '../../support/readings.ts'

function cuesOf(text: string): number[] {
  const reading = readingOf(text)
  const proposals = proposeCued(reading, scoreCues(reading, english), english.weights())
  return [...new Set(proposals.map(({ cue }) => cue))]
}

describe('proposeCued', () => {
  it('reads every likely cue of a sentence, in order', () => {
    expect(
      cuesOf('Ana Brandt said that Cole had promised to go, and Reyes added that he feared a flood.')
    ).toEqual([2, 6, 12, 15])
    expect(cuesOf('The bridge is red.')).toEqual([])
  })

  it('looks at no more than the likeliest of a sentence that has more than any sentence has', () => {
    const sentence = `${'Ana Brandt said that '.repeat(300)}it rained.`
    const cues = cuesOf(`${sentence} Cole said that it snowed.`)
    expect(cues.length).toBeGreaterThan(10)
    expect(cues.length).toBeLessThanOrEqual(33)
    expect(cues).toEqual([...cues].sort((a, b) => a - b))
  })
})

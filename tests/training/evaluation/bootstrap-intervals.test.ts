import { bootstrapIntervals } from '@saywho/training'
import { describe, expect, it } from 'vitest'
import { buildScore } from './build-score.ts'

const good = buildScore([[0, 1, 2, 4, { act: 'belief' }]], [[0, 1, 2, 4, { act: 'belief' }]], 'good')
const bad = buildScore([[0, 1, 2, 4]], [[0, 1, 7, 9]], 'bad')
const mixed = [...Array(30).fill(good), ...Array(30).fill(bad)]

describe('bootstrapIntervals', () => {
  it('lays an interval of the right width around the figure', () => {
    const { figures } = bootstrapIntervals(mixed)
    // 50 ± 1.96 √(50 · 50 / 60) = 37.3 to 62.7
    expect(figures['relation@0.5'][0]).toBeGreaterThan(34)
    expect(figures['relation@0.5'][0]).toBeLessThan(41)
    expect(figures['relation@0.5'][1]).toBeGreaterThan(59)
    expect(figures['relation@0.5'][1]).toBeLessThan(66)
  })

  it('is the same for the same seed, another for another', () => {
    const figures = (seed?: number) => bootstrapIntervals(mixed, { samples: 50, ...(seed && { seed }) })
    expect(figures()).toEqual(figures(1))
    expect(figures(2)).not.toEqual(figures(1))
  })

  it('is narrow where all documents are alike', () => {
    expect(bootstrapIntervals([good, good])).toMatchObject({
      figures: { exact: [100, 100], 'exact direct': [0, 0] },
      speaker: { all: [100, 100], direct: null },
      acts: [100, 100]
    })
  })

  it('tells nothing of nothing', () => {
    expect(bootstrapIntervals([])).toMatchObject({
      figures: { exact: [0, 0] },
      speaker: { all: null },
      acts: null
    })
  })
})

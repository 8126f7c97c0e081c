import { scoreChains } from '@saywho/training'
import { describe, expect, it } from 'vitest'

const chainsOf = (...pairs: [gold: string, predicted: string][]) =>
  [{ chains: pairs.map(([gold, predicted]) => ({ gold, predicted })) }] as never

describe('scoreChains', () => {
  it('gives everything to chains that are the same, whatever their names', () => {
    expect(scoreChains(chainsOf(['a', 'x'], ['a', 'x'], ['b', 'y']))).toMatchObject({
      precision: 100,
      recall: 100,
      f1: 100
    })
  })

  it('counts, for each mention, the share of its chain that is right (B³)', () => {
    // Two of three mentions of one person in one chain with a stranger: precision 2/3, 2/3, 1/3 and 1; recall 2/3, 2/3, 1/3 and 1.
    const score = scoreChains(chainsOf(['a', 'x'], ['a', 'x'], ['b', 'x'], ['a', 'y']))!
    expect(score.precision).toBeCloseTo((100 * (2 / 3 + 2 / 3 + 1 / 3 + 1)) / 4)
    expect(score.recall).toBeCloseTo((100 * (2 / 3 + 2 / 3 + 1 + 1 / 3)) / 4)
  })

  it('keeps the chains of two documents apart', () => {
    const [one] = chainsOf(['a', 'x']) as [never]
    expect(scoreChains([one, one])).toMatchObject({ precision: 100, recall: 100 })
  })

  it('is null where nobody is meant', () => {
    expect(scoreChains(chainsOf())).toBeNull()
  })
})

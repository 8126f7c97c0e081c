import { type PredictedAttribution, reportErrors, scoreAttributions } from '@saywho/training'
import { describe, expect, it } from 'vitest'
import { buildScore, type Sketch } from './build-score.ts'

const ANA: Sketch = [0, 1, 2, 9]
const kindsOf = (gold: Sketch[], predicted: Sketch[]) =>
  reportErrors([buildScore(gold, predicted)]).map(({ kind }) => kind)

describe('reportErrors', () => {
  it.each<[string, Sketch[], Sketch[]]>([
    ['missed cue', [ANA], []],
    ['missed without a cue', [[0, -1, 2, 9]], []],
    ['spurious', [], [ANA]],
    ['wrong source', [ANA], [[20, 1, 2, 9]]],
    ['wrong content end', [ANA], [[0, 1, 2, 4]]],
    ['wrong content start', [ANA], [[0, 1, 7, 9]]],
    ['wrong content', [ANA], [[0, 1, 4, 6]]],
    ['wrong content', [ANA], [[0, 1, 20, 22]]]
  ])('%s', (kind, gold, predicted) => {
    expect(kindsOf(gold, predicted)).toEqual([kind])
  })

  it('has nothing to say of what is right at 0.5', () => {
    expect(kindsOf([ANA], [[0, 1, 2, 7]])).toEqual([])
    expect(kindsOf([], [])).toEqual([])
  })

  it('tells two that have nothing to do with each other apart', () => {
    expect(kindsOf([ANA], [[20, 21, 22, 24]])).toEqual(['missed cue', 'spurious'])
  })

  it('shows the sentences around, within the paragraph', () => {
    const text = 'Title of it\n\nIt rained. Then Ana said that it poured on the town. All left.\n\nEnd'
    const found = (content: string): PredictedAttribution => ({
      type: 'indirect',
      source: [],
      cue: [],
      content: [[text.indexOf(content), text.indexOf(content) + content.length]]
    })
    const contextOf = (content: string) => {
      const { documents } = scoreAttributions([{ id: 'a', text, attributions: [found(content)] }], [])
      return text.slice(...reportErrors(documents)[0]!.context)
    }
    expect(contextOf('that it poured')).toBe('Then Ana said that it poured on the town.')
    expect(contextOf('It rained.')).toBe('It rained.')
    expect(contextOf('Title')).toBe('Title of it')
    expect(contextOf('End')).toBe('End')
    expect(contextOf('rained. Then')).toBe('It rained. Then Ana said that it poured on the town.')
  })
})

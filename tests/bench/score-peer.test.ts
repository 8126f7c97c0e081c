import type { GoldAttribution, GoldDocument, Range } from '@saywho/training'
import { describe, expect, it } from 'vitest'
import { scorePeer } from '../../scripts/bench/score-peer.ts'

const TEXT = '“It is safe,” Mayor Ana Brandt said. She called the old bridge “a shame for the town”.'
const at = (words: string): Range[] => {
  const start = TEXT.indexOf(words)
  return [[start, start + words.length]]
}
const attribution = (type: string, source: string, content: string): GoldAttribution => ({
  type,
  source: source === '' ? [] : at(source),
  cue: [],
  content: at(content)
})
const GOLD: GoldDocument[] = [
  {
    id: 'a',
    text: TEXT,
    attributions: [
      attribution('direct', 'Mayor Ana Brandt', '“It is safe,”'),
      attribution('mixed', 'She', 'the old bridge “a shame for the town”')
    ]
  }
]
const score = (...attributions: GoldAttribution[]) => {
  const { plain, helped, unattributed } = scorePeer(GOLD, [{ id: 'a', milliseconds: 1, attributions }])
  return Object.fromEntries(
    Object.entries({ plain, helped, unattributed }).map(([name, { figures }]) => [
      name,
      Math.round(figures['relation@0.5 direct'].f1)
    ])
  )
}

describe('scorePeer', () => {
  it('takes what is right in full as right in every light', () => {
    expect(score(GOLD[0]!.attributions[0]!)).toEqual({ plain: 100, helped: 100, unattributed: 100 })
  })

  it('widens a name to the words that are annotated, in the best light alone', () => {
    const named = attribution('direct', 'Brandt', '“It is safe,”')
    expect(score(named)).toEqual({ plain: 0, helped: 100, unattributed: 100 })
  })

  it('widens nothing to another source, nor what stands only partly inside', () => {
    expect(score(attribution('direct', 'She', '“It is safe,”'))).toMatchObject({ helped: 0 })
    expect(score(attribution('direct', 'Brandt said. She called the old', '“It is safe,”'))).toMatchObject({
      helped: 0
    })
  })

  it('leaves out pieces of what is partly quoted, in the best light alone', () => {
    const [right] = GOLD[0]!.attributions
    const piece = attribution('direct', 'She', '“a shame for the town”')
    expect(score(right!, piece)).toEqual({ plain: 67, helped: 100, unattributed: 67 })
  })

  it('counts a quotation of words that are no content against all', () => {
    const [right] = GOLD[0]!.attributions
    expect(score(right!, attribution('direct', 'She', 'Mayor Ana'))).toEqual({
      plain: 67,
      helped: 67,
      unattributed: 67
    })
  })

  it('leaves out what names no source, in the best light alone', () => {
    const [right] = GOLD[0]!.attributions
    expect(score(right!, attribution('direct', '', 'called'))).toMatchObject({ plain: 67, helped: 100 })
  })

  it('counts no answers to other documents', () => {
    const other = { id: 'b', milliseconds: 1, attributions: [attribution('direct', 'She', 'called')] }
    const { plain } = scorePeer(GOLD, [{ id: 'a', milliseconds: 1, attributions: [] }, other])
    expect(plain.figures['relation@0.5'].predicted).toBe(0)
  })
})

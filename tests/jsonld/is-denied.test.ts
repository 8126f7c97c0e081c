import { isDenied, toJsonLd } from '@saywho/jsonld'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { attributionOf } from '../support/extractions.ts'

const TEXT = 'Reyes denied that the city had cut the budget.'
const saidWith = (cue: string, more: object = {}) => ({
  ...attributionOf(TEXT, 'that the city had cut the budget', { id: 'cut', type: 'indirect' }),
  cue: [{ start: 0, end: cue.length, text: cue }],
  ...more
})

describe('isDenied', () => {
  it.each(['denied', 'has repeatedly denied', 'refuted', 'rejects', 'disputed', 'denial'])(
    'holds for "%s"',
    (cue) => expect(isDenied(saidWith(cue))).toBe(true)
  )

  it.each(['said', 'declared', 'insisted', 'complained'])('does not hold for "%s"', (cue) =>
    expect(isDenied(saidWith(cue))).toBe(false)
  )

  it('holds for a denied cue, and not for a direct quotation of somebody who denies', () => {
    expect(isDenied(saidWith('did not say', { negative: true }))).toBe(true)
    expect(isDenied(saidWith('denied', { type: 'direct' }))).toBe(false)
  })

  it('keeps what is denied out of markup', () => {
    const graph = toJsonLd(extract(TEXT), { url: 'https://example.org/a' }, { minConfidence: 0 })
    expect(JSON.stringify(graph)).not.toContain('cut the budget')
  })
})

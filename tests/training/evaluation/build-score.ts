import {
  type DocumentScore,
  type GoldDocument,
  type PredictedAttribution,
  scoreAttributions
} from '@saywho/training'

const WORD = 4

/**
 * A document of thirty words "w00 w01 …" with attributions by their words: `[source, cue, first word of the content, last]`; -1 for a source or a
 * cue that is absent.
 */
export type Sketch = [
  source: number,
  cue: number,
  from: number,
  to: number,
  more?: Partial<PredictedAttribution>
]

export function buildScore(gold: readonly Sketch[], predicted: readonly Sketch[], id = 'a'): DocumentScore {
  const text = Array.from({ length: 30 }, (_, word) => `w${String(word).padStart(2, '0')}`).join(' ')
  const spanOf = (from: number, to = from): [number, number][] =>
    from < 0 ? [] : [[from * WORD, to * WORD + WORD - 1]]
  const draw = ([source, cue, from, to, more]: Sketch): PredictedAttribution => ({
    type: 'indirect',
    source: spanOf(source),
    cue: spanOf(cue),
    content: spanOf(from, to),
    ...more
  })
  const document: GoldDocument = { id, text, attributions: gold.map(draw) }
  return scoreAttributions([document], [{ id, attributions: predicted.map(draw) }]).documents[0]!
}

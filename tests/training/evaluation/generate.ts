import { makeRandom } from '../../../packages/training/src/random.ts'

const WORDS = 'Ana Bo said that “it rains,” $7 (no) 😀 she 30% of é ’ — left. ok'.split(' ')
const TYPES = ['direct', 'mixed', 'indirect']
const ACTS = ['statement', 'belief', 'intention', 'stance']

/** Annotated documents and what a bad reader might have found in them, as NDJSON: odd spans of all allowed forms, nesting, gaps. */
export function generate(seed: number): { gold: string; predicted: string } {
  const random = makeRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!
  const gold: string[] = []
  const predicted: string[] = []
  for (let document = 0; document < 12; document++) {
    const text = Array.from({ length: 10 + below(60) }, () => pick(WORDS)).join(' ')
    const span = (longest: number): [number, number] => {
      const start = below(text.length - 1)
      return [start, Math.min(text.length, start + 1 + below(longest))]
    }
    const roles = () => ({
      type: pick(TYPES),
      act: pick(ACTS),
      negative: random() < 0.2,
      source: random() < 0.2 ? [] : [span(6)],
      cue: random() < 0.2 ? [] : [span(5)],
      content: random() < 0.2 ? [span(30), span(20)] : [span(40)]
    })
    const attributions = Array.from({ length: below(7) }, roles)
    const nudge = ([start, end]: [number, number]): [number, number] => {
      const from = Math.max(0, start - below(3))
      return [from, Math.min(text.length, Math.max(from + 1, end + below(7) - 3))]
    }
    /** A role as the scorer may be given it. */
    const disguise = (spans: [number, number][]): unknown => {
      if (spans.length === 0) return pick([null, undefined, []])
      const form = below(4)
      const objects = spans.map(([start, end]) => ({ start, end }))
      if (form === 0) return objects
      return spans.length === 1 && form < 3 ? [objects[0], spans[0]][form - 1] : spans
    }
    const found = [
      ...attributions
        .filter(() => random() < 0.8)
        .map(({ source, cue, content, ...its }) => ({
          ...its,
          type: random() < 0.8 ? its.type : pick(TYPES),
          source: random() < 0.8 ? source.map(nudge) : [span(6)],
          cue: random() < 0.8 ? cue.map(nudge) : [],
          content: content.map(nudge)
        })),
      ...Array.from({ length: below(4) }, roles)
    ].map(({ source, cue, content, ...its }, index) => ({
      ...its,
      id: `p${index}`,
      parentId: random() < 0.5 ? `p${below(8)}` : null,
      confidence: random(),
      source: disguise(source),
      cue: disguise(cue),
      content: disguise(content)
    }))
    const id = `d${document}`
    gold.push(JSON.stringify({ id, text, attributions, ...(random() < 0.5 ? { flat: true } : {}) }))
    const fate = below(8)
    if (fate === 0) predicted.push(JSON.stringify({ id, line: document, error: 'broken' }))
    else if (fate > 1) predicted.push(JSON.stringify({ id, attributions: found }))
  }
  predicted.push(JSON.stringify({ id: 'elsewhere', attributions: [{ type: 'shout' }] }))
  return { gold: gold.join('\n'), predicted: `${predicted.join('\n')}\n` }
}

import type { Element } from 'hast'
import { s } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { type Attribution, extract, type Span } from 'saywho'
import { unified } from 'unified'

/** One attribution inside another, each with a source, a cue and a content. */
export const SENTENCE = 'Ana Brandt said that Tomas Reyes had promised to pay for “a second quay.”'

/** Pixels. Each character gets the same room, whatever letters the reader's machine has, so that offsets can be seen. */
const CHARACTER = 10
const MARGIN = 10
const BASELINE = 30
const FIRST_ROW = 58
const ROW = 92
const WIDTH = Math.ceil(SENTENCE.length * CHARACTER + 2 * MARGIN)

const STYLE = `
text { fill: #1d1b18; font: 12px "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif }
.letters { font: 16px ui-monospace, Menlo, Consolas, "Liberation Mono", monospace }
.role { font-weight: 700 }
.soft { fill: #625c53 }
path { fill: none; stroke: #1d1b18; stroke-width: 1.5 }
.source { fill: #a33f00 } path.source { fill: none; stroke: #a33f00 }
.cue { fill: #625c53 } path.cue { fill: none; stroke: #625c53 }
.content { fill: #0a5a9c } path.content { fill: none; stroke: #0a5a9c }
.parent { stroke-dasharray: 3 3 }
@media (prefers-color-scheme: dark) {
text { fill: #e9e5dc } .soft { fill: #a8a196 } path { stroke: #e9e5dc }
.source { fill: #f0a06a } path.source { stroke: #f0a06a }
.cue { fill: #a8a196 } path.cue { stroke: #a8a196 }
.content { fill: #7db8ee } path.content { stroke: #7db8ee }
}`

const at = (offset: number) => MARGIN + offset * CHARACTER

/** A word at its place, drawn as wide as its characters have room. */
const drawWord = ({ 0: word, index }: RegExpExecArray): Element =>
  s(
    'text',
    {
      className: 'letters',
      x: at(index),
      y: BASELINE,
      textLength: word.length * CHARACTER,
      lengthAdjust: 'spacingAndGlyphs'
    },
    word
  )

/** A bracket under a span, with its role and offsets. */
function drawSpan(role: 'source' | 'cue' | 'content', { start, end }: Span, y: number): Element[] {
  const [left, right] = [at(start) + 1, at(end) - 1]
  const middle = (left + right) / 2
  return [
    s('path', { className: role, d: `M${left} ${y - 8}V${y}H${right}V${y - 8}` }),
    s('text', { className: `role ${role}`, x: middle, y: y + 17, textAnchor: 'middle' }, role),
    s('text', { className: 'soft', x: middle, y: y + 32, textAnchor: 'middle' }, `${start}–${end}`)
  ]
}

function drawAttribution(
  { id, type, act, parentId, source, cue, content }: Attribution,
  row: number
): Element[] {
  const y = FIRST_ROW + row * ROW
  return [
    ...source.flatMap((span) => drawSpan('source', span, y)),
    ...cue.flatMap((span) => drawSpan('cue', span, y)),
    ...content.flatMap((span) => drawSpan('content', span, y)),
    s(
      'text',
      { className: 'soft', x: MARGIN, y: parentId === null ? y + 54 : y + 2 },
      `${id}: ${type}, ${act}`
    ),
    ...(parentId === null
      ? []
      : [
          s('text', { className: 'role', x: MARGIN, y: y + 19 }, `parent: ${parentId}`),
          // From the inner attribution up to the content that holds it.
          s('path', { className: 'parent', d: `M${at(19)} ${y}V${y - ROW + 6}` }),
          s('path', { d: `M${at(19) - 4} ${y - ROW + 13}l4 -7l4 7` })
        ])
  ]
}

/** The contract's figure as SVG, for light and dark pages: a sentence of our own, and what `extract` finds in it. */
export function drawContract(): string {
  const { attributions } = extract(SENTENCE)
  const height = FIRST_ROW + (attributions.length - 1) * ROW + 42
  const figure = s(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height },
    [
      s('title', `Attributions in: ${SENTENCE}`),
      s('style', STYLE),
      ...[...SENTENCE.matchAll(/\S+/g)].map(drawWord),
      ...attributions.flatMap(drawAttribution)
    ]
  )
  const toXml = unified().use(rehypeStringify, { space: 'svg', closeEmptyElements: true })
  return `${toXml.stringify({ type: 'root', children: [figure] })}\n`
}

import type { Element } from 'hast'
import { h } from 'hastscript'
import { wordingOf } from '../labels.ts'
import { classesOf } from './classes-of.ts'
import { joinSpans, type Relation } from './read-relations.ts'

/** Below it, more findings are wrong than right. */
const UNSURE = 0.5
/** Deeper ones are indented no further. */
const MOST_INDENTED = 3

/**
 * What stands in the margin for an attribution: its number, who, the words that attribute, and its type. It is the target of the
 * attribution's permalink; what else is known of it waits in data attributes.
 */
export function drawNote({ attribution, number, sources, who, look, parent, depth }: Relation): Element {
  const { id, act, cue, confidence, negative, stated } = attribution
  const wording = wordingOf(attribution)
  const percent = Math.round(100 * confidence)
  return h(
    'li',
    {
      id,
      className: ['note', ...classesOf(look), ...(depth > 0 ? [`d${Math.min(depth, MOST_INDENTED)}`] : [])],
      dataN: number,
      dataType: wording,
      dataAct: act,
      dataSure: percent,
      ...(sources.length > 0 ? { dataBy: sources.join(' ') } : {}),
      ...(parent === null ? {} : { dataIn: parent }),
      ...(stated ? {} : { dataUnstated: '' })
    },
    h('a', { href: `#${id}` }, [
      h('b', `${number}`),
      ' ',
      h('span', { className: ['who'] }, who ?? 'Nobody named'),
      ...(cue.length > 0 ? [' ', h('i', joinSpans(cue))] : []),
      ' ',
      h(
        'small',
        { dataSure: percent },
        [wording, negative ? ', denied' : '', confidence < UNSURE ? ', unsure' : ''].join('')
      )
    ])
  )
}

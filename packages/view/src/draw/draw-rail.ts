import type { Extraction, Source } from '@saywho/core'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Look } from '../assign-colours.ts'
import { ACTS, SOURCE_TYPES, WORDINGS, wordingOf } from '../labels.ts'
import { classesOf } from './classes-of.ts'

/** The list of sources and the filters. They are lists to read until a script lets them be pressed. */
export function drawRail(
  { attributions, sources }: Extraction,
  looks: ReadonlyMap<string, Look>,
  railId?: string
): Element {
  const counts = new Map<string, number>()
  for (const attribution of attributions) {
    const { sourceIds, act } = attribution
    const kinds = [`type ${wordingOf(attribution)}`, `act ${act}`]
    for (const key of new Set([...sourceIds.map((id) => `by ${id}`), ...kinds]))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const count = (key: string) => counts.get(key) ?? 0

  const drawSource = (source: Source, index: number): Element => {
    const { id, name, type, role, anonymous, reason } = source
    const kind = role ?? SOURCE_TYPES[type]
    return h('li', [
      h(
        'button',
        {
          type: 'button',
          disabled: true,
          ariaPressed: 'false',
          className: ['source', ...classesOf(looks.get(id) ?? null)],
          dataFilter: 'by',
          dataValue: index,
          dataSource: id
        },
        [
          h('span', { className: ['who'] }, name),
          ' ',
          h('span', { className: ['count'] }, String(count(`by ${id}`))),
          ' ',
          h('small', anonymous && kind !== SOURCE_TYPES.unnamed ? `${kind}, not named` : kind),
          ...(reason === null ? [] : [' ', h('small', { className: ['reason'] }, `“${reason.text}”`)])
        ]
      )
    ])
  }
  const drawKinds = (
    filter: 'type' | 'act',
    kinds: Readonly<Record<string, { name: string; meaning: string }>>
  ): ElementContent[] =>
    Object.entries(kinds)
      .filter(([value]) => count(`${filter} ${value}`) > 0)
      .map(([value, { name, meaning }]) =>
        h('li', [
          h(
            'button',
            {
              type: 'button',
              disabled: true,
              ariaPressed: 'false',
              title: meaning,
              dataFilter: filter,
              dataValue: value
            },
            [
              h('span', filter === 'type' ? { className: ['sample'], dataType: value } : {}, name),
              ' ',
              h('span', { className: ['count'] }, String(count(`${filter} ${value}`)))
            ]
          )
        ])
      )
  if (attributions.length === 0) return h('aside', { className: ['rail'], hidden: true })
  return h(
    'aside',
    {
      ...(railId === undefined ? {} : { id: railId }),
      className: ['rail'],
      ariaLabel: 'Sources and filters'
    },
    [
      h('h2', 'Sources'),
      h('ul', { className: ['sources'] }, sources.map(drawSource)),
      h('h2', 'In whose words'),
      h('ul', { className: ['kinds'] }, drawKinds('type', WORDINGS)),
      h('h2', 'What they did'),
      h('ul', { className: ['kinds'] }, drawKinds('act', ACTS)),
      h('div', { className: ['tools'], hidden: true }, [
        h('label', [
          'At least this sure: ',
          h('output', '0 %'),
          h('input', { type: 'range', min: '0', max: '95', step: '5', value: '0' })
        ]),
        h('p', [
          h('span', { role: 'status' }),
          ' ',
          h('button', { type: 'button', className: ['reset'], hidden: true }, 'Show all')
        ])
      ])
    ]
  )
}

import { readGoldNdjson, readPredictedNdjson } from '@saywho/training'
import { describe, expect, it } from 'vitest'

const TEXT = 'Ana said that it rained.'
const GOLD = [{ id: 'a', text: TEXT, attributions: [] }]
const found = (role: unknown, more: object = {}) =>
  JSON.stringify({ id: 'a', attributions: [{ type: 'indirect', content: role, ...more }] })

describe('readPredictedNdjson', () => {
  it.each([
    ['spans', [[0, 3], [4, 8]], [[0, 3], [4, 8]]],
    ['objects', [{ start: 0, end: 3, text: 'Ana' }], [[0, 3]]],
    ['one span', [0, 3], [[0, 3]]],
    ['one object', { start: 0, end: 3 }, [[0, 3]]],
    ['null', null, []],
    ['nothing', undefined, []],
    ['an empty list', [], []]
  ])('reads a role from %s', (_, role, ranges) => {
    expect(readPredictedNdjson(found(role), GOLD)[0]!.attributions[0]!.content).toEqual(ranges)
  }) // biome-ignore format: a table

  it('reads what else is told, and passes over the rest', () => {
    const more = { id: 'x', parentId: 'y', act: 'belief', negative: true, confidence: 0.5 }
    const [document] = readPredictedNdjson(found([], { ...more, rule: 'r' }), GOLD)
    expect(document!.attributions).toEqual([{ type: 'indirect', source: [], cue: [], content: [], ...more }])
    const [named] = readPredictedNdjson(
      JSON.stringify({
        id: 'a',
        attributions: [{ type: 'indirect', sourceIds: ['ana', 'nobody'] }],
        sources: [{ id: 'ana', name: 'Ana Brandt', type: 'person', role: null }, 'odd']
      }),
      GOLD
    )
    expect(named!.attributions[0]!.speakers).toEqual([{ name: 'Ana Brandt', type: 'person' }])
    const odd = { id: 1, parentId: null, act: null, negative: 'no', confidence: '0.5' }
    expect(readPredictedNdjson(found([], odd), GOLD)[0]!.attributions[0]).toEqual({
      type: 'indirect',
      source: [],
      cue: [],
      content: []
    })
  })

  it('takes a document that could not be read for one in which nothing was found', () => {
    const lines =
      '{"id": "a", "line": 1, "error": "e"}\n{"id": null, "error": "e"}\n{"id": null, "error": "e"}'
    expect(readPredictedNdjson(lines, GOLD)).toEqual([
      { id: 'a', attributions: [] },
      { id: null, attributions: [] },
      { id: null, attributions: [] }
    ])
  })

  it('does not look into documents that gold has not', () => {
    expect(readPredictedNdjson('{"id": 7, "attributions": [{"type": "shout"}]}', GOLD)).toEqual([
      { id: '7', attributions: [] }
    ])
  })

  it.each([
    ['a span outside its text', found([[0, 25]]), 'line 1: attributions[0].content holds [0, 25], outside its text of 24 characters'],
    ['an empty span', found([[3, 3]]), 'line 1: attributions[0].content holds [3, 3], which is empty'],
    ['no span', found(['Ana']), 'line 1: attributions[0].content holds "Ana", not a span of two offsets'],
    ['a type that is none', found([], { type: 'quote' }), 'line 1: attributions[0].type is none of direct, mixed, indirect but "quote"'],
    ['a document twice', `${found([])}\n\n${found([])}`, 'line 3: the id "a" is that of a document before it'],
    ['no attributions', '{"id": "a"}', 'line 1: "attributions" is no list but missing'],
    ['an attribution that is none', '{"id": "a", "attributions": [1]}', 'line 1: attributions[0] is no object but 1'],
    ['no id', '{"attributions": []}', 'line 1: "id" is no string but missing'],
    ['broken JSON', '{', 'line 1: is not JSON']
  ])('refuses %s', (_, ndjson, message) => {
    expect(() => readPredictedNdjson(ndjson, GOLD)).toThrow(message)
  }) // biome-ignore format: a table
})

describe('readGoldNdjson', () => {
  it('reads documents, one several times too', () => {
    const line = JSON.stringify({ id: 'a', text: TEXT, flat: true, attributions: [] })
    expect(readGoldNdjson(`${line}\n${line}\n`)).toEqual([1, 2].map(() => ({ ...GOLD[0], flat: true })))
  })

  it.each([
    ['no text', '{"id": "a", "attributions": []}', 'line 1: "text" is no string but missing'],
    ['no id', '{"text": "", "attributions": []}', 'line 1: "id" is no string but missing'],
    ['no attributions', '{"id": "a", "text": ""}', 'line 1: "attributions" is no list but missing']
  ])('refuses %s', (_, ndjson, message) => {
    expect(() => readGoldNdjson(ndjson)).toThrow(message)
  })
})

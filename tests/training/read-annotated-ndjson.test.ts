import { CorpusError, readAnnotatedNdjson } from '@saywho/training'
import { describe, expect, it } from 'vitest'

const TEXT = 'Ana said that it rained.'
const SAID = { type: 'indirect', source: [[0, 3]], cue: [[4, 8]], content: [[9, 23]] }
const line = (attribution: object, document: object = {}) =>
  JSON.stringify({ id: 'a', text: TEXT, attributions: [{ ...SAID, ...attribution }], ...document })

/** What is complained about a line after a good one. */
function problemsOf(json: string): string[] {
  try {
    readAnnotatedNdjson(`${line({}, { id: 'good' })}\n\n${json}`)
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    expect(error.problems.map((its) => its.line)).toEqual(error.problems.map(() => 3))
    return error.problems.map(({ problem }) => problem)
  }
  return []
}

describe('readAnnotatedNdjson', () => {
  it('reads documents with all that is told of their attributions', () => {
    const full = { id: 'x', parentId: null, act: 'belief', negative: true, speaker: 'Ana' }
    expect(readAnnotatedNdjson(`${line(full, { flat: true, annotator: 'k' })}\n`)).toEqual([
      { id: 'a', text: TEXT, flat: true, annotator: 'k', attributions: [{ ...SAID, ...full }] }
    ])
  })

  it('reads what is not expressed, and pieces that touch', () => {
    const [document] = readAnnotatedNdjson(line({ source: [], cue: [], content: [[0, 4], [4, 8]] })) // biome-ignore format: pieces
    expect(document!.attributions[0]!.content).toHaveLength(2)
  })

  it('reads nothing from nothing', () => {
    expect(readAnnotatedNdjson('\n\n')).toEqual([])
  })

  it.each([
    ['broken JSON', '{"id": "b", ', /^is not JSON: /],
    ['no object', '[1]', /^is not an object but \[1\]$/],
    ['no id', line({}, { id: undefined }), /^"id" is no string but missing$/],
    ['an id twice', line({}, { id: 'good' }), /^the id "good" is that of a document before it$/],
    ['no text', line({ source: [], cue: [], content: [] }, { text: 7 }), /^"text" is no string but 7$/],
    ['no attributions', '{"id": "b", "text": ""}', /^"attributions" is no list but missing$/],
    ['an attribution that is none', '{"id": "b", "text": "", "attributions": [null]}', /^attributions\[0\] is no object but null$/],
    ['an unknown type', line({ type: 'quote' }), /^attributions\[0\]\.type is none of direct, mixed, indirect but "quote"$/],
    ['an unknown act', line({ act: 'shout' }), /^attributions\[0\]\.act is none of statement, .* but "shout"$/],
    ['a span outside its text', line({ content: [[9, 25]] }), /^attributions\[0\]\.content holds \[9, 25\], outside its text of 24 characters$/],
    ['a span before its text', line({ cue: [[-1, 2]] }), /^attributions\[0\]\.cue holds \[-1, 2\], outside/],
    ['an empty span', line({ source: [[3, 3]] }), /^attributions\[0\]\.source holds \[3, 3\], which is empty$/],
    ['a span turned round', line({ source: [[3, 0]] }), /^attributions\[0\]\.source holds \[3, 0\], which is empty$/],
    ['overlapping pieces', line({ content: [[9, 14], [12, 23]] }), /^attributions\[0\]\.content holds \[12, 23\], which overlaps \[9, 14\]$/],
    ['pieces out of order', line({ content: [[12, 23], [9, 11]] }), /holds \[9, 11\], which should stand before \[12, 23\]$/],
    ['no offsets', line({ cue: [['4', 8]] }), /^attributions\[0\]\.cue holds \["4",8\], not \[start, end\]$/],
    ['a span that is no list of spans', line({ cue: [4, 8] }), /^attributions\[0\]\.cue holds 4, not/],
    ['an empty content', line({ content: [] }), /^attributions\[0\]\.content is empty; an attribution has one$/],
    ['a missing role', line({ source: undefined }), /^attributions\[0\]\.source is no list of \[start, end\] but missing$/],
    ['an odd denial', line({ negative: 'no' }), /^attributions\[0\]\.negative is neither true nor false but "no"$/],
    ['an odd speaker', line({ speaker: 3 }), /^attributions\[0\]\.speaker is no name but 3$/],
    ['a parent that is not there', line({ parentId: 'y' }), /^attributions\[0\]\.parentId "y" is the id of none$/]
  ])('refuses %s', (_, json, message) => {
    expect(problemsOf(json)[0]).toMatch(message)
  }) // biome-ignore format: a table

  it('refuses two attributions of one id', () => {
    const twins = [1, 2].map(() => ({ ...SAID, id: 'x' }))
    expect(problemsOf(line({}, { attributions: twins }))).toEqual([
      'attributions[1].id "x" is that of one before it'
    ])
  })

  it('tells everything at once, each with its line', () => {
    expect(() => readAnnotatedNdjson(`{\n${line({ type: '', act: '' })}\n7`)).toThrow(
      /^line 1: is not JSON: .*\nline 2: .*\.type .*\nline 2: .*\.act .*\nline 3: is not an object but 7$/
    )
  })
})

import { readConllu, readConlluTexts } from '@saywho/training'
import { describe, expect, it } from 'vitest'

const row = (id: string, form: string, misc = '_', head = '0') =>
  [id, form, form.toLowerCase(), 'X', 'XX', '_', head, 'dep', '_', misc].join('\t')
const CONLLU = [
  '# newdoc id = one', '# global.Entity = GRP-etype-infstat-minspan-link-identity', '# newpar', '# sent_id = 1',
  row('1', 'Ana', 'Entity=(1-person-new-1-coref-Ana_Bo-Li%28judge%29'), row('2-3', "didn't"), row('2', 'did', 'Entity=1)', '4'),
  row('3', "n't"), row('3.1', 'really'), row('4', 'go', 'SpaceAfter=No|Entity=(2-place-new-1-sgl)'), row('5', '.'), '',
  '# sent_id = 2', row('1', 'No', 'Entity=(1-person-giv:act-1-coref)|SpaceAfter=No'), row('2', '.', '_', '1'), '',
  '# newpar', '# sent_id = 3', row('1', 'Yes', 'Entity=(3[1/2]-group-new-1-sgl(4-group-new-1-sgl)'), row('2', 'we', 'Entity=3[1/2])'),
  row('3', 'all', 'Entity=(3[2/2]-group-new-1-sgl)'), '# newdoc id = two', '# sent_id = 4', row('1', 'Hm')
].join('\n') // biome-ignore format: rows

describe('readConllu', () => {
  const [one, two] = readConllu(CONLLU)

  it('gives the text as it was written: spaces, words in parts, paragraphs', () => {
    expect(one!.text).toBe("Ana didn't go. No.\n\nYes we all")
    expect(two).toMatchObject({ id: 'two', text: 'Hm', mentions: [] })
    expect(readConlluTexts(CONLLU)).toEqual([one, two].map((its) => ({ id: its!.id, text: its!.text })))
  })

  it('gives words with offsets and heads, empty ones left out', () => {
    for (const { form, start, end } of one!.tokens) expect(one!.text.slice(start, end)).toBe(form)
    expect(one!.tokens.map(({ form }) => form).slice(0, 5)).toEqual(['Ana', 'did', "n't", 'go', '.'])
    expect(one!.tokens.map(({ head }) => head).slice(0, 7)).toEqual([-1, 3, -1, -1, -1, -1, 5])
    expect(one!.tokens.map(({ sentence }) => sentence)).toEqual([0, 0, 0, 0, 0, 1, 1, 2, 2, 2])
  })

  it('gives mentions of entities, in pieces too', () => {
    expect(one!.mentions).toEqual([
      { entity: '1', type: 'person', identity: 'Ana_Bo-Li(judge)', pieces: [[0, 2]] },
      { entity: '2', type: 'place', identity: null, pieces: [[3, 4]] },
      { entity: '1', type: 'person', identity: null, pieces: [[5, 6]] },
      { entity: '3', type: 'group', identity: null, pieces: [[7, 9], [9, 10]] },
      { entity: '4', type: 'group', identity: null, pieces: [[7, 8]] }
    ]) // biome-ignore format: pieces
  })

  it('reads nothing from nothing', () => {
    expect(readConllu('')).toEqual([])
    expect(readConllu('# newdoc id = a')).toEqual([{ id: 'a', text: '', tokens: [], mentions: [] }])
  })

  it.each([
    ['closed', 'Entity=1)', 'the mention "1" is closed at token 0, but not opened'],
    ['opened', 'Entity=(1-person', 'a: the mention "1" is opened, but not closed']
  ])('refuses a mention only %s', (_, misc, message) => {
    expect(() => readConllu(`# newdoc id = a\n# sent_id = 1\n${row('1', 'Hm', misc)}`)).toThrow(message)
  })
})

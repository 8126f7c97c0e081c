import { english } from '@saywho/english'
import { readConllu, readGum } from '@saywho/training'
import { describe, expect, it } from 'vitest'

const row = (id: number, form: string, xpos: string, misc = '_') =>
  [id, form, form, 'X', xpos, '_', 0, 'dep', '_', misc].join('\t')
const ENTITY = '# global.Entity = GRP-etype-link-identity'
const [document] = readConllu(
  [
    '# newdoc id = GUM_news_rain', ENTITY, '# sent_id = 1', row(1, 'Judge', 'NNP', 'Entity=(1-person-coref-Ana_Bo'),
    row(2, 'Ana', 'NNP', 'Entity=(1-person-coref-Ana_Bo)1)'), row(3, 'said', 'VBD', 'SpaceAfter=No'), row(4, ',', ','),
    row(5, '"', '``', 'SpaceAfter=No'), row(6, 'It', 'PRP'), row(7, 'rains', 'VBZ', 'SpaceAfter=No'), row(8, '.', '.', 'SpaceAfter=No'),
    row(9, '"', "''"), '# sent_id = 2', row(1, 'She', 'PRP', 'Entity=(1-person-coref-Ana_Bo)'), row(2, 'left', 'VBD', 'SpaceAfter=No'), row(3, '.', '.')
  ].join('\n')
) // biome-ignore format: rows
const RS4 = `<segment id="1" parent="2" relname="attribution-positive">Judge Ana said ,</segment>
<segment id="2" parent="4" relname="span">" It rains . "</segment><segment id="3" parent="4" relname="joint">She left .</segment>
<group id="4" type="multinuc"/><signal source="1" type="semantic" subtype="attribution_source" tokens="1,2"/>
<signal source="1" type="lexical" subtype="indicative_word" tokens="3"/>`

describe('readGum', () => {
  it("lays the discourse layer's attributions over the text", () => {
    expect(readGum(RS4, document!, english)).toEqual({
      id: 'GUM_news_rain',
      text: 'Judge Ana said, "It rains." She left.',
      attributions: [
        {
          type: 'direct',
          source: [[0, 9]],
          cue: [[10, 14]],
          content: [[16, 27]],
          clause: [[0, 15]],
          negative: false,
          speaker: { type: 'person', link: 'Ana_Bo', names: ['Judge Ana', 'Ana'] }
        }
      ]
    })
  })

  it('has no speaker where no entity is the source', () => {
    const gum = readGum(RS4.replace('tokens="1,2"', 'tokens="3"'), document!, english)
    expect(gum.attributions[0]).not.toHaveProperty('speaker')
  })

  it('bears a word spelt otherwise only where there are many more', () => {
    expect(() => readGum(RS4.replace('rains', 'rained'), document!, english)).toThrow(
      'GUM_news_rain: the discourse layer has 12 words, the text 12; 1 differ'
    )
    expect(() => readGum(RS4.replace('rains', ''), document!, english)).toThrow('has 11 words, the text 12')
  })
})

import { readRs4 } from '@saywho/training'
import { describe, expect, it } from 'vitest'

const FILE = `<rst><header><relations><rel name="attribution-positive" type="rst"/></relations></header><body>
<segment id="1" parent="2" relname="attribution-positive">Ana said</segment>
<segment id="2" parent="6" relname="span">that it rained &amp; poured ,</segment>
<segment id="3" parent="2" relname="elaboration-additional">as it does ,</segment>
<segment id="4" parent="7" relname="attribution-negative">but she did n't say</segment>
<segment id="5" parent="4" relname="context-circumstance">when asked</segment>
<segment id="8" parent="7" relname="span">where .</segment>
<group id="6" type="span" parent="9" relname="joint-list"/>
<group id="7" type="span" parent="9" relname="joint-list"/>
<group id="9" type="multinuc"/>
<signals>
<signal source="1" type="semantic" subtype="attribution_source" tokens="1"/>
<signal source="1" type="lexical" subtype="indicative_word" tokens="2"/>
<signal source="3" type="lexical" subtype="indicative_word" tokens="9"/>
<signal source="4" type="semantic" subtype="attribution_source" tokens="14"/>
<signal source="4" type="lexical" subtype="indicative_phrase" tokens="15,16,17"/>
</signals></body></rst>`

describe('readRs4', () => {
  it('reads words and attributions: clause, source, cue, content', () => {
    const { words, attributions } = readRs4(FILE)
    expect(words.slice(5, 8)).toEqual(['&', 'poured', ','])
    expect(attributions).toEqual([
      { clause: [[0, 2]], source: [[0, 1]], cue: [[1, 2]], content: [[2, 12]], negative: false },
      { clause: [[12, 19]], source: [[13, 14]], cue: [[14, 17]], content: [[19, 21]], negative: true }
    ])
  })

  it('gives a content that the clause stands in as two pieces', () => {
    const file = `<segment id="1" parent="4" relname="same-unit">It rains</segment>
      <segment id="2" parent="4" relname="attribution-positive">she said</segment>
      <segment id="3" parent="4" relname="same-unit">all day</segment><group id="4" type="multinuc"/>`
    expect(readRs4(file).attributions).toEqual([
      { clause: [[2, 4]], source: [], cue: [], content: [[0, 2], [4, 6]], negative: false }
    ]) // biome-ignore format: spans
  })

  it('finds none where none are', () => {
    expect(readRs4('')).toEqual({ words: [], attributions: [] })
    expect(readRs4('<segment id="1">It rains</segment>').attributions).toEqual([])
  })

  it.each([
    ['a node that hangs on none', '<segment id="1" parent="9" relname="span">a</segment>', 'node 1 hangs on 9, which is not there'],
    ['an attribution of nothing', '<segment id="1" relname="attribution-positive">a</segment>', 'node 1 hangs on nothing'],
    ['a circle', '<group id="1" parent="2" relname="attribution-positive"/><group id="2" parent="1" relname="span"/>', 'hangs on itself'],
    ['a signal of a word that is not there', FILE.replace('tokens="14"', 'tokens="140"'), 'a signal of node 4 names word 140 of 21']
  ])('refuses %s', (_, file, message) => {
    expect(() => readRs4(file)).toThrow(message)
  }) // biome-ignore format: a table
})

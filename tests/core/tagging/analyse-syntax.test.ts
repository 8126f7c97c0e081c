import { RELATIONS, TAGS } from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { treeOf, wordsOf } from '../../support/tables.ts'

describe('analyseSyntax', () => {
  it('tags and parses a plain sentence', () => {
    const { tokens, syntax } = treeOf('The mayor said that the bridge would open in June.')
    expect(tokens.form.map((form, token) => `${form}/${TAGS[syntax.tag[token]!]}`).join(' ')).toBe(
      'The/DT mayor/NN said/VBD that/IN the/DT bridge/NN would/MD open/VB in/IN June/NNP ./STOP'
    )
    expect(tokens.form.map((_, token) => RELATIONS[syntax.relation[token]!])).toEqual([
      'det', 'nsubj', 'ROOT', 'mark', 'det', 'nsubj', 'aux', 'ccomp', 'prep', 'pobj', 'punct'
    ]) // biome-ignore format: a list
    expect(syntax.head[7]).toBe(2)
  })

  it('makes names one, save those that everybody has', () => {
    const { tokens, syntax } = treeOf('Ana Brandt met Tomas Reyes on Monday.')
    expect(syntax.word[tokens.form.indexOf('Ana')]).toBe(syntax.word[tokens.form.indexOf('Reyes')])
    expect(syntax.word[tokens.form.indexOf('Monday')]).not.toBe(syntax.word[tokens.form.indexOf('Ana')])
  })

  it.each([
    ['WHO said it was over.', true],
    ['It was over, according to WHO.', true],
    ['“WHO will help,” she said.', true],
    ['The man WHO paid is here.', false],
    ['WHO paid for it?', false],
    ['WHO PAID for it!', false],
    ['Who paid is not known.', false]
  ])('tells an acronym from the word that is spelled like it: %s', (text, isName) => {
    const { tokens, syntax } = treeOf(text)
    expect(TAGS[syntax.tag[tokens.lower.indexOf('who')]!] === 'NNP').toBe(isName)
  })

  it.each([
    ['“It is safe,” said Ursula von der Leyden, who was in Larne.', 'von', true],
    ['“It is safe,” said Ursula von der Leyden, who was in Larne.', 'der', true],
    ['The work was late, von der Leyden added.', 'von', true],
    ['Erik ten Hale said it was safe.', 'ten', true],
    ['In Larne ten Republicans said it was safe.', 'ten', false],
    ['She said la dolce was left.', 'la', false],
    ['She had a van.', 'van', false]
  ])('tells a small word that a surname begins with: %s, %s', (text, word, isName) => {
    const { tokens, syntax } = treeOf(text)
    expect(TAGS[syntax.tag[tokens.form.indexOf(word)]!] === 'NNP').toBe(isName)
  })

  it.each([
    ['LARNE — Harlow Foods said on Thursday it would close its plant.', 'Harlow', 'NNP'],
    ['Under the plan it would close.', 'Under', 'IN'],
    ['It would close, under the plan.', 'under', 'IN']
  ])('takes no name for a preposition: %s', (text, word, tag) => {
    const { tokens, syntax } = treeOf(text)
    expect(TAGS[syntax.tag[tokens.form.indexOf(word)]!]).toBe(tag)
  })

  it('gives a participle its object back from the noun that it modifies', () => {
    const { tokens, tree } = treeOf(
      "The backdrop to these talks is Moor's campaign rhetoric threatening tariffs of upwards of 60% on imports."
    )
    const threatening = tokens.form.indexOf('threatening')
    expect(tree.syntax.head[tokens.form.indexOf('tariffs')]).toBe(threatening)
  })

  it('links a tree whose subtrees are stretches of the text', () => {
    const { tokens, tree } = treeOf('The old mayor of the town said nothing.')
    const mayor = tokens.form.indexOf('mayor')
    expect(wordsOf(tokens, { from: tree.first[mayor]!, to: tree.end[mayor]! })).toBe(
      'The old mayor of the town'
    )
  })
})

import { recogniseNames, Tag } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { readingOf } from '../../support/readings.ts'

/** The text's words with their tags before and after, where they differ. */
const renamed = (text: string, wrong: Record<string, number> = {}) => {
  const reading = readingOf(text)
  const { tokens, tree } = reading
  const tag = tree.syntax.tag.slice()
  const cluster = tree.syntax.cluster.slice()
  for (const [place, its] of Object.entries(wrong)) {
    const [number, form] = place.split(' ')
    const token = Number(number)
    expect(tokens.form[token]).toBe(form)
    tag[token] = its
    cluster[token] = english.clusters.get(tokens.lower[token]!) ?? -1
  }
  const before = { ...reading, tree: { ...tree, syntax: { ...tree.syntax, tag, cluster } } }
  const after = recogniseNames(before, english.sources).tree.syntax.tag
  return tokens.form.filter((_, token) => after[token] !== tag[token])
}

describe('recogniseNames', () => {
  it('takes the last word of a longer name for a name again', () => {
    expect(renamed('Kathryn Waters left. Waters smiled.', { '4 Waters': Tag.NNS })).toEqual(['Waters'])
  })

  it('takes a surname that looks like an adjective for a name, where it stands before no noun', () => {
    const text = 'Dev Sterling left. Mr Sterling denied it.'
    expect(renamed(text, { '5 Sterling': Tag.JJ })).toEqual(['Sterling'])
    expect(renamed('Ned Young left. Young people denied it.', { '4 Young': Tag.JJ })).toEqual([])
  })

  it('takes for a name at a sentence\u2019s beginning what is one inside another', () => {
    expect(renamed('We met with Drummond. Drummond smiled.', { '5 Drummond': Tag.NN })).toEqual(['Drummond'])
    expect(renamed('We met with Drummond. Drummond smiled.', { '5 Drummond': Tag.VB })).toEqual(['Drummond'])
  })

  it('takes two parts with capitals before a name for a name, and no single one', () => {
    const text = 'We met author Dr. Mei-Ling Brandt.'
    expect(renamed(text, { '4 Mei-Ling': Tag.VBG })).toEqual(['Mei-Ling'])
    expect(renamed('We met Sterling Brandt.', { '2 Sterling': Tag.VBG })).toEqual([])
    expect(renamed('We saw Record-Breaking times.', { '2 Record-Breaking': Tag.VBG })).toEqual([])
  })

  it('takes an unknown word that begins a sentence as its subject for a name', () => {
    expect(renamed('Kelvion said it was safe.', { '0 Kelvion': Tag.NN })).toEqual(['Kelvion'])
    expect(renamed('Research said it was safe.', { '0 Research': Tag.NN })).toEqual([])
    expect(renamed('Kelvion said it was safe. We like kelvion.', { '0 Kelvion': Tag.NN })).toEqual([])
  })

  it('takes for a name what is explained at once', () => {
    const of = (text: string) => renamed(text, { '0 Unite': Tag.JJ })
    expect(of('Unite, the union that represents them, said it was safe.')).toEqual(['Unite'])
    expect(of('Unite, the union said.')).toEqual([])
    expect(of('Unite, the union that represents them, said we must unite.')).toEqual([])
  })

  it('takes a well-known name for one, and what a whole subject begins with', () => {
    expect(renamed('Reuters could not say.', { '0 Reuters': Tag.NNS })).toEqual(['Reuters'])
    expect(renamed('We read Reuters.', { '2 Reuters': Tag.NNS })).toEqual([])
    const street = (text: string) => renamed(text, { '0 Downing': Tag.VBG })
    expect(street('Downing Street said it was safe.')).toEqual(['Downing'])
    expect(street('Downing tools, Street said it was safe.')).toEqual([])
  })

  it('takes for a name what has a capital after the article that begins a sentence', () => {
    const text = (article: string) => `${article} Brandt administration agreed. Brandt left.`
    expect(renamed(text('The'), { '5 Brandt': Tag.NN })).toEqual(['Brandt'])
    expect(renamed('The Growth Report\n\nGrowth is slow.', { '3 Growth': Tag.NN })).toEqual([])
  })

  it('leaves what the text writes small too', () => {
    expect(renamed('We met with Waters. Waters rose. The waters fell.', { '5 Waters': Tag.NNS })).toEqual([])
  })

  it('leaves what is a name only where a sentence or heading begins', () => {
    expect(renamed('Growth Is Slow\n\nGrowth is slow.', { '3 Growth': Tag.NN })).toEqual([])
  })

  it('takes a transcript\u2019s labels for names, and one heading for none', () => {
    const turns = 'AKPAN: It is safe.\n\nCOLE: No.\n\nAKPAN: Yes.'
    expect(renamed(turns, { '0 AKPAN': Tag.NN, '10 AKPAN': Tag.NN })).toEqual(['AKPAN', 'AKPAN'])
    expect(renamed('WELLS: It is safe.', { '0 WELLS': Tag.NNS })).toEqual([])
  })
})

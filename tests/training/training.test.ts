import { buildTokenTable, RELATIONS, TAGS, tagTokens } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import {
  readCorpus,
  readParserExamples,
  readSilver,
  toSilverInput,
  trainParser,
  trainTagger,
  writeWeights
} from '@saywho/training'
import { describe, expect, it } from 'vitest'
import { AveragedWeights } from '../../packages/training/src/averaged-weights.ts'
import { makeRandom, shuffle } from '../../packages/training/src/random.ts'

const SENTENCE = 'The old mayor said the bridge works .'.split(' ')
const TAGGED = ['DT', 'JJ', 'NN', 'VBD', 'DT', 'NN', 'VBZ', '.']
const HEADS = [2, 2, 3, 3, 5, 6, 3, 3]
const LINKS = ['det', 'amod', 'nsubj', 'ROOT', 'det', 'nsubj', 'ccomp', 'punct']
const tokens = buildTokenTable(SENTENCE.join(' '), english)
const silver = () => readSilver(tokens, { id: 'a', tags: TAGGED, heads: HEADS, relations: LINKS })

describe('readCorpus', () => {
  it('reads a document a line', () => {
    expect(readCorpus('{"id":"a","text":"x","attributions":[]}\n\n')).toEqual([
      { id: 'a', text: 'x', attributions: [] }
    ])
  })
})

describe('silver data', () => {
  it('goes out as tokens and comes back as tags and heads', () => {
    expect(toSilverInput('a', tokens)).toMatchObject({ id: 'a', forms: SENTENCE, sentences: [0] })
    const { tag, head, relation } = silver()
    expect([...tag].map((its) => TAGS[its]).slice(0, 4)).toEqual(['DT', 'JJ', 'NN', 'VBD'])
    expect(head[3]).toBe(-1)
    expect(RELATIONS[relation[6]!]).toBe('ccomp')
  })

  it('refuses annotation of other tokens', () => {
    expect(() => readSilver(tokens, { id: 'a', tags: ['DT'], heads: [0], relations: ['ROOT'] })).toThrow(
      'a: 1 annotated tokens, 8 in the text; annotate it again'
    )
  })
})

describe('training', () => {
  it('learns what it is shown, the same from the same data', () => {
    const tagger = trainTagger([silver()])
    expect([...tagTokens(tokens, silver().shapes, tagger)]).toEqual([...silver().tag])
    const examples = readParserExamples(silver(), english, tagger)
    expect(examples[0]!.head[1]).toBe(3)
    const { actions, relations } = trainParser(examples)
    expect(actions.some((weight) => weight !== 0) && relations.some((weight) => weight !== 0)).toBe(true)
    const again = trainParser(readParserExamples(silver(), english, trainTagger([silver()])))
    expect(again.actions.every((weight, index) => weight === actions[index])).toBe(true)
    expect(writeWeights({ tagger: tagger.slice(0, 9) })).toBe(writeWeights({ tagger: tagger.slice(0, 9) }))
  })

  it('averages and rounds', () => {
    const weights = new AveragedWeights(3)
    weights.add(0, 4)
    weights.add(1, 0.1)
    weights.add(2, 1000)
    weights.step = 4
    expect([...weights.quantise(4, 2)]).toEqual([12, 0, 127])
  })

  it('shuffles the same with the same seed', () => {
    const order = shuffle([1, 2, 3, 4, 5, 6], makeRandom(3))
    expect(order).toEqual(shuffle([1, 2, 3, 4, 5, 6], makeRandom(3)))
    expect([...order].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
})

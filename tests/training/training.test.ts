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
import { decodeWeights, type WrittenWeights } from '../../packages/english/src/decode-weights.ts'
import { AveragedWeights, quantiseMean } from '../../packages/training/src/averaged-weights.ts'
import { makeRandom, shuffle } from '../../packages/training/src/random.ts'

const SENTENCE = 'The old mayor said the bridge works .'.split(' ')
const TAGGED = ['DT', 'JJ', 'NN', 'VBD', 'DT', 'NN', 'VBZ', '.']
const HEADS = [2, 2, 3, 3, 5, 6, 3, 3]
const LINKS = ['det', 'amod', 'nsubj', 'ROOT', 'det', 'nsubj', 'ccomp', 'punct']
const tokens = buildTokenTable(SENTENCE.join(' '), english)
const QUICK = { actionPatience: 1, arcPatience: 1 }
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
    const tagger = trainTagger([silver()], { patience: 1 })
    expect([...tagTokens(tokens, silver().shapes, tagger, english.closedWords)]).toEqual([...silver().tag])
    const examples = readParserExamples(silver(), english, tagger)
    expect(examples[0]!.head[1]).toBe(3)
    const { actions, relations } = trainParser(examples, QUICK)
    expect(actions.some((weight) => weight !== 0) && relations.some((weight) => weight !== 0)).toBe(true)
    const again = trainParser(
      readParserExamples(silver(), english, trainTagger([silver()], { patience: 1 })),
      QUICK
    )
    expect(again.actions.every((weight, index) => weight === actions[index])).toBe(true)
  })

  it('writes weights that are read back the same', async () => {
    const sparse = new Int8Array(2000)
    sparse.set([1, -127, 5], 255)
    sparse[999] = 127
    const ends = Int8Array.of(-1, 0, 1)
    const written = { sparse, none: new Int8Array(600), ends }
    const module = writeWeights(written)
    expect(writeWeights(written)).toBe(module)
    const trained = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as WrittenWeights
    expect(decodeWeights(trained)).toEqual(written)
  })

  it('averages and rounds', () => {
    const weights = new AveragedWeights(3)
    weights.add(0, 4)
    weights.add(1, 0.1)
    weights.add(2, 1000)
    weights.step = 4
    expect([...quantiseMean([weights.averages()])]).toEqual([3, 0, 127])
    expect([...quantiseMean([Float32Array.of(3, -1, -900), Float32Array.of(0, -4, 1)])]).toEqual([
      2, -2, -127
    ])
  })

  it('counts a weight from the change on that patience asks for, and then whole', () => {
    const weights = new AveragedWeights(2, 3)
    for (const by of [1, 1, 1, -1]) weights.add(0, by)
    weights.add(1, 5)
    expect([...weights.now]).toEqual([2, 0])
  })

  it('shuffles the same with the same seed', () => {
    const order = shuffle([1, 2, 3, 4, 5, 6], makeRandom(3))
    expect(order).toEqual(shuffle([1, 2, 3, 4, 5, 6], makeRandom(3)))
    expect([...order].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
})

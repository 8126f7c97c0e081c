import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  evaluate,
  type GoldDocument,
  type PredictedDocument,
  readGoldNdjson,
  readPredictedNdjson,
  scoreAttributions,
  toEvaluationJson
} from '@saywho/training'
import { extract } from 'saywho'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCorpusFile, scorer, whyNoScorer } from '../../support/corpora.ts'
import { generate } from './generate.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-score-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function writePair({ gold, predicted }: { gold: string; predicted: string }): [string, string] {
  const files: [string, string] = [join(folder, 'gold.ndjson'), join(folder, 'predicted.ndjson')]
  writeFileSync(files[0], gold)
  writeFileSync(files[1], predicted)
  return files
}

function ownFigures({ gold, predicted }: { gold: string; predicted: string }): Record<string, unknown> {
  const documents = readGoldNdjson(gold)
  const { acts, negative, calibration, named, chains, ...figures } = toEvaluationJson(
    evaluate(documents, readPredictedNdjson(predicted, documents))
  )
  return figures
}

const judgeFigures = (pair: { gold: string; predicted: string }): unknown =>
  JSON.parse(execFileSync(process.execPath, [scorer!, ...writePair(pair), '--json'], { encoding: 'utf8' }))

const TEXT = 'Ana said that it rained. “It pours,” Bo said.'
const rain = { type: 'indirect', source: [[0, 3]], cue: [[4, 8]], content: [[9, 23]] }
const pour = { type: 'direct', source: [[37, 39]], cue: [[40, 44]], content: [[25, 36]] }
const goldOf = (attributions: object[], more: object = {}) =>
  [{ id: 'a', text: TEXT, attributions, ...more }] as GoldDocument[]
const foundOf = (...attributions: object[]) => [{ id: 'a', attributions }] as PredictedDocument[]

describe('scoreAttributions', () => {
  it('gives full marks to what is right, marks and stops aside', () => {
    const { figures, speaker } = scoreAttributions(
      goldOf([rain, pour]),
      foundOf({ ...rain, content: [[9, 24]] }, { ...pour, content: [[26, 34]] })
    )
    for (const figure of Object.values(figures)) expect([0, 100]).toContain(figure.f1)
    expect(figures.exact).toEqual({ found: 2, gold: 2, predicted: 2, precision: 100, recall: 100, f1: 100 })
    expect(speaker).toEqual({ all: 100, direct: 100, mixed: null, indirect: 100 })
  })

  it('gives none to a wrong source, save for the content and the cue', () => {
    const { figures, speaker } = scoreAttributions(goldOf([rain]), foundOf({ ...rain, source: [[37, 39]] }))
    expect(figures['relation@0.3'].f1).toBe(0)
    expect([figures.content.f1, figures.cue.f1, figures.source.f1]).toEqual([100, 100, 0])
    expect(speaker.all).toBe(0)
  })

  it('takes a source that is absent on both sides for right, on one side for wrong', () => {
    const silent = { ...rain, source: [] }
    expect(scoreAttributions(goldOf([silent]), foundOf(silent)).figures.exact.f1).toBe(100)
    expect(scoreAttributions(goldOf([silent]), foundOf(rain)).figures['relation@0.5'].f1).toBe(0)
  })

  it('holds 0.3, 0.5 and 0.8 apart', () => {
    const { figures } = scoreAttributions(goldOf([rain]), foundOf({ ...rain, content: [[14, 23]] }))
    expect([figures['relation@0.3'].f1, figures['relation@0.5'].f1, figures['relation@0.8'].f1]).toEqual([
      100, 100, 0
    ])
  })

  it('leaves out what stands inside its parent, where gold is flat', () => {
    const outer = { ...pour, id: 'o', source: [], cue: [], content: [[0, 45]] }
    const inner = { ...rain, id: 'i', parentId: 'o' }
    expect(scoreAttributions(goldOf([]), foundOf(outer, inner)).figures.exact.predicted).toBe(2)
    expect(scoreAttributions(goldOf([], { flat: true }), foundOf(outer, inner)).figures.exact.predicted).toBe(
      1
    )
    const orphan = { ...inner, parentId: 'elsewhere' }
    expect(
      scoreAttributions(goldOf([], { flat: true }), foundOf(outer, orphan)).figures.exact.predicted
    ).toBe(2)
  })

  it('counts a document without a prediction as one in which nothing was found', () => {
    const score = scoreAttributions(goldOf([rain]), [{ id: 'b', attributions: [] }])
    expect(score).toMatchObject({ documentsWithoutPrediction: 1, documentsWithoutGold: 1 })
    expect(score.figures.exact).toMatchObject({ gold: 1, predicted: 0, precision: 0, recall: 0, f1: 0 })
  })

  it('scores nothing against nothing', () => {
    const { figures, speaker } = scoreAttributions([], [])
    expect([figures.exact.f1, speaker.all]).toEqual([0, null])
  })

  it.each([
    ['a span outside its text', foundOf({ ...rain, content: [[9, 46]] }), 'a: a span [9, 46] in a text of 45 characters'],
    ['an empty span', foundOf({ ...rain, cue: [[4, 4]] }), 'a: a span [4, 4]'],
    ['an unknown type', foundOf({ ...rain, type: 'quote' }), 'a: an attribution of the type quote'],
    ['a document twice', [...foundOf(), ...foundOf()], 'two predicted documents of the id a']
  ])('refuses %s', (_, predicted, message) => {
    expect(() => scoreAttributions(goldOf([rain]), predicted)).toThrow(message)
  }) // biome-ignore format: a table

  it("gives the judge's figures, kept from a run of it", () => {
    const file = new URL('fixtures/generated-1.json', import.meta.url)
    expect(ownFigures(generate(1))).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })
})

describe.skipIf(scorer === null)(`score.mjs and scoreAttributions${whyNoScorer}`, () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('agree on generated documents, %i', (seed) => {
    const pair = generate(seed)
    expect(ownFigures(pair)).toEqual(judgeFigures(pair))
  })

  it.each(['polnear', 'wider', 'gum'])(
    'agree on what saywho finds in %s',
    (corpus) => {
      const gold = readCorpusFile(`${corpus}/dev.ndjson`)
      const predicted = readGoldNdjson(gold)
        .map(({ id, text }) => JSON.stringify({ id, ...extract(text, { acts: 'all' }) }))
        .join('\n')
      expect(ownFigures({ gold, predicted })).toEqual(judgeFigures({ gold, predicted }))
    },
    60_000
  )

  const goldLine = (its: object) => JSON.stringify({ id: 'a', text: TEXT, attributions: [its] })
  const foundLine = (its: object) => JSON.stringify({ id: 'a', attributions: [its] })
  it.each([
    ['a span outside its text', goldLine(rain), foundLine({ ...rain, cue: [[4, 46]] })],
    ['a span before it', goldLine(rain), foundLine({ ...rain, cue: [[-1, 4]] })],
    ['an empty span', goldLine(rain), foundLine({ ...rain, content: [[4, 4]] })],
    ['half an offset', goldLine(rain), foundLine({ ...rain, content: [[4, 4.5]] })],
    ['an empty span in gold', goldLine({ ...rain, cue: [[4, 4]] }), foundLine(rain)],
    ['an unknown type', goldLine(rain), foundLine({ ...rain, type: 'quote' })],
    ['an unknown type in gold', goldLine({ ...rain, type: undefined }), foundLine(rain)],
    ['no attributions', goldLine(rain), '{"id": "a"}'],
    ['a document twice', goldLine(rain), `${foundLine(rain)}\n${foundLine(rain)}`],
    ['gold without text', JSON.stringify({ id: 'a', attributions: [] }), foundLine(rain)],
    ['gold without attributions', JSON.stringify({ id: 'a', text: '' }), foundLine(rain)]
  ])('both refuse %s', (_, gold, predicted) => {
    const { status } = spawnSync(process.execPath, [scorer!, ...writePair({ gold, predicted }), '--json'])
    expect(status).toBe(2)
    expect(() => ownFigures({ gold, predicted })).toThrow(/^line [12]: /)
  }) // biome-ignore format: a table
})

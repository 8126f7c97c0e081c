import { english } from '@saywho/english'
import {
  type GoldDocument,
  type GumAttribution,
  readAnnotatedNdjson,
  readConllu,
  readCorpus,
  readGum,
  readPolnear
} from '@saywho/training'
import { describe, expect, it } from 'vitest'
import { corpora, readCorpusFile, readCorpusFolder, whyNoCorpora } from '../support/corpora.ts'

/** What both ways of reading must give alike. Types and speakers are judged by marks and entities, and differ now and then. */
const comparable = (documents: readonly GoldDocument[]) =>
  documents.map(({ id, text, annotator, attributions }) => ({
    id,
    text,
    annotator,
    attributions: attributions.map(({ source, cue, content }) => ({ source, cue, content }))
  }))

function shareOfTypes(documents: readonly GoldDocument[], wanted: readonly GoldDocument[]): number {
  const types = (its: readonly GoldDocument[]) =>
    its.flatMap(({ attributions }) => attributions.map(({ type }) => type))
  const right = types(wanted)
  return types(documents).filter((type, index) => type === right[index]).length / right.length
}

describe.skipIf(corpora === null)(`the whole corpora${whyNoCorpora}`, () => {
  describe.each(['dev', 'train'])('%s', (part) => {
    it("PolNeAR's brat files give its NDJSON", () => {
      const [texts, annotations] = ['text', 'attributions'].map((folder) =>
        readCorpusFolder(`raw/polnear/data/${part}/${folder}`)
      )
      const wanted = readAnnotatedNdjson(readCorpusFile(`polnear/${part}.ndjson`))
      const documents = readPolnear(texts!, annotations!, english)
      expect(comparable(documents)).toEqual(comparable(wanted))
      expect(shareOfTypes(documents, wanted)).toBeGreaterThan(0.99)
      const several = readCorpus(readCorpusFile(`polnear/${part}.multi.ndjson`))
      const ids = new Set(several.map(({ id }) => id))
      const all = readPolnear(
        texts!.filter(({ name }) => ids.has(name.replace('.txt', ''))),
        annotations!.filter(({ name }) => ids.has(name.replace(/_[^_]+$/, ''))),
        english,
        'all'
      )
      expect(comparable(all)).toEqual(comparable(several))
    }, 120_000)

    it("GUM's discourse layer and CoNLL-U give its NDJSON", () => {
      const wanted = readAnnotatedNdjson(readCorpusFile(`gum/${part}.ndjson`))
      const documents = readConllu(readCorpusFile(`ud/gum-${part}.conllu`)).map((document) =>
        readGum(readCorpusFile(`raw/gum/rst/rstweb/${document.id}.rs4`), document, english)
      )
      expect(comparable(documents)).toEqual(comparable(wanted))
      expect(shareOfTypes(documents, wanted)).toBeGreaterThan(0.95)
      const clauses = (its: readonly GoldDocument[]) =>
        its.flatMap(({ attributions }) => (attributions as GumAttribution[]).map(({ clause }) => clause))
      expect(clauses(documents)).toEqual(clauses(readCorpus(readCorpusFile(`gum/${part}.ndjson`))))
    }, 120_000)

    it('wider holds to the form', () => {
      expect(readAnnotatedNdjson(readCorpusFile(`wider/${part}.ndjson`)).length).toBeGreaterThan(0)
    })
  })
})

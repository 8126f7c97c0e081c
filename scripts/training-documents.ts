import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@saywho/core'
import { english } from '@saywho/english'
import {
  attachTexts,
  type GoldDocument,
  readConlluTexts,
  readCorpus,
  readTrainingDocuments,
  type SyntaxTables,
  type TrainingDocument
} from '@saywho/training'

/** The tables that a parser is made of. */
export const SYNTAX_TABLES = ['tagger', 'actions', 'relations'] as const

/** Our own annotations. */
const readAnnotations = (file: string): string =>
  readFileSync(join('packages/training/annotations', file), 'utf8')

/**
 * Texts of our own: of many kinds; what shows how far contents go; quoted words that nobody says; forms that were misread; the press of
 * many countries; ways of saying that news seldom has; what pages of the web get wrong; and genres from agency news to fiction.
 */
const readWritten = (names = [...PARSED, 'genres']) =>
  names.map((name) => readAnnotations(`${name}.ndjson`)).join('')
/** Those that tags and links are learned from too: more of them change those of other texts by chance, and make them no better. */
const PARSED = ['written', 'extents', 'scare-quotes', 'forms', 'press', 'phrasings', 'constructions']
const readUncued = () => readAnnotations('uncued.ndjson')

/** The texts that the syntax is learned from, in order, by the corpus and id: ours among them, none of the dev parts, and nothing of UD that stands in them. */
export function readSyntaxTexts(corpora: string): { id: string; text: string }[] {
  const read = (file: string) => readFileSync(join(corpora, file), 'utf8')
  const dev = new Set(
    ['train', 'dev'].flatMap((part) =>
      readCorpus(read(`wider/${part}.ndjson`)).map(({ id }) => id.split('#')[0])
    )
  )
  return [
    ...['polnear', 'wider'].flatMap((corpus) =>
      readCorpus(read(`${corpus}/train.ndjson`)).map(({ id, text }) => ({ id: `${corpus}:${id}`, text }))
    ),
    ...['ewt-train', 'gum-train'].flatMap((part) =>
      readConlluTexts(read(`ud/${part}.conllu`))
        .filter(({ id }) => !dev.has(id))
        .map(({ id, text }) => ({ id: `ud:${id}`, text }))
    ),
    ...readCorpus(readWritten(PARSED) + readUncued()).map(({ id, text }) => ({ id: `own:${id}`, text }))
  ]
}

/** The annotated documents, each to be read by a parser that it did not teach, where `halvesFile` has those parsers' tables. */
export function readAttributedDocuments(corpora: string, halvesFile: string): TrainingDocument[] {
  const read = (file: string) => readFileSync(join(corpora, file), 'utf8')
  const halves = (JSON.parse(readFileSync(halvesFile, 'utf8')) as Record<string, string>[]).map((half) =>
    withWeights(
      english,
      Object.fromEntries(
        SYNTAX_TABLES.map((name) => [name, Int8Array.from(Buffer.from(half[name]!, 'base64'))])
      ) as unknown as SyntaxTables
    )
  )
  const halfOf = new Map(readSyntaxTexts(corpora).map(({ id }, index) => [id, halves[index % 2]!]))
  return readTrainingDocuments(
    {
      polnear: read('polnear/train.ndjson'),
      wider: read('wider/train.ndjson'),
      acts: read('acts/train.ndjson'),
      gum: read('gum/train.ndjson'),
      ewt: read('ud/ewt-train.conllu'),
      ownPolnear: readAnnotations('polnear.ndjson'),
      ownGum: readAnnotations('gum.ndjson'),
      ownEwt: readAnnotations('ewt.ndjson'),
      written: readWritten(),
      uncued: readUncued()
    },
    english
  ).map((document) => {
    const language = ['polnear', 'wider', 'ud', 'own']
      .map((corpus) => halfOf.get(`${corpus}:${document.id}`))
      .find(Boolean)
    return language ? { ...document, language } : document
  })
}

/** Our own annotations that name speakers: of texts of our own, of PolNeAR's and of the English Web Treebank's. GUM's texts have chains, which tell more. */
export function readNamedSpeakers(corpora: string): GoldDocument[] {
  const read = (file: string) => readFileSync(join(corpora, file), 'utf8')
  const texts = [
    ...readCorpus(read('polnear/train.ndjson')),
    ...readConlluTexts(read('ud/ewt-train.conllu'))
  ].map(({ id, text }) => [id, text] as const)
  const annotated = ['ewt.ndjson', 'polnear.ndjson'].flatMap((file) => readCorpus(readAnnotations(file)))
  return [...readCorpus(readWritten()), ...attachTexts(annotated, new Map(texts))]
}

/** A language pack with other weights in it. */
export function withWeights(language: Language, other: object): Language {
  const weights = { ...language.weights(), ...other }
  return { ...language, weights: () => weights }
}

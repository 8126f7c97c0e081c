import type { Language } from '@saywho/core/rooms'
import { classifyByMarks } from './classify-by-marks.ts'
import type { TrainingDocument } from './lesson.ts'
import { readConlluTexts } from './read-conllu.ts'
import { type GoldAttribution, type GoldDocument, type Range, readCorpus } from './read-corpus.ts'

/** The files that the English pack is trained on, as text. */
export interface TrainingFiles {
  /** PolNeAR and `wider`, train parts. */
  readonly polnear: string
  readonly wider: string
  /** Acts of attributions drawn from PolNeAR. */
  readonly acts: string
  /** GUM, train part, and the English Web Treebank's, as CoNLL-U: only their texts are used. */
  readonly gum: string
  readonly ewt: string
  /** Our annotations of those corpora's texts, and texts of our own; with all that `wider` asks for, nested and all. */
  readonly ownPolnear: string
  readonly ownGum: string
  readonly ownEwt: string
  readonly written: string
  /** Texts of our own whose contents structure sets apart: signed, labelled, in headlines. */
  readonly uncued: string
}

/** A document of which only a part is annotated, by the offsets in that part. */
export interface PartlyAnnotated extends GoldDocument {
  readonly part?: Range
}

interface ActLabel {
  doc: string
  index: number
  act: string
  negative: boolean
  odd: boolean
}

/** How much a document counts: what users' texts are like counts most; of an article of PolNeAR its makers' annotation counts more than ours. */
const WEIGHTS = { polnear: 2, ownPolnear: 1, wider: 5, own: 2 } as const

/**
 * The documents that the English pack is trained on. Our annotations carry no texts of others: those are looked up in the
 * corpora by id.
 */
export function readTrainingDocuments(files: TrainingFiles, language: Language): TrainingDocument[] {
  const polnear = readCorpus(files.polnear)
  const textOf = new Map(
    [...polnear, ...readCorpus(files.gum), ...readConlluTexts(files.ewt)].map(({ id, text }) => [id, text])
  )
  const acts = new Map<string, ActLabel[]>()
  for (const label of files.acts
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ActLabel))
    if (!label.odd) acts.set(label.doc, [...(acts.get(label.doc) ?? []), label])
  const withTexts = (file: string) => attachTexts(readCorpus(file), textOf)
  return [
    ...polnear.map((document) => ({
      ...withoutImpersonal(withActs(document, acts.get(document.id) ?? [])),
      weight: WEIGHTS.polnear
    })),
    ...readCorpus(files.wider).map((document) => ({ ...document, weight: WEIGHTS.wider })),
    ...withTexts(files.ownPolnear).map((document) => ({
      ...typed(document, language),
      weight: WEIGHTS.ownPolnear
    })),
    ...[...withTexts(files.ownGum), ...withTexts(files.ownEwt), ...readCorpus(files.written)].map(
      (document) => ({ ...typed(document, language), weight: WEIGHTS.own })
    ),
    ...readCorpus(files.uncued).map((document) => ({
      ...typed(document, language),
      weight: WEIGHTS.own,
      onlyUncued: true
    }))
  ]
}

/**
 * Annotations without texts, with those that they are of, or the parts of them.
 *
 * @param textOf the corpora's texts by id.
 * @throws {Error} where a text is not among them.
 */
export function attachTexts(
  annotated: readonly PartlyAnnotated[],
  textOf: ReadonlyMap<string, string>
): GoldDocument[] {
  return annotated.map(({ part, ...document }) => {
    const text = textOf.get(document.id)
    if (text === undefined) throw new Error(`${document.id} is annotated, but no corpus has its text`)
    return { ...document, text: part ? text.slice(...part) : text }
  })
}

/**
 * PolNeAR takes "is expected to" with nobody who expects for an attribution of a belief; for Saywho, and for `wider`, where
 * nobody says, thinks or wants anything there is none.
 */
function withoutImpersonal(document: GoldDocument): GoldDocument {
  const attributions = document.attributions.filter(
    ({ source, cue }) =>
      source.length > 0 || !cue.some(([start, end]) => IMPERSONAL.test(document.text.slice(start, end)))
  )
  return { ...document, attributions }
}

const IMPERSONAL = /\b(?:expected|supposed|projected|anticipated)\b/i

function withActs(document: GoldDocument, labels: readonly ActLabel[]): GoldDocument {
  if (labels.length === 0) return document
  const attributions: GoldAttribution[] = [...document.attributions]
  for (const { index, act, negative } of labels)
    attributions[index] = { ...attributions[index]!, act, negative }
  return { ...document, attributions }
}

/** With types told from quotation marks anew. */
function typed(document: GoldDocument, language: Language): GoldDocument {
  const typeOf = classifyByMarks(document.text, language)
  return { ...document, attributions: document.attributions.map((its) => ({ ...its, type: typeOf(its) })) }
}

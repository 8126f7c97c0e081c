import { TYPES } from '../attribution-types.ts'
import type { GoldDocument } from '../read-corpus.ts'
import type { PredictedDocument } from './predicted-document.ts'
import {
  type DocumentScore,
  MODES,
  ROLES,
  type Share,
  type SpeakerName,
  scoreDocument,
  type Tally,
  type TallyName
} from './score-document.ts'

/** Precision, recall and their harmonic mean, in percent; 0 where there is nothing to divide by. */
export interface Figure extends Tally {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface Score {
  readonly figures: Readonly<Record<TallyName, Figure>>
  /** Of the attributions whose content was found, how many have the right source, in percent; null where none was found. */
  readonly speaker: Readonly<Record<SpeakerName, number | null>>
  /** Of those that are annotated with who is meant, how often that was found, in percent; null where there are none. */
  readonly named: number | null
  readonly documentsWithoutPrediction: number
  /** Predicted documents that gold has not; they count for nothing. */
  readonly documentsWithoutGold: number
  /** In the order of gold's. */
  readonly documents: readonly DocumentScore[]
}

export const TALLY_NAMES: readonly TallyName[] = [
  ...ROLES,
  ...MODES.flatMap((mode) => [mode, ...TYPES.map((type) => `${mode} ${type}` as const)])
]
export const SPEAKER_NAMES: readonly SpeakerName[] = ['all', ...TYPES]

/**
 * Scores what a program found against what people annotated: cues, sources and contents; relations by how far the content
 * overlaps, 0.3, 0.5 or 0.8, with the sources agreeing; exact ones; and by type. Documents of gold that have no prediction count as
 * documents in which nothing was found. Where a document of gold is `flat`, predictions inside another, their parent, are left out.
 *
 * @throws {Error} when two predictions are of one document, a span reaches outside its text, or a type is none.
 * @example scoreAttributions(readCorpus(gold), [toPredictedDocument('a', extract(text))]).figures['relation@0.5'].f1
 */
export function scoreAttributions(
  gold: readonly GoldDocument[],
  predicted: readonly PredictedDocument[]
): Score {
  const byId = new Map<string, PredictedDocument>()
  for (const document of predicted) {
    if (document.id === null) continue
    if (byId.has(document.id)) throw new Error(`two predicted documents of the id ${document.id}`)
    byId.set(document.id, document)
  }
  const documents = gold.map((document) => scoreDocument(document, byId.get(document.id)))
  for (const { id } of gold) byId.delete(id)
  const figureOf = (name: TallyName) => toFigure(sumTallies(documents.map(({ tallies }) => tallies[name])))
  const speakerOf = (name: SpeakerName) => toPercent(sumShares(documents.map(({ speaker }) => speaker[name])))
  return {
    figures: Object.fromEntries(TALLY_NAMES.map((name) => [name, figureOf(name)])) as Score['figures'],
    speaker: Object.fromEntries(SPEAKER_NAMES.map((name) => [name, speakerOf(name)])) as Score['speaker'],
    named: toPercent(sumShares(documents.map(({ named }) => named))),
    documentsWithoutPrediction: documents.filter(({ isMissing }) => isMissing).length,
    documentsWithoutGold: byId.size,
    documents
  }
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = { found: 0, gold: 0, predicted: 0 }
  for (const { found, gold, predicted } of tallies) {
    sum.found += found
    sum.gold += gold
    sum.predicted += predicted
  }
  return sum
}

function sumShares(shares: readonly Share[]): Share {
  const sum = { right: 0, of: 0 }
  for (const { right, of } of shares) {
    sum.right += right
    sum.of += of
  }
  return sum
}

export function toFigure(tally: Tally): Figure {
  const precision = tally.predicted ? tally.found / tally.predicted : 0
  const recall = tally.gold ? tally.found / tally.gold : 0
  const f1 = precision + recall ? (200 * precision * recall) / (precision + recall) : 0
  return { ...tally, precision: 100 * precision, recall: 100 * recall, f1 }
}

const toPercent = ({ right, of }: Share): number | null => (of ? (100 * right) / of : null)

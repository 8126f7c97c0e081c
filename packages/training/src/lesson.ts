import type { QuotedStretch } from '@saywho/core'
import { type Language, type Reading, readText } from '@saywho/core/rooms'
import { type AlignedAttribution, alignGold } from './align-gold.ts'
import { nameReferents } from './name-referents.ts'
import type { GoldDocument } from './read-corpus.ts'

/** A document to learn from. */
export interface TrainingDocument extends GoldDocument {
  /** How much it counts; 1 unless told. */
  weight?: number
  /** A pack to read it with whose parser was not taught by it, so that trees are as good, or bad, as those of new texts. */
  language?: Language
  /** Whether it teaches which contents structure attributes, and nothing of cues. */
  onlyUncued?: boolean
  /** What is set apart as quoted, as `ExtractOptions` has it. */
  quoted?: readonly QuotedStretch[]
}

/** Folds that documents are told into unless told: what stands on top of another model learns from that model's answers on a fold it was not shown. */
export const FOLDS = 2

/** A document, read, with what is to be learned of it. */
export interface Lesson {
  readonly document: TrainingDocument
  readonly reading: Reading
  readonly aligned: readonly AlignedAttribution[]
  readonly weight: number
  /** Tokens inside an annotated content. */
  readonly inContent: Uint8Array
  readonly fold: number
}

export function readLesson(document: TrainingDocument, language: Language, folds = FOLDS): Lesson {
  const reading = readText(document.text, document.language ?? language, document.quoted ?? [])
  const aligned = nameReferents(reading, alignGold(reading, document.attributions))
  const inContent = new Uint8Array(reading.tokens.count)
  for (const { content } of aligned) for (const { from, to } of content) inContent.fill(1, from, to)
  return {
    document,
    reading,
    aligned,
    inContent,
    weight: document.weight ?? 1,
    fold: foldOf(document.text, folds)
  }
}

/** Documents of one text are in one fold. The number of `folds` is a power of two. */
function foldOf(text: string, folds: number): number {
  let hash = 7
  for (let i = 0; i < text.length; i += 7) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return ((hash >>> 8) ^ hash) & (folds - 1)
}

/** Whether a lesson teaches cues, their readings and their acts. */
export const teachesCues = ({ document }: Lesson): boolean => document.onlyUncued !== true

/** Whether nobody was asked about a token: inside a content of a document that annotates nothing there. */
export function isUnknown({ document, aligned, inContent }: Lesson, token: number): boolean {
  return document.flat === true && inContent[token] === 1 && !aligned.some(({ head }) => head === token)
}

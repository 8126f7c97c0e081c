import type { Extraction } from '@saywho/core'
import type { GoldAttribution, Range } from '../read-corpus.ts'

/** An attribution that a program found. */
export interface PredictedAttribution extends GoldAttribution {
  /** 0 to 1: the chance that content and source are right; absent where none is given. */
  confidence?: number
  /** Who was found to be meant; empty where nobody was, absent where the program does not tell. */
  speakers?: readonly PredictedSpeaker[]
}

/** Who is meant, by a name. */
export interface PredictedSpeaker {
  readonly name: string
  /** As `Source.type` tells it. */
  readonly type: string
}

/** What a program found in a document of gold's, by its id. */
export interface PredictedDocument {
  /** Null for a line of input that could not be read; it counts for nothing. */
  id: string | null
  attributions: PredictedAttribution[]
}

/** An extraction as it is scored. */
export function toPredictedDocument(id: string, { attributions, sources }: Extraction): PredictedDocument {
  const speakerOf = new Map(sources.map(({ id, name, type }) => [id, { name, type }]))
  const toRanges = (spans: readonly { start: number; end: number }[]): Range[] =>
    spans.map(({ start, end }) => [start, end])
  return {
    id,
    attributions: attributions.map(
      ({ id, type, act, negative, source, cue, content, parentId, confidence, sourceIds }) => ({
        id,
        type,
        act,
        negative,
        source: toRanges(source),
        cue: toRanges(cue),
        content: toRanges(content),
        parentId,
        confidence,
        speakers: sourceIds.map((source) => speakerOf.get(source)!)
      })
    )
  }
}

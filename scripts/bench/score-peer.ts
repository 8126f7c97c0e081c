import {
  type Evaluation,
  evaluate,
  type GoldAttribution,
  type GoldDocument,
  type PredictedDocument,
  type Range
} from '@saywho/training'
import type { Answer } from './peer-process.ts'

/** How right a peer is. */
export interface PeerScore {
  /** As it is scored everywhere. */
  readonly plain: Evaluation
  /** With all that can be said in favour of a program that knows direct quotations alone. */
  readonly helped: Evaluation
  /** Whoever it takes for the source. */
  readonly unattributed: Evaluation
}

/**
 * Scores what a peer answered; what it answered of other documents counts for nothing.
 *
 * @throws {Error} as `evaluate` does.
 */
export function scorePeer(gold: readonly GoldDocument[], answers: readonly Answer[]): PeerScore {
  const predicted = answers.map(({ id, attributions }): PredictedDocument => ({ id, attributions }))
  const goldOf = new Map(gold.map((document) => [document.id, document]))
  const helped = predicted.flatMap((document) => {
    const annotated = goldOf.get(document.id!)
    return annotated === undefined ? [] : [help(document, annotated)]
  })
  const score = (gold: readonly GoldDocument[], predicted: readonly PredictedDocument[]) =>
    evaluate(gold, predicted, { intervals: true })
  return {
    plain: score(gold, predicted),
    helped: score(gold, helped),
    unattributed: score(gold.map(withoutSources), predicted.map(withoutSources))
  }
}

const withoutSources = <D extends GoldDocument | PredictedDocument>(document: D): D => ({
  ...document,
  attributions: document.attributions.map((its) => ({ ...its, source: [] }))
})

const isDirect = ({ type }: GoldAttribution): boolean => type === 'direct'

/**
 * Puts a document's predictions in the best light: without those that name no source, without pieces in marks of what is annotated as
 * partly quoted, and with every source widened to the annotated one that it stands inside ("Brandt" to "Mayor Ana Brandt of Harlow").
 */
function help(document: PredictedDocument, { attributions: gold }: GoldDocument): PredictedDocument {
  const isPiece = (content: readonly Range[]) =>
    !gold.some((its) => isDirect(its) && countShared(its.content, content) > 0) &&
    gold.some((its) => countShared(its.content, content) * 2 >= countShared(content, content))
  const widen = (source: Range[]): Range[] => {
    const around = gold.find((its) => countShared(its.source, source) === countShared(source, source))
    return around?.source ?? source
  }
  return {
    ...document,
    attributions: document.attributions
      .filter((its) => !isDirect(its) || (its.source.length > 0 && !isPiece(its.content)))
      .map((its) => ({ ...its, source: widen(its.source) }))
  }
}

/** How many characters stand in both; the ranges of either do not overlap each other. */
const countShared = (a: readonly Range[], b: readonly Range[]): number =>
  a
    .flatMap(([start, end]) => b.map(([from, to]) => Math.max(0, Math.min(end, to) - Math.max(start, from))))
    .reduce((sum, shared) => sum + shared, 0)

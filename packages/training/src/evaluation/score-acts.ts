import { type Figure, sumTallies, toFigure } from './score-attributions.ts'
import type { DocumentScore, Share, Tally } from './score-document.ts'

export interface ActScore extends Share {
  /** In percent. */
  readonly accuracy: number
  /** The mean F1 of the acts that gold or the predictions have, in percent. */
  readonly macroF1: number
  readonly byAct: Readonly<Record<string, Figure>>
}

export interface NegativeScore extends Share {
  /** In percent. Denials are rare: see `figure` too. */
  readonly accuracy: number
  /** How well denials themselves are found. */
  readonly figure: Figure
}

/**
 * Scores acts over the pairs that are right at relation@0.5 and whose annotation has an act; null where there are none. A prediction without an
 * act is wrong.
 */
export function scoreActs(documents: readonly DocumentScore[]): ActScore | null {
  const pairs = documents.flatMap(readActs)
  if (pairs.length === 0) return null
  const byAct = Object.fromEntries(
    [...new Set(pairs.flatMap(([gold, predicted]) => (predicted === undefined ? [gold] : [gold, predicted])))]
      .sort()
      .map((act) => [act, toFigure(countLabel(pairs, act))])
  )
  const figures = Object.values(byAct)
  return {
    ...toShare(pairs),
    macroF1: figures.reduce((sum, { f1 }) => sum + f1, 0) / figures.length,
    byAct
  }
}

/** Scores denials over the same pairs, where the annotation tells; null where none does. */
export function scoreNegatives(documents: readonly DocumentScore[]): NegativeScore | null {
  const pairs = documents.flatMap(({ gold, predicted, pairs }) =>
    pairs['relation@0.5'].flatMap(([g, p]): [boolean, boolean][] => {
      const { negative } = gold.attributions[g]!
      return negative === undefined ? [] : [[negative, predicted[p]!.negative ?? false]]
    })
  )
  return pairs.length === 0 ? null : { ...toShare(pairs), figure: toFigure(countLabel(pairs, true)) }
}

/** The acts of a document's pairs: annotated, and found. */
export const readActs = ({ gold, predicted, pairs }: DocumentScore): [string, string | undefined][] =>
  pairs['relation@0.5'].flatMap(([g, p]): [string, string | undefined][] => {
    const act = gold.attributions[g]!.act
    return act === undefined || act === null ? [] : [[act, predicted[p]!.act]]
  })

function toShare(pairs: readonly (readonly [unknown, unknown])[]): Share & { accuracy: number } {
  const right = pairs.filter(([gold, predicted]) => gold === predicted).length
  return { right, of: pairs.length, accuracy: (100 * right) / pairs.length }
}

const countLabel = (pairs: readonly (readonly [unknown, unknown])[], label: unknown): Tally =>
  sumTallies(
    pairs.map(([gold, predicted]) => ({
      found: Number(gold === label && predicted === label),
      gold: Number(gold === label),
      predicted: Number(predicted === label)
    }))
  )

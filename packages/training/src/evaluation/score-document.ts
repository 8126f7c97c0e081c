import type { AttributionType } from '@saywho/core'
import { TYPES } from '../attribution-types.ts'
import type { GoldDocument } from '../read-corpus.ts'
import { agree, type Cover, countShared, coverLetters, isSame, measureOverlap } from './cover-letters.ts'
import { isRightSpeaker } from './match-speaker.ts'
import { pairOneToOne } from './pair-one-to-one.ts'
import type { PredictedAttribution, PredictedDocument } from './predicted-document.ts'

export const ROLES = ['cue', 'source', 'content'] as const
export const MODES = ['relation@0.3', 'relation@0.5', 'relation@0.8', 'exact'] as const

/** @useDeclaredType */
export type Role = (typeof ROLES)[number]
/**
 * How much of a relation must be right: content and source, or all of it.
 *
 * @useDeclaredType
 */
export type Mode = (typeof MODES)[number]
/** What is counted: a role, a relation, or a relation of one type. */
export type TallyName = Role | Mode | `${Mode} ${AttributionType}`
export type SpeakerName = 'all' | AttributionType

export interface Tally {
  found: number
  gold: number
  predicted: number
}

export interface Share {
  right: number
  of: number
}

/** An annotation and a prediction, by their indices. */
export type Pair = readonly [gold: number, predicted: number]

/** An attribution's roles by the letters and digits that they cover. */
export type Covers = Readonly<Record<Role, Cover>>

export interface DocumentScore {
  readonly gold: GoldDocument
  /** What was scored of the predictions: where gold is flat, none that stands inside another. */
  readonly predicted: readonly PredictedAttribution[]
  /** No prediction was given for the document. */
  readonly isMissing: boolean
  readonly goldCovers: readonly Covers[]
  readonly predictedCovers: readonly Covers[]
  readonly tallies: Readonly<Record<TallyName, Tally>>
  /** Of the pairs whose contents overlap at 0.5, those whose sources agree; by the type in gold. */
  readonly speaker: Readonly<Record<SpeakerName, Share>>
  /** Of those pairs whose annotation tells who is meant, those in which that was found. */
  readonly named: Share
  /** For each of those pairs who is meant: as annotated, and as found. */
  readonly chains: readonly { readonly gold: string; readonly predicted: string }[]
  readonly pairs: Readonly<Record<Mode, readonly Pair[]>>
}

/** Least overlap of two sources, two contents, or two cues that are the same. */
const SOURCE = 0.5
const CONTENT = 0.5
const CUE = 0.25

/**
 * Scores what was found in one document. Overlap is Jaccard's over letters and digits; an annotation and a prediction are paired one
 * to one, the best overlap first, and for relations those whose cues touch before others.
 *
 * @throws {Error} that names the document, when a span reaches outside its text or a type is none.
 */
export function scoreDocument(gold: GoldDocument, prediction: PredictedDocument | undefined): DocumentScore {
  const goldCovers = gold.attributions.map((its) => coverRoles(gold, its))
  const all = prediction?.attributions ?? []
  const allCovers = all.map((its) => coverRoles(gold, its))
  const kept = [...all.keys()].filter((index) => !gold.flat || !isInsideParent(index, all, allCovers))
  const predicted = kept.map((index) => all[index]!)
  const predictedCovers = kept.map((index) => allCovers[index]!)
  const types = { gold: gold.attributions.map(typeOf), predicted: predicted.map(typeOf) }

  const tallies = {} as Record<TallyName, Tally>
  for (const role of ROLES) {
    const [left, right] = [goldCovers, predictedCovers].map((covers) =>
      covers.map((its) => its[role]).filter((cover) => cover.length > 0)
    ) as [Cover[], Cover[]]
    const least = role === 'cue' ? CUE : CONTENT
    const pairs = pairOneToOne(left, right, (a, b) => {
      const overlap = measureOverlap(a, b)
      return overlap >= least ? overlap : 0
    })
    tallies[role] = { found: pairs.length, gold: left.length, predicted: right.length }
  }
  const pairs = {} as Record<Mode, Pair[]>
  for (const mode of MODES) {
    pairs[mode] = pairRelations(goldCovers, predictedCovers, RIGHT[mode])
    tallies[mode] = { found: pairs[mode].length, gold: goldCovers.length, predicted: predicted.length }
    for (const type of TYPES)
      tallies[`${mode} ${type}`] = {
        found: pairs[mode].filter(([g, p]) => types.gold[g] === type && types.predicted[p] === type).length,
        gold: types.gold.filter((its) => its === type).length,
        predicted: types.predicted.filter((its) => its === type).length
      }
  }
  const speaker = { all: noShare(), direct: noShare(), mixed: noShare(), indirect: noShare() }
  const byContent = pairByContent(goldCovers, predictedCovers)
  for (const [g, p] of byContent)
    for (const name of ['all', types.gold[g]!] as const) {
      speaker[name].of++
      if (agree(goldCovers[g]!.source, predictedCovers[p]!.source, SOURCE)) speaker[name].right++
    }
  const named = noShare()
  const chains: { gold: string; predicted: string }[] = []
  for (const [g, p] of byContent) {
    const { speaker: who } = gold.attributions[g]!
    const { speakers } = predicted[p]!
    if (who === undefined || speakers === undefined) continue
    named.of++
    if (isRightSpeaker(who, speakers)) named.right++
    if (who !== null)
      chains.push({
        gold: JSON.stringify(who),
        predicted: speakers.length > 0 ? JSON.stringify(speakers.map(({ name }) => name)) : `nobody ${p}`
      })
  }
  const isMissing = prediction === undefined
  return { gold, predicted, isMissing, goldCovers, predictedCovers, tallies, speaker, named, chains, pairs }
}

const noShare = (): Share => ({ right: 0, of: 0 })

const isRelation =
  (least: number) =>
  (a: Covers, b: Covers): boolean =>
    measureOverlap(a.content, b.content) >= least && agree(a.source, b.source, SOURCE)

/** When a prediction is right. */
const RIGHT: Readonly<Record<Mode, (gold: Covers, predicted: Covers) => boolean>> = {
  'relation@0.3': isRelation(0.3),
  'relation@0.5': isRelation(0.5),
  'relation@0.8': isRelation(0.8),
  exact: (a, b) => isSame(a.content, b.content) && isSame(a.source, b.source) && agree(a.cue, b.cue, CUE)
}

const doTouch = (a: Cover, b: Cover): number => (countShared(a, b) > 0 ? 1 : 0)

const pairRelations = (
  gold: readonly Covers[],
  predicted: readonly Covers[],
  isRight: (gold: Covers, predicted: Covers) => boolean
): [number, number][] =>
  pairOneToOne(gold, predicted, (a, b) =>
    isRight(a, b) ? measureOverlap(a.content, b.content) + doTouch(a.cue, b.cue) + 0.01 : 0
  )

const pairByContent = (gold: readonly Covers[], predicted: readonly Covers[]): [number, number][] =>
  pairOneToOne(gold, predicted, (a, b) => {
    const overlap = measureOverlap(a.content, b.content)
    return overlap >= CONTENT ? overlap + doTouch(a.cue, b.cue) : 0
  })

function coverRoles(
  { id, text }: GoldDocument,
  { type, source, cue, content }: PredictedAttribution
): Covers {
  if (!TYPES.includes(type as AttributionType)) throw new Error(`${id}: an attribution of the type ${type}`)
  try {
    return {
      source: coverLetters(text, source),
      cue: coverLetters(text, cue),
      content: coverLetters(text, content)
    }
  } catch (error) {
    throw new Error(`${id}: ${(error as Error).message}`)
  }
}

const typeOf = ({ type }: PredictedAttribution): AttributionType => type as AttributionType

/** Whether an attribution stands whole inside the content of its parent. */
function isInsideParent(
  index: number,
  all: readonly PredictedAttribution[],
  covers: readonly Covers[]
): boolean {
  const { parentId } = all[index]!
  if (!parentId) return false
  const parent = covers[all.findIndex(({ id }) => id === parentId)]
  const own = covers[index]!
  return (
    parent !== undefined && ROLES.every((role) => countShared(own[role], parent.content) === own[role].length)
  )
}

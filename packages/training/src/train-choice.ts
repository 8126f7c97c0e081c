import {
  type Candidate,
  type Choice,
  type CueChances,
  chooseCued,
  chooseUncued,
  describeProposal,
  describeUncued,
  holdsToken,
  isWord,
  LEAST_UNCUED,
  markTaken,
  PROPOSAL_FIGURES,
  proposeUncued,
  type Reading,
  type RoleProposal,
  SETTINGS,
  type TokenRange,
  type TreeTable,
  UNCUED_FIGURES
} from '@saywho/core/rooms'
import { fitCalibration } from './fit-calibration.ts'
import { isUnknown, type Lesson, teachesCues } from './lesson.ts'
import { trainTrees } from './train-trees.ts'

/** By lesson, from models that the lesson did not teach. */
export type Chances<Its extends Lesson> = ReadonlyMap<Its, Pick<CueChances, 'chance'>>
export type Proposals<Its extends Lesson> = ReadonlyMap<Its, readonly RoleProposal[]>

const CUED_TREES = { trees: 600, depth: 5, rate: 0.025, penalty: 1, share: 0.6 }
/** A leaf of the cued trees is as large as a thousandth of the readings that teach them, within these bounds: a few texts teach nothing in large ones. */
const LEAST_LEAF = 20
const MOST_LEAF = 40
const UNCUED_TREES = { trees: 150, depth: 5, rate: 0.1, leaf: 4, penalty: 1, share: 0.6 }

/**
 * Learns which reading is right, by trees; what they chose where they were not taught is what calibrations and uncued contents
 * learn from.
 *
 * @param least readings less likely right than this are not chosen.
 */
export function trainChoice<Its extends Lesson>(
  lessons: readonly Its[],
  chances: Chances<Its>,
  proposals: Proposals<Its>,
  least: number
): Choice {
  const inFold = (fold: number) => lessons.filter((lesson) => lesson.fold === fold)
  const outOfFold = (fold: number) => lessons.filter((lesson) => lesson.fold !== fold)
  const folds = [...new Set(lessons.map(({ fold }) => fold))]
  const chosen = new Map<Its, Candidate[]>()
  for (const fold of folds) {
    const trees = trainCuedTrees(outOfFold(fold), chances, proposals)
    for (const lesson of inFold(fold))
      chosen.set(
        lesson,
        chooseCued(lesson.reading, proposals.get(lesson)!, chances.get(lesson)!, trees, least)
      )
  }
  const cuedTrees = trainCuedTrees(lessons, chances, proposals)
  const uncuedFold = new Map(folds.map((fold) => [fold, trainUncuedTrees(outOfFold(fold), chances, chosen)]))
  const uncuedTrees = trainUncuedTrees(lessons, chances, chosen)

  // Each counts once, however much its corpus teaches: chances are for texts of any kind.
  const cuedCalibration = fitCalibration(
    lessons.filter(teachesCues).flatMap((lesson) =>
      chosen
        .get(lesson)!
        .filter(({ head }) => !isUnknown(lesson, head))
        .map(({ head, source, content, score }) => ({
          score,
          isRight: matchGold(lesson, head, source, content).content >= 0.8,
          weight: 1
        }))
    )
  )
  // PolNeAR's silence about quotations that stand alone too, so that the chances are no higher than what any corpus calls right.
  const uncuedCalibration = fitCalibration(
    lessons.flatMap((lesson) =>
      chooseUncued(
        lesson.reading,
        chosen.get(lesson)!,
        chances.get(lesson)!,
        uncuedFold.get(lesson.fold)!,
        LEAST_UNCUED
      ).map(({ source, content, score }) => ({
        score,
        isRight: matchGold(lesson, -1, source, content).content >= 0.8,
        weight: 1
      }))
    )
  )

  return { cuedTrees, uncuedTrees, cuedCalibration, uncuedCalibration }
}

function trainCuedTrees<Its extends Lesson>(
  lessons: readonly Its[],
  chances: Chances<Its>,
  proposals: Proposals<Its>
): TreeTable {
  const asked = lessons.filter(teachesCues).flatMap((lesson) =>
    proposals
      .get(lesson)!
      .filter(({ cue }) => !isUnknown(lesson, cue))
      .map((proposal) => ({ lesson, proposal }))
  )
  const rows = new Float32Array(asked.length * PROPOSAL_FIGURES)
  const target = new Float32Array(asked.length)
  const weight = new Float32Array(asked.length)
  asked.forEach(({ lesson, proposal }, i) => {
    const row = rows.subarray(i * PROPOSAL_FIGURES, (i + 1) * PROPOSAL_FIGURES)
    describeProposal(lesson.reading, proposal, chances.get(lesson)!.chance, row)
    const match = matchGold(lesson, proposal.cue, proposal.source, proposal.content)
    target[i] =
      (match.content >= 0.5 ? 0.5 : 0) + (match.content >= 0.8 ? 0.25 : 0) + (match.isExact ? 0.25 : 0)
    weight[i] = lesson.weight
  })
  const leaf = Math.min(MOST_LEAF, Math.max(LEAST_LEAF, Math.round(asked.length / 1000)))
  return trainTrees(rows, PROPOSAL_FIGURES, target, weight, { ...CUED_TREES, leaf })
}

function describeAllUncued<Its extends Lesson>(
  lesson: Its,
  chances: Chances<Its>,
  chosen: ReadonlyMap<Its, Candidate[]>
): { row: Float32Array; match: number }[] {
  const cued = chosen.get(lesson)!
  const taken = markTaken(lesson.reading.tokens.count, cued)
  // Flat documents have no uncued attributions, but take the colon after a label for a cue.
  const proposals = proposeUncued(lesson.reading, cued).filter(
    ({ setting }) => !lesson.document.flat || SETTINGS[setting] === 'turn'
  )
  return proposals.map((proposal) => {
    const row = new Float32Array(UNCUED_FIGURES)
    describeUncued(lesson.reading, proposal, chances.get(lesson)!.chance, taken, row)
    return { row, match: matchGold(lesson, -1, proposal.source, proposal.content).content }
  })
}

function trainUncuedTrees<Its extends Lesson>(
  lessons: readonly Its[],
  chances: Chances<Its>,
  chosen: ReadonlyMap<Its, Candidate[]>
): TreeTable {
  const all = lessons.flatMap((lesson) =>
    describeAllUncued(lesson, chances, chosen).map((its) => ({ ...its, weight: lesson.weight }))
  )
  const rows = new Float32Array(all.length * UNCUED_FIGURES)
  all.forEach(({ row }, i) => {
    rows.set(row, i * UNCUED_FIGURES)
  })
  const target = Float32Array.from(all, ({ match }) => (match >= 0.5 ? 0.5 : 0) + (match >= 0.8 ? 0.5 : 0))
  return trainTrees(
    rows,
    UNCUED_FIGURES,
    target,
    Float32Array.from(all, ({ weight }) => weight),
    UNCUED_TREES
  )
}

/** How well an annotated attribution of the same cue agrees: the best overlap of contents where the sources agree. */
function matchGold(
  { reading, aligned }: Lesson,
  head: number,
  source: readonly TokenRange[],
  content: readonly TokenRange[]
): { content: number; isExact: boolean } {
  let best = 0
  let isExact = false
  for (const its of aligned) {
    if (head < 0 ? its.head >= 0 && isWord(reading.tokens, its.head) : !holdsToken(its.cue, head)) continue
    const sources = overlap(reading, source, its.source)
    if (sources < 0.5) continue
    const contents = overlap(reading, content, its.content)
    if (contents > best) {
      best = contents
      isExact = contents === 1 && sources === 1
    }
  }
  return { content: best, isExact }
}

/** Jaccard overlap of the words in two sets of ranges, by their characters; 1 where both are empty. */
function overlap({ tokens }: Reading, left: readonly TokenRange[], right: readonly TokenRange[]): number {
  if (left.length === 0 && right.length === 0) return 1
  const size = (ranges: readonly TokenRange[], within: readonly TokenRange[] | null) => {
    let sum = 0
    for (const { from, to } of ranges)
      for (let token = from; token < to; token++)
        if (tokens.kind[token]! <= 2 && (within === null || holdsToken(within, token)))
          sum += tokens.end[token]! - tokens.start[token]!
    return sum
  }
  const shared = size(left, right)
  return shared / Math.max(1, size(left, null) + size(right, null) - shared)
}

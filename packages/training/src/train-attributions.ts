import type { AttributionType } from '@saywho/core'
import {
  ACT_FEATURES,
  ACTS,
  analyseSyntax,
  buildTokenTable,
  buildWindow,
  type Calibration,
  type Candidate,
  CUE_FEATURES,
  CUE_ROWS,
  type CueChances,
  chooseCued,
  cueUnitOf,
  describeAct,
  describeCueHead,
  describeProposal,
  describeUncued,
  describeWindow,
  findCueHeads,
  type Language,
  linkTree,
  markTaken,
  PROPOSAL_FIGURES,
  proposeCued,
  proposeUncued,
  type Reading,
  type RoleProposal,
  readQuotations,
  scoreCueHeads,
  sumTrees,
  type TokenRange,
  type TreeTable,
  UNCUED_FIGURES
} from '@saywho/core/rooms'
import { type AlignedAttribution, alignGold, labelWindow } from './align-gold.ts'
import { fitCalibration } from './fit-calibration.ts'
import { nameReferents } from './name-referents.ts'
import type { GoldDocument } from './read-corpus.ts'
import { type ActExample, trainActs } from './train-acts.ts'
import { type LogisticExamples, trainLogistic } from './train-logistic.ts'
import { type RoleExample, trainRoles } from './train-roles.ts'
import { trainTrees } from './train-trees.ts'

/** A document to learn from. */
export interface TrainingDocument extends GoldDocument {
  /** How much it counts; 1 unless told. */
  weight?: number
  /** A pack to read it with whose parser was not taught by it, so that trees are as good, or bad, as those of new texts. */
  language?: Language
}

/** What is learned of attributions: all weights of `Weights` but those of the syntax, as plain numbers. */
export interface AttributionModel {
  /** Stems of the words, full verbs aside, that were the head of a cue twice or more. */
  readonly cueWords: readonly string[]
  readonly cues: Float32Array
  readonly units: Float32Array
  readonly steps: Float32Array
  readonly acts: Float32Array
  readonly cuedTrees: TreeTable
  readonly uncuedTrees: TreeTable
  readonly cuedCalibration: Calibration
  readonly uncuedCalibration: Calibration
}

const FOLDS = 2
const CUE_REGIME = { passes: 8, rate: 0.02, decay: 1e-4, seed: 1 }
const ROLE_REGIME = { passes: 6, rate: 0.02, decay: 1e-4, seed: 1 }
const ACT_REGIME = { passes: 30, rate: 0.06, decay: 1e-4, seed: 1 }
const CUED_TREES = { trees: 150, depth: 5, rate: 0.1, leaf: 20, penalty: 1 }
const UNCUED_TREES = { trees: 60, depth: 4, rate: 0.1, leaf: 6, penalty: 1 }
/** As in the pipeline. */
const LEAST_CUED = 0.3

interface Lesson {
  readonly document: TrainingDocument
  readonly reading: Reading
  readonly aligned: readonly AlignedAttribution[]
  readonly heads: Int32Array
  readonly weight: number
  /** Tokens inside an annotated content. */
  readonly inContent: Uint8Array
  readonly fold: number
}

/**
 * Learns attributions from annotated documents, with the syntax of a language pack. Whatever stands on top of another model
 * learns from that model's answers on documents it was not shown (stacking, Wolpert 1992). The same documents give the
 * same numbers.
 *
 * @param documents where `flat` holds, nothing is annotated inside another attribution's content, and nothing is learned from silence there.
 * @param report is told what goes on.
 */
export function trainAttributions(
  documents: readonly TrainingDocument[],
  language: Language,
  report: (line: string) => void = () => {}
): AttributionModel {
  const read = documents.map((document) => {
    const own = document.language ?? language
    const tokens = buildTokenTable(document.text, own)
    const reading = readQuotations(tokens, linkTree(analyseSyntax(tokens, own)))
    return { document, reading, aligned: nameReferents(reading, alignGold(reading, document.attributions)) }
  })
  report(`${documents.length} documents read`)
  const cueWords = findCueWords(read)
  const known = new Set(cueWords)
  const lessons: Lesson[] = read.map(({ document, reading, aligned }) => {
    const inContent = new Uint8Array(reading.tokens.count)
    for (const { content } of aligned) for (const { from, to } of content) inContent.fill(1, from, to)
    return {
      document,
      reading,
      aligned,
      inContent,
      heads: findCueHeads(reading, known),
      weight: document.weight ?? 1,
      fold: foldOf(document.text)
    }
  })
  const inFold = (fold: number) => lessons.filter((lesson) => lesson.fold === fold)
  const outOfFold = (fold: number) => lessons.filter((lesson) => lesson.fold !== fold)
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold)

  const chances = new Map<Lesson, CueChances>()
  for (const fold of folds) {
    const cues = trainLogistic(CUE_ROWS, cueExamples(outOfFold(fold)), CUE_REGIME)
    for (const lesson of inFold(fold)) chances.set(lesson, chancesOf(lesson, cues))
  }
  const cues = trainLogistic(CUE_ROWS, cueExamples(lessons), CUE_REGIME)
  report('cues learned')

  const proposals = new Map<Lesson, RoleProposal[]>()
  for (const fold of folds) {
    const { units, steps } = trainRoles(roleExamples(outOfFold(fold), chances), ROLE_REGIME)
    for (const lesson of inFold(fold))
      proposals.set(
        lesson,
        proposeCued(lesson.reading, chances.get(lesson)!, {
          units: { weights: units, scale: 1 },
          steps: { weights: steps, scale: 1 }
        })
      )
    report(`roles learned without part ${fold + 1}`)
  }
  const { units, steps } = trainRoles(roleExamples(lessons, chances), ROLE_REGIME)
  report('roles learned')

  // Which reading is right, by trees; what they chose where they were not taught is what calibrations and uncued contents learn from.
  const chosen = new Map<Lesson, Candidate[]>()
  for (const fold of folds) {
    const trees = trainCuedTrees(outOfFold(fold), chances, proposals)
    for (const lesson of inFold(fold))
      chosen.set(
        lesson,
        chooseCued(lesson.reading, proposals.get(lesson)!, chances.get(lesson)!, trees, LEAST_CUED)
      )
  }
  const cuedTrees = trainCuedTrees(lessons, chances, proposals)
  const nested = lessons.filter(({ document }) => !document.flat)
  const uncuedFold = folds.map((fold) =>
    trainUncuedTrees(
      nested.filter((its) => its.fold !== fold),
      chances,
      chosen
    )
  )
  const uncuedTrees = trainUncuedTrees(nested, chances, chosen)
  report('readings ranked')

  const cuedCalibration = fitCalibration(
    lessons.flatMap((lesson) =>
      chosen
        .get(lesson)!
        .filter(({ head }) => !isUnknown(lesson, head))
        .map(({ head, source, content, score }) => ({
          score,
          isRight: matchGold(lesson, head, source, content).content >= 0.8,
          weight: lesson.weight
        }))
    )
  )
  const uncuedCalibration = fitCalibration(
    nested.flatMap((lesson) =>
      describeAllUncued(lesson, chances, chosen).map(({ row, match }) => ({
        score: 1 / (1 + Math.exp(-sumTrees(uncuedFold[lesson.fold]!, row))),
        isRight: match >= 0.8,
        weight: lesson.weight
      }))
    )
  )
  const acts = trainActs(actExamples(lessons), ACT_REGIME)
  report('acts learned')
  return { cueWords, cues, units, steps, acts, cuedTrees, uncuedTrees, cuedCalibration, uncuedCalibration }
}

/** Documents of one text are in one fold. */
function foldOf(text: string): number {
  let hash = 7
  for (let i = 0; i < text.length; i += 7) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return ((hash >>> 8) ^ hash) & (FOLDS - 1)
}

function findCueWords(
  read: readonly { reading: Reading; aligned: readonly AlignedAttribution[] }[]
): string[] {
  const counts = new Map<string, number>()
  for (const { reading, aligned } of read)
    for (const { head } of aligned)
      if (head >= 0) {
        const stem = reading.tree.syntax.stem[head]!
        counts.set(stem, (counts.get(stem) ?? 0) + 1)
      }
  return [...counts]
    .filter(([stem, count]) => count >= 2 && /^[a-z]/.test(stem))
    .map(([stem]) => stem)
    .sort()
}

/** Whether nobody was asked about a token: inside a content of a document that annotates nothing there. */
function isUnknown({ document, aligned, inContent }: Lesson, token: number): boolean {
  return document.flat === true && inContent[token] === 1 && !aligned.some(({ head }) => head === token)
}

function cueExamples(lessons: readonly Lesson[]): LogisticExamples {
  const rows: number[] = []
  const start = [0]
  const isTrue: number[] = []
  const weight: number[] = []
  const buffer = new Int32Array(CUE_FEATURES)
  for (const lesson of lessons) {
    const gold = new Set(lesson.aligned.map(({ head }) => head))
    for (const head of lesson.heads) {
      if (isUnknown(lesson, head)) continue
      const count = describeCueHead(lesson.reading, head, buffer)
      for (let i = 0; i < count; i++) rows.push(buffer[i]!)
      start.push(rows.length)
      isTrue.push(gold.has(head) ? 1 : 0)
      weight.push(lesson.weight)
    }
  }
  return {
    rows: Int32Array.from(rows),
    start: Int32Array.from(start),
    isTrue: Uint8Array.from(isTrue),
    weight: Float32Array.from(weight)
  }
}

function chancesOf({ reading, heads }: Lesson, weights: Float32Array): CueChances {
  return scoreCueHeads(reading, heads, { weights, scale: 1 })
}

function roleExamples(lessons: readonly Lesson[], chances: ReadonlyMap<Lesson, CueChances>): RoleExample[] {
  return lessons.flatMap((lesson) =>
    lesson.aligned
      .filter(({ head }) => head >= 0)
      .map((attribution) => {
        const window = buildWindow(lesson.reading, attribution.head)
        return {
          features: describeWindow(lesson.reading, window, chances.get(lesson)!.isLikely),
          cueUnit: cueUnitOf(window),
          labels: labelWindow(window, attribution),
          weight: lesson.weight
        }
      })
  )
}

function trainCuedTrees(
  lessons: readonly Lesson[],
  chances: ReadonlyMap<Lesson, CueChances>,
  proposals: ReadonlyMap<Lesson, RoleProposal[]>
): TreeTable {
  const asked = lessons.flatMap((lesson) =>
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
  return trainTrees(rows, PROPOSAL_FIGURES, target, weight, CUED_TREES)
}

function describeAllUncued(
  lesson: Lesson,
  chances: ReadonlyMap<Lesson, CueChances>,
  chosen: ReadonlyMap<Lesson, Candidate[]>
): { row: Float32Array; match: number }[] {
  const cued = chosen.get(lesson)!
  const taken = markTaken(lesson.reading.tokens.count, cued)
  return proposeUncued(lesson.reading, cued).map((proposal) => {
    const row = new Float32Array(UNCUED_FIGURES)
    describeUncued(lesson.reading, proposal, chances.get(lesson)!.chance, taken, row)
    return { row, match: matchGold(lesson, -1, proposal.source, proposal.content).content }
  })
}

function trainUncuedTrees(
  lessons: readonly Lesson[],
  chances: ReadonlyMap<Lesson, CueChances>,
  chosen: ReadonlyMap<Lesson, Candidate[]>
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
    if (head < 0 ? its.head >= 0 : !its.cue.some(({ from, to }) => from <= head && head < to)) continue
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
        if (
          tokens.kind[token]! <= 2 &&
          (within === null || within.some((range) => range.from <= token && token < range.to))
        )
          sum += tokens.end[token]! - tokens.start[token]!
    return sum
  }
  const shared = size(left, right)
  return shared / Math.max(1, size(left, null) + size(right, null) - shared)
}

function actExamples(lessons: readonly Lesson[]): ActExample[] {
  const buffer = new Int32Array(ACT_FEATURES)
  return lessons.flatMap(({ reading, aligned }) =>
    aligned
      .filter(({ gold, head, content }) => head >= 0 && content.length > 0 && gold.act !== undefined)
      .map(({ gold, head, source, content }) => {
        const count = describeAct(reading, { head, source, content }, gold.type as AttributionType, buffer)
        return {
          rows: buffer.slice(0, count),
          act: ACTS.indexOf(gold.act as (typeof ACTS)[number]),
          negative: gold.negative === true
        }
      })
  )
}

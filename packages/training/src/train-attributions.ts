import type { AttributionType } from '@saywho/core'
import {
  ACT_FEATURES,
  ACTS,
  buildWindow,
  type Choice,
  CUE_FEATURES,
  CUE_ROWS,
  type CueChances,
  cueUnitOf,
  describeAct,
  describeCueHead,
  describeWindow,
  findCueHeads,
  type Language,
  proposeCued,
  type RoleProposal,
  STEP_ROWS,
  scoreCueHeads,
  UNIT_ROWS
} from '@saywho/core/rooms'
import { labelWindow } from './align-gold.ts'
import { inOrders } from './in-orders.ts'
import { isUnknown, type Lesson, readLesson, type TrainingDocument, teachesCues } from './lesson.ts'
import { type ActExample, trainActs } from './train-acts.ts'
import { trainChoice } from './train-choice.ts'
import { type LogisticExamples, trainLogistic } from './train-logistic.ts'
import { type RoleExample, trainRoles } from './train-roles.ts'

/** What is learned of attributions: all weights of `Weights` but those of the syntax, as plain numbers. */
export interface AttributionModel extends Choice {
  /** Stems of the words, full verbs aside, that were the head of a cue twice or more. */
  readonly cueWords: readonly string[]
  readonly cues: Float32Array
  readonly units: Float32Array
  readonly steps: Float32Array
  readonly acts: Float32Array
}

const CUE_REGIME = { passes: 8, rate: 0.02, decay: 1e-4, seed: 1 }
const ROLE_REGIME = { passes: 6, rate: 0.02, decay: 1e-4, seed: 1 }
const ACT_REGIME = { passes: 30, rate: 0.06, decay: 1e-4, seed: 1 }

/** Readings likelier right than this are taken while learning how sure the others can be: a few more than are put out. */
const LEAST = 0.3

/** More folds than two give those on top answers that are closer to those of a model that learned from all. */
const FOLDS = 8

/** A feature of fewer cues or windows than this teaches nothing. */
const LEAST_SEEN = 3

interface CueLesson extends Lesson {
  readonly heads: Int32Array
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
  const read = documents.map((document) => readLesson(document, language, FOLDS))
  report(`${documents.length} documents read`)
  const cueWords = findCueWords(read.filter(teachesCues))
  const known = new Set(cueWords)
  const lessons: CueLesson[] = read.map((lesson) => ({
    ...lesson,
    heads: findCueHeads(lesson.reading, known)
  }))
  const teachers = lessons.filter(teachesCues)
  const others = lessons.filter((lesson) => !teachesCues(lesson))
  const inFold = (fold: number) => teachers.filter((lesson) => lesson.fold === fold)
  const outOfFold = (fold: number) => teachers.filter((lesson) => lesson.fold !== fold)
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold)

  const chances = new Map<CueLesson, CueChances>()
  for (const fold of folds) {
    const cues = learnCues(outOfFold(fold))
    for (const lesson of inFold(fold)) chances.set(lesson, chancesOf(lesson, cues))
  }
  const cues = learnCues(teachers)
  for (const lesson of others) chances.set(lesson, chancesOf(lesson, cues))
  report('cues learned')

  const proposals = new Map<CueLesson, RoleProposal[]>()
  for (const fold of folds) {
    const { units, steps } = learnRoles(roleExamples(outOfFold(fold), chances))
    for (const lesson of inFold(fold)) propose(lesson, units, steps)
    report(`roles learned without part ${fold + 1}`)
  }
  const { units, steps } = learnRoles(roleExamples(teachers, chances))
  for (const lesson of others) propose(lesson, units, steps)
  report('roles learned')

  const choice = trainChoice(lessons, chances, proposals, LEAST)
  report('readings ranked')
  const acts = trainActs(actExamples(teachers), ACT_REGIME)
  report('acts learned')
  return { cueWords, cues, units, steps, acts, ...choice }

  function propose(lesson: CueLesson, units: Float32Array, steps: Float32Array): void {
    proposals.set(
      lesson,
      proposeCued(lesson.reading, chances.get(lesson)!, {
        units: { weights: units, scale: 1 },
        steps: { weights: steps, scale: 1 }
      })
    )
  }
}

function learnCues(lessons: readonly CueLesson[]): Float32Array {
  return trainLogistic(CUE_ROWS, cueExamples(lessons), CUE_REGIME)
}

function learnRoles(examples: readonly RoleExample[]): Pick<AttributionModel, 'units' | 'steps'> {
  const learned = inOrders(ROLE_REGIME.seed, (seed) => trainRoles(examples, { ...ROLE_REGIME, seed }))
  return {
    units: meanOf(learned.map(({ units }) => units)),
    steps: meanOf(learned.map(({ steps }) => steps))
  }
}

/** The mean of tables of one length; the first is written over. */
function meanOf([mean, ...others]: readonly Float32Array[]): Float32Array {
  for (const other of others) for (let k = 0; k < mean!.length; k++) mean![k]! += other[k]!
  return mean!.map((sum) => sum / (others.length + 1))
}

function findCueWords(read: readonly Lesson[]): string[] {
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

function cueExamples(lessons: readonly CueLesson[]): LogisticExamples {
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
    ...keepRows(Int32Array.from(rows), Int32Array.from(start), countRows(CUE_ROWS, [rows])),
    isTrue: Uint8Array.from(isTrue),
    weight: Float32Array.from(weight)
  }
}

/** How many lists hold each row. */
function countRows(size: number, lists: readonly Iterable<number>[]): Uint32Array {
  const counts = new Uint32Array(size)
  for (const list of lists) for (const row of list) counts[row]!++
  return counts
}

/** Lists of rows, list `i` from `start[i]` up to `start[i + 1]`, without those that are rare. */
function keepRows(rows: Int32Array, start: Int32Array, counts: Uint32Array) {
  const kept = new Int32Array(rows.length)
  const keptStart = new Int32Array(start.length)
  let count = 0
  for (let list = 0; list + 1 < start.length; list++) {
    for (let at = start[list]!; at < start[list + 1]!; at++)
      if (counts[rows[at]!]! >= LEAST_SEEN) kept[count++] = rows[at]!
    keptStart[list + 1] = count
  }
  return { rows: kept.slice(0, count), start: keptStart }
}

function chancesOf({ reading, heads }: CueLesson, weights: Float32Array): CueChances {
  return scoreCueHeads(reading, heads, { weights, scale: 1 })
}

function roleExamples(
  lessons: readonly CueLesson[],
  chances: ReadonlyMap<CueLesson, CueChances>
): RoleExample[] {
  const examples = lessons.flatMap((lesson) =>
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
  const unitCounts = countRows(
    UNIT_ROWS,
    examples.map(({ features }) => new Set(features.unitRows))
  )
  const stepCounts = countRows(
    STEP_ROWS,
    examples.map(({ features }) => new Set(features.stepRows))
  )
  return examples.map((example) => {
    const { unitRows, unitStart, stepRows, stepStart } = example.features
    const units = keepRows(unitRows, unitStart, unitCounts)
    const steps = keepRows(stepRows, stepStart, stepCounts)
    return {
      ...example,
      features: { unitRows: units.rows, unitStart: units.start, stepRows: steps.rows, stepStart: steps.start }
    }
  })
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

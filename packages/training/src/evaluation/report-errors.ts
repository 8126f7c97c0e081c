import type { GoldAttribution, Range } from '../read-corpus.ts'
import { agree, countShared, measureOverlap } from './cover-letters.ts'
import { pairOneToOne } from './pair-one-to-one.ts'
import type { Covers, DocumentScore } from './score-document.ts'

/** What is wrong, from the worst known to the least. */
export const ERROR_KINDS = [
  'missed cue',
  'missed without a cue',
  'wrong source',
  'wrong content start',
  'wrong content end',
  'wrong content',
  'spurious'
] as const
export type ErrorKind = (typeof ERROR_KINDS)[number]

/** An annotation that was missed, a prediction that is spurious, or both where one was meant by the other. */
export interface AttributionError {
  readonly kind: ErrorKind
  readonly document: string
  readonly gold: GoldAttribution | null
  readonly predicted: GoldAttribution | null
  /** The sentences around both, UTF-16 code units. */
  readonly context: Range
}

/**
 * What is wrong at relation@0.5, by kind. An annotation that was missed and a prediction that is spurious are told as one error where their cues
 * touch or their contents overlap: where the contents agree, the source is wrong; else the content's start, its end, or more.
 * What is left of the annotations was missed, what is left of the predictions is spurious.
 */
export const reportErrors = (documents: readonly DocumentScore[]): AttributionError[] =>
  documents.flatMap(reportDocument)

function reportDocument(document: DocumentScore): AttributionError[] {
  const { gold, predicted, goldCovers, predictedCovers, pairs } = document
  const right = pairs['relation@0.5']
  const isLeft = (side: 0 | 1) => {
    const used = new Set(right.map((pair) => pair[side]))
    return (index: number) => !used.has(index)
  }
  const missed = [...goldCovers.keys()].filter(isLeft(0))
  const spurious = [...predictedCovers.keys()].filter(isLeft(1))
  const meant = pairOneToOne(missed, spurious, (g, p) => {
    const a = goldCovers[g]!
    const b = predictedCovers[p]!
    return (countShared(a.cue, b.cue) > 0 ? 1 : 0) + measureOverlap(a.content, b.content)
  })
  const errorOf = (kind: ErrorKind, g: number | null, p: number | null): AttributionError => {
    const its = {
      gold: g === null ? null : gold.attributions[g]!,
      predicted: p === null ? null : predicted[p]!
    }
    return { kind, document: gold.id, ...its, context: findContext(gold.text, [its.gold, its.predicted]) }
  }
  const meantOf = (side: 0 | 1) => new Set(meant.map((pair) => pair[side]))
  const [meantMissed, meantSpurious] = [meantOf(0), meantOf(1)]
  return [
    ...meant.map(([i, j]) =>
      errorOf(
        compareContents(goldCovers[missed[i]!]!, predictedCovers[spurious[j]!]!),
        missed[i]!,
        spurious[j]!
      )
    ),
    ...missed
      .filter((_, index) => !meantMissed.has(index))
      .map((g) => errorOf(goldCovers[g]!.cue.length > 0 ? 'missed cue' : 'missed without a cue', g, null)),
    ...spurious.filter((_, index) => !meantSpurious.has(index)).map((p) => errorOf('spurious', null, p))
  ].sort((a, b) => a.context[0] - b.context[0])
}

function compareContents(gold: Covers, predicted: Covers): ErrorKind {
  if (agree(gold.content, predicted.content, 0.5)) return 'wrong source'
  const doMeet = countShared(gold.content, predicted.content) > 0
  const startsRight = gold.content[0] === predicted.content[0]
  const endsRight = gold.content.at(-1) === predicted.content.at(-1)
  if (doMeet && startsRight && !endsRight) return 'wrong content end'
  if (doMeet && endsRight && !startsRight) return 'wrong content start'
  return 'wrong content'
}

/** From the start of the sentence that the attributions begin in, about, to the end of that they end in; within their paragraphs. */
function findContext(text: string, attributions: readonly (GoldAttribution | null)[]): Range {
  const ranges = attributions.flatMap((its) => (its ? [...its.source, ...its.cue, ...its.content] : []))
  const start = Math.min(...ranges.map((range) => range[0]))
  const end = Math.max(...ranges.map((range) => range[1]))
  if (ranges.length === 0) return [0, 0]
  const before = text.slice(Math.max(0, start - FARTHEST), start)
  const after = text.slice(end, end + FARTHEST)
  const breakBefore = [...before.matchAll(/[.!?][’'”")\]]*\s+|\n+/g)].at(-1)
  // An attribution that ends with its sentence needs nothing after it.
  const isWhole = /[.!?][’'”")\]]*$/.test(text.slice(start, end))
  const breakAfter = /[.!?][’'”")\]]*(?=\s|$)|(?=\n)/.exec(after)
  return [
    breakBefore ? start - before.length + breakBefore.index + breakBefore[0].length : start - before.length,
    isWhole ? end : breakAfter ? end + breakAfter.index + breakAfter[0].length : end + after.length
  ]
}

/** Sentences longer than this are cut, in characters on either side. */
const FARTHEST = 300

import type { Extraction, Span } from '@saywho/core'
import { mapSpans } from '@saywho/core/rooms'
import type { Text } from 'hast'
import { type AlignedRun, alignSource } from './align-source.ts'
import type { LinearText, Piece } from './linearise-tree.ts'

/** Part of the file: UTF-16 offsets into it. */
export interface FileRange {
  start: number
  end: number
}

/** Where characters of a text node stand in the file. */
interface Located extends FileRange {
  /** The characters, by offsets into the node's value. */
  from: number
  to: number
  /** False where all that is known is the node's whole extent. */
  isExact: boolean
}

/** Locates characters of a text node, in pieces. */
export type Locate = (node: Text, from: number, to: number) => Located[]

/** A stretch of the linear text, and the stretch of the file that it was drawn from. */
export interface OriginPiece {
  start: number
  end: number
  origin: FileRange
}

/** Makes a function that locates characters of text nodes; each node is aligned with the file once. */
export function createLocator(source: string): Locate {
  const runsOf = new Map<Text, AlignedRun[]>()
  const align = (node: Text): AlignedRun[] => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    const isKnown = typeof start === 'number' && typeof end === 'number' && start < end
    return isKnown ? alignSource(node.value, source.slice(start, end), start) : []
  }
  return (node, from, to) => {
    let runs = runsOf.get(node)
    if (runs === undefined) {
      runs = align(node)
      runsOf.set(node, runs)
    }
    const found: Located[] = []
    for (let index = firstThat(runs, (run) => run.to > from); index < runs.length; index++) {
      const run = runs[index]!
      if (run.from >= to) break
      const range = run.inStep
        ? {
            start: run.start + Math.max(0, from - run.from),
            end: run.end - Math.max(0, run.to - to)
          }
        : { start: run.start, end: run.end }
      found.push({
        ...range,
        from: Math.max(run.from, from),
        to: Math.min(run.to, to),
        isExact: run.inStep || run.to - run.from < node.value.length
      })
    }
    return found
  }
}

/** The extraction with the linear text, and for each span its pieces of the file. */
export function mapOrigins(extraction: Extraction, prose: LinearText, locate: Locate): Extraction {
  const place = (span: Span): Span => {
    const origin: FileRange[] = []
    for (const { node, from, to } of piecesOf(prose.pieces, span))
      for (const { start, end } of locate(node, from, to)) {
        const last = origin.at(-1)
        if (last !== undefined && last.end >= start && last.start <= start) last.end = Math.max(last.end, end)
        else origin.push({ start, end })
      }
    return origin.length === 0 ? span : { ...span, origin }
  }
  return { ...mapSpans(extraction, place), text: prose.text }
}

/** Where the whole linear text stands in the file, in order; white space that stands for other white space as a piece of its own. */
export function listOrigins({ pieces }: LinearText, locate: Locate): OriginPiece[] {
  const origins: OriginPiece[] = []
  for (const { node, start, end, from, to } of pieces)
    for (const its of locate(node, from, to)) {
      const inStep = end - start === to - from
      const piece = {
        start: inStep ? start + its.from - from : start,
        end: inStep ? start + its.to - from : end,
        origin: { start: its.start, end: its.end }
      }
      const last = origins.at(-1)
      if (last !== undefined && last.end > piece.start) last.origin.end = piece.origin.end
      else if (
        last !== undefined &&
        last.end === piece.start &&
        last.origin.end === piece.origin.start &&
        isInStep(last) &&
        isInStep(piece)
      ) {
        last.end = piece.end
        last.origin.end = piece.origin.end
      } else origins.push(piece)
    }
  return origins
}

const isInStep = ({ start, end, origin }: OriginPiece): boolean => end - start === origin.end - origin.start

/** The pieces that a stretch of the linear text touches, cut to it. One space that stands for many stays whole. */
export function* piecesOf(pieces: readonly Piece[], { start, end }: FileRange): Generator<Piece> {
  for (let index = firstThat(pieces, (piece) => piece.end > start); index < pieces.length; index++) {
    const piece = pieces[index]!
    if (piece.start >= end) return
    if (piece.end - piece.start !== piece.to - piece.from) yield piece
    else {
      const before = Math.max(0, start - piece.start)
      const after = Math.max(0, piece.end - end)
      yield {
        node: piece.node,
        start: piece.start + before,
        end: piece.end - after,
        from: piece.from + before,
        to: piece.to - after
      }
    }
  }
}

/** The index of the first item that passes, when all after one that passes do; the length when none does. */
function firstThat<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

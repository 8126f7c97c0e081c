import {
  isFullVerb,
  type Reading,
  RoleLabel,
  Tag,
  type TokenRange,
  type TokenTable,
  type Window
} from '@saywho/core/rooms'
import type { GoldAttribution } from './read-corpus.ts'

/** An annotated attribution in tokens. */
export interface AlignedAttribution {
  readonly gold: GoldAttribution
  /** The cue's head; -1 where no cue is expressed. */
  readonly head: number
  readonly cue: readonly TokenRange[]
  readonly source: readonly TokenRange[]
  readonly content: readonly TokenRange[]
}

/** Annotated spans as ranges of the tokens that they touch. */
export function alignGold(reading: Reading, attributions: readonly GoldAttribution[]): AlignedAttribution[] {
  const rangesOf = (spans: readonly (readonly [number, number])[]) =>
    spans.map(([start, end]) => toRange(reading.tokens, start, end)).filter(({ from, to }) => from < to)
  return attributions.map((gold) => {
    const cue = rangesOf(gold.cue)
    return {
      gold,
      head: findHead(reading, cue),
      cue,
      source: rangesOf(gold.source),
      content: rangesOf(gold.content)
    }
  })
}

/** The tokens that `start` up to `end` touches. */
export function toRange(
  { start: starts, end: ends, count }: TokenTable,
  start: number,
  end: number
): TokenRange {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle]! > start) high = middle
    else low = middle + 1
  }
  let to = low
  while (to < count && starts[to]! < end) to++
  return { from: low, to }
}

/** A cue's head: its first full verb, else "according", else its first noun, else its first adjective or first word. */
function findHead({ tokens, tree }: Reading, cue: readonly TokenRange[]): number {
  const { tag } = tree.syntax
  const all = cue.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))
  const first = (test: (token: number) => boolean) => all.find(test)
  return (
    first((token) => isFullVerb(tag[token]!)) ??
    first((token) => tokens.lower[token] === 'according') ??
    first((token) => tag[token] === Tag.NN || tag[token] === Tag.NNS) ??
    first((token) => tag[token] === Tag.JJ) ??
    first((token) => tag[token] === Tag.IN) ??
    all[0] ??
    -1
  )
}

/** The label of each unit of a window: that of most of its tokens. */
export function labelWindow(window: Window, { source, content }: AlignedAttribution): Uint8Array {
  const covered = (ranges: readonly TokenRange[], from: number, to: number) =>
    ranges.reduce((sum, range) => sum + Math.max(0, Math.min(to, range.to) - Math.max(from, range.from)), 0)
  return Uint8Array.from(window.from, (from, unit) => {
    const to = window.to[unit]!
    if (covered(content, from, to) * 2 >= to - from) return RoleLabel.content
    return covered(source, from, to) * 2 >= to - from ? RoleLabel.source : RoleLabel.none
  })
}

import type { Reading } from '../quotation/reading.ts'
import type { TokenRange } from '../text/token-table.ts'
import type { Window } from './build-window.ts'
import {
  computeMarginals,
  findBestPaths,
  type LabelRoom,
  makeLabelRoom,
  makePathRoom,
  type PathRoom,
  ROLE_COUNT,
  RoleLabel,
  type WindowScores
} from './label-window.ts'
import { closeQuotations, trimContent } from './trim-content.ts'

/** How many readings of a cue are weighed against each other. */
const MOST = 5

/** One reading of a cue: who is the source, and what is the content. */
export interface RoleProposal {
  readonly cue: number
  readonly source: readonly TokenRange[]
  readonly content: readonly TokenRange[]
  /** 0 for the labelling that scores best, and so on. */
  readonly rank: number
  /** Logarithm of the labelling's chance among all. */
  readonly logChance: number
  /** How much less it scores than the best. */
  readonly behind: number
  /** Mean and least chance of the content's units, mean of the source's, and the chance of content just outside its ends. */
  readonly contentChance: number
  readonly leastContentChance: number
  readonly sourceChance: number
  readonly chanceBefore: number
  readonly chanceAfter: number
}

/** Room for the readings of one cue. */
export interface RoleRoom {
  readonly labels: LabelRoom
  readonly paths: PathRoom
}

/** Room for windows of up to `units` units. */
export const makeRoleRoom = (units: number): RoleRoom => ({
  labels: makeLabelRoom(units),
  paths: makePathRoom(units, MOST)
})

/** The likeliest readings of a cue from its window's scores, the likeliest first; those without a content are left out. */
export function proposeRoles(
  reading: Reading,
  window: Window,
  scores: WindowScores,
  { labels: labelRoom, paths: pathRoom } = makeRoleRoom(scores.count)
): RoleProposal[] {
  const { tokens, tree, quotations } = reading
  const { unit: chances, logSum } = computeMarginals(scores, labelRoom)
  const proposals: RoleProposal[] = []
  let likeliestSource = 0
  for (let at: number = RoleLabel.source; at < scores.count * ROLE_COUNT; at += ROLE_COUNT)
    likeliestSource = Math.max(likeliestSource, chances[at]!)
  const paths = findBestPaths(scores, MOST, pathRoom)
  for (const [rank, { labels, score }] of paths.entries()) {
    const raw = rangesOf(window, labels, RoleLabel.content)
    const closed = closeQuotations(tokens, raw, window.cue, quotations)
    const content = trimContent(tokens, tree, quotations, closed)
    if (content.length === 0) continue
    const source = longest(rangesOf(window, labels, RoleLabel.source))
    if (proposals.some((its) => areSame(its.source, source) && areSame(its.content, content))) continue
    let total = 0
    let least = 1
    let units = 0
    let sourceTotal = 0
    let sourceUnits = 0
    let firstUnit = -1
    let lastUnit = -1
    for (let unit = 0; unit < labels.length; unit++) {
      const label = labels[unit]!
      if (label === RoleLabel.content) {
        const chance = chances[unit * ROLE_COUNT + RoleLabel.content]!
        total += chance
        units++
        if (chance < least) least = chance
        if (firstUnit < 0) firstUnit = unit
        lastUnit = unit
      } else if (label === RoleLabel.source) {
        sourceTotal += chances[unit * ROLE_COUNT + RoleLabel.source]!
        sourceUnits++
      }
    }
    const outside = (unit: number) =>
      unit < 0 || unit >= labels.length ? 0 : chances[unit * ROLE_COUNT + RoleLabel.content]!
    proposals.push({
      cue: window.cue,
      source,
      content,
      rank,
      logChance: score - logSum,
      behind: paths[0]!.score - score,
      contentChance: total / units,
      leastContentChance: least,
      sourceChance: sourceUnits > 0 ? sourceTotal / sourceUnits : 1 - likeliestSource,
      chanceBefore: outside(firstUnit - 1),
      chanceAfter: outside(lastUnit + 1)
    })
  }
  return proposals
}

function rangesOf({ from, to }: Window, labels: Uint8Array, label: number): TokenRange[] {
  const ranges: { from: number; to: number }[] = []
  let last: { from: number; to: number } | undefined
  for (let unit = 0; unit < labels.length; unit++) {
    if (labels[unit] !== label) continue
    if (last !== undefined && last.to === from[unit]) last.to = to[unit]!
    else {
      last = { from: from[unit]!, to: to[unit]! }
      ranges.push(last)
    }
  }
  return ranges
}

/** A source stands in one piece: the longest, the first where several are. */
function longest(ranges: readonly TokenRange[]): TokenRange[] {
  let best: TokenRange | undefined
  for (const range of ranges) if (!best || range.to - range.from > best.to - best.from) best = range
  return best ? [best] : []
}

export const areSame = (some: readonly TokenRange[], others: readonly TokenRange[]): boolean =>
  some.length === others.length &&
  some.every(({ from, to }, i) => from === others[i]!.from && to === others[i]!.to)

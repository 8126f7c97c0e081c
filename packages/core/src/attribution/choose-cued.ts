import type { CueChances } from '../cue/score-cues.ts'
import type { TreeTable } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import { areSame, type RoleProposal } from '../role/propose-roles.ts'
import { Tag } from '../tagging/tags.ts'
import { holdsToken } from '../text/holds-token.ts'
import { isTimeOfEntry, type TokenRange } from '../text/token-table.ts'
import { ContentIndex, listAt } from './content-index.ts'
import { describeProposal, PROPOSAL_FIGURES } from './describe-proposal.ts'
import { sumTrees } from './sum-trees.ts'

interface Scored {
  readonly proposal: RoleProposal
  readonly score: number
}

/** Readings of a cue whose scores differ by no more than this are alike. */
const ALIKE = 0.04
/** The least score of what stands in another's content, and may be no more than what that one tells of. */
const LEAST_NESTED = 0.45

/**
 * The readings of cues that can stand together and are likelier than `least`: one a cue, none crossing another, the likelier before. Where two share
 * words of their contents, one holds the cue of the other, as who reports does what is reported; a likelier one that does not
 * gives way to another reading of its cue where the two, by what they are above `least`, are likelier together. What stands in another's
 * content has to be likelier (`LEAST_NESTED`).
 */
export function chooseCued(
  reading: Reading,
  proposals: readonly RoleProposal[],
  { chance }: Pick<CueChances, 'chance'>,
  trees: TreeTable,
  least: number
): Candidate[] {
  const row = new Float32Array(PROPOSAL_FIGURES)
  const scored = new Map<number, Scored[]>()
  for (const proposal of proposals) {
    describeProposal(reading, proposal, chance, row)
    listAt(scored, proposal.cue).push({ proposal, score: 1 / (1 + Math.exp(-sumTrees(trees, row))) })
  }
  const ranked = [...scored.values()]
    .flatMap(preferFuller)
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.proposal.cue - b.proposal.cue || a.proposal.rank - b.proposal.rank)
  const readingsOf = new Map<number, Scored[]>()
  for (const its of ranked) listAt(readingsOf, its.proposal.cue).push(its)
  const chosen = new Map<number, Scored>()
  const index = new ContentIndex()
  /** What is chosen, by the tokens of its content. */
  const covering: (Scored[] | undefined)[] = new Array(reading.tokens.count)
  for (const its of ranked) {
    if (chosen.has(its.proposal.cue) || !fits(its)) continue
    const rivals = findRivals(its)
    if (rivals.size > 1) continue
    const [rival] = rivals
    if (rival === undefined) {
      add(its)
      continue
    }
    remove(rival)
    add(its)
    const instead = readingsOf
      .get(rival.proposal.cue)!
      .find((other) => other !== rival && fits(other) && findRivals(other).size === 0)
    if (instead !== undefined && its.score + instead.score > rival.score + least) add(instead)
    else {
      remove(its)
      add(rival)
    }
  }
  return ranked
    .filter((its) => chosen.get(its.proposal.cue) === its && (its.score >= LEAST_NESTED || !isNested(its)))
    .map(({ proposal: { cue, source, content }, score }) => ({
      rule: 'cue',
      head: cue,
      source: source.map((range) => trimSource(reading, range)),
      content,
      score
    }))

  function fits({ proposal: { content } }: Scored): boolean {
    return !index.has(content) && !index.crosses(content)
  }

  /** What is chosen and shares words with a reading, neither holding the other's cue. */
  function findRivals({ proposal: { cue, content } }: Scored): ReadonlySet<Scored> {
    const rivals = new Set<Scored>()
    for (const { from, to } of content)
      for (let token = from; token < to; token++)
        for (const other of covering[token] ?? NONE)
          if (!holdsToken(content, other.proposal.cue) && !holdsToken(other.proposal.content, cue))
            rivals.add(other)
    return rivals
  }

  /** Whether a cue stands in what another is chosen for. */
  function isNested(its: Scored): boolean {
    return covering[its.proposal.cue]?.some((other) => other !== its) ?? false
  }

  function add(its: Scored): void {
    const { cue, content } = its.proposal
    chosen.set(cue, its)
    index.add(content)
    for (const { from, to } of content)
      for (let token = from; token < to; token++) {
        const here = covering[token]
        if (here) here.push(its)
        else covering[token] = [its]
      }
  }

  function remove(its: Scored): void {
    const { cue, content } = its.proposal
    chosen.delete(cue)
    index.delete(content)
    for (const { from, to } of content)
      for (let token = from; token < to; token++) {
        const here = covering[token]!
        here.splice(here.indexOf(its), 1)
      }
  }
}

const NONE: readonly Scored[] = []

/**
 * The readings of a cue, where the fullest of those that are alike has changed scores with the likeliest: to leave out "unless it rains"
 * changes what was said, to leave it in does not.
 */
function preferFuller(readings: readonly Scored[]): readonly Scored[] {
  const likeliest = readings.reduce((most, its) => (its.score > most.score ? its : most))
  const isFuller = ({ proposal, score }: Scored, than: Scored) =>
    score >= likeliest.score - ALIKE &&
    areSame(proposal.source, than.proposal.source) &&
    than.proposal.content.every(({ from, to }) =>
      proposal.content.some((other) => other.from <= from && to <= other.to)
    )
  const fullest = readings.reduce((most, its) => (isFuller(its, most) ? its : most), likeliest)
  if (fullest === likeliest) return readings
  return readings.map((its) =>
    its === fullest
      ? { ...its, score: likeliest.score }
      : its === likeliest
        ? { ...its, score: fullest.score }
        : its
  )
}

/** A source without the comma or dash that parts it from its verb, or the full stop after it, or the time before it. */
function trimSource({ tokens, tree }: Reading, { from, to }: TokenRange): TokenRange {
  const { tag } = tree.syntax
  let end = to
  while (end > from + 1 && ENDS.has(tag[end - 1]!)) end--
  return { from: end > from + 1 && isTimeOfEntry(tokens, from) ? from + 1 : from, to: end }
}

const ENDS: ReadonlySet<number> = new Set([Tag.COMMA, Tag.DASH, Tag.STOP])

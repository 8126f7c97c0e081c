import type { CueChances } from '../cue/score-cues.ts'
import type { TreeTable } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import type { RoleProposal } from '../role/propose-roles.ts'
import { Tag } from '../tagging/tags.ts'
import { holdsToken } from '../text/holds-token.ts'
import type { TokenRange } from '../text/token-table.ts'
import { ContentIndex, listAt } from './content-index.ts'
import { describeProposal, PROPOSAL_FIGURES } from './describe-proposal.ts'
import { sumTrees } from './sum-trees.ts'

interface Scored {
  readonly proposal: RoleProposal
  readonly score: number
}

/**
 * The readings of cues that can stand together and are likelier than `least`: one a cue, none crossing another, the likelier before. Where two share
 * words of their contents, one holds the cue of the other, as who reports does what is reported; a likelier one that does not
 * gives way to another reading of its cue where the two, by what they are above `least`, are likelier together.
 */
export function chooseCued(
  reading: Reading,
  proposals: readonly RoleProposal[],
  { chance }: Pick<CueChances, 'chance'>,
  trees: TreeTable,
  least: number
): Candidate[] {
  const row = new Float32Array(PROPOSAL_FIGURES)
  const scored = proposals.map((proposal): Scored => {
    describeProposal(reading, proposal, chance, row)
    return { proposal, score: 1 / (1 + Math.exp(-sumTrees(trees, row))) }
  })
  const ranked = scored
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
    .filter((its) => chosen.get(its.proposal.cue) === its)
    .map(({ proposal: { cue, source, content }, score }) => ({
      rule: 'cue',
      head: cue,
      source: source.map((range) => withoutMark(reading, range)),
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

/** A source without the comma or dash that parts it from its verb, or the full stop after it. */
function withoutMark({ tree }: Reading, { from, to }: TokenRange): TokenRange {
  const { tag } = tree.syntax
  let end = to
  while (end > from + 1 && ENDS.has(tag[end - 1]!)) end--
  return { from, to: end }
}

const ENDS: ReadonlySet<number> = new Set([Tag.COMMA, Tag.DASH, Tag.STOP])

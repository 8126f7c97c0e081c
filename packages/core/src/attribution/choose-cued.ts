import type { CueChances } from '../cue/score-cues.ts'
import type { TreeTable } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import type { RoleProposal } from '../role/propose-roles.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange } from '../text/token-table.ts'
import { ContentIndex } from './content-index.ts'
import { describeProposal, PROPOSAL_FIGURES } from './describe-proposal.ts'
import { sumTrees } from './sum-trees.ts'

/**
 * The readings of cues that can stand together and are likelier than `least`: one a cue, none crossing another, the likelier before; where two share
 * words of their contents, one holds the cue of the other, as who reports does what is reported.
 */
export function chooseCued(
  reading: Reading,
  proposals: readonly RoleProposal[],
  { chance }: Pick<CueChances, 'chance'>,
  trees: TreeTable,
  least: number
): Candidate[] {
  const row = new Float32Array(PROPOSAL_FIGURES)
  const scored = proposals.map((proposal) => {
    describeProposal(reading, proposal, chance, row)
    return { proposal, score: 1 / (1 + Math.exp(-sumTrees(trees, row))) }
  })
  const ranked = scored
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.proposal.cue - b.proposal.cue || a.proposal.rank - b.proposal.rank)
  const read = new Set<number>()
  const index = new ContentIndex()
  const covering = new Map<number, Candidate[]>()
  const chosen: Candidate[] = []
  for (const { proposal, score } of ranked) {
    const { cue, source, content } = proposal
    if (read.has(cue) || index.has(content) || index.crosses(content) || sharesWords(cue, content)) continue
    read.add(cue)
    index.add(content)
    const candidate: Candidate = {
      rule: 'cue',
      head: cue,
      source: source.map((range) => withoutMark(reading, range)),
      content,
      score
    }
    chosen.push(candidate)
    for (const { from, to } of content)
      for (let token = from; token < to; token++) {
        const here = covering.get(token)
        if (here) here.push(candidate)
        else covering.set(token, [candidate])
      }
  }
  return chosen

  /** Whether a content shares words with one that is chosen, and neither holds the other's cue. */
  function sharesWords(cue: number, content: readonly TokenRange[]): boolean {
    for (const { from, to } of content)
      for (let token = from; token < to; token++)
        for (const other of covering.get(token) ?? [])
          if (!holds(content, other.head) && !holds(other.content, cue)) return true
    return false
  }
}

const holds = (content: readonly TokenRange[], token: number): boolean =>
  content.some(({ from, to }) => from <= token && token < to)

/** A source without the comma or dash that parts it from its verb, or the full stop after it. */
function withoutMark({ tree }: Reading, { from, to }: TokenRange): TokenRange {
  const { tag } = tree.syntax
  let end = to
  while (end > from + 1 && ENDS.has(tag[end - 1]!)) end--
  return { from, to: end }
}

const ENDS: ReadonlySet<number> = new Set([Tag.COMMA, Tag.DASH, Tag.STOP])

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

/** The readings of cues that can stand together and are likelier than `least`: one a cue, none crossing another, the likelier before. */
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
  const chosen: Candidate[] = []
  for (const { proposal, score } of ranked) {
    const { cue, source, content } = proposal
    if (read.has(cue) || index.has(content) || index.crosses(content)) continue
    read.add(cue)
    index.add(content)
    chosen.push({
      rule: 'cue',
      head: cue,
      source: source.map((range) => withoutComma(reading, range)),
      content,
      score
    })
  }
  return chosen
}

/** A source without the comma or dash that parts it from its verb. */
function withoutComma({ tree }: Reading, { from, to }: TokenRange): TokenRange {
  const { tag } = tree.syntax
  let end = to
  while (end > from + 1 && (tag[end - 1] === Tag.COMMA || tag[end - 1] === Tag.DASH)) end--
  return { from, to: end }
}

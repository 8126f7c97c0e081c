import type { CueChances } from '../cue/score-cues.ts'
import type { TreeTable } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import { proposeUncued, SETTINGS, type UncuedProposal } from '../role/propose-uncued.ts'
import { ContentIndex } from './content-index.ts'
import { describeUncued, UNCUED_FIGURES } from './describe-uncued.ts'
import { sumTrees } from './sum-trees.ts'

/**
 * Contents that structure alone attributes, likelier than `least`, beside those `cued`: none shares words with another such, none shares a piece with any, or crosses one. A turn
 * comes before what is quoted in it, then the likelier before.
 */
export function chooseUncued(
  reading: Reading,
  cued: readonly Candidate[],
  { chance }: Pick<CueChances, 'chance'>,
  trees: TreeTable,
  least: number
): Candidate[] {
  const { count } = reading.tokens
  const taken = markTaken(count, cued)
  const row = new Float32Array(UNCUED_FIGURES)
  const index = new ContentIndex()
  for (const { content } of cued) index.add(content)
  const hasRoom = ({ content }: UncuedProposal) => !index.sharesPiece(content) && !index.crosses(content)
  const ranked = proposeUncued(reading, cued)
    .filter(hasRoom)
    .map((proposal, order) => {
      describeUncued(reading, proposal, chance, taken, row)
      return { proposal, order, score: 1 / (1 + Math.exp(-sumTrees(trees, row))) }
    })
    .filter(({ score }) => score >= least)
    .sort((a, b) => isTurn(b.proposal) - isTurn(a.proposal) || b.score - a.score || a.order - b.order)
  const used = new Uint8Array(count)
  const chosen: Candidate[] = []
  for (const { proposal, score } of ranked) {
    if (!hasRoom(proposal)) continue
    const { content, source, setting } = proposal
    if (content.some(({ from, to }) => used.subarray(from, to).includes(1))) continue
    for (const { from, to } of content) used.fill(1, from, to)
    index.add(content)
    chosen.push({ rule: SETTINGS[setting]!, head: -1, source, content, score })
  }
  return chosen
}

const isTurn = ({ setting }: UncuedProposal): number => +(SETTINGS[setting] === 'turn')

/** For each token the score of the likeliest attribution whose content covers it. */
export function markTaken(count: number, cued: readonly Candidate[]): Float32Array {
  const taken = new Float32Array(count)
  for (const { content, score } of cued)
    for (const { from, to } of content)
      for (let token = from; token < to; token++) if (score > taken[token]!) taken[token] = score
  return taken
}

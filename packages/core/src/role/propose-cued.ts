import type { CueChances } from '../cue/score-cues.ts'
import type { Weights } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { buildWindow, cueUnitOf } from './build-window.ts'
import { describeWindow } from './describe-window.ts'
import { scoreWindow } from './label-window.ts'
import { proposeRoles, type RoleProposal } from './propose-roles.ts'

/** A word less likely to be a cue's head than this is not looked at. */
const LEAST = 0.16

/** The likeliest readings of every likely cue, cue by cue. */
export function proposeCued(
  reading: Reading,
  { heads, chance, isLikely }: CueChances,
  { units, steps }: Pick<Weights, 'units' | 'steps'>
): RoleProposal[] {
  const proposals: RoleProposal[] = []
  for (const head of heads) {
    if (chance[head]! < LEAST) continue
    const window = buildWindow(reading, head)
    const features = describeWindow(reading, window, isLikely)
    for (const proposal of proposeRoles(
      reading,
      window,
      scoreWindow(features, cueUnitOf(window), units, steps)
    ))
      proposals.push(proposal)
  }
  return proposals
}

import type { CueChances } from '../cue/score-cues.ts'
import type { Weights } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { buildWindow, cueUnitOf, MOST_UNITS } from './build-window.ts'
import { describeWindow, makeWindowRoom } from './describe-window.ts'
import { scoreWindow } from './label-window.ts'
import { makeRoleRoom, proposeRoles, type RoleProposal } from './propose-roles.ts'

/** A word less likely to be a cue's head than this is not looked at. */
const LEAST = 0.16

/** The likeliest cues of a sentence that are looked at: no sentence of the corpora has more than eight, and each costs a window. */
const MOST_OF_SENTENCE = 32

/** The likeliest readings of every likely cue, cue by cue. */
export function proposeCued(
  reading: Reading,
  cues: CueChances,
  { units, steps }: Pick<Weights, 'units' | 'steps'>
): RoleProposal[] {
  const windowRoom = makeWindowRoom(MOST_UNITS)
  const roleRoom = makeRoleRoom(MOST_UNITS)
  const proposals: RoleProposal[] = []
  for (const head of chooseCueHeads(reading, cues)) {
    const window = buildWindow(reading, head)
    const features = describeWindow(reading, window, cues.isLikely, windowRoom)
    const scores = scoreWindow(features, cueUnitOf(window), units, steps, roleRoom.labels)
    for (const proposal of proposeRoles(reading, window, scores, roleRoom)) proposals.push(proposal)
  }
  return proposals
}

/** The heads whose readings are worth looking at. */
export function chooseCueHeads(
  { tokens: { sentence } }: Reading,
  { heads, chance }: Pick<CueChances, 'heads' | 'chance'>
): readonly number[] {
  const likely = [...heads].filter((head) => chance[head]! >= LEAST)
  const chosen: number[] = []
  for (let from = 0; from < likely.length; ) {
    let to = from + 1
    while (to < likely.length && sentence[likely[to]!] === sentence[likely[from]!]) to++
    const own = likely.slice(from, to)
    if (own.length > MOST_OF_SENTENCE) {
      own.sort((a, b) => chance[b]! - chance[a]! || a - b).length = MOST_OF_SENTENCE
      own.sort((a, b) => a - b)
    }
    for (const head of own) chosen.push(head)
    from = to
  }
  return chosen
}

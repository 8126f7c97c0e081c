import {
  buildWindow,
  chooseCueHeads,
  cueUnitOf,
  isWord,
  type Proposed,
  proposeRoles,
  type Reading,
  ROLE_COUNT,
  type RoleProposal,
  type Window,
  type WindowScores
} from '@saywho/core/rooms'
import { encodeText, type PiecesOf } from './encode-text.ts'
import { FARTHEST, type Network, SCORES, WIDTH, type WindowUnits } from './network.ts'

/** Readings that the network proposes are left out where they are less likely right than this: a little below where F1 was best, for the sake of finding cues. */
export const LEAST_CUED = 0.27

/** How likely each word is the head of a cue, and the likeliest readings of every likely one, by the network. */
export async function proposeNeurally(
  reading: Reading,
  network: Network,
  piecesOf: PiecesOf
): Promise<Proposed> {
  const { sums, chance } = await encode(reading, network, piecesOf)
  const heads = Int32Array.from(chance.keys())
  const proposals: RoleProposal[] = []
  for (const head of chooseCueHeads(reading, { heads, chance })) {
    // One by one: several at once would be rounded by what is in the others.
    const window = buildWindow(reading, head)
    const scores = await network.readRoles(describeUnits(window, sums))
    for (const proposal of proposeRoles(reading, window, toWindowScores(window, scores)))
      proposals.push(proposal)
  }
  return { cues: { chance }, proposals, least: LEAST_CUED }
}

/** For each token the sum of the vectors of all before it, `WIDTH` a token, and the chance that it is the head of a cue. */
async function encode(
  reading: Reading,
  network: Network,
  piecesOf: PiecesOf
): Promise<{ sums: Float64Array; chance: Float32Array }> {
  const { count } = reading.tokens
  const sums = new Float64Array((count + 1) * WIDTH)
  const chance = new Float32Array(count)
  for (const { first, pieces, marks, at, from, to } of encodeText(reading, piecesOf)) {
    const { hidden, score } = await network.encode(pieces, marks)
    for (let token = from; token < to; token++) {
      const piece = at[token]!
      const sum = (first + token) * WIDTH
      for (let i = 0; i < WIDTH; i++) sums[sum + WIDTH + i] = sums[sum + i]! + hidden[piece * WIDTH + i]!
      chance[first + token] = isWord(reading.tokens, first + token) ? 1 / (1 + Math.exp(-score[piece]!)) : 0
    }
  }
  return { sums, chance }
}

/** What the network is told of a window: a unit's vector is the mean of its tokens'. */
function describeUnits(window: Window, sums: Float64Array): WindowUnits {
  const count = window.from.length
  const units = new Float32Array(count * WIDTH)
  const cue = new Float32Array(WIDTH)
  const put = (out: Float32Array, row: number, from: number, to: number) => {
    for (let i = 0; i < WIDTH; i++)
      out[row * WIDTH + i] = (sums[to * WIDTH + i]! - sums[from * WIDTH + i]!) / (to - from)
  }
  put(cue, 0, window.cue, window.cue + 1)
  window.from.forEach((from, unit) => {
    put(units, unit, from, window.to[unit]!)
  })
  const own = cueUnitOf(window)
  return {
    count,
    units,
    cue,
    distance: Int32Array.from({ length: count }, (_, unit) =>
      Math.min(2 * FARTHEST, Math.max(0, unit - own + FARTHEST))
    ),
    place: Int32Array.from({ length: count }, (_, unit) =>
      unit < window.first ? 1 : unit >= window.end ? 2 : 0
    )
  }
}

/** The network's scores as the field's: no role for the cue's own unit, and no step into the first but from none. */
function toWindowScores(window: Window, scores: Float32Array): WindowScores {
  const count = window.from.length
  const steps = ROLE_COUNT * ROLE_COUNT
  const unit = new Float64Array(count * ROLE_COUNT)
  const step = new Float64Array(count * steps)
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < ROLE_COUNT; k++) unit[i * ROLE_COUNT + k] = scores[i * SCORES + k]!
    for (let k = 0; k < steps; k++) step[i * steps + k] = scores[i * SCORES + ROLE_COUNT + k]!
  }
  const own = cueUnitOf(window) * ROLE_COUNT
  unit.fill(Number.NEGATIVE_INFINITY, own + 1, own + ROLE_COUNT)
  return { count, unit, step }
}

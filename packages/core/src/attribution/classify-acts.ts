import { CUE_FEATURES, describeCueHead } from '../cue/describe-cue-head.ts'
import type { WeightTable } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import { mix } from '../tagging/hash.ts'
import { Relation } from '../tagging/relations.ts'
import type { Act, AttributionType } from '../types.ts'

/** Rows of the table of act weights, `ACT_OUTPUTS` weights a row: one an act, and one for a denial. */
export const ACT_ROWS = 1 << 15
export const ACTS: readonly Act[] = ['statement', 'belief', 'intention', 'stance']
export const ACT_OUTPUTS = ACTS.length + 1
export const ACT_FEATURES = CUE_FEATURES + 12

/** Log odds from which a cue is taken as denied: where F1 was best in five folds over the training texts. */
const LEAST_DENIAL = -1

/** Writes the rows of what tells an attribution's act, and returns how many there are. */
export function describeAct(
  reading: Reading,
  { head, content, source }: Pick<Candidate, 'head' | 'content' | 'source'>,
  type: AttributionType,
  rows: Int32Array
): number {
  const { syntax } = reading.tree
  const { stemHash, tag, cluster } = syntax
  let n = describeCueHead(reading, head, rows)
  for (let i = 0; i < n; i++) rows[i] = rows[i]! & (ACT_ROWS - 1)
  const kind = type === 'direct' ? 1 : type === 'mixed' ? 2 : 3
  const opening = content[0]!.from
  const add = (template: number, value: number) => {
    rows[n++] = mix(template, value) & (ACT_ROWS - 1)
  }
  add(300, kind)
  add(301, mix(kind, stemHash[head]!))
  add(302, mix(stemHash[opening]!, stemHash[head]!))
  add(303, stemHash[opening]!)
  add(304, mix(tag[opening]!, cluster[head]!))
  add(305, mix(kind, cluster[head]!))
  add(306, source[0] ? stemHash[source[0].from]! : 0)
  const up = syntax.head[head]!
  const denial = (isDenied(reading, head) ? 1 : 0) + (up >= 0 && isDenied(reading, up) ? 2 : 0)
  add(307, denial)
  add(308, mix(denial, syntax.relation[head]!))
  for (let back = 1; back <= 3; back++) add(309, head >= back ? stemHash[head - back]! : 0)
  return n
}

/** Whether a "not" or "never" hangs on a word. */
function isDenied({ tree: { syntax, firstChild, nextSibling } }: Reading, head: number): boolean {
  for (let child = firstChild[head]!; child >= 0; child = nextSibling[child]!)
    if (syntax.relation[child] === Relation.neg) return true
  return false
}

/** What the source of a cue does, and whether it is denied that it did. */
export function classifyAct(
  reading: Reading,
  candidate: Candidate,
  type: AttributionType,
  { weights, scale }: WeightTable,
  rows: Int32Array
): { act: Act; negative: boolean } {
  if (candidate.head < 0) return { act: 'statement', negative: false }
  const count = describeAct(reading, candidate, type, rows)
  const sums = Array.from({ length: ACT_OUTPUTS }, (_, output) => {
    let sum = 0
    for (let i = 0; i < count; i++) sum += weights[rows[i]! * ACT_OUTPUTS + output]! * scale
    return sum
  })
  let best = 0
  for (let act = 1; act < ACTS.length; act++) if (sums[act]! > sums[best]!) best = act
  return { act: type === 'direct' ? 'statement' : ACTS[best]!, negative: sums[ACTS.length]! > LEAST_DENIAL }
}

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
/** Words that hang on one word and are looked at, at most. */
const MOST_CHILDREN = 12
/** Words before a cue and after it that are looked at. */
const BEFORE = 3
const AFTER = 2
/** How many features an act has, at most. */
export const ACT_FEATURES = 16 + (2 * BEFORE - 1) + (AFTER + 1) + 2 * MOST_CHILDREN

/** Log odds from which a cue is taken as denied: where F1 was best in four folds over the training texts. */
const LEAST_DENIAL = -1

/** Stands for a word of the content. */
const ATTRIBUTED = 0

/**
 * Writes the rows of what tells an attribution's act, and returns how many there are. Of the content only how it opens is looked at:
 * a “never” that is quoted denies nothing.
 */
export function describeAct(
  { tokens, tree }: Reading,
  { head, content, source }: Pick<Candidate, 'head' | 'content' | 'source'>,
  type: AttributionType,
  rows: Int32Array
): number {
  const { syntax, firstChild, nextSibling } = tree
  const { stemHash, tag, cluster, relation } = syntax
  const isAttributed = (token: number) => content.some(({ from, to }) => token >= from && token < to)
  let n = 0
  const add = (template: number, value: number) => {
    rows[n++] = mix(template, value) & (ACT_ROWS - 1)
  }
  const stem = stemHash[head]!
  const group = cluster[head]!
  const its = relation[head]!
  add(400, 0)
  add(401, stem)
  add(402, group)
  add(403, mix(tag[head]!, its))
  const kind = type === 'direct' ? 1 : type === 'mixed' ? 2 : 3
  add(404, kind)
  add(405, mix(kind, stem))
  add(406, mix(kind, group))
  const opening = stemHash[content[0]!.from]!
  add(407, opening)
  add(408, mix(opening, stem))
  add(409, source[0] ? stemHash[source[0].from]! : 0)

  const up = syntax.head[head]!
  const above = up >= 0 && !isAttributed(up) ? up : -1
  add(410, above < 0 ? 1 : mix(stemHash[above]!, its))
  add(411, above < 0 ? 1 : mix(cluster[above]!, its))
  const denial = addChildren(412, head) + (above < 0 ? 0 : 2 * addChildren(413, above))
  add(414, denial)
  add(415, mix(denial, its))
  add(416, mix(denial, stem))
  add(417, mix(denial, tag[head]!))

  const sentence = tokens.sentence[head]!
  const wordAt = (token: number) => (isAttributed(token) ? ATTRIBUTED : stemHash[token]!)
  for (let back = 1; back <= BEFORE && head - back >= tokens.sentenceStart[sentence]!; back++) {
    add(418, wordAt(head - back))
    if (back < BEFORE) add(418 + back, wordAt(head - back))
  }
  for (let on = 1; on <= AFTER && head + on < tokens.sentenceStart[sentence + 1]!; on++) {
    add(421, wordAt(head + on))
    if (on === 1) add(422, mix(wordAt(head + on), stem))
  }
  return n

  /** Adds what hangs on a word, the head and the content left out, and returns 1 if a "not" or "never" is among it. */
  function addChildren(template: number, word: number): 0 | 1 {
    let isDenied: 0 | 1 = 0
    let seen = 0
    for (
      let child = firstChild[word]!;
      child >= 0 && seen < MOST_CHILDREN;
      child = nextSibling[child]!, seen++
    ) {
      if (child === head || isAttributed(child)) continue
      if (relation[child] === Relation.neg) isDenied = 1
      add(template, mix(stemHash[child]!, relation[child]!))
    }
    return isDenied
  }
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

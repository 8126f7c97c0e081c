import { likeliestAfter, likeliestBefore } from '../cue/likeliest-beside.ts'
import { findQuotationBefore, QuotationBefore } from '../quotation/quotation-before.ts'
import type { Reading } from '../quotation/reading.ts'
import { mix } from '../tagging/hash.ts'
import { writeMixed } from '../tagging/mixed-features.ts'
import { Relation } from '../tagging/relations.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import { opensSentence } from '../text/token-table.ts'
import type { Window } from './build-window.ts'
import { findPlaces, makePlaces, type Places } from './find-places.ts'
import { CUE_VALUES, STRETCH_STEPS, STRETCH_UNITS, TOKEN_STEPS, TOKEN_UNITS } from './window-templates.ts'

/** Rows of the tables of role weights: `ROLE_COUNT` weights a row for a unit, its square for a step from unit to unit. */
export const UNIT_ROWS = 1 << 18
export const STEP_ROWS = 1 << 16
/** The most rows that one unit, or one step, has. */
export const UNIT_FEATURES = Math.max(TOKEN_UNITS.number.length, STRETCH_UNITS.number.length)
export const STEP_FEATURES = Math.max(TOKEN_STEPS.number.length, STRETCH_STEPS.number.length)

const NO_WORD = 11
const NO_TAG = 62

/** Relations of a cue's children that tell what it is followed by. */
const TELLING = [
  Relation.nsubj, Relation.nsubjpass, Relation.dobj, Relation.ccomp, Relation.xcomp, Relation.prep, Relation.agent, Relation.dative,
  Relation.acomp, Relation.auxpass, Relation.poss, Relation.acl, Relation.oprd, Relation.advcl
] // biome-ignore format: a table
const BIT_OF = Int32Array.from({ length: 64 }, (_, relation) =>
  TELLING.includes(relation) ? 1 << TELLING.indexOf(relation) : 0
)

/** The features of a window as rows of the weight tables, unit by unit. */
export interface WindowFeatures {
  /** Rows of unit `i`: `unitRows[unitStart[i]]` up to `unitRows[unitStart[i + 1]]`. */
  readonly unitRows: Int32Array
  readonly unitStart: Int32Array
  /** Rows of the step from unit `i - 1` to unit `i`; those of step 0 are from nowhere. */
  readonly stepRows: Int32Array
  readonly stepStart: Int32Array
}

/** Room for a window's features, and for what is counted on the way to them. */
export interface WindowRoom extends WindowFeatures {
  readonly places: Places
  /** Commas, verbs and other cues between the cue and each token of its sentence. */
  readonly commas: Uint8Array
  readonly verbs: Uint8Array
  readonly cues: Uint8Array
}

/** Room for windows of up to `units` units. */
export const makeWindowRoom = (units: number): WindowRoom => ({
  unitRows: new Int32Array(units * UNIT_FEATURES),
  unitStart: new Int32Array(units + 1),
  stepRows: new Int32Array(units * STEP_FEATURES),
  stepStart: new Int32Array(units + 1),
  places: makePlaces(units),
  commas: new Uint8Array(units),
  verbs: new Uint8Array(units),
  cues: new Uint8Array(units)
})

/** `isCue` marks the heads of all likely cues of the text. The features stand in `room`, until it is used again. */
export function describeWindow(
  reading: Reading,
  window: Window,
  isCue: Uint8Array,
  room = makeWindowRoom(window.from.length)
): WindowFeatures {
  const { tokens, tree, quotations } = reading
  const { syntax, first: firstOf, end: endOf, firstChild, nextSibling } = tree
  const { tag, stemHash, relation, head, cluster } = syntax
  const { outermost, list } = quotations
  const { cue, from, to, first, end } = window
  const count = from.length
  const { unitRows, unitStart, stepRows, stepStart, places, commas, verbs, cues } = room
  const { level, branch, depth } = places

  // The cue.
  const own = from[first]!
  const ownEnd = own + end - first
  const cueStem = stemHash[cue]!
  const cueTag = tag[cue]!
  const cueRelation = relation[cue]!
  const cueQuotation = outermost[cue]!
  let frame = 0
  for (let child = firstChild[cue]!; child >= 0; child = nextSibling[child]!)
    frame |= BIT_OF[relation[child]!]!
  let quotedBefore = findQuotationBefore(reading, cue) === QuotationBefore.open ? 1 : 0
  let quotedAfter = 0
  for (let token = own; token < ownEnd; token++)
    if (outermost[token]! >= 0 && outermost[token] !== cueQuotation) {
      if (token < cue) quotedBefore = 1
      else quotedAfter = 1
    }
  const endsInColon = tag[ownEnd - 1] === Tag.COLON ? 1 : 0
  const setting = quotedBefore + quotedAfter * 2 + endsInColon * 4 + (cueQuotation >= 0 ? 8 : 0)
  for (const { values } of [TOKEN_UNITS, STRETCH_UNITS]) {
    let n = 0
    values[n++] = cueStem
    values[n++] = cueTag
    values[n++] = cueRelation
    values[n++] = cueTag * 64 + cueRelation
    values[n++] = cluster[cue]!
    values[n++] = frame
    values[n++] = setting
  }
  findPlaces(tree, cue, own, ownEnd, places)

  // Counts on the way from the cue.
  for (const way of [1, -1]) {
    let c = 0
    let v = 0
    let k = 0
    for (let token = cue + way; token >= own && token < ownEnd; token += way) {
      commas[token - own] = Math.min(4, c)
      verbs[token - own] = Math.min(3, v)
      cues[token - own] = Math.min(3, k)
      const its = tag[token]!
      if (its === Tag.COMMA || its === Tag.DASH || its === Tag.COLON) c++
      else if (isVerbal(its)) v++
      if (isCue[token]! > 0) k++
    }
  }
  commas[cue - own] = 0
  verbs[cue - own] = 0
  cues[cue - own] = 0

  let u = 0
  let s = 0
  for (let i = 0; i < count; i++) {
    unitStart[i] = u
    stepStart[i] = s
    if (i >= first && i < end) {
      describeToken(from[i]!)
      u = writeMixed(TOKEN_UNITS, UNIT_ROWS, unitRows, u)
      s = writeMixed(TOKEN_STEPS, STEP_ROWS, stepRows, s)
    } else {
      describeStretch(i)
      u = writeMixed(STRETCH_UNITS, UNIT_ROWS, unitRows, u)
      s = writeMixed(STRETCH_STEPS, STEP_ROWS, stepRows, s)
    }
  }
  unitStart[count] = u
  stepStart[count] = s
  return {
    unitRows: unitRows.subarray(0, u),
    unitStart: unitStart.subarray(0, count + 1),
    stepRows: stepRows.subarray(0, s),
    stepStart: stepStart.subarray(0, count + 1)
  }

  function markStateOf(token: number): number {
    const quotation = outermost[token]!
    if (quotation < 0) return 0
    if (quotation === cueQuotation) return 1
    const { from: open, to: close } = list[quotation]!
    return token === open ? 2 : token === close - 1 ? 3 : 4
  }

  /** Where a token hangs, as a number: its branch before the cue is told from one after it. */
  function placeOf(at: number): number {
    const its = branch[at]!
    return its < 0 ? 60 + level[at]! * 2 : (level[at]! * 64 + relation[its]!) * 3 + (its < cue ? 0 : 1)
  }

  function describeToken(token: number) {
    const at = token - own
    const itsBranch = branch[at]!
    const side = token < cue ? 0 : token === cue ? 1 : 2
    const place = placeOf(at)
    const marks = markStateOf(token)
    const its = tag[token]!
    const previous = token - 1 >= own ? token - 1 : -1
    const next = token + 1 < ownEnd ? token + 1 : -1
    const tagAt = (at: number) => (at >= own && at < ownEnd ? tag[at]! : NO_TAG)
    const tag2Before = tagAt(token - 2)
    const tagBefore = tagAt(token - 1)
    const tagAfter = tagAt(token + 1)
    const tag2After = tagAt(token + 2)
    const distance = Math.abs(token - cue)
    const far = distance < 4 ? distance : distance < 8 ? 4 : distance < 16 ? 5 : 6
    const before = at - 1
    const beforeMarks =
      previous >= 0
        ? markStateOf(previous)
        : token > 0 && marks > 0 && outermost[token - 1] === outermost[token]
          ? 6
          : 5
    const { values } = TOKEN_UNITS
    let n = CUE_VALUES
    values[n++] = side
    values[n++] = its
    values[n++] = stemHash[token]!
    values[n++] = relation[token]!
    values[n++] = previous < 0 ? NO_WORD : stemHash[previous]!
    values[n++] = next < 0 ? NO_WORD : stemHash[next]!
    values[n++] = place
    values[n++] = mix(place, depth[at]!)
    values[n++] = marks
    values[n++] = far * 3 + side
    values[n++] = setting * 3 + side
    values[n++] = (commas[at]! * 4 + verbs[at]!) * 3 + side
    values[n++] = cues[at]!
    // the step from the token before
    values[n++] = tagAt(token - 3)
    values[n++] = tag2Before
    values[n++] = tagBefore
    values[n++] = tagAfter
    values[n++] = tag2After
    values[n++] = tagBefore * 64 + its
    values[n++] = (tag2Before * 64 + tagBefore) * 64 + its
    values[n++] = (tagBefore * 64 + its) * 64 + tagAfter
    values[n++] = (its * 64 + tagAfter) * 64 + tag2After
    values[n++] = previous < 0 || branch[before] !== itsBranch ? 1 : 0
    values[n++] = previous < 0 ? 1 : placeOf(before)
    values[n++] = beforeMarks * 8 + marks
    values[n++] = largestFrom(token)
    values[n++] = previous < 0 ? NO_TAG : largestTo(previous)
    values[n++] = cues[at]! * 3 + side
    values[n++] = isCue[token]!
    values[n++] = commas[at]! * 3 + side
  }

  /** The relation of the largest phrase that begins at a token. */
  function largestFrom(token: number): number {
    let at = token
    if (firstOf[at] !== token) return 50
    for (let steps = 0; steps < 12; steps++) {
      const up = head[at]!
      if (up < 0 || firstOf[up] !== token) break
      at = up
    }
    return relation[at]!
  }

  /** The relation of the largest phrase that ends at a token. */
  function largestTo(token: number): number {
    let at = token
    if (endOf[at] !== token + 1) return 51
    for (let steps = 0; steps < 12; steps++) {
      const up = head[at]!
      if (up < 0 || endOf[up] !== token + 1) break
      at = up
    }
    return relation[at]!
  }

  function describeStretch(i: number) {
    const a = from[i]!
    const b = to[i]!
    const quotation = outermost[a]!
    const its = quotation < 0 ? null : list[quotation]!
    const after = i >= end ? 1 : 0
    const gap = Math.min(4, after ? i - end : first - 1 - i)
    const form =
      its === null
        ? 0
        : 1 +
          (its.closed ? 0 : 1) +
          (its.continues >= 0 ? 2 : 0) +
          (quotation === cueQuotation ? 4 : 0) +
          (its.from < a ? 8 : 0)
    const kind = form * 2 + after
    const neighbour = after ? a - 1 : b
    const goesOn = quotation >= 0 && neighbour < tokens.count && outermost[neighbour] === quotation ? 1 : 0
    const beside =
      neighbour >= tokens.count
        ? 9
        : outermost[neighbour]! >= 0
          ? outermost[neighbour] === cueQuotation
            ? 2
            : 1
          : 0
    let holdsCue = 0
    let firstPerson = 0
    for (let token = a; token < b && token < a + 60; token++) {
      if (isCue[token]! > 0) holdsCue = 1
      if (tag[token] === Tag.PRP && (tokens.lower[token] === 'i' || tokens.lower[token] === 'we'))
        firstPerson = 1
    }
    const paragraphsOff = Math.min(3, Math.abs(tokens.paragraph[a]! - tokens.paragraph[cue]!))
    const where = (kind * 5 + gap) * 4 + paragraphsOff
    const wholeSentence =
      opensSentence(tokens, a) && (b >= tokens.count || tokens.sentence[b] !== tokens.sentence[b - 1]) ? 1 : 0
    const holds = holdsCue * 4 + firstPerson * 2 + wholeSentence
    const last = i > 0 ? to[i - 1]! - 1 : -1
    const lastQuotation = last < 0 ? -2 : outermost[last]!
    const link =
      last < 0
        ? 7
        : lastQuotation >= 0 && lastQuotation === quotation
          ? 1
          : lastQuotation >= 0 && its !== null && its.continues === lastQuotation
            ? 2
            : (lastQuotation >= 0 ? 3 : 4) + (quotation >= 0 ? 2 : 0)
    const breaks = last >= 0 && tokens.paragraph[a] !== tokens.paragraph[last] ? 1 : 0
    // a cue of its own: before it, after it, both
    const attributed =
      its === null
        ? 4
        : likeliestBefore(reading, a, cueQuotation, isCue) +
          2 * likeliestAfter(reading, b, cueQuotation, isCue)
    const { values } = STRETCH_UNITS
    let n = CUE_VALUES
    values[n++] = kind
    values[n++] = after
    values[n++] = where
    values[n++] = mix(where, goesOn * 16 + beside)
    values[n++] = stemHash[its === null ? a : Math.min(a + 1, b - 1)]!
    values[n++] = holds
    values[n++] = attributed
    // the step from the unit before
    values[n++] = link * 2 + breaks
    values[n++] = last < 0 ? NO_TAG : tag[last]!
  }
}

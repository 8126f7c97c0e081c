import type { Reading } from '../quotation/reading.ts'
import { mix } from '../tagging/hash.ts'
import { Relation } from '../tagging/relations.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import type { Window } from './build-window.ts'

/** Rows of the tables of role weights: `ROLE_COUNT` weights a row for a unit, its square for a step from unit to unit. */
export const UNIT_ROWS = 1 << 18
export const STEP_ROWS = 1 << 16
/** The most rows that one unit, or one step, has. */
export const UNIT_FEATURES = 48
export const STEP_FEATURES = 24

const NO_WORD = 11
const NO_TAG = 62
/** How many steps up from the cue are told apart. */
const LEVELS = 4

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

/** Where each token of the cue's sentence hangs, seen from the cue. */
interface Places {
  /** Steps up from the cue to the lowest word above both. */
  readonly level: Uint8Array
  /** The child of that word on the way to the token; -1 where the token is that word itself. */
  readonly branch: Int32Array
  /** Steps down from the branch. */
  readonly depth: Uint8Array
}

/** `isCue` marks the heads of all likely cues of the text. */
export function describeWindow(reading: Reading, window: Window, isCue: Uint8Array): WindowFeatures {
  const { tokens, tree, quotations } = reading
  const { syntax, first: firstOf, end: endOf, firstChild, nextSibling } = tree
  const { tag, word, stemHash, relation, head, cluster } = syntax
  const { outermost, list } = quotations
  const { cue, from, to, first, end } = window
  const count = from.length
  const unitRows = new Int32Array(count * UNIT_FEATURES)
  const unitStart = new Int32Array(count + 1)
  const stepRows = new Int32Array(count * STEP_FEATURES)
  const stepStart = new Int32Array(count + 1)
  let u = 0
  let s = 0
  const unit = (template: number, value: number) => {
    unitRows[u++] = mix(template, value) & (UNIT_ROWS - 1)
  }
  const step = (template: number, value: number) => {
    stepRows[s++] = mix(template, value) & (STEP_ROWS - 1)
  }

  // The cue.
  const own = from[first]!
  const ownEnd = own + end - first
  const cueStem = stemHash[cue]!
  const cueGroup = cluster[cue]!
  const cueTag = tag[cue]!
  const cueRelation = relation[cue]!
  const cueQuotation = outermost[cue]!
  let frame = 0
  for (let child = firstChild[cue]!; child >= 0; child = nextSibling[child]!)
    frame |= BIT_OF[relation[child]!]!
  const isPassive =
    (frame & BIT_OF[Relation.auxpass]!) !== 0 || (frame & BIT_OF[Relation.agent]!) !== 0 ? 1 : 0
  let quotedBefore = 0
  let quotedAfter = 0
  for (let token = own; token < ownEnd; token++)
    if (outermost[token]! >= 0 && outermost[token] !== cueQuotation) {
      if (token < cue) quotedBefore = 1
      else quotedAfter = 1
    }
  const endsInColon = tag[ownEnd - 1] === Tag.COLON ? 1 : 0
  const setting = quotedBefore + quotedAfter * 2 + endsInColon * 4 + (cueQuotation >= 0 ? 8 : 0)
  const chain = new Int32Array(LEVELS + 1)
  {
    let at = cue
    for (let level = 1; level <= LEVELS && at >= 0; level++) {
      chain[level] = mix(chain[level - 1]!, relation[at]!)
      at = head[at]!
    }
  }
  const places = findPlaces(tree, cue, own, ownEnd)

  // Counts on the way from the cue.
  const length = ownEnd - own
  const commas = new Uint8Array(length)
  const verbs = new Uint8Array(length)
  const cues = new Uint8Array(length)
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

  for (let i = 0; i < count; i++) {
    unitStart[i] = u
    stepStart[i] = s
    if (i >= first && i < end) {
      const token = from[i]!
      describeToken(token)
    } else describeStretch(i)
  }
  unitStart[count] = u
  stepStart[count] = s
  return { unitRows: unitRows.subarray(0, u), unitStart, stepRows: stepRows.subarray(0, s), stepStart }

  function markStateOf(token: number): number {
    const quotation = outermost[token]!
    if (quotation < 0) return 0
    if (quotation === cueQuotation) return 1
    const { from: open, to: close } = list[quotation]!
    return token === open ? 2 : token === close - 1 ? 3 : 4
  }

  function describeToken(token: number) {
    const at = token - own
    const level = places.level[at]!
    const branch = places.branch[at]!
    const depth = places.depth[at]!
    const side = token < cue ? 0 : token === cue ? 1 : 2
    const place = branch < 0 ? 60 + level * 2 : (level * 64 + relation[branch]!) * 3 + (branch < cue ? 0 : 1)
    const marks = markStateOf(token)
    const its = tag[token]!
    const stem = stemHash[token]!
    const r = relation[token]!
    const previous = token - 1 >= own ? token - 1 : -1
    const next = token + 1 < ownEnd ? token + 1 : -1
    const previousTag = previous < 0 ? NO_TAG : tag[previous]!
    const nextTag = next < 0 ? NO_TAG : tag[next]!
    const distance = Math.abs(token - cue)
    const far = distance < 4 ? distance : distance < 8 ? 4 : distance < 16 ? 5 : 6
    const branchStem = branch < 0 ? NO_WORD : stemHash[branch]!
    const branchTag = branch < 0 ? NO_TAG : tag[branch]!
    const edge = branch < 0 ? 0 : (token === firstOf[branch] ? 1 : 0) + (token === endOf[branch]! - 1 ? 2 : 0)
    const counts = (commas[at]! * 4 + verbs[at]!) * 3 + side
    const placeDepth = mix(place, depth)
    unit(1, side)
    unit(2, mix(its, side))
    unit(3, mix(stem, side))
    unit(4, mix(previousTag * 64 + its, side))
    unit(5, mix(its * 64 + nextTag, side))
    unit(6, place)
    unit(7, mix(place, cueStem))
    unit(8, mix(place, mix(cueTag, cueRelation)))
    unit(9, mix(placeDepth, its))
    unit(10, mix(place, marks))
    unit(11, mix(marks, setting * 3 + side))
    unit(12, mix(marks, mix(cueStem, side)))
    unit(13, mix(its, far * 3 + side))
    unit(14, mix(place, r))
    unit(15, mix(place, frame))
    unit(16, mix(place, mix(frame, cueStem)))
    unit(17, mix(stem, place))
    unit(18, mix(branchStem, place))
    unit(19, mix(cueStem, side))
    unit(20, counts)
    unit(21, mix(counts, place))
    unit(22, mix(counts, marks))
    unit(23, mix(place, setting))
    unit(24, mix(place, chain[Math.min(level, LEVELS)]!))
    unit(25, mix(branchStem, mix(cueStem, place)))
    unit(26, mix(place, mix(branchTag, isPassive)))
    unit(27, mix(mix(cues[at]!, isCue[token]!), place))
    unit(28, mix(cues[at]!, mix(marks, side)))
    unit(29, mix(place, edge))
    unit(30, mix(previous < 0 ? NO_WORD : stemHash[previous]!, side))
    unit(31, mix(next < 0 ? NO_WORD : stemHash[next]!, side))
    unit(32, mix(stem, mix(cueStem, side)))
    unit(33, mix(far * 3 + side, cueStem))
    unit(34, mix(far * 3 + side, cueTag * 64 + cueRelation))
    unit(35, mix(its, mix(cueStem, side)))
    unit(36, mix(place, mix(chain[Math.min(level, LEVELS)]!, frame)))
    unit(37, mix(setting * 3 + side, frame))
    unit(38, mix(marks, mix(place, setting)))
    unit(39, mix(word[token]!, r))
    unit(40, mix(placeDepth, mix(r, cueTag)))
    unit(41, mix(place, cueGroup))
    unit(42, mix(cueGroup, mix(marks, side)))
    unit(43, mix(place, branch < 0 ? -2 : cluster[branch]!))
    unit(44, mix(cluster[token]!, mix(r, side)))

    // The step from the token before.
    const before = previous < 0 ? -1 : previous - own
    const otherBranch = before < 0 || places.branch[before] !== branch ? 1 : 0
    const beforePlace =
      before < 0
        ? 1
        : places.branch[before]! < 0
          ? 60 + places.level[before]! * 2
          : (places.level[before]! * 64 + relation[places.branch[before]!]!) * 3 +
            (places.branch[before]! < cue ? 0 : 1)
    const beforeMarks =
      previous >= 0
        ? markStateOf(previous)
        : token > 0 && marks > 0 && outermost[token - 1] === outermost[token]
          ? 6
          : 5
    const opens = largestFrom(token)
    const closes = previous < 0 ? NO_TAG : largestTo(previous)
    const up = head[token]!
    const upAt = up - own
    const upPlace =
      up < own || up >= ownEnd
        ? 2
        : up === cue
          ? 3
          : places.branch[upAt]! < 0
            ? 60 + places.level[upAt]! * 2
            : (places.level[upAt]! * 64 + relation[places.branch[upAt]!]!) * 3 +
              Math.min(2, places.depth[upAt]!)
    step(1, side)
    step(2, previousTag * 64 + its)
    step(3, mix(previousTag * 64 + its, side))
    step(4, mix(place, otherBranch))
    step(5, mix(beforePlace, otherBranch))
    step(6, mix(place, beforePlace))
    step(7, mix(beforeMarks * 8 + marks, side))
    step(8, mix(beforeMarks * 8 + marks, previousTag * 64 + its))
    step(9, mix(stem, side))
    step(10, mix(previous < 0 ? NO_WORD : stemHash[previous]!, side))
    step(11, mix(its, mix(r, otherBranch)))
    step(12, mix(opens, place))
    step(13, mix(closes, beforePlace))
    step(14, mix(opens, mix(closes, side)))
    step(15, mix(stem, opens))
    step(16, mix(r, upPlace))
    step(17, mix(its, upPlace))
    step(18, mix(mix(previousTag, its), nextTag))
    step(19, mix(cues[at]! * 3 + side, mix(isCue[token]!, its)))
    step(20, mix(cueStem, mix(side, otherBranch)))
    step(21, mix(opens, mix(its, marks)))
    step(22, mix(commas[at]! * 3 + side, its))
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
    const kind =
      its === null
        ? 0
        : 1 +
          (its.closed ? 0 : 1) +
          (its.continues >= 0 ? 2 : 0) +
          (quotation === cueQuotation ? 4 : 0) +
          (its.from < a ? 8 : 0)
    const sameParagraph = tokens.paragraph[a] === tokens.paragraph[cue] ? 1 : 0
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
    const where = ((kind * 2 + after) * 5 + gap) * 4 + paragraphsOff
    const wholeSentence =
      tokens.sentenceStart[tokens.sentence[a]!] === a &&
      (b >= tokens.count || tokens.sentence[b] !== tokens.sentence[b - 1])
        ? 1
        : 0
    const size = b - a < 3 ? 0 : b - a < 8 ? 1 : b - a < 20 ? 2 : 3
    // Whether cue and this unit are parted by text outside quotations that is not the cue's sentence.
    const base = mix(where, goesOn * 16 + beside)
    unit(60, where)
    unit(61, base)
    unit(62, mix(where, setting))
    unit(63, mix(base, setting))
    unit(64, mix(kind * 2 + after, cueStem))
    unit(65, mix(where, cueTag * 64 + cueRelation))
    unit(66, mix(where, frame))
    unit(67, mix(kind * 2 + after, mix(tag[a]!, a + 1 < b ? tag[a + 1]! : 0)))
    unit(68, mix(kind * 2 + after, stemHash[its === null ? a : Math.min(a + 1, b - 1)]!))
    unit(69, mix(where, holdsCue * 4 + firstPerson * 2 + wholeSentence))
    unit(70, mix(kind * 2 + after, size * 8 + holdsCue * 4 + firstPerson * 2 + wholeSentence))
    unit(71, mix(where, mix(size, setting)))
    unit(72, mix(setting, mix(after, cueStem)))
    unit(73, mix(where, cueGroup))

    const previous = i - 1
    const previousQuotation = previous < 0 ? -2 : outermost[to[previous]! - 1]!
    const link =
      previous < 0
        ? 7
        : previousQuotation >= 0 && previousQuotation === quotation
          ? 1
          : previousQuotation >= 0 && its !== null && its.continues === previousQuotation
            ? 2
            : (previousQuotation >= 0 ? 3 : 4) + (quotation >= 0 ? 2 : 0)
    const brk = previous < 0 ? 0 : tokens.paragraph[a] !== tokens.paragraph[to[previous]! - 1] ? 1 : 0
    step(60, link * 2 + brk)
    step(61, mix(link * 2 + brk, after))
    step(62, mix(link * 2 + brk, where))
    step(63, mix(link * 2 + brk, mix(setting, after)))
    step(64, mix(link * 2 + brk, holdsCue * 4 + firstPerson * 2 + wholeSentence))
    step(65, mix(link * 2 + brk, mix(after, previous < 0 ? NO_TAG : tag[to[previous]! - 1]!)))
    step(66, mix(sameParagraph, mix(link, mix(frame, after))))
  }
}

/** Where the tokens `own` up to `ownEnd` hang, seen from the cue. */
function findPlaces(tree: Reading['tree'], cue: number, own: number, ownEnd: number): Places {
  const { head } = tree.syntax
  const length = ownEnd - own
  const level = new Uint8Array(length).fill(255)
  const branch = new Int32Array(length).fill(-1)
  const depth = new Uint8Array(length)
  let at = cue
  let steps = 0
  while (at >= own && at < ownEnd) {
    level[at - own] = Math.min(LEVELS, steps)
    at = head[at]!
    steps++
  }
  const path: number[] = []
  for (let token = own; token < ownEnd; token++) {
    at = token
    path.length = 0
    while (at >= own && at < ownEnd && level[at - own] === 255) {
      path.push(at)
      at = head[at]!
    }
    const outside = at < own || at >= ownEnd
    for (let i = path.length - 1; i >= 0; i--) {
      const its = path[i]!
      const above = i === path.length - 1 ? at : path[i + 1]!
      if (outside && i === path.length - 1) {
        level[its - own] = LEVELS + 1
        branch[its - own] = its
        depth[its - own] = 0
      } else {
        level[its - own] = level[above - own]!
        const isTop = branch[above - own]! < 0
        branch[its - own] = isTop ? its : branch[above - own]!
        depth[its - own] = isTop ? 0 : Math.min(3, depth[above - own]! + 1)
      }
    }
  }
  return { level, branch, depth }
}

import { mix } from './hash.ts'
import { RELATION_COUNT, RELATIONS, type RelationName } from './relations.ts'
import { Tag } from './tags.ts'

/** Rows of the parser's table of actions, four weights a row. */
export const ACTION_ROWS = 1 << 19
/** Rows of the parser's table of relations, `RELATION_COUNT` weights a row. */
export const ARC_ROWS = 1 << 15
const ACTION_ROW = ACTION_ROWS - 1
const ARC_ROW = ARC_ROWS - 1

export const Action = { shift: 0, reduce: 1, left: 2, right: 3 } as const

/** One sentence as the parser reads it. Words stand at 1 to `length`, the root at `length + 1`. */
export interface ParserInput {
  readonly length: number
  readonly word: Int32Array
  readonly tag: Uint8Array
  /** Commas and their like before each place. */
  readonly commas: Uint32Array
  /** Verbs before each place. */
  readonly verbs: Uint32Array
}

const ROOT_WORD = 99
const ROOT_TAG = 61
const NO_TAG = 62
const NO_WORD = 17

/** The tokens `from` up to `to` as the parser reads them. */
export function readSentence(word: Int32Array, tag: Uint8Array, from: number, to: number): ParserInput {
  const length = to - from
  const input = {
    length,
    word: new Int32Array(length + 2),
    tag: new Uint8Array(length + 2),
    commas: new Uint32Array(length + 2),
    verbs: new Uint32Array(length + 2)
  }
  for (let place = 1; place <= length; place++) {
    const its = tag[from + place - 1]!
    input.word[place] = word[from + place - 1]!
    input.tag[place] = its
    const divides = its === Tag.COMMA || its === Tag.DASH || its === Tag.COLON || its === Tag.MARK
    input.commas[place + 1] = input.commas[place]! + (divides ? 1 : 0)
    input.verbs[place + 1] = input.verbs[place]! + (its >= Tag.VB && its <= Tag.MD ? 1 : 0)
  }
  input.word[length + 1] = ROOT_WORD
  input.tag[length + 1] = ROOT_TAG
  return input
}

/** The parser's state: a stack, the rest of the sentence, and the arcs made so far. */
export class ParserState {
  readonly head: Int32Array
  readonly relation: Int8Array
  /** Leftmost left child, rightmost right child, and how many of each. */
  readonly leftChild: Int32Array
  readonly rightChild: Int32Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
  /** Which telling relations the children have, as bits. */
  readonly childBits: Int32Array
  readonly lastRelation: Int32Array
  readonly stack: Int32Array
  height = 0
  next = 1

  constructor(readonly length: number) {
    const size = length + 2
    this.head = new Int32Array(size).fill(-1)
    this.relation = new Int8Array(size).fill(-1)
    this.leftChild = new Int32Array(size).fill(-1)
    this.rightChild = new Int32Array(size).fill(-1)
    this.leftCount = new Uint8Array(size)
    this.rightCount = new Uint8Array(size)
    this.childBits = new Int32Array(size)
    this.lastRelation = new Int32Array(size)
    this.stack = new Int32Array(size)
  }

  get top(): number {
    return this.height > 0 ? this.stack[this.height - 1]! : -1
  }

  get isDone(): boolean {
    return this.next === this.length + 1 && this.height === 0
  }

  allows(action: number): boolean {
    const atRoot = this.next === this.length + 1
    if (action === Action.shift) return !atRoot
    if (this.height === 0) return false
    if (action === Action.right) return !atRoot
    const hasHead = this.head[this.top]! >= 0
    return action === Action.reduce ? hasHead : !hasHead
  }

  apply(action: number, relation: number): void {
    const { top, next } = this
    if (action === Action.shift) this.stack[this.height++] = this.next++
    else if (action === Action.reduce) this.height--
    else if (action === Action.left) {
      this.head[top] = next
      this.relation[top] = relation
      this.childBits[next]! |= BIT_OF[relation]!
      this.lastRelation[next] = relation
      if (this.leftChild[next]! < 0 || top < this.leftChild[next]!) this.leftChild[next] = top
      if (this.leftCount[next]! < 3) this.leftCount[next]!++
      this.height--
    } else {
      this.head[next] = top
      this.relation[next] = relation
      this.childBits[top]! |= BIT_OF[relation]!
      this.lastRelation[top] = relation + 1
      this.rightChild[top] = next
      if (this.rightCount[top]! < 3) this.rightCount[top]!++
      this.stack[this.height++] = this.next++
    }
  }
}

/** The children that decide where a word may still attach. */
const TELLING: readonly RelationName[] = [
  'nsubj', 'nsubjpass', 'dobj', 'attr', 'acomp', 'ccomp', 'xcomp', 'mark', 'aux', 'auxpass', 'pobj', 'conj', 'cc', 'det', 'relcl',
  'appos', 'advcl', 'pcomp', 'poss', 'punct', 'case'
] // biome-ignore format: a table
const BIT_OF = Int32Array.from(RELATIONS, (name) => (TELLING.includes(name) ? 1 << TELLING.indexOf(name) : 0))

/** Writes the rows of a state's features (after Zhang and Nivre 2011) and returns how many there are. */
export function actionFeatures(state: ParserState, input: ParserInput, rows: Int32Array): number {
  const { length, head, childBits } = state
  const { word, tag } = input
  const last = length + 1
  const w = (place: number) => (place < 0 ? NO_WORD : word[place]!)
  const t = (place: number) => (place < 0 ? NO_TAG : tag[place]!)
  const s0 = state.top
  const s1 = state.height > 1 ? state.stack[state.height - 2]! : -1
  const s2 = state.height > 2 ? state.stack[state.height - 3]! : -1
  const b0 = state.next
  const b1 = b0 + 1 <= last ? b0 + 1 : -1
  const b2 = b0 + 2 <= last ? b0 + 2 : -1
  const b3 = b0 + 3 <= last ? b0 + 3 : -1
  const s0h = s0 >= 0 ? head[s0]! : -1
  const s0hh = s0h >= 0 ? head[s0h]! : -1
  const s0l = s0 >= 0 ? state.leftChild[s0]! : -1
  const s0r = s0 >= 0 ? state.rightChild[s0]! : -1
  const b0l = state.leftChild[b0]!
  const s0w = w(s0), s0t = t(s0), s1t = t(s1), b0w = word[b0]!, b0t = tag[b0]!, b1w = w(b1), b1t = t(b1), b2t = t(b2) // biome-ignore format: one table
  const s0ht = t(s0h), s0lt = t(s0l), s0rt = t(s0r), b0lt = t(b0l) // biome-ignore format: one table
  const headed = s0h >= 0 ? 1 : 0
  const gap = s0 < 0 ? 0 : b0 - s0 < 5 ? b0 - s0 : b0 - s0 < 10 ? 5 : 6
  const s0d = s0 >= 0 ? state.relation[s0]! + 1 : 50
  const s0hd = s0h >= 0 ? state.relation[s0h]! + 1 : 51
  const s0bits = s0 >= 0 ? childBits[s0]! : 0
  const s0valence = s0 >= 0 ? state.rightCount[s0]! * 4 + state.leftCount[s0]! : 16
  const between =
    s0 < 0
      ? 9
      : Math.min(2, input.commas[b0]! - input.commas[s0]!) * 3 +
        Math.min(2, input.verbs[b0]! - input.verbs[s0 + 1]!)
  const pair = s0t * 64 + b0t
  const pairAs = pair * 64 + s0d
  let n = 0
  const add = (template: number, value: number) => {
    rows[n++] = mix(template, value) & ACTION_ROW
  }
  add(1, mix(s0w, s0t))
  add(2, s0w)
  add(3, s0t * 64 + s0d)
  add(4, mix(b0w, b0t))
  add(5, b0w)
  add(6, b0t)
  add(7, mix(b1w, b1t))
  add(8, b1t)
  add(9, mix(w(b2), b2t))
  add(10, b2t)
  add(11, mix(mix(s0w, s0t), mix(b0w, b0t)))
  add(12, mix(s0w, mix(b0w, b0t)))
  add(13, mix(s0w, pair))
  add(14, mix(pair, b0w))
  add(15, mix(s0w, b0w))
  add(16, pairAs)
  add(17, b0t * 64 + b1t)
  add(18, mix(b0t * 64 + b1t, b2t))
  add(19, mix(pair, b1t * 2 + headed))
  add(20, mix(pair, s0ht))
  add(21, mix(pair, s0lt))
  add(22, mix(pair, s0rt))
  add(23, mix(pair, b0lt))
  add(24, mix(s0w, gap))
  add(25, mix(s0t, gap))
  add(26, mix(b0w, gap))
  add(27, mix(b0t, gap))
  add(28, mix(pair, gap))
  add(29, mix(s0t, s0valence))
  add(30, mix(b0t, state.leftCount[b0]!))
  add(31, mix(s0w, s0valence))
  add(32, mix(b0w, state.leftCount[b0]!))
  add(33, mix(pair, s0valence))
  add(34, mix(w(s0h), s0ht))
  add(35, s0ht * 64 + s0hd)
  add(36, mix(w(s0l), s0lt))
  add(37, s0lt)
  add(38, mix(w(s0r), s0rt))
  add(39, s0rt)
  add(40, mix(w(b0l), b0lt))
  add(41, b0lt)
  add(42, mix(t(s0hh), mix(s0ht, pair)))
  add(43, mix(s1t, pairAs))
  add(44, mix(s1t, mix(pair, b1t)))
  add(45, mix(w(s1), s1t))
  add(46, mix(s0w, mix(b0t, b1t)))
  add(47, mix(b0w, mix(s0t, b1t)))
  add(48, mix(pairAs, mix(b1t, b2t)))
  add(49, mix(s0ht, mix(s0rt, pair)))
  add(50, mix(headed, mix(b0lt, pair)))
  add(51, mix(s0bits, s0t))
  add(52, mix(s0bits, pairAs))
  add(53, mix(s0bits, s0w))
  add(54, mix(childBits[b0]!, b0t))
  add(55, mix(childBits[b0]!, pairAs))
  add(56, mix(between, pairAs))
  add(57, mix(between, mix(s0w, b0t)))
  add(58, mix(between, mix(s0t, b0w)))
  add(59, mix(mix(b0t, b1t), mix(b2t, t(b3))))
  add(60, mix(s0h >= 0 ? childBits[s0h]! : 0, mix(s0ht, pair)))
  add(61, mix(s1t * 64 + t(s2), pair))
  add(62, mix(w(s1), mix(pair, s1 >= 0 ? childBits[s1]! : 0)))
  add(63, mix(w(s0h), pairAs))
  add(64, mix(between, mix(s0bits, pair)))
  add(65, mix(s0 >= 0 ? state.lastRelation[s0]! : 0, mix(pairAs, between)))
  add(66, mix(word[b0 - 1]!, mix(pair, tag[b0 - 1]!)))
  add(67, mix(s0w, mix(b1w, b0t)))
  add(68, mix(b0w, mix(b1w, s0t)))
  return n
}

/** Writes the rows of the features of an arc about to be made, and returns how many there are. */
export function arcFeatures(
  state: ParserState,
  input: ParserInput,
  head: number,
  child: number,
  rows: Int32Array
): number {
  const { word, tag } = input
  const last = state.length + 1
  const w = (place: number) => (place < 1 || place > last ? 3 : word[place]!)
  const t = (place: number) => (place < 1 || place > last ? 60 : tag[place]!)
  const tags = (tag[child]! * 64 + tag[head]!) * 2 + (head > child ? 1 : 0)
  const childWord = word[child]!
  const headWord = word[head]!
  const childTag = tag[child]!
  const firstWord = w(state.leftChild[child]!)
  const headBits = state.childBits[head]!
  const childBits = state.childBits[child]!
  let n = 0
  const add = (template: number, value: number) => {
    rows[n++] = mix(template, value) & ARC_ROW
  }
  add(1, tags)
  add(2, mix(tags, childWord))
  add(3, mix(tags, headWord))
  add(4, mix(childWord, headWord))
  add(5, mix(tags, Math.min(4, Math.abs(head - child))))
  add(6, mix(tags, mix(t(child - 1), t(child + 1))))
  add(7, mix(tags, mix(t(head - 1), t(head + 1))))
  add(8, mix(childWord, head > child ? 1 : 0))
  add(9, mix(w(child - 1), tags))
  add(10, mix(w(child + 1), tags))
  add(11, mix(t(child - 1), tags))
  add(12, mix(t(head + 1), tags))
  add(13, mix(headBits, tags))
  add(14, mix(firstWord, tags))
  add(15, mix(childBits, tags))
  add(16, mix(childBits, mix(headWord, childTag)))
  add(17, mix(headBits, mix(headWord, childTag)))
  add(18, mix(w(head - 1), tags))
  add(19, mix(state.lastRelation[head]!, tags))
  add(20, mix(firstWord, mix(headWord, childTag)))
  return n
}

/** Room for one call's features and scores. */
export interface ParserScratch {
  readonly rows: Int32Array
  readonly scores: Float64Array
}

export const makeParserScratch = (): ParserScratch => ({
  rows: new Int32Array(96),
  scores: new Float64Array(RELATION_COUNT)
})

/** The relation that scores best for an arc about to be made; `ROOT` only ever hangs on the root. */
export function bestRelation(
  state: ParserState,
  input: ParserInput,
  head: number,
  child: number,
  weights: ArrayLike<number>,
  { rows, scores }: ParserScratch
): number {
  if (head === state.length + 1) return 0
  const count = arcFeatures(state, input, head, child, rows)
  scores.fill(0)
  for (let i = 0; i < count; i++) {
    const row = rows[i]! * RELATION_COUNT
    for (let relation = 0; relation < RELATION_COUNT; relation++)
      scores[relation]! += weights[row + relation]!
  }
  let best = 1
  for (let relation = 2; relation < RELATION_COUNT; relation++)
    if (scores[relation]! > scores[best]!) best = relation
  return best
}

/**
 * The heads and relations of a sentence, in one pass from left to right: greedy arc-eager parsing (Nivre 2003) by
 * averaged perceptrons trained with a dynamic oracle (Goldberg and Nivre 2012).
 */
export function parseDependencies(
  input: ParserInput,
  actions: ArrayLike<number>,
  relations: ArrayLike<number>,
  scratch: ParserScratch
): ParserState {
  const state = new ParserState(input.length)
  const { rows } = scratch
  while (!state.isDone) {
    const count = actionFeatures(state, input, rows)
    let shift = 0
    let reduce = 0
    let left = 0
    let right = 0
    for (let i = 0; i < count; i++) {
      const row = rows[i]! << 2
      shift += actions[row]!
      reduce += actions[row + 1]!
      left += actions[row + 2]!
      right += actions[row + 3]!
    }
    const scores = [shift, reduce, left, right]
    let best = -1
    for (let action = 0; action < 4; action++)
      if (state.allows(action) && (best < 0 || scores[action]! > scores[best]!)) best = action
    const { top, next } = state
    if (best === Action.left) state.apply(best, bestRelation(state, input, next, top, relations, scratch))
    else if (best === Action.right)
      state.apply(best, bestRelation(state, input, top, next, relations, scratch))
    else state.apply(best, 0)
  }
  return state
}

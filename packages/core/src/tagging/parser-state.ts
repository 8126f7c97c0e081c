import { RELATIONS, type RelationName } from './relations.ts'
import { isVerbal, Tag } from './tags.ts'

export const Action = { shift: 0, reduce: 1, left: 2, right: 3 } as const

/** One sentence as the parser reads it. Words stand at 1 to `length`, the root at `length + 1`. */
export interface ParserInput {
  length: number
  readonly word: Int32Array
  readonly tag: Uint8Array
  /** Commas and their like before each place. */
  readonly commas: Uint32Array
  /** Verbs before each place. */
  readonly verbs: Uint32Array
}

const ROOT_WORD = 99
const ROOT_TAG = 61
const DIVIDES = Uint8Array.from([Tag.COMMA, Tag.DASH, Tag.COLON, Tag.MARK])

/** Room for a sentence of up to `length` words. */
export const makeParserInput = (length: number): ParserInput => ({
  length,
  word: new Int32Array(length + 2),
  tag: new Uint8Array(length + 2),
  commas: new Uint32Array(length + 2),
  verbs: new Uint32Array(length + 2)
})

/** The tokens `from` up to `to` as the parser reads them, written over `input`, which is returned. */
export function readSentence(
  word: Int32Array,
  tag: Uint8Array,
  from: number,
  to: number,
  input: ParserInput = makeParserInput(to - from)
): ParserInput {
  const length = to - from
  input.length = length
  for (let place = 1; place <= length; place++) {
    const its = tag[from + place - 1]!
    input.word[place] = word[from + place - 1]!
    input.tag[place] = its
    input.commas[place + 1] = input.commas[place]! + (DIVIDES.includes(its) ? 1 : 0)
    input.verbs[place + 1] = input.verbs[place]! + (isVerbal(its) ? 1 : 0)
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

  /** The state at the start of a sentence of `length` words. */
  constructor(public length: number) {
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

  /** Goes back to the start, of another sentence, which must not be longer than the one that it was made for. */
  reset(length: number): void {
    const size = length + 2
    this.length = length
    this.height = 0
    this.next = 1
    for (const column of [this.head, this.relation, this.leftChild, this.rightChild]) column.fill(-1, 0, size)
    for (const column of [this.leftCount, this.rightCount, this.childBits, this.lastRelation])
      column.fill(0, 0, size)
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

  /** The action where no more than one is allowed, else -1. */
  get onlyAction(): number {
    if (this.height === 0) return Action.shift
    if (this.next <= this.length) return -1
    return this.head[this.top]! >= 0 ? Action.reduce : Action.left
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

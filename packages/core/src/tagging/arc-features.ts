import { compileTemplates, splitProgram, type Template, writeRows } from './feature-templates.ts'
import type { ParserInput, ParserState } from './parser-state.ts'

/** Rows of the parser's table of relations. */
export const ARC_ROWS = 1 << 16
const NO_TAG = 60
const NO_WORD = 3

/**
 * What an arc is described by, in the order in which `describeArc` writes it. `tags` are the two tags and which side
 * the head is on; `first` is the child's leftmost child; `bits` are the relations of the children.
 */
const NAMES = [
  'tags', 'child w', 'head w', 'child t', 'side', 'distance', 'after child w', 'after head t', 'head bits', 'child bits', 'first w', 'head last relation'
] as const // biome-ignore format: a table

/** A template's number is part of its hash, so a change here is one of the weights. */
const TEMPLATES: readonly Template<(typeof NAMES)[number]>[] = [
  ['child w', 'side'], ['tags'], ['tags', 'child w'], ['tags', 'head w'], ['head last relation', 'tags'], ['head bits', 'tags'],
  ['child bits', 'tags'], ['first w', 'tags'], ['tags', 'distance'], ['child bits', 'head w', 'child t'], ['after child w', 'tags'],
  ['after head t', 'tags']
] // biome-ignore format: a table

const ARC_PROGRAM = compileTemplates(NAMES, TEMPLATES)
/** The first templates decide most relations by themselves; the others are asked where those are in doubt. */
export const [FIRST_ARC_PROGRAM, OTHER_ARC_PROGRAM] = splitProgram(ARC_PROGRAM, 4)

/** How many features an arc has. */
export const ARC_FEATURES = TEMPLATES.length

/** Writes the rows of the features of an arc about to be made, and returns how many there are. */
export function arcFeatures(
  state: ParserState,
  input: ParserInput,
  head: number,
  child: number,
  rows: Int32Array
): number {
  describeArc(state, input, head, child)
  return writeRows(ARC_PROGRAM, Math.clz32(ARC_ROWS - 1), rows)
}

/** Writes what an arc about to be made is described by into its program's values. */
export function describeArc(state: ParserState, input: ParserInput, head: number, child: number): void {
  const { word, tag } = input
  const last = state.length + 1
  const first = state.leftChild[child]!
  const side = head > child ? 1 : 0
  const distance = side === 1 ? head - child : child - head
  const { values } = ARC_PROGRAM
  let n = 0
  values[n++] = (tag[child]! * 64 + tag[head]!) * 2 + side
  values[n++] = word[child]!
  values[n++] = word[head]!
  values[n++] = tag[child]!
  values[n++] = side
  values[n++] = Math.min(distance, 4)
  values[n++] = child < last ? word[child + 1]! : NO_WORD
  values[n++] = head < last ? tag[head + 1]! : NO_TAG
  values[n++] = state.childBits[head]!
  values[n++] = state.childBits[child]!
  values[n++] = first >= 1 ? word[first]! : NO_WORD
  values[n++] = state.lastRelation[head]!
}

import { compileTemplates, type Template, VALUES, writeRows } from './feature-templates.ts'
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
  'tags', 'child w', 'head w', 'child t', 'side', 'distance', 'before child w', 'after child w', 'before head w', 'before child t',
  'after child t', 'before head t', 'after head t', 'head bits', 'child bits', 'first w', 'head last relation'
] as const // biome-ignore format: a table

/** A template's number is part of its hash, so a change here is one of the weights. */
const TEMPLATES: readonly Template<(typeof NAMES)[number]>[] = [
  'tags',
  ['tags', 'child w'],
  ['tags', 'head w'],
  ['child w', 'head w'],
  ['tags', 'distance'],
  ['tags', ['before child t', 'after child t']],
  ['tags', ['before head t', 'after head t']],
  ['child w', 'side'],
  ['before child w', 'tags'],
  ['after child w', 'tags'],
  ['before child t', 'tags'],
  ['after head t', 'tags'],
  ['head bits', 'tags'],
  ['first w', 'tags'],
  ['child bits', 'tags'],
  ['child bits', ['head w', 'child t']],
  ['head bits', ['head w', 'child t']],
  ['before head w', 'tags'],
  ['head last relation', 'tags'],
  ['first w', ['head w', 'child t']]
]

export const ARC_PROGRAM = compileTemplates(NAMES, TEMPLATES)

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
  return writeRows(ARC_PROGRAM, ARC_ROWS - 1, rows)
}

/** Writes what an arc about to be made is described by into `VALUES`. */
export function describeArc(state: ParserState, input: ParserInput, head: number, child: number): void {
  const { word, tag } = input
  const last = state.length + 1
  const first = state.leftChild[child]!
  const side = head > child ? 1 : 0
  const distance = side === 1 ? head - child : child - head
  let n = 0
  VALUES[n++] = (tag[child]! * 64 + tag[head]!) * 2 + side
  VALUES[n++] = word[child]!
  VALUES[n++] = word[head]!
  VALUES[n++] = tag[child]!
  VALUES[n++] = side
  VALUES[n++] = Math.min(distance, 4)
  VALUES[n++] = child > 1 ? word[child - 1]! : NO_WORD
  VALUES[n++] = child < last ? word[child + 1]! : NO_WORD
  VALUES[n++] = head > 1 ? word[head - 1]! : NO_WORD
  VALUES[n++] = child > 1 ? tag[child - 1]! : NO_TAG
  VALUES[n++] = child < last ? tag[child + 1]! : NO_TAG
  VALUES[n++] = head > 1 ? tag[head - 1]! : NO_TAG
  VALUES[n++] = head < last ? tag[head + 1]! : NO_TAG
  VALUES[n++] = state.childBits[head]!
  VALUES[n++] = state.childBits[child]!
  VALUES[n++] = first >= 1 ? word[first]! : NO_WORD
  VALUES[n++] = state.lastRelation[head]!
}

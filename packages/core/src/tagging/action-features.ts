import { compileTemplates, type Template, VALUES, writeRows } from './feature-templates.ts'
import type { ParserInput, ParserState } from './parser-state.ts'

/** Rows of the parser's table of actions, four weights a row. */
export const ACTION_ROWS = 1 << 19
const NO_TAG = 62
const NO_WORD = 17

/**
 * What a state is described by, in the order in which `describeState` writes it: words (w), tags (t), relations (d),
 * children's relations (bits) of the places on the stack (s0 is its top, h a head, l and r outermost children) and of
 * those ahead (b0 is next).
 */
const NAMES = [
  's0w', 's0t', 's1w', 's1t', 'b0w', 'b0t', 'b1w', 'b1t', 'b2w', 'b2t', 'b3t', 'before w', 'before t', 's0h w', 's0h t', 's0hh t',
  's0l w', 's0l t', 's0r w', 's0r t', 'b0l w', 'b0l t', 's0t s0d', 's0h t d', 'pair', 'pair s0d', 'b0t b1t', 'b1t headed', 's1t s2t',
  'headed', 'gap', 'between', 's0 valence', 'b0 left count', 's0 bits', 's0h bits', 's1 bits', 'b0 bits', 's0 last relation'
] as const // biome-ignore format: a table

/** After Zhang and Nivre 2011. A template's number is part of its hash, so a change here is one of the weights. */
const TEMPLATES: readonly Template<(typeof NAMES)[number]>[] = [
  ['s0w', 's0t'],
  's0w',
  's0t s0d',
  ['b0w', 'b0t'],
  'b0w',
  'b0t',
  ['b1w', 'b1t'],
  'b1t',
  ['b2w', 'b2t'],
  'b2t',
  [['s0w', 's0t'], ['b0w', 'b0t']],
  ['s0w', ['b0w', 'b0t']],
  ['s0w', 'pair'],
  ['pair', 'b0w'],
  ['s0w', 'b0w'],
  'pair s0d',
  'b0t b1t',
  ['b0t b1t', 'b2t'],
  ['pair', 'b1t headed'],
  ['pair', 's0h t'],
  ['pair', 's0l t'],
  ['pair', 's0r t'],
  ['pair', 'b0l t'],
  ['s0w', 'gap'],
  ['s0t', 'gap'],
  ['b0w', 'gap'],
  ['b0t', 'gap'],
  ['pair', 'gap'],
  ['s0t', 's0 valence'],
  ['b0t', 'b0 left count'],
  ['s0w', 's0 valence'],
  ['b0w', 'b0 left count'],
  ['pair', 's0 valence'],
  ['s0h w', 's0h t'],
  's0h t d',
  ['s0l w', 's0l t'],
  's0l t',
  ['s0r w', 's0r t'],
  's0r t',
  ['b0l w', 'b0l t'],
  'b0l t',
  ['s0hh t', ['s0h t', 'pair']],
  ['s1t', 'pair s0d'],
  ['s1t', ['pair', 'b1t']],
  ['s1w', 's1t'],
  ['s0w', ['b0t', 'b1t']],
  ['b0w', ['s0t', 'b1t']],
  ['pair s0d', ['b1t', 'b2t']],
  ['s0h t', ['s0r t', 'pair']],
  ['headed', ['b0l t', 'pair']],
  ['s0 bits', 's0t'],
  ['s0 bits', 'pair s0d'],
  ['s0 bits', 's0w'],
  ['b0 bits', 'b0t'],
  ['b0 bits', 'pair s0d'],
  ['between', 'pair s0d'],
  ['between', ['s0w', 'b0t']],
  ['between', ['s0t', 'b0w']],
  [['b0t', 'b1t'], ['b2t', 'b3t']],
  ['s0h bits', ['s0h t', 'pair']],
  ['s1t s2t', 'pair'],
  ['s1w', ['pair', 's1 bits']],
  ['s0h w', 'pair s0d'],
  ['between', ['s0 bits', 'pair']],
  ['s0 last relation', ['pair s0d', 'between']],
  ['before w', ['pair', 'before t']],
  ['s0w', ['b1w', 'b0t']],
  ['b0w', ['b1w', 's0t']]
] // biome-ignore format: a table

export const ACTION_PROGRAM = compileTemplates(NAMES, TEMPLATES)

/** How many features a state has. */
export const ACTION_FEATURES = TEMPLATES.length

/** Writes the rows of the features of a state, and returns how many there are. */
export function actionFeatures(state: ParserState, input: ParserInput, rows: Int32Array): number {
  describeState(state, input)
  return writeRows(ACTION_PROGRAM, ACTION_ROWS - 1, rows)
}

/** Writes what a state is described by into `VALUES`. */
export function describeState(state: ParserState, input: ParserInput): void {
  const { head, relation, leftChild, leftCount, childBits, stack, height, next: b0 } = state
  const { word, tag } = input
  const last = state.length + 1
  const s0 = height > 0 ? stack[height - 1]! : -1
  const s1 = height > 1 ? stack[height - 2]! : -1
  const s2 = height > 2 ? stack[height - 3]! : -1
  const s0h = s0 >= 0 ? head[s0]! : -1
  const s0hh = s0h >= 0 ? head[s0h]! : -1
  const s0l = s0 >= 0 ? leftChild[s0]! : -1
  const s0r = s0 >= 0 ? state.rightChild[s0]! : -1
  const b0l = leftChild[b0]!
  const s0t = s0 >= 0 ? tag[s0]! : NO_TAG
  const s1t = s1 >= 0 ? tag[s1]! : NO_TAG
  const s2t = s2 >= 0 ? tag[s2]! : NO_TAG
  const s0ht = s0h >= 0 ? tag[s0h]! : NO_TAG
  const b0t = tag[b0]!
  const b1t = b0 + 1 <= last ? tag[b0 + 1]! : NO_TAG
  const headed = s0h >= 0 ? 1 : 0
  const distance = b0 - s0
  const pair = s0t * 64 + b0t
  const s0d = s0 >= 0 ? relation[s0]! + 1 : 50
  let n = 0
  VALUES[n++] = s0 >= 0 ? word[s0]! : NO_WORD
  VALUES[n++] = s0t
  VALUES[n++] = s1 >= 0 ? word[s1]! : NO_WORD
  VALUES[n++] = s1t
  VALUES[n++] = word[b0]!
  VALUES[n++] = b0t
  VALUES[n++] = b0 + 1 <= last ? word[b0 + 1]! : NO_WORD
  VALUES[n++] = b1t
  VALUES[n++] = b0 + 2 <= last ? word[b0 + 2]! : NO_WORD
  VALUES[n++] = b0 + 2 <= last ? tag[b0 + 2]! : NO_TAG
  VALUES[n++] = b0 + 3 <= last ? tag[b0 + 3]! : NO_TAG
  VALUES[n++] = word[b0 - 1]!
  VALUES[n++] = tag[b0 - 1]!
  VALUES[n++] = s0h >= 0 ? word[s0h]! : NO_WORD
  VALUES[n++] = s0ht
  VALUES[n++] = s0hh >= 0 ? tag[s0hh]! : NO_TAG
  VALUES[n++] = s0l >= 0 ? word[s0l]! : NO_WORD
  VALUES[n++] = s0l >= 0 ? tag[s0l]! : NO_TAG
  VALUES[n++] = s0r >= 0 ? word[s0r]! : NO_WORD
  VALUES[n++] = s0r >= 0 ? tag[s0r]! : NO_TAG
  VALUES[n++] = b0l >= 0 ? word[b0l]! : NO_WORD
  VALUES[n++] = b0l >= 0 ? tag[b0l]! : NO_TAG
  VALUES[n++] = s0t * 64 + s0d
  VALUES[n++] = s0ht * 64 + (s0h >= 0 ? relation[s0h]! + 1 : 51)
  VALUES[n++] = pair
  VALUES[n++] = pair * 64 + s0d
  VALUES[n++] = b0t * 64 + b1t
  VALUES[n++] = b1t * 2 + headed
  VALUES[n++] = s1t * 64 + s2t
  VALUES[n++] = headed
  VALUES[n++] = s0 < 0 ? 0 : distance < 5 ? distance : distance < 10 ? 5 : 6
  VALUES[n++] = s0 < 0 ? 9 : countBetween(input.commas, s0, b0) * 3 + countBetween(input.verbs, s0 + 1, b0)
  VALUES[n++] = s0 >= 0 ? state.rightCount[s0]! * 4 + leftCount[s0]! : 16
  VALUES[n++] = leftCount[b0]!
  VALUES[n++] = s0 >= 0 ? childBits[s0]! : 0
  VALUES[n++] = s0h >= 0 ? childBits[s0h]! : 0
  VALUES[n++] = s1 >= 0 ? childBits[s1]! : 0
  VALUES[n++] = childBits[b0]!
  VALUES[n++] = s0 >= 0 ? state.lastRelation[s0]! : 0
}

/** How many of what was counted stand between two places, two for more. */
function countBetween(before: Uint32Array, from: number, to: number): number {
  return Math.min(before[to]! - before[from]!, 2)
}

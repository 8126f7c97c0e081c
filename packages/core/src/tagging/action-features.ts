import { compileTemplates, type Template, writeRows } from './feature-templates.ts'
import type { ParserInput, ParserState } from './parser-state.ts'

/** Rows of the parser's table of actions, four weights a row. */
export const ACTION_ROWS = 1 << 18
const NO_TAG = 62
const NO_WORD = 17

/**
 * What a state is described by, in the order in which `describeState` writes it: words (w), tags (t), relations (d),
 * children's relations (bits) of the places on the stack (s0 is its top, h a head, l and r outermost children) and of
 * those ahead (b0 is next).
 */
const NAMES = [
  's0w', 's0t', 's1w', 's1t', 'b0w', 'b0t', 'b1w', 'b1t', 'b2t', 'b3t', 'before w', 'before t', 's0h t', 's0hh t', 's0l w',
  's0l t', 's0r t', 'b0l w', 'b0l t', 's0t s0d', 's0h t d', 'pair', 'pair s0d', 'b0t b1t', 'b1t headed', 'gap', 'between',
  's0 valence', 's0 bits', 'b0 bits'
] as const // biome-ignore format: a table

/**
 * After Zhang and Nivre 2011, without those whose absence cost nothing. A template's number is part of its hash, so a change here is
 * one of the weights.
 */
const TEMPLATES: readonly Template<(typeof NAMES)[number]>[] = [
  ['s1w', 's1t'], ['b0t b1t'], ['b0t'], ['b1t'], ['s0t s0d'], ['s0t', 's0 valence'], ['s0l t'], ['b0l w', 'b0l t'], ['s0t', 'gap'],
  ['b1w', 'b1t'], ['s0h t d'], ['b0 bits', 'b0t'], ['b0t b1t', 'b2t'], ['b0w', 'b0t'], ['s0 bits', 's0t'], ['s0r t'], ['s0w'],
  ['pair', 'b1t headed'], ['s0w', 'pair'], ['b0w', 'pair'],
  ['b0w'], ['b2t'], ['s0w', 'b0w'], ['pair', 's0r t'], ['pair', 'b0l t'], ['b0w', 'gap'], ['b0t', 'gap'], ['pair', 'gap'],
  ['pair', 's0 valence'], ['s0l w', 's0l t'], ['s0h t', 's0hh t', 'pair'], ['b0w', 's0t', 'b1t'], ['s0 bits', 'pair s0d'],
  ['b0 bits', 'pair s0d'], ['between', 'pair s0d'], ['b0t b1t', 'b2t', 'b3t'], ['before w', 'before t', 'pair'], ['b0w', 'b1w', 's0t']
] // biome-ignore format: a table

export const ACTION_PROGRAM = compileTemplates(NAMES, TEMPLATES)

/** How many features a state has. */
export const ACTION_FEATURES = TEMPLATES.length

/** Writes the rows of the features of a state, and returns how many there are. */
export function actionFeatures(state: ParserState, input: ParserInput, rows: Int32Array): number {
  describeState(state, input)
  return writeRows(ACTION_PROGRAM, Math.clz32(ACTION_ROWS - 1), rows)
}

/** Writes what a state is described by into its program's values. */
export function describeState(state: ParserState, input: ParserInput): void {
  const { head, relation, leftChild, leftCount, childBits, stack, height, next: b0 } = state
  const { word, tag } = input
  const last = state.length + 1
  const s0 = height > 0 ? stack[height - 1]! : -1
  const s1 = height > 1 ? stack[height - 2]! : -1
  const s0h = s0 >= 0 ? head[s0]! : -1
  const s0hh = s0h >= 0 ? head[s0h]! : -1
  const s0l = s0 >= 0 ? leftChild[s0]! : -1
  const s0r = s0 >= 0 ? state.rightChild[s0]! : -1
  const b0l = leftChild[b0]!
  const s0t = s0 >= 0 ? tag[s0]! : NO_TAG
  const s1t = s1 >= 0 ? tag[s1]! : NO_TAG
  const s0ht = s0h >= 0 ? tag[s0h]! : NO_TAG
  const b0t = tag[b0]!
  const b1t = b0 + 1 <= last ? tag[b0 + 1]! : NO_TAG
  const headed = s0h >= 0 ? 1 : 0
  const distance = b0 - s0
  const pair = s0t * 64 + b0t
  const s0d = s0 >= 0 ? relation[s0]! + 1 : 50
  const { values } = ACTION_PROGRAM
  let n = 0
  values[n++] = s0 >= 0 ? word[s0]! : NO_WORD
  values[n++] = s0t
  values[n++] = s1 >= 0 ? word[s1]! : NO_WORD
  values[n++] = s1t
  values[n++] = word[b0]!
  values[n++] = b0t
  values[n++] = b0 + 1 <= last ? word[b0 + 1]! : NO_WORD
  values[n++] = b1t
  values[n++] = b0 + 2 <= last ? tag[b0 + 2]! : NO_TAG
  values[n++] = b0 + 3 <= last ? tag[b0 + 3]! : NO_TAG
  values[n++] = word[b0 - 1]!
  values[n++] = tag[b0 - 1]!
  values[n++] = s0ht
  values[n++] = s0hh >= 0 ? tag[s0hh]! : NO_TAG
  values[n++] = s0l >= 0 ? word[s0l]! : NO_WORD
  values[n++] = s0l >= 0 ? tag[s0l]! : NO_TAG
  values[n++] = s0r >= 0 ? tag[s0r]! : NO_TAG
  values[n++] = b0l >= 0 ? word[b0l]! : NO_WORD
  values[n++] = b0l >= 0 ? tag[b0l]! : NO_TAG
  values[n++] = s0t * 64 + s0d
  values[n++] = s0ht * 64 + (s0h >= 0 ? relation[s0h]! + 1 : 51)
  values[n++] = pair
  values[n++] = pair * 64 + s0d
  values[n++] = b0t * 64 + b1t
  values[n++] = b1t * 2 + headed
  values[n++] = s0 < 0 ? 0 : distance < 5 ? distance : distance < 10 ? 5 : 6
  values[n++] = s0 < 0 ? 9 : countBetween(input.commas, s0, b0) * 3 + countBetween(input.verbs, s0 + 1, b0)
  values[n++] = s0 >= 0 ? state.rightCount[s0]! * 4 + leftCount[s0]! : 16
  values[n++] = s0 >= 0 ? childBits[s0]! : 0
  values[n++] = childBits[b0]!
}

/** How many of what was counted stand between two places, two for more. */
function countBetween(before: Uint32Array, from: number, to: number): number {
  return Math.min(before[to]! - before[from]!, 2)
}

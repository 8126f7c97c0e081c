import { ACTION_PROGRAM, describeState } from './action-features.ts'
import { describeArc, FIRST_ARC_PROGRAM, OTHER_ARC_PROGRAM } from './arc-features.ts'
import { Action, type ParserInput, type ParserState } from './parser-state.ts'
import { RELATION_COUNT } from './relations.ts'
import {
  findHighest,
  findSure,
  type PackedTable,
  packTable,
  padRow,
  readTable,
  type SparseTable,
  sumFeatures,
  sumFourFeatures
} from './sum-rows.ts'

/** Weights in a row of the parser's table of relations. */
export const RELATION_ROW = padRow(RELATION_COUNT)

/** By how much the first features must speak for a relation for the others not to be asked. */
const SURE = 16

/** The parser's tables, and room for one call's scores. */
export interface ParserScratch {
  readonly actions: PackedTable
  readonly relations: SparseTable
  readonly sums: Int32Array
  readonly more: Int32Array
}

export const makeParserScratch = (actions: Int8Array, relations: Int8Array): ParserScratch => ({
  actions: packTable(actions, 4),
  relations: readTable(relations, RELATION_ROW),
  sums: new Int32Array(RELATION_ROW),
  more: new Int32Array(RELATION_ROW)
})

/** The action that scores best among those that a state allows. */
function bestAction(state: ParserState, input: ParserInput, { actions, sums }: ParserScratch): number {
  const only = state.onlyAction
  if (only >= 0) return only
  describeState(state, input)
  sumFourFeatures(ACTION_PROGRAM, actions, sums)
  let best = -1
  for (let action = 0; action < 4; action++)
    if (state.allows(action) && (best < 0 || sums[action]! > sums[best]!)) best = action
  return best
}

/** The relation that scores best for an arc about to be made; `ROOT` only ever hangs on the root. */
function bestRelation(
  state: ParserState,
  input: ParserInput,
  head: number,
  child: number,
  { relations, sums, more }: ParserScratch
): number {
  if (head === state.length + 1) return 0
  describeArc(state, input, head, child)
  sumFeatures(FIRST_ARC_PROGRAM, relations, sums)
  const sure = findSure(sums, 1, RELATION_COUNT, SURE)
  if (sure > 0) return sure
  sumFeatures(OTHER_ARC_PROGRAM, relations, more)
  for (let relation = 1; relation < RELATION_COUNT; relation++) sums[relation]! += more[relation]!
  return findHighest(sums, 1, RELATION_COUNT)
}

/**
 * Finds the heads and relations of a sentence, in one pass from left to right: greedy arc-eager parsing (Nivre 2003)
 * by averaged perceptrons trained with a dynamic oracle (Goldberg and Nivre 2012). `state` must be at its start.
 */
export function parseDependencies(state: ParserState, input: ParserInput, scratch: ParserScratch): void {
  while (!state.isDone) {
    const action = bestAction(state, input, scratch)
    const { top, next } = state
    let relation = 0
    if (action === Action.left) relation = bestRelation(state, input, next, top, scratch)
    else if (action === Action.right) relation = bestRelation(state, input, top, next, scratch)
    state.apply(action, relation)
  }
}

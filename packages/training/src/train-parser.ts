import {
  ACTION_FEATURES, ACTION_ROWS, Action, ARC_FEATURES, ARC_ROWS, actionFeatures, anonymiseWords, arcFeatures, findHighest,
  type Language, type ParserInput, ParserState, RELATION_COUNT, RELATION_ROW, readSentence, tagTokens
} from '@saywho/core/rooms' // biome-ignore format: a list
import { AveragedWeights, quantiseMean } from './averaged-weights.ts'
import { inOrders } from './in-orders.ts'
import { makeRandom, shuffle } from './random.ts'
import type { SilverDocument } from './silver.ts'

const EPOCHS = 4
/** How often a weight must change before it counts: those of actions, and those of relations. */
const ACTION_PATIENCE = 3
const ARC_PATIENCE = 3
const LONGEST_SENTENCE = 150
/** From the second epoch on, how often training follows its own action instead of a right one. */
const EXPLORE = 0.9

/** A sentence to learn from; heads and relations by place, the root at `input.length + 1`. */
export interface ParserExample {
  readonly input: ParserInput
  readonly head: Int32Array
  readonly relation: Uint8Array
}

/** A document's sentences, tagged by a tagger, so that training meets the tags that use will meet. */
export function readParserExamples(
  { tokens, shapes, head, relation }: SilverDocument,
  language: Language,
  tagger: Int8Array
): ParserExample[] {
  const tags = tagTokens(tokens, shapes, tagger, language.closedWords)
  const words = anonymiseWords(tokens, shapes, tags, language)
  const examples: ParserExample[] = []
  for (let sentence = 0; sentence + 1 < tokens.sentenceStart.length; sentence++) {
    const from = tokens.sentenceStart[sentence]!
    const to = tokens.sentenceStart[sentence + 1]!
    const length = to - from
    if (length < 2 || length > LONGEST_SENTENCE) continue
    const example = {
      input: readSentence(words, tags, from, to),
      head: new Int32Array(length + 2).fill(-1),
      relation: new Uint8Array(length + 2)
    }
    for (let place = 1; place <= length; place++) {
      const token = from + place - 1
      const its = head[token]!
      const isRoot = its < from || its >= to
      example.head[place] = isRoot ? length + 1 : its - from + 1
      example.relation[place] = isRoot ? 0 : relation[token]!
    }
    examples.push(example)
  }
  return examples
}

/** How many right arcs each action puts out of reach (Goldberg and Nivre 2012). */
function countLosses(state: ParserState, gold: Int32Array, losses: Int32Array): void {
  const { next, length, stack, height, head, top } = state
  losses.fill(0)
  let inStack = 0
  for (let i = 0; i < height; i++) {
    const place = stack[i]!
    if (gold[next] === place) inStack++
    if (gold[place] === next && head[place]! < 0) {
      losses[Action.shift]!++
      losses[Action.right]!++
    }
  }
  losses[Action.shift]! += inStack
  if (top < 0) return
  for (let place = next; place <= length; place++)
    if (gold[place] === top) {
      losses[Action.reduce]!++
      losses[Action.left]!++
    }
  if (gold[top]! > next) losses[Action.left]!++
  if (gold[next] !== top) losses[Action.right]! += inStack + (gold[next]! > next ? 1 : 0)
}

/** Trains the parser of `@saywho/core` with a dynamic oracle that explores its own errors. */
export function trainParser(
  examples: readonly ParserExample[],
  { seed = 7, actionPatience = ACTION_PATIENCE, arcPatience = ARC_PATIENCE } = {}
): { actions: Int8Array; relations: Int8Array } {
  const orders = inOrders(seed, (seed) => trainOrder(examples, seed, actionPatience, arcPatience))
  return {
    actions: quantiseMean(orders.map(({ actions }) => actions)),
    relations: quantiseMean(orders.map(({ relations }) => relations))
  }
}

function trainOrder(
  examples: readonly ParserExample[],
  seed: number,
  actionPatience: number,
  arcPatience: number
): { actions: Float32Array; relations: Float32Array } {
  const actions = new AveragedWeights(ACTION_ROWS * 4, actionPatience)
  const relations = new AveragedWeights(ARC_ROWS * RELATION_ROW, arcPatience)
  const random = makeRandom(seed)
  const rows = new Int32Array(ACTION_FEATURES)
  const arcRows = new Int32Array(ARC_FEATURES)
  const scores = new Float64Array(4)
  const arcScores = new Float64Array(RELATION_COUNT)
  const losses = new Int32Array(4)
  const order = [...examples]
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { input, head: gold, relation: goldRelation } of shuffle(order, random)) {
      const state = new ParserState(input.length)
      while (!state.isDone) {
        const count = actionFeatures(state, input, rows)
        actions.sumRows(rows, count, 4, scores)
        countLosses(state, gold, losses)
        let least = Number.POSITIVE_INFINITY
        for (let action = 0; action < 4; action++)
          if (state.allows(action) && losses[action]! < least) least = losses[action]!
        let predicted = -1
        let right = -1
        for (let action = 0; action < 4; action++) {
          if (!state.allows(action)) continue
          if (predicted < 0 || scores[action]! > scores[predicted]!) predicted = action
          if (losses[action] === least && (right < 0 || scores[action]! > scores[right]!)) right = action
        }
        if (losses[predicted]! > least) actions.correct(rows, count, 4, right, predicted)
        actions.step++
        relations.step++
        const taken = epoch > 0 && random() < EXPLORE ? predicted : right
        const { top, next } = state
        const [head, child] = taken === Action.left ? [next, top] : [top, next]
        let relation = 0
        // what hangs on the root is `ROOT`, which is nothing to learn
        if ((taken === Action.left || taken === Action.right) && head <= input.length) {
          const arcCount = arcFeatures(state, input, head, child, arcRows)
          relations.sumRows(arcRows, arcCount, RELATION_ROW, arcScores)
          relation = findHighest(arcScores, 1, RELATION_COUNT)
          const its = goldRelation[child]!
          if (gold[child] === head && relation !== its) {
            relations.correct(arcRows, arcCount, RELATION_ROW, its, relation)
            if (epoch === 0) relation = its
          }
        }
        state.apply(taken, relation)
      }
    }
  }
  return { actions: actions.averages(), relations: relations.averages() }
}

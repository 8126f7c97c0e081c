import { findHighest, TAG_ROW, TAGGER_ROWS, tagFeatures, WORD_TAG_COUNT } from '@saywho/core/rooms'
import { AveragedWeights, quantiseMean } from './averaged-weights.ts'
import { inOrders } from './in-orders.ts'
import { makeRandom, shuffle } from './random.ts'
import type { SilverDocument } from './silver.ts'

const EPOCHS = 4
/** How often a weight must change before it counts. */
const PATIENCE = 3

/** Trains the tagger of `@saywho/core`: an averaged perceptron that sees its own earlier tags, right or wrong. */
export function trainTagger(
  documents: readonly SilverDocument[],
  { seed = 7, patience = PATIENCE } = {}
): Int8Array {
  return quantiseMean(inOrders(seed, (seed) => trainOrder(documents, seed, patience)))
}

function trainOrder(documents: readonly SilverDocument[], seed: number, patience: number): Float32Array {
  const weights = new AveragedWeights(TAGGER_ROWS * TAG_ROW, patience)
  const random = makeRandom(seed)
  const rows = new Int32Array(32)
  const scores = new Float64Array(WORD_TAG_COUNT)
  const order = [...documents]
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { tokens, shapes, tag: gold } of shuffle(order, random)) {
      const tags = Uint8Array.from(shapes.fixedTag, (tag) => Math.max(tag, 0))
      for (let token = 0; token < tokens.count; token++) {
        if (shapes.fixedTag[token]! >= 0) continue
        const count = tagFeatures(tokens, shapes, tags, token, rows)
        weights.sumRows(rows, count, TAG_ROW, scores)
        const best = findHighest(scores, 0, WORD_TAG_COUNT)
        const right = gold[token]!
        if (right >= 0 && right < WORD_TAG_COUNT && right !== best)
          weights.correct(rows, count, TAG_ROW, right, best)
        tags[token] = best
        weights.step++
      }
    }
  }
  return weights.averages()
}

import { type Figure, toFigure } from './score-attributions.ts'
import type { DocumentScore } from './score-document.ts'

/**
 * Whether the same sources were taken for one, over the attributions whose content was found and whose annotation tells who is
 * meant: B³ (Bagga and Baldwin 1998) over a document's attributions, each being a mention of its source. An attribution for which
 * nobody was found is one of its own. Null where there are none.
 */
export function scoreChains(documents: readonly DocumentScore[]): Figure | null {
  let found = { precision: 0, recall: 0 }
  let count = 0
  for (const { chains } of documents) {
    const sizes = {
      gold: countBy(chains, ({ gold }) => gold),
      predicted: countBy(chains, ({ predicted }) => predicted)
    }
    const both = countBy(chains, ({ gold, predicted }) => JSON.stringify([gold, predicted]))
    for (const { gold, predicted } of chains) {
      const shared = both.get(JSON.stringify([gold, predicted]))!
      found = {
        precision: found.precision + shared / sizes.predicted.get(predicted)!,
        recall: found.recall + shared / sizes.gold.get(gold)!
      }
      count++
    }
  }
  if (count === 0) return null
  const [precision, recall] = [(100 * found.precision) / count, (100 * found.recall) / count]
  return {
    ...toFigure({ found: count, gold: count, predicted: count }),
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall)
  }
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

import { sumTrees } from '../attribution/sum-trees.ts'
import type { TreeTable } from '../language.ts'
import { ANTECEDENT_FIGURES, describeAntecedent } from './describe-antecedent.ts'
import { isSexed } from './entity.ts'
import type { Resolving } from './resolving.ts'

/** An antecedent less likely than this is none: of "he" and "she", of other pronouns, of descriptions. */
const LEAST_PERSONAL = 0.05
const LEAST_PRONOUN = 0.1
const LEAST_DESCRIPTION = 0.5

/** What there is to choose from at a mention, and what is chosen: -1 for nothing. */
export type ChooseAntecedent = (its: Resolving, index: number, candidates: readonly number[]) => number

/** Chooses by trees: the likeliest antecedent, if it is likely enough. */
export function chooseByTrees(trees: TreeTable): ChooseAntecedent {
  const row = new Float32Array(ANTECEDENT_FIGURES)
  return (its, index, candidates) => {
    const { kind, gender } = its.mentions[index]!
    const least = kind !== 'pronoun' ? LEAST_DESCRIPTION : isSexed(gender) ? LEAST_PERSONAL : LEAST_PRONOUN
    let best = -1
    let highest = Math.log(least / (1 - least))
    for (let rank = 0; rank < candidates.length; rank++) {
      describeAntecedent(its, index, candidates[rank]!, rank, row)
      const score = sumTrees(trees, row)
      if (score > highest) {
        highest = score
        best = candidates[rank]!
      }
    }
    return best
  }
}

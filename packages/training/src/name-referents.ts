import { type Reading, Relation, Tag, type TokenRange } from '@saywho/core/rooms'
import type { AlignedAttribution } from './align-gold.ts'

/** A clause is looked for so many words up from its pronoun. */
const FARTHEST = 4

/**
 * Annotated sources in the words that name them: where "who" is annotated, it is what the clause hangs on, and where "those
 * who", it is "those". PolNeAR annotates the pronoun, `wider` and our own texts the words that it stands for, and a model that
 * learns both is sure of neither.
 */
export const nameReferents = (
  reading: Reading,
  aligned: readonly AlignedAttribution[]
): AlignedAttribution[] =>
  aligned.map((its) => ({ ...its, source: its.source.map((range) => nameReferent(reading, range)) }))

function nameReferent({ tree }: Reading, range: TokenRange): TokenRange {
  const { tag, relation, head } = tree.syntax
  const pronoun = range.to - 1
  if (tag[pronoun] !== Tag.WP && tag[pronoun] !== Tag.WDT) return range
  if (range.from < pronoun) return withoutEnd(range.from, pronoun) ?? range
  let verb = head[pronoun]!
  for (let step = 0; step < FARTHEST && verb >= 0 && relation[verb] !== Relation.relcl; step++)
    verb = head[verb]!
  const noun = verb >= 0 && relation[verb] === Relation.relcl ? head[verb]! : -1
  if (noun < 0 || noun >= pronoun) return range
  return withoutEnd(tree.first[noun]!, pronoun) ?? range

  /** A phrase without the comma and the preposition ("of whom") at its end; null where nothing is left. */
  function withoutEnd(from: number, end: number): TokenRange | null {
    let to = end
    while (to > from && (tag[to - 1] === Tag.COMMA || tag[to - 1] === Tag.DASH || tag[to - 1] === Tag.IN))
      to--
    return to > from ? { from, to } : null
  }
}

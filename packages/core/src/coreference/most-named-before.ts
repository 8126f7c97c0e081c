import type { Mention } from '../mention/mention.ts'

/**
 * The first mention that names the person who has most of them before a token; -1 where nobody is named.
 *
 * @param isAny whether any name of two words or more may be a person's.
 * @param others entities that are not asked for.
 */
export function mostNamedBefore(
  mentions: readonly Mention[],
  entityOf: Int32Array,
  token: number,
  isAny: boolean,
  others: ReadonlySet<number> = new Set()
): number {
  const times = new Map<number, number>()
  const firstOf = new Map<number, number>()
  let best = -1
  for (let index = 0; index < mentions.length && mentions[index]!.head < token; index++) {
    const { type, name, certainty } = mentions[index]!
    const entity = entityOf[index]!
    const isCertain = certainty === 2 || (isAny && name !== null && name.to - name.from > 1)
    if (entity < 0 || others.has(entity) || type !== 'person' || (!isCertain && !times.has(entity))) continue
    if (name !== null && !firstOf.has(entity)) firstOf.set(entity, index)
    const count = (times.get(entity) ?? 0) + 1
    times.set(entity, count)
    if (firstOf.has(entity) && count > (best < 0 ? 0 : times.get(best)!)) best = entity
  }
  return best < 0 ? -1 : firstOf.get(best)!
}

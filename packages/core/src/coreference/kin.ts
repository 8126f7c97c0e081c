import type { Mention } from '../mention/mention.ts'
import { nounAt } from '../mention/noun-at.ts'
import { isNominal, Tag } from '../tagging/tags.ts'
import type { Resolving } from './resolving.ts'

/** Whether it is somebody's: "his mother", who is none of those before, unless one was called so. */
export function hasOwner({ reading }: Resolving, { kind, range, isPersonal }: Mention): boolean {
  const { tag } = reading.tree.syntax
  return kind === 'description' && isPersonal && tag[range.from] === Tag.PRP$
}

/** Whether an entity was called by such a noun before, whosever it is said to be here. */
export function isDescribedAs(
  { reading, mentions, entities }: Resolving,
  entity: number,
  { head, range }: Mention
): boolean {
  const { tokens } = reading
  const { tag, stem } = reading.tree.syntax
  const { named, described } = entities[entity]!
  const noun = nounAt(reading, head)
  const owner = tokens.lower[range.from]
  const kind = kindOf(head)
  return (
    described.some((other) => {
      const its = mentions[other]!
      const isOwned = tag[its.range.from] === Tag.PRP$
      return nounAt(reading, its.head) === noun && (!isOwned || tokens.lower[its.range.from] === owner)
    }) ||
    named.some((other) => {
      const { role } = mentions[other]!
      const at = role === null ? -1 : stem.indexOf(noun, role.from)
      if (role === null || at < 0 || at >= role.to) return false
      // "his social worker" is no outreach worker
      const its = at > role.from ? kindOf(at) : null
      return kind === null || its === null || kind === its
    })
  )

  /** The word right before a noun that says of which kind it is; null for none. */
  function kindOf(noun: number): string | null {
    const its = tag[noun - 1]!
    return isNominal(its) || its === Tag.JJ ? tokens.lower[noun - 1]! : null
  }
}

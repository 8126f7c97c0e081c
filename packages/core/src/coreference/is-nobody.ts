import type { Mention } from '../mention/mention.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import type { Resolving } from './resolving.ts'

/** Whether it stands for no one in particular: "nobody", "every driver", "not one of them"; for a part of the body: "his head"; or for what somebody is like or would be. */
export function isNobody({ reading, sources }: Resolving, { kind, range, head }: Mention): boolean {
  const { tokens } = reading
  const { tag, stem, relation, head: governors } = reading.tree.syntax
  if (kind !== 'description') return false
  const word = tokens.lower[range.from]!
  if (sources.bodyNouns.has(stem[head]!) && sources.pronouns.has(word)) return true
  if ((isCompared(head) || isWanted(head)) && !sources.definite.has(word)) return true
  // "called her the most stubborn person he had met"
  if (relation[head] === Relation.oprd) return true
  return sources.nobodies.has(word) || (word === 'not' && tokens.lower[range.from + 1] === 'one')

  /** "He hoped to be a pilot" */
  function isWanted(noun: number): boolean {
    const verb = governors[noun]!
    return relation[noun] === Relation.attr && stem[verb] === 'be' && tag[verb - 1] === Tag.TO
  }

  /** "I cried like a baby" */
  function isCompared(noun: number): boolean {
    return (
      relation[noun] === Relation.pobj && sources.comparingPrepositions.has(tokens.lower[governors[noun]!]!)
    )
  }
}

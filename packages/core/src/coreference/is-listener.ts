import { Relation } from '../tagging/relations.ts'
import { isPress } from './is-press.ts'
import { lastMentionOf, type Resolving } from './resolving.ts'

/** Whether an entity is the press that was last told something: "Okafor told the Echo" is not about the Echo. */
export function isListener(its: Resolving, entity: number): boolean {
  const { tokens, tree } = its.reading
  const mention = lastMentionOf(its, entity)
  const relation = tree.syntax.relation[mention.head]
  return (relation === Relation.dobj || relation === Relation.dative) && isPress(tokens, mention, its.sources)
}

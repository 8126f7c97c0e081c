import { subtreeOf, type Tree } from '../tagging/link-tree.ts'
import { Relation } from '../tagging/relations.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import { mergeRanges } from '../text/merge-ranges.ts'
import type { TokenRange } from '../text/token-table.ts'

/**
 * The clause that a phrase such as "according to …" or "as reported by …" attributes: what it hangs on, without the
 * phrase itself and the commas around it.
 */
export function findMainClause(tree: Tree, phrase: TokenRange, anchor: number): TokenRange[] {
  const { head, relation, tag } = tree.syntax
  let clause = head[anchor]!
  while (clause >= 0 && head[clause]! >= 0 && !(isVerbal(tag[clause]!) && CLAUSAL.has(relation[clause]!)))
    clause = head[clause]!
  if (clause < 0) return []
  const whole = subtreeOf(tree, clause)
  const pieces = mergeRanges([
    { from: whole.from, to: Math.min(whole.to, phrase.from) },
    { from: Math.max(whole.from, phrase.to), to: whole.to }
  ])
  return pieces.filter(({ from, to }) => to - from > 1 || tag[from] !== Tag.COMMA)
}

/** A content without the prepositional phrase set off before it: "In a first meeting, …" is the reporter's. */
export function withoutFrame(tree: Tree, content: readonly TokenRange[]): TokenRange[] {
  const { relation, tag, head } = tree.syntax
  return content.map(({ from, to }) => {
    let frame = from
    while (
      head[frame]! >= from &&
      tree.first[head[frame]!] === from &&
      head[frame]! < to &&
      relation[frame] !== Relation.prep
    )
      frame = head[frame]!
    const after = tree.end[frame]!
    const isFrame = relation[frame] === Relation.prep && after + 1 < to && tag[after] === Tag.COMMA
    return isFrame ? { from: after + 1, to } : { from, to }
  })
}

const CLAUSAL = new Set([
  Relation.ccomp,
  Relation.advcl,
  Relation.relcl,
  Relation.conj,
  Relation.parataxis,
  Relation.pcomp,
  Relation.acl
])

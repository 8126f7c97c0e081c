import { childIn, subtreeOf, type Tree } from '../tagging/link-tree.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange } from '../text/token-table.ts'

/** How far up the tree a missing subject is looked for. */
const CLIMB = 5
/** A relative clause longer than this is no part of a source. */
const LONGEST_RELATIVE = 10

/** The words that name who does what a verb says; null where nobody does. */
export function findSource(tree: Tree, verb: number): TokenRange | null {
  const { relation, head, tag } = tree.syntax
  if (childIn(tree, verb, Relation.auxpass) >= 0 || isBarePassive(tree, verb)) return findAgent(tree, verb)
  let at = verb
  for (let step = 0; step < CLIMB && at >= 0; step++) {
    const subject = childIn(tree, at, Relation.nsubj, Relation.nsubjpass)
    if (subject >= 0) return nounPhrase(tree, subject)
    const up = head[at]!
    if (relation[at] === Relation.acl && up >= 0 && tag[at] !== Tag.VB) return nounPhrase(tree, up, at)
    if (!SHARES_SUBJECT.has(relation[at]!)) return null
    at = up
  }
  return null
}

/** Clauses that do what the subject of the clause above does. */
const SHARES_SUBJECT = new Set([
  Relation.conj,
  Relation.xcomp,
  Relation.advcl,
  Relation.pcomp,
  Relation.prep,
  Relation.dep,
  Relation.acomp,
  Relation.acl
])

function isBarePassive(tree: Tree, verb: number): boolean {
  return tree.syntax.tag[verb] === Tag.VBN && childIn(tree, verb, Relation.agent) >= 0
}

function findAgent(tree: Tree, verb: number): TokenRange | null {
  const agent = childIn(tree, verb, Relation.agent)
  const named = agent < 0 ? -1 : childIn(tree, agent, Relation.pobj)
  return named < 0 ? null : nounPhrase(tree, named)
}

/** A noun with all that hangs on it, save long relative clauses and whatever stands from `before` on. */
export function nounPhrase(tree: Tree, noun: number, before = Number.POSITIVE_INFINITY): TokenRange {
  const { tag } = tree.syntax
  const { from, to } = subtreeOf(tree, noun)
  let end = Math.min(to, before)
  for (let child = tree.firstChild[noun]!; child >= 0; child = tree.nextSibling[child]!) {
    const isLong = tree.end[child]! - tree.first[child]! > LONGEST_RELATIVE
    if (
      child > noun &&
      (tree.syntax.relation[child] === Relation.relcl || tree.syntax.relation[child] === Relation.acl) &&
      isLong
    )
      end = Math.min(end, tree.first[child]!)
  }
  while (end > noun + 1 && (tag[end - 1] === Tag.COMMA || tag[end - 1] === Tag.DASH)) end--
  return { from, to: Math.max(end, noun + 1) }
}

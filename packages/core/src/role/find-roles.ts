import type { Cue } from '../cue/cue.ts'
import type { Quotations } from '../quotation/pair-quotation-marks.ts'
import { childIn, childrenOf, subtreeOf, type Tree } from '../tagging/link-tree.ts'
import { Relation } from '../tagging/relations.ts'
import { isNominal, Tag } from '../tagging/tags.ts'
import { mergeRanges } from '../text/merge-ranges.ts'
import type { TokenRange, TokenTable } from '../text/token-table.ts'
import type { Candidate } from './candidate.ts'
import { findContent } from './find-content.ts'
import { findMainClause, withoutFrame } from './find-main-clause.ts'
import { findSource, nounPhrase } from './find-source.ts'
import { closeQuotations, trimContent } from './trim-content.ts'

/** Source and content of each cue, in the order of the cues; cues that attribute nothing are left out. */
export function findRoles(
  tokens: TokenTable,
  tree: Tree,
  quotations: Quotations,
  cues: readonly Cue[]
): Candidate[] {
  const candidates: Candidate[] = []
  for (const cue of cues) {
    const candidate = findRolesOf(tokens, tree, quotations, cue)
    const content =
      candidate &&
      mergeRanges(trimContent(tokens, tree, quotations, closeQuotations(candidate.content, quotations)))
    if (content && content.length > 0) candidates.push({ ...candidate, content })
  }
  return candidates
}

function findRolesOf(tokens: TokenTable, tree: Tree, quotations: Quotations, cue: Cue): Candidate | null {
  const base = { act: cue.act, negative: cue.negative }
  if (cue.kind === 'preposition') {
    const to = cue.tokens[0]!.to
    const named = nounAfter(tree, to - 1)
    if (named < 0) return null
    const source = nounPhrase(tree, named)
    const phrase = { from: cue.head, to: Math.max(source.to, tree.end[cue.head]!) }
    return {
      ...base,
      rule: 'according-to',
      cue: cue.tokens,
      source: [source],
      content: findMainClause(tree, phrase, cue.head)
    }
  }
  if (cue.kind === 'noun') {
    const owner = childIn(tree, cue.head, Relation.poss)
    const clause = childrenOf(tree, cue.head).find(
      (child) =>
        child > cue.head &&
        (tree.syntax.relation[child] === Relation.acl || tree.syntax.relation[child] === Relation.ccomp)
    )
    if (owner < 0 || clause === undefined) return null
    return {
      ...base,
      rule: 'noun',
      cue: cue.tokens,
      source: [subtreeOf(tree, owner)],
      content: [subtreeOf(tree, clause)]
    }
  }
  const asClause = cue.act === 'statement' ? findAsClause(tokens, tree, cue) : null
  if (asClause) return { ...base, rule: 'as-clause', ...asClause }
  const source = sourceOutside(tree, quotations, cue)
  // With nobody named, only words that were put out count: "it was reported that …".
  if (source === null && (cue.act !== 'statement' || childIn(tree, cue.governor, Relation.ccomp) < 0))
    return null
  const found = findContent(tokens, tree, quotations, cue, source)
  if (!found) return null
  const { rule, content } = found
  return { ...base, rule, cue: cue.tokens, source: source ? [withoutContent(source, content)] : [], content }
}

/** Who says it; where the subject stands in a quotation that the cue is not in, the noun phrase right before the cue. */
function sourceOutside(tree: Tree, { outermost }: Quotations, cue: Cue): TokenRange | null {
  const subject = findSource(tree, cue.governor)
  const quotation = outermost[cue.head]!
  if (subject === null || outermost[subject.from] === quotation || outermost[subject.from]! < 0)
    return subject
  let noun = cue.tokens[0]!.from - 1
  if (noun < 0 || outermost[noun] !== quotation || !isNominal(tree.syntax.tag[noun]!)) return null
  const { head } = tree.syntax
  while (
    head[noun]! >= 0 &&
    head[noun]! < noun &&
    outermost[head[noun]!] === quotation &&
    tree.end[head[noun]!] === tree.end[noun]
  )
    noun = head[noun]!
  return nounPhrase(tree, noun)
}

/** "as reported by X", "as X put it": the cue with its "as", its source, and the clause around. */
function findAsClause(tokens: TokenTable, tree: Tree, cue: Cue) {
  const { governor } = cue
  const as = childrenOf(tree, governor).find((child) => child < governor && tokens.lower[child] === 'as')
  if (as === undefined || tree.syntax.head[governor]! < 0) return null
  const phrase = subtreeOf(tree, governor)
  const agent = childIn(tree, governor, Relation.agent, Relation.prep)
  const source = findSource(tree, governor)
  if (source === null) return null
  const to = agent > governor && tokens.lower[agent] === 'by' ? agent + 1 : cue.tokens.at(-1)!.to
  const content = withoutFrame(tree, findMainClause(tree, phrase, governor))
  return content.length > 0 ? { cue: [{ from: as, to }], source: [source], content } : null
}

/** The noun that a preposition governs. */
function nounAfter(tree: Tree, preposition: number): number {
  const named = childIn(tree, preposition, Relation.pobj)
  if (named >= 0) return named
  const next = preposition + 1
  return next < tree.syntax.head.length && tree.syntax.tag[next]! <= Tag.DT ? next : -1
}

/** A source up to where the content begins, should the two overlap. */
function withoutContent(source: TokenRange, content: readonly TokenRange[]): TokenRange {
  for (const { from, to } of content) {
    if (from > source.from && from < source.to) return { from: source.from, to: from }
    if (from <= source.from && to > source.from && to < source.to) return { from: to, to: source.to }
  }
  return source
}

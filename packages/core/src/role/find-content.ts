import type { Cue } from '../cue/cue.ts'
import type { Quotation, Quotations } from '../quotation/pair-quotation-marks.ts'
import { childIn, childrenOf, subtreeOf, type Tree } from '../tagging/link-tree.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import { mergeRanges } from '../text/merge-ranges.ts'
import type { TokenRange, TokenTable } from '../text/token-table.ts'
import type { RuleName } from './candidate.ts'

export interface Content {
  readonly rule: RuleName
  readonly content: TokenRange[]
}

/** What a cue attributes; null where it attributes nothing. */
export function findContent(
  tokens: TokenTable,
  tree: Tree,
  quotations: Quotations,
  cue: Cue,
  source: TokenRange | null
): Content | null {
  const { complements, governor } = cue
  const quoted =
    complements.includes('clause') && cue.kind === 'verb'
      ? findQuotations(tokens, quotations, cue, source)
      : []
  const clause = complements.includes('clause')
    ? childrenOf(tree, governor).find(
        (child) =>
          tree.syntax.relation[child] === Relation.ccomp && !overlaps(subtreeOf(tree, child), cue.tokens)
      )
    : undefined
  const ofHead = cue.head === governor ? [] : childrenOf(tree, cue.head)
  const clauseOfHead = ofHead.find((child) => tree.syntax.relation[child] === Relation.ccomp)
  const clauseRange = clause ?? clauseOfHead
  if (clauseRange !== undefined) {
    const range = afterColon(tokens, quotations, subtreeOf(tree, clauseRange))
    return { rule: 'clause', content: quoted.length > 0 ? mergeRanges([range, ...quoted]) : [range] }
  }
  if (quoted.length > 0) return { rule: 'quotation', content: quoted }
  if (complements.includes('infinitive')) {
    const infinitive = [...childrenOf(tree, governor), ...ofHead].find(
      (child) =>
        tree.syntax.relation[child] === Relation.xcomp &&
        child > cue.head &&
        childIn(tree, child, Relation.aux) >= 0
    )
    if (infinitive !== undefined) return { rule: 'infinitive', content: [subtreeOf(tree, infinitive)] }
  }
  if (complements.includes('noun') && cue.kind === 'verb' && source !== null) {
    const object = childIn(tree, governor, Relation.dobj)
    if (object > cue.head && tree.syntax.tag[object] !== Tag.PRP)
      return {
        rule: 'object',
        content: [{ from: tree.first[object]!, to: endOfComplements(tree, governor, object) }]
      }
  }
  if (complements.includes('preposition') && cue.kind === 'verb' && source !== null) {
    const about = childrenOf(tree, governor).find(
      (child) =>
        tree.syntax.relation[child] === Relation.prep && child > cue.head && tokens.lower[child] === 'about'
    )
    if (about !== undefined) return { rule: 'prepositional-object', content: [subtreeOf(tree, about)] }
  }
  return null
}

/** A clause from the quotation on that a colon in it introduces: what stands before is the reporter's. */
function afterColon(
  tokens: TokenTable,
  { list, outermost }: Quotations,
  { from, to }: TokenRange
): TokenRange {
  const quotation = list[outermost[to - 1]!]
  const introduced =
    quotation !== undefined && quotation.from > from && tokens.form[quotation.from - 1] === ':'
  return introduced ? { from: quotation.from, to } : { from, to }
}

/** After the object and the phrases that follow it without a break: "cited the role … as justification". */
function endOfComplements(tree: Tree, verb: number, object: number): number {
  let end = tree.end[object]!
  for (let child = tree.nextSibling[object]!; child >= 0; child = tree.nextSibling[child]!) {
    if (tree.first[child] !== end || tree.syntax.relation[child] !== Relation.prep) break
    end = tree.end[child]!
  }
  return Math.min(end, tree.end[verb]!)
}

/** The quotations that a verb of saying speaks: those right before its clause, right after it, or both. */
function findQuotations(
  tokens: TokenTable,
  quotations: Quotations,
  cue: Cue,
  source: TokenRange | null
): TokenRange[] {
  const from = Math.min(cue.tokens[0]!.from, source?.from ?? Number.POSITIVE_INFINITY)
  const to = Math.max(cue.tokens.at(-1)!.to, source?.to ?? 0)
  const paragraph = tokens.paragraph[cue.head]!
  const found: TokenRange[] = []
  const before = quotationEndingAt(tokens, quotations, from)
  if (before && tokens.paragraph[before.from] === paragraph) found.push({ from: before.from, to: before.to })
  const after = quotationStartingAt(tokens, quotations, to, before !== undefined)
  if (after) found.push({ from: after.from, to: after.to })
  return found.filter((range) => !overlaps(range, cue.tokens))
}

const LINKS = /^(?:,|:|that|\p{Pd}+)$/u

function quotationEndingAt(
  tokens: TokenTable,
  { list, outermost }: Quotations,
  at: number
): Quotation | undefined {
  let end = at
  while (end > 0 && LINKS.test(tokens.lower[end - 1]!) && at - end < 2) end--
  const quotation = end > 0 ? list[outermost[end - 1]!] : undefined
  return quotation?.to === end ? quotation : undefined
}

/** The quotation that begins right after a place, or, where one stood before the cue, after its sentence's end. */
function quotationStartingAt(
  tokens: TokenTable,
  { list, outermost }: Quotations,
  at: number,
  mayStartSentence: boolean
): Quotation | undefined {
  let start = at
  while (
    start < tokens.count &&
    start - at < 2 &&
    (LINKS.test(tokens.lower[start]!) || (mayStartSentence && tokens.form[start] === '.'))
  )
    start++
  const quotation = start < tokens.count ? list[outermost[start]!] : undefined
  if (quotation?.from !== start) return undefined
  const leadsIn = tokens.form[start - 1] === ':'
  return tokens.paragraph[start] === tokens.paragraph[at - 1] || leadsIn ? quotation : undefined
}

function overlaps(range: TokenRange, others: readonly TokenRange[]): boolean {
  return others.some(({ from, to }) => from < range.to && range.from < to)
}

import { findQuotationBefore, QuotationBefore } from '../quotation/quotation-before.ts'
import type { Reading } from '../quotation/reading.ts'
import { mix } from '../tagging/hash.ts'
import { compileMixed, type MixedTemplate, writeMixed } from '../tagging/mixed-features.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import { TokenKind } from '../text/token-table.ts'

/** Rows of the table of cue weights, one weight a row. */
export const CUE_ROWS = 1 << 18

/** Tokens, or children of a word, that are looked through at most: cost stays linear whatever a sentence is. */
const FARTHEST = 40
/** Tokens on each side of a head among which a quotation's mark is looked for. */
const FARTHEST_MARK = 12
/** How far off a quotation is told to be, in pairs of tokens, at most. */
const FARTHEST_PAIRS = 4
const NO_WORD = 11
const NO_TAG = 62

/** Relations of children that tell whether a word attributes, as bits. */
const TELLING = [
  Relation.nsubj, Relation.nsubjpass, Relation.dobj, Relation.ccomp, Relation.xcomp, Relation.prep, Relation.advcl, Relation.agent,
  Relation.dative, Relation.prt, Relation.acomp, Relation.attr, Relation.mark, Relation.aux, Relation.auxpass, Relation.neg,
  Relation.poss, Relation.acl, Relation.relcl, Relation.conj, Relation.parataxis, Relation.oprd, Relation.pcomp, Relation.pobj
] // biome-ignore format: a table
const BIT_OF = Int32Array.from({ length: 64 }, (_, relation) =>
  TELLING.includes(relation) ? 1 << TELLING.indexOf(relation) : 0
)

/**
 * What a possible head is described by, in the order in which `describeCueHead` writes it: `who` is its subject or the one that it
 * shares, `who side` which of the two and where; `bits` are its children's relations, the `frame` those that tell most; `reach` is how
 * far what hangs on it goes.
 */
const NAMES = [
  'tag', 'stem', 'relation', 'group', 'coarse group', 'inside', 'frame', 'marks', 'mark', 'content mark', 'who', 'who side',
  'object group', 'preposition', 'next', 'previous', 'next 2', 'previous 2', 'next tag', 'previous tag',
  'next 2 tag', 'previous 2 tag', 'quoted beside', 'bits', 'denied', 'opens next', 'ends in colon', 'reach'
] as const // biome-ignore format: a table

const TEMPLATES: readonly MixedTemplate<(typeof NAMES)[number]>[] = [
  [101, 'tag'], [103, 'stem', 'tag'], [105, 'stem', 'inside'], [110, 'stem', 'content mark'], [112, 'stem', 'marks'],
  [113, 'relation', 'marks'], [116, 'who'], [117, 'stem', 'who'], [120, 'stem', 'who side'], [126, 'stem', 'preposition'],
  [129, 'mark', 'relation'], [130, 'next'], [131, 'previous'], [132, 'next', 'stem'], [133, 'previous', 'stem'],
  [134, 'previous tag', 'tag', 'next tag'], [135, 'next tag', 'next 2 tag'], [136, 'previous 2 tag', 'previous tag'],
  [137, 'next', 'next 2'], [138, 'previous 2', 'previous'], [139, 'quoted beside'], [140, 'quoted beside', 'tag'], [143, 'bits', 'tag'],
  [147, 'stem', 'opens next', 'ends in colon'], [148, 'stem', 'denied'], [153, 'tag', 'reach'], [158, 'next tag', 'stem'],
  [159, 'previous tag', 'stem'], [161, 'group', 'tag'], [163, 'group', 'frame'], [164, 'coarse group', 'frame'],
  [165, 'group', 'content mark'], [166, 'group', 'marks'], [173, 'object group', 'group'], [174, 'stem', 'object group']
] // biome-ignore format: a table

const CUE_PROGRAM = compileMixed(NAMES, TEMPLATES)
/** Words on each side of a head whose stems and tags are features of it, wherever they stand; the nearer of them together with its group, too. */
const AROUND = 5
const NEAR = 4
/** Words that hang on a head and are features of it, at most. */
const MOST_CHILDREN = 12
/** How many features one head has, at most. */
export const CUE_FEATURES = TEMPLATES.length + 4 * AROUND + 2 * NEAR + MOST_CHILDREN

/** Writes the rows of the features of a possible cue's head and returns how many there are. */
export function describeCueHead(
  { tokens, tree, quotations }: Reading,
  head: number,
  rows: Int32Array
): number {
  const { syntax, firstChild, nextSibling, first, end } = tree
  const { tag, word, stemHash, relation, cluster } = syntax
  const sentence = tokens.sentence[head]!
  const from = tokens.sentenceStart[sentence]!
  const to = tokens.sentenceStart[sentence + 1]!
  const stem = stemHash[head]!
  const its = tag[head]!
  const itsRelation = relation[head]!
  const { outermost, innermost, list } = quotations
  const inside = outermost[head]! >= 0 ? (innermost[head] === outermost[head] ? 1 : 2) : 0

  // What hangs on it.
  let bits = 0
  let subject = -1
  let content = -1
  let object = -1
  let preposition = -1
  let mark = NO_WORD
  for (let child = firstChild[head]!; child >= 0; child = nextSibling[child]!) {
    const r = relation[child]!
    bits |= BIT_OF[r]!
    if (r === Relation.nsubj || r === Relation.nsubjpass || r === Relation.agent || r === Relation.poss) {
      if (subject < 0) subject = child
    } else if (r === Relation.ccomp || r === Relation.xcomp) {
      if (content < 0 || child > head) content = child
    } else if (r === Relation.dobj && object < 0) object = child
    else if ((r === Relation.prep || r === Relation.prt) && child > head && preposition < 0)
      preposition = child
    else if (r === Relation.mark || (r === Relation.advmod && tag[child] === Tag.WRB)) mark = stemHash[child]!
  }
  let contentMark = NO_WORD
  if (content >= 0)
    for (
      let child = firstChild[content]!, seen = 0;
      child >= 0 && seen < FARTHEST;
      child = nextSibling[child]!, seen++
    ) {
      if (relation[child] === Relation.mark || relation[child] === Relation.aux)
        contentMark = stemHash[child]!
    }
  // The subject of the clause above, for verbs that share it.
  let shared = -1
  let above = head
  for (let step = 0; subject < 0 && shared < 0 && step < 4; step++) {
    above = syntax.head[above]!
    if (above < 0) break
    let seen = 0
    for (let child = firstChild[above]!; child >= 0 && seen < FARTHEST; child = nextSibling[child]!, seen++)
      if (isSubject(relation[child]!)) {
        shared = child
        break
      }
  }
  const who = subject >= 0 ? subject : shared

  // Marks beside it.
  const contentQuoted =
    content >= 0 && outermost[content]! >= 0 && outermost[content] !== outermost[head] ? 1 : 0
  let closesBefore = 0
  for (let at = head - 1, steps = 0; at >= from && steps < FARTHEST_MARK; at--, steps++) {
    const quotation = outermost[at]!
    if (quotation >= 0 && quotation !== outermost[head]) {
      closesBefore = Math.min(FARTHEST_PAIRS, 1 + (steps >> 1))
      break
    }
  }
  if (closesBefore === 0 && head - from < FARTHEST_MARK) {
    const before = findQuotationBefore({ tokens, quotations }, head)
    if (before !== QuotationBefore.none) closesBefore = FARTHEST_PAIRS + before
  }
  let opensAfter = 0
  for (let at = head + 1, steps = 0; at < to && steps < FARTHEST_MARK; at++, steps++) {
    const quotation = outermost[at]!
    if (quotation >= 0 && quotation !== outermost[head]) {
      opensAfter = Math.min(FARTHEST_PAIRS, 1 + (steps >> 1))
      break
    }
  }
  const next = head + 1 < to ? head + 1 : -1
  const next2 = head + 2 < to ? head + 2 : -1
  const previous = head > from ? head - 1 : -1
  const previous2 = head - 1 > from ? head - 2 : -1
  const opensNextSentence =
    to < tokens.count &&
    tokens.kind[to] === TokenKind.mark &&
    outermost[to]! >= 0 &&
    list[outermost[to]!]!.from === to
      ? tokens.paragraph[to] === tokens.paragraph[head]
        ? 1
        : 2
      : 0
  const lastOfSentence = to - 1
  const endsInColon = tag[lastOfSentence] === Tag.COLON ? 1 : 0
  const marks =
    (closesBefore > 0 && closesBefore !== FARTHEST_PAIRS + QuotationBefore.closed ? 1 : 0) +
    (opensAfter > 0 ? 2 : 0) +
    (contentQuoted ? 4 : 0)
  const frame = (bits & ~(BIT_OF[Relation.conj]! | BIT_OF[Relation.aux]! | BIT_OF[Relation.neg]!)) | 0

  const group = cluster[head]!
  const { values } = CUE_PROGRAM
  let n = 0
  values[n++] = its
  values[n++] = stem
  values[n++] = itsRelation
  values[n++] = group
  values[n++] = group >> 10
  values[n++] = inside
  values[n++] = frame
  values[n++] = marks
  values[n++] = mark
  values[n++] = contentMark
  values[n++] = who < 0 ? NO_WORD : stemHash[who]!
  values[n++] = subject >= 0 ? (subject < head ? 1 : 2) : shared >= 0 ? 3 : 0
  values[n++] = object < 0 ? -2 : cluster[object]!
  values[n++] = preposition < 0 ? NO_WORD : stemHash[preposition]!
  values[n++] = next < 0 ? NO_WORD : word[next]!
  values[n++] = previous < 0 ? NO_WORD : word[previous]!
  values[n++] = next2 < 0 ? NO_WORD : word[next2]!
  values[n++] = previous2 < 0 ? NO_WORD : word[previous2]!
  values[n++] = next < 0 ? NO_TAG : tag[next]!
  values[n++] = previous < 0 ? NO_TAG : tag[previous]!
  values[n++] = next2 < 0 ? NO_TAG : tag[next2]!
  values[n++] = previous2 < 0 ? NO_TAG : tag[previous2]!
  values[n++] = closesBefore * 8 + opensAfter
  values[n++] = bits
  values[n++] = bits & BIT_OF[Relation.neg]!
  values[n++] = opensNextSentence
  values[n++] = endsInColon
  values[n++] = end[head]! - first[head]! > 1 ? Math.min(8, end[head]! - head) : 0
  n = writeMixed(CUE_PROGRAM, CUE_ROWS, rows, 0)
  const add = (template: number, value: number) => {
    rows[n++] = mix(template, value) & (CUE_ROWS - 1)
  }
  for (let at = Math.max(from, head - AROUND); at < Math.min(to, head + AROUND + 1); at++) {
    if (at === head) continue
    const after = at < head ? 0 : 1
    add(181, mix(stemHash[at]!, after))
    add(182, mix(tag[at]!, after))
    if (Math.abs(at - head) <= NEAR) add(183, mix(group, mix(stemHash[at]!, after)))
  }
  for (
    let child = firstChild[head]!, seen = 0;
    child >= 0 && seen < MOST_CHILDREN;
    child = nextSibling[child]!, seen++
  )
    add(184, mix(stemHash[child]!, relation[child]!))
  return n
}

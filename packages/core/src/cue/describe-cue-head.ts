import type { Reading } from '../quotation/reading.ts'
import { mix } from '../tagging/hash.ts'
import { Relation } from '../tagging/relations.ts'
import { isVerbal, Tag } from '../tagging/tags.ts'
import { TokenKind } from '../text/token-table.ts'

/** Rows of the table of cue weights, one weight a row. */
export const CUE_ROWS = 1 << 18
/** The most features that one head has. */
export const CUE_FEATURES = 96

/** Tokens, or children of a word, that are looked through at most: cost stays linear whatever a sentence is. */
const FARTHEST = 40
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
  const up = syntax.head[head]!
  const upStem = up < 0 ? NO_WORD : stemHash[up]!
  const upTag = up < 0 ? NO_TAG : tag[up]!
  const its_relation = relation[head]!
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
  let contentBits = 0
  if (content >= 0)
    for (
      let child = firstChild[content]!, seen = 0;
      child >= 0 && seen < FARTHEST;
      child = nextSibling[child]!, seen++
    ) {
      contentBits |= BIT_OF[relation[child]!]!
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
      if (relation[child] === Relation.nsubj || relation[child] === Relation.nsubjpass) {
        shared = child
        break
      }
  }
  const who = subject >= 0 ? subject : shared
  const whoStem = who < 0 ? NO_WORD : stemHash[who]!
  const whoTag = who < 0 ? NO_TAG : tag[who]!

  // Marks beside it.
  const contentQuoted =
    content >= 0 && outermost[content]! >= 0 && outermost[content] !== outermost[head] ? 1 : 0
  let closesBefore = 0
  for (let at = head - 1, steps = 0; at >= from && steps < 12; at--, steps++) {
    const quotation = outermost[at]!
    if (quotation >= 0 && quotation !== outermost[head]) {
      closesBefore = 1 + Math.min(3, steps >> 1)
      break
    }
  }
  let opensAfter = 0
  for (let at = head + 1, steps = 0; at < to && steps < 12; at++, steps++) {
    const quotation = outermost[at]!
    if (quotation >= 0 && quotation !== outermost[head]) {
      opensAfter = 1 + Math.min(3, steps >> 1)
      break
    }
  }
  const next = head + 1 < to ? head + 1 : -1
  const next2 = head + 2 < to ? head + 2 : -1
  const previous = head > from ? head - 1 : -1
  const previous2 = head - 1 > from ? head - 2 : -1
  const w = (at: number) => (at < 0 ? NO_WORD : word[at]!)
  const t = (at: number) => (at < 0 ? NO_TAG : tag[at]!)
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
  const marks = (closesBefore > 0 ? 1 : 0) + (opensAfter > 0 ? 2 : 0) + (contentQuoted ? 4 : 0)
  let verbsBefore = 0
  for (let at = Math.max(from, head - FARTHEST); at < head; at++) if (isVerbal(tag[at]!)) verbsBefore++
  const clause = content < 0 ? 0 : content > head ? 1 : 2
  const frame = (bits & ~(BIT_OF[Relation.conj]! | BIT_OF[Relation.aux]! | BIT_OF[Relation.neg]!)) | 0

  let n = 0
  const add = (template: number, value: number) => {
    rows[n++] = mix(template, value) & (CUE_ROWS - 1)
  }
  add(100, 0)
  add(101, its)
  add(102, stem)
  add(103, mix(stem, its))
  add(104, mix(stem, its_relation))
  add(105, mix(stem, inside))
  add(106, mix(its, its_relation))
  add(107, mix(stem, clause))
  add(108, mix(stem, frame))
  add(109, frame)
  add(110, mix(stem, contentMark))
  add(111, mix(its_relation, contentMark))
  add(112, mix(stem, marks))
  add(113, mix(its_relation, marks))
  add(114, mix(whoStem, clause))
  add(115, mix(whoTag, mix(its_relation, clause)))
  add(116, whoStem)
  add(117, mix(stem, whoStem))
  add(118, mix(stem, whoTag))
  add(119, mix(whoStem, mix(its_relation, subject >= 0 ? 1 : shared >= 0 ? 2 : 0)))
  add(120, mix(stem, subject >= 0 ? (subject < head ? 1 : 2) : shared >= 0 ? 3 : 0))
  add(121, mix(upStem, its_relation))
  add(122, mix(upStem, stem))
  add(123, mix(upTag, mix(its_relation, its)))
  add(124, mix(stem, object < 0 ? NO_WORD : stemHash[object]!))
  add(125, mix(stem, object < 0 ? NO_TAG : tag[object]!))
  add(126, mix(stem, preposition < 0 ? NO_WORD : stemHash[preposition]!))
  add(127, object < 0 ? NO_WORD : stemHash[object]!)
  add(128, mix(stem, mark))
  add(129, mix(mark, its_relation))
  add(130, w(next))
  add(131, w(previous))
  add(132, mix(w(next), stem))
  add(133, mix(w(previous), stem))
  add(134, mix(t(previous), mix(its, t(next))))
  add(135, mix(t(next), t(next2)))
  add(136, mix(t(previous2), t(previous)))
  add(137, mix(w(next), w(next2)))
  add(138, mix(w(previous2), w(previous)))
  add(139, closesBefore * 8 + opensAfter)
  add(140, mix(closesBefore * 8 + opensAfter, its))
  add(141, mix(inside, its_relation))
  add(142, mix(inside, mix(whoStem, clause)))
  add(143, mix(bits, its))
  add(144, mix(contentBits, its_relation))
  add(
    145,
    mix(stem, contentBits & (BIT_OF[Relation.nsubj]! | BIT_OF[Relation.aux]! | BIT_OF[Relation.mark]!))
  )
  add(146, mix(opensNextSentence, endsInColon))
  add(147, mix(stem, mix(opensNextSentence, endsInColon)))
  add(148, mix(stem, bits & BIT_OF[Relation.neg]!))
  add(149, Math.min(6, verbsBefore))
  add(150, mix(content < 0 ? NO_WORD : stemHash[content]!, its_relation))
  add(151, mix(content < 0 ? NO_TAG : tag[content]!, stem))
  add(152, mix(stem, Math.min(3, head - from)))
  add(153, mix(its, end[head]! - first[head]! > 1 ? Math.min(8, end[head]! - head) : 0))
  add(154, mix(stem, mix(its_relation, frame)))
  add(155, mix(whoStem, mix(stem, clause)))
  add(156, up < 0 ? NO_WORD : mix(relation[up]!, its_relation))
  add(157, up < 0 ? NO_WORD : mix(relation[up]!, mix(its_relation, stem)))
  add(158, mix(t(next), stem))
  add(159, mix(t(previous), stem))
  const group = cluster[head]!
  const coarse = group >> 10
  const whoGroup = who < 0 ? -2 : cluster[who]!
  const objectGroup = object < 0 ? -2 : cluster[object]!
  add(160, group)
  add(161, mix(group, its))
  add(162, mix(group, clause))
  add(163, mix(group, frame))
  add(164, mix(coarse, frame))
  add(165, mix(group, contentMark))
  add(166, mix(group, marks))
  add(167, mix(group, whoTag))
  add(168, mix(coarse, mix(whoTag, clause)))
  add(169, whoGroup)
  add(170, mix(whoGroup, clause))
  add(171, mix(whoGroup >> 10, group))
  add(172, mix(stem, whoGroup))
  add(173, mix(objectGroup, group))
  add(174, mix(stem, objectGroup))
  add(175, mix(coarse, mix(its_relation, frame)))
  add(176, mix(up < 0 ? -2 : cluster[up]!, mix(its_relation, group)))
  add(177, mix(group, mix(its_relation, inside)))
  return n
}

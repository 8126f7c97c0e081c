import { likeliestAfter, likeliestBefore } from '../cue/likeliest-beside.ts'
import type { Reading } from '../quotation/reading.ts'
import type { RoleProposal } from '../role/propose-roles.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { isFullVerb, isVerbal, Tag } from '../tagging/tags.ts'
import { holdsToken } from '../text/holds-token.ts'
import { opensSentence, TokenKind } from '../text/token-table.ts'

/** How many figures describe a proposal. */
export const PROPOSAL_FIGURES = 64

/**
 * A reading of a cue in figures, for the trees that tell how likely it is right. `cueChance` holds the chance of each token
 * to be a cue's head.
 */
export function describeProposal(
  reading: Reading,
  proposal: RoleProposal,
  cueChance: Float32Array,
  out: Float32Array
): void {
  const { tokens, tree, quotations } = reading
  const { tag, relation, head } = tree.syntax
  const { outermost, innermost, list } = quotations
  const { cue, source, content } = proposal
  const sentence = tokens.sentence[cue]!
  const sentenceFrom = tokens.sentenceStart[sentence]!
  const sentenceTo = tokens.sentenceStart[sentence + 1]!
  const paragraph = tokens.paragraph[cue]!
  const first = content[0]!
  const last = content.at(-1)!
  let n = 0
  const add = (value: number) => {
    out[n++] = value
  }
  const chance = cueChance[cue]!
  add(Math.log((chance + 1e-5) / (1 - chance + 1e-5)))
  add(proposal.rank)
  add(proposal.logChance)
  add(proposal.behind)
  add(proposal.contentChance)
  add(proposal.leastContentChance)
  add(proposal.sourceChance)
  add(proposal.chanceBefore)
  add(proposal.chanceAfter)

  // The cue.
  let frame = 0
  let subject = -1
  let clause = -1
  for (let child = tree.firstChild[cue]!; child >= 0; child = tree.nextSibling[child]!) {
    const its = relation[child]!
    if (isSubject(its)) subject = child
    else if (its === Relation.ccomp || its === Relation.xcomp) clause = child
    if (its === Relation.dobj) frame |= 1
    else if (its === Relation.prep && child > cue) frame |= 2
    else if (its === Relation.auxpass || its === Relation.agent) frame |= 4
    else if (its === Relation.neg) frame |= 8
    else if (its === Relation.advcl) frame |= 16
    else if (its === Relation.mark) frame |= 32
  }
  add(frame & 1)
  add(frame & 2)
  add(frame & 4)
  add(frame & 8)
  add(frame & 32)
  add(subject < 0 ? -1 : subject < cue ? 0 : 1)
  add(clause < 0 ? -1 : clause < cue ? 0 : 1)
  add(tag[cue]!)
  add(isFullVerb(tag[cue]!) ? 1 : 0)
  add(relation[cue]!)
  add(outermost[cue]! < 0 ? 0 : outermost[cue] === innermost[cue] ? 1 : 2)
  add(cue - sentenceFrom)
  add(sentenceTo - cue)
  add(sentenceTo - sentenceFrom)
  add(tag[sentenceTo - 1] === Tag.STOP || outermost[sentenceTo - 1]! >= 0 ? 1 : 0)

  // The content.
  let words = 0
  let quoted = 0
  let otherCues = 0
  let likeliestCue = 0
  let verbs = 0
  let cut = 0
  let whole = 0
  let quotation = -1
  for (const { from, to } of content) {
    for (let token = from; token < to; token++) {
      const its = outermost[token]!
      const kind = tokens.kind[token]
      if (kind === TokenKind.word || kind === TokenKind.number) {
        words++
        if (its >= 0 && its !== outermost[cue]) quoted++
      }
      if (isVerbal(tag[token]!)) verbs++
      if (cueChance[token]! > 0.3) otherCues++
      if (cueChance[token]! > likeliestCue) likeliestCue = cueChance[token]!
      if (its >= 0 && its !== quotation && its !== outermost[cue]) {
        quotation = its
        const { from: open, to: close } = list[its]!
        if (open >= from && close <= to) whole++
        else cut++
      }
    }
  }
  const before = first.from - 1
  const after = last.to
  add(content.length)
  add(words)
  add(words > 0 ? quoted / words : 0)
  add(whole)
  add(cut)
  add(otherCues)
  add(likeliestCue)
  add(verbs)
  add(last.to <= cue ? -1 : first.from > cue ? 1 : 0)
  add(first.from > cue ? first.from - cue : last.to <= cue ? cue - last.to + 1 : 0)
  add(tag[first.from]!)
  add(tag[last.to - 1]!)
  add(before >= 0 ? tag[before]! : 63)
  add(after < tokens.count ? tag[after]! : 63)
  add(opensSentence(tokens, first.from) ? 1 : 0)
  add(
    after >= tokens.count || tokens.sentence[after] !== tokens.sentence[last.to - 1]
      ? 1
      : tag[after] === Tag.STOP
        ? 2
        : 0
  )
  add(tokens.sentence[last.to - 1]! - tokens.sentence[first.from]!)
  add(tokens.paragraph[last.to - 1]! - paragraph)
  add(paragraph - tokens.paragraph[first.from]!)
  // How the content's last piece hangs together.
  const top = topOf(last.from, last.to)
  add(top < 0 ? -1 : relation[top]!)
  add(top < 0 ? -1 : head[top] === cue ? 1 : head[top]! >= 0 && head[top] === head[cue] ? 2 : 0)
  add(top < 0 ? 9 : (tree.first[top]! < last.from ? 1 : 0) + (tree.end[top]! > last.to ? 2 : 0))
  add(after < tokens.count && head[after]! >= last.from && head[after]! < last.to ? 1 : 0)
  add(before >= 0 && head[before]! >= first.from && head[before]! < first.to ? 1 : 0)

  // The source.
  const who = source[0]
  if (who === undefined) for (let i = 0; i < 10; i++) add(-1)
  else {
    const core = topOf(who.from, who.to)
    add(who.to - who.from)
    add(who.from > cue ? 1 : 0)
    add(who.from > cue ? who.from - cue : cue - who.to)
    add(core < 0 ? -1 : tag[core]!)
    add(core < 0 ? -1 : relation[core]!)
    add(
      core < 0
        ? -1
        : head[core] === cue
          ? 1
          : core === subject
            ? 1
            : head[core]! >= 0 && relation[core] === Relation.nsubj
              ? 2
              : 0
    )
    add(core < 0 ? 9 : (tree.first[core]! < who.from ? 1 : 0) + (tree.end[core]! > who.to ? 2 : 0))
    add(outermost[who.from]! < 0 ? 0 : outermost[who.from] === outermost[cue] ? 1 : 2)
    const its = tokens.lower[who.from]!
    add(
      its === 'i' || its === 'we'
        ? 1
        : its === 'he' || its === 'she' || its === 'they'
          ? 2
          : its === 'it'
            ? 3
            : its === 'you'
              ? 4
              : tag[who.from] === Tag.WP || tag[who.from] === Tag.WDT
                ? 5
                : 0
    )
    add(tokens.sentence[who.from] === sentence ? 1 : 0)
  }
  // A quotation right beside the cue and its source: whether it is left out.
  const isBeside = who !== undefined && tokens.sentence[who.from] === sentence
  add(besides((isBeside ? Math.min(who.from, cue) : cue) - 1, -1))
  add(besides(isBeside ? Math.max(who.to, cue + 1) : cue + 1, 1))
  // The text around.
  add(paragraph)
  add(tokens.paragraphStart[paragraph + 1]! - tokens.paragraphStart[paragraph]!)
  add(list.length / Math.max(1, tokens.sentenceStart.length))
  add(likeliestRival())
  if (n !== PROPOSAL_FIGURES) throw new Error(`${n} figures`)

  /** The chance of the likeliest other cue in a sentence with a piece of the content beyond the cue's own; -1 where there is no such piece. */
  function likeliestRival(): number {
    let highest = -1
    for (const { from, to } of content) {
      const opens = tokens.sentence[from]!
      const ends = tokens.sentence[to - 1]!
      if (opens === sentence && ends === sentence) continue
      highest = Math.max(highest, 0)
      if (opens !== sentence)
        highest = Math.max(highest, likeliestBefore(reading, from, outermost[cue]!, cueChance))
      if (ends !== sentence)
        highest = Math.max(highest, likeliestAfter(reading, to, outermost[cue]!, cueChance))
    }
    return highest
  }

  /** 0 for no quotation at a token or behind a mark or two there; 1 for one of the content; 2 for one that is not, 3 where it ends in no full stop. */
  function besides(from: number, step: 1 | -1): number {
    let at = from
    for (let marks = 0; marks < 2 && isOutside(at); marks++, at += step)
      if (tokens.kind[at] !== TokenKind.mark) return 0
    if (at < 0 || at >= tokens.count || tokens.paragraph[at] !== paragraph || isOutside(at)) return 0
    if (holdsToken(content, at)) return 1
    return tag[list[outermost[at]!]!.to - 2] === Tag.STOP ? 2 : 3
  }

  function isOutside(token: number): boolean {
    return (
      token >= 0 && token < tokens.count && (outermost[token]! < 0 || outermost[token] === outermost[cue])
    )
  }

  /** The word of a stretch that the others hang on; the first where several do. */
  function topOf(from: number, to: number): number {
    for (let token = from; token < to; token++)
      if (tokens.kind[token] === TokenKind.word || tokens.kind[token] === TokenKind.number) {
        let at = token
        for (let steps = 0; steps < 40 && head[at]! >= from && head[at]! < to; steps++) at = head[at]!
        return at
      }
    return -1
  }
}

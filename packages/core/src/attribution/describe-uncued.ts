import type { Reading } from '../quotation/reading.ts'
import type { UncuedProposal } from '../role/propose-uncued.ts'
import { isSubject } from '../tagging/relations.ts'
import { isFullVerb, isVerbal, Tag } from '../tagging/tags.ts'
import { isCapitalised, TokenKind } from '../text/token-table.ts'

/** How many figures describe an uncued proposal. */
export const UNCUED_FIGURES = 54

/** A cue further before the content in its sentence, in tokens, is not seen: what bounds the work on a sentence without an end. */
const LONGEST_LOOK = 1000

/** How a sentence ends. */
const ENDS = '?!.:,'

/**
 * An uncued proposal in figures. `taken` holds, for each token, the chance of the attribution by a cue whose content covers
 * it; `cueChance` the chance of each token to be a cue's head.
 */
export function describeUncued(
  { tokens, tree, quotations, turns }: Reading,
  { setting, source, content, alike, sameLabel, distance }: UncuedProposal,
  cueChance: Float32Array,
  taken: Float32Array,
  out: Float32Array
): void {
  const { tag } = tree.syntax
  const { outermost, list } = quotations
  let n = 0
  const add = (value: number) => {
    out[n++] = value
  }
  const first = content[0]!
  const last = content.at(-1)!
  const paragraph = tokens.paragraph[first.from]!
  const paragraphFrom = tokens.paragraphStart[paragraph]!
  const paragraphTo = tokens.paragraphStart[paragraph + 1]!
  const paragraphs = tokens.paragraphStart.length - 1
  const next = tokens.paragraph[last.to - 1]! + 1
  const sentence = tokens.sentence[first.from]!
  const sentenceFrom = tokens.sentenceStart[sentence]!
  const lastSentence = tokens.sentence[last.to - 1]!
  const sentenceTo = tokens.sentenceStart[lastSentence + 1]!
  let words = 0
  let quoted = 0
  let verbs = 0
  let covered = 0
  let most = 0
  let cues = 0
  let persons = 0
  let capitals = 0
  for (const { from, to } of content)
    for (let token = from; token < to; token++) {
      if (tokens.kind[token] === TokenKind.word || tokens.kind[token] === TokenKind.number) {
        words++
        if (outermost[token]! >= 0) quoted++
        if (taken[token]! > 0.3) covered++
        if (isCapitalised(tokens, token)) capitals++
      }
      if (taken[token]! > most) most = taken[token]!
      if (isVerbal(tag[token]!)) verbs++
      if (cueChance[token]! > 0.4) cues++
      if (
        tag[token] === Tag.PRP &&
        (tokens.lower[token] === 'i' || tokens.lower[token] === 'we' || tokens.lower[token] === 'you')
      )
        persons++
    }
  add(setting)
  add(alike)
  add(sameLabel)
  add(distance)
  add(content.length)
  add(words)
  add(words > 0 ? quoted / words : 0)
  add(verbs)
  add(words > 0 ? covered / words : 0)
  add(most)
  add(cues)
  add(persons)
  add(words > 0 ? capitals / words : 0)
  add(first.from - paragraphFrom)
  add(paragraphTo - last.to)
  add(first.from - sentenceFrom)
  add(sentenceTo - last.to)
  add(lastSentence - sentence)
  add(first.from > 0 ? tag[first.from - 1]! : 63)
  add(last.to < tokens.count ? tag[last.to]! : 63)
  // What is set apart without marks is described as if it had them.
  const q = list[outermost[first.from]!]
  const opensUnmarked = q?.set === true && q.from === first.from
  const lastQuotation = list[outermost[last.to - 1]!]
  const closesUnmarked = lastQuotation?.set === true && lastQuotation.to === last.to
  add(closesUnmarked ? Tag.MARK : tag[last.to - 1]!)
  add(tag[opensUnmarked ? first.from : Math.min(first.from + 1, last.to - 1)]!)
  add(q === undefined ? 0 : q.closed ? 1 : 2)
  add(q?.set === true ? 1 : 0)
  add(tag[closesUnmarked ? last.to - 1 : Math.max(0, last.to - 2)]!)
  // What comes before in the paragraph: an attribution by a cue, and how far back its content ends.
  let back = 0
  let takenBefore = 0
  for (let token = first.from - 1; token >= Math.max(0, first.from - 25); token--) {
    back++
    if (taken[token]! > takenBefore) takenBefore = taken[token]!
    if (taken[token]! > 0.3) break
  }
  add(takenBefore)
  add(takenBefore > 0.3 ? back : 30)
  let cueBefore = 0
  for (let token = Math.max(sentenceFrom, first.from - LONGEST_LOOK); token < first.from; token++)
    cueBefore = Math.max(cueBefore, cueChance[token]!)
  add(cueBefore)
  let cueAfter = 0
  for (let token = last.to; token < sentenceTo && token < last.to + 30; token++)
    cueAfter = Math.max(cueAfter, cueChance[token]!)
  add(cueAfter)
  add(paragraph)
  const who = source[0]
  add(who ? who.to - who.from : 0)
  add(who ? tag[who.to - 1]! : -1)
  add(who ? tag[who.from]! : -1)
  add(
    who ? (tokens.sentence[who.from] === sentence ? 2 : tokens.paragraph[who.from] === paragraph ? 1 : 0) : -1
  )
  add(who && tokens.form[who.from] === tokens.form[who.from]!.toUpperCase() ? 1 : 0)
  add(who ? (who.from > first.from ? 1 : 0) : -1)
  add(who && who.from > 0 ? tag[who.from - 1]! : 63)
  add(who && who.to < tokens.count ? tag[who.to]! : 63)
  add(first.from > 0 && tokens.form[first.from - 1] === ':' ? 1 : 0)
  const before = paragraph > 0 ? paragraphFrom - 1 : -1
  add(before >= 0 ? tag[before]! : 63)
  add(before >= 0 && outermost[before]! >= 0 ? 1 : 0)
  addSentenceBefore()
  addTurns()
  addDialogue()
  if (n !== UNCUED_FIGURES) throw new Error(`${n} figures`)

  /** How the sentence before ends and what it is: "Did it survive? “It did not.”", "She shook her head. “No.”" */
  function addSentenceBefore(): void {
    const end = first.from - 1
    const isQuoted = end >= 0 && outermost[end]! >= 0
    add(end < 0 ? -2 : isQuoted ? 5 : ENDS.indexOf(tokens.form[end]!))
    add(end > 0 && isQuoted ? ENDS.indexOf(tokens.form[end - 1]!) : -2)
    const isHere = end >= paragraphFrom
    const from = isHere ? Math.max(tokens.sentenceStart[tokens.sentence[end]!]!, end - LONGEST_LOOK) : 0
    let subject = -1
    let hasVerb = 0
    if (isHere)
      for (let token = from; token <= end; token++) {
        if (subject < 0 && isSubject(tree.syntax.relation[token]!)) subject = token
        if (isFullVerb(tag[token]!)) hasVerb = 1
      }
    add(isHere ? end + 1 - from : -1)
    add(isHere ? hasVerb : -1)
    add(subject < 0 ? -1 : tag[subject]!)
    add(who && subject >= who.from && subject < who.to ? 1 : 0)
    const opening = opensUnmarked ? first.from : first.from + 1
    add(isCapitalised(tokens, Math.min(opening, last.to - 1)) ? 1 : 0)
  }

  /** How far the text is a transcript, and whether another turn begins behind this one. */
  function addTurns(): void {
    add(turns.labelled / paragraphs)
    add(next >= paragraphs ? 2 : turns.labels[next]! >= 0 ? 1 : 0)
    add(next - paragraph)
  }

  /** Whether the paragraphs beside it begin with quoted words, and the one before ends in a question. */
  function addDialogue(): void {
    const opensQuoted = (p: number) =>
      p >= 0 && p < paragraphs && outermost[tokens.paragraphStart[p]!]! >= 0 ? 1 : 0
    add(opensQuoted(paragraph - 1))
    add(opensQuoted(next))
    add(before > 0 && outermost[before]! >= 0 && tokens.form[before - 1]!.startsWith('?') ? 1 : 0)
  }
}

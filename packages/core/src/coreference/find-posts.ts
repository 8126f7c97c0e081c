import type { SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Reading } from '../quotation/reading.ts'
import { isFullVerb, isVerbal, Tag } from '../tagging/tags.ts'
import { isCapitalised, isWord, TokenKind, type TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'

/** A letter, comment or message in a text of several, whose head or foot names its writer. */
export interface Post {
  /** What its writer is called, proper name or handle. */
  readonly name: TokenRange
  /** The tokens that are its words. */
  readonly from: number
  readonly to: number
}

/** A name at the head or the foot of a post has no more words than this. */
const LONGEST_NAME = 3
/** And a closing before it ("With many thanks,") no more than this, in tokens; a salutation neither. */
const LONGEST_CLOSING = 5

/** An address after it no more than this. */
const LONGEST_ADDRESS = 5

/** The line at the head of a post in a forum is no longer than this, in tokens, and there are so many of them at least. */
const LONGEST_HEAD = 8
/** And one that says what a speaker is no longer than this. */
const LONGEST_ROLE = 16
const LEAST_HEADS = 2

/**
 * The posts of a thread, in order: those with a line such as "From: Ana Brandt", "Posted by ana_b", "#2 Ana B.", "ana_b · 8h" or "Ana Brandt -- Analyst" at their head,
 * and those that their writers signed, after a closing ("Regards, Ana"), a dash, or in a paragraph of its own; then what they quote
 * of others line by line ("Ana wrote:", "> I was tired.").
 */
export function findPosts(reading: Reading, sources: SourceLexicon): Post[] {
  const { tokens, tree, quotations } = reading
  const { tag } = tree.syntax
  const posts: Post[] = []
  const named = countNames()
  const heads = findHeads()
  const isSignedBelow = findFeet()
  /** The writer that a head names, and where the words begin that nobody has signed yet. */
  let writer: TokenRange | null = null
  let open = 0
  /** The last "I" outside of quotations. */
  let spoken = -1
  for (let sentence = 0; sentence + 1 < tokens.sentenceStart.length; sentence++) {
    const from = tokens.sentenceStart[sentence]!
    const to = tokens.sentenceStart[sentence + 1]!
    for (let token = from; token < to; token++) {
      if (isFirstPerson(token)) spoken = token
      const line = heads.get(token)
      const head = line ?? headAt(token, to)
      if (head === null) continue
      if (line === undefined && isSignedBelow) {
        if (open < token) posts.push({ name: head, from: open, to: token })
        open = endOfParagraph(token)
        token = open - 1
        continue
      }
      close(token)
      writer = head
      open = line ? endOfParagraph(token) : head.to
      token = open - 1
    }
    const signature = findSignature(from, to)
    if (signature !== null) {
      if (writer === null) {
        const begin = signature.isShort ? Math.max(open, startOfParagraph(from)) : open
        if (begin < from) posts.push({ name: signature.name, from: begin, to: from })
        open = signature.name.to
      }
    } else if (isSalutation(from, to)) {
      // One right after the head belongs to its post.
      if (writer === null || spoken >= open) {
        close(from)
        writer = null
        open = to
      }
    }
  }
  close(tokens.count)
  addQuoted()
  return posts

  /** Whether lines such as "Posted by Ana at 10:42" stand below what was written, and not above it: one ends the text, and none begins it. */
  function findFeet(): boolean {
    const paragraphs = tokens.paragraphStart.length - 1
    const isFoot = (p: number) => {
      const from = tokens.paragraphStart[p]!
      return tokens.lower[from + 1] === 'by' && headAt(from, tokens.paragraphStart[p + 1]!) !== null
    }
    return paragraphs > 1 && !isFoot(0) && isFoot(paragraphs - 1)
  }

  /** The writers that lines of their own name, by the line's first token: "#2 Ana B.", "ana_b · 8h". */
  function findHeads(): Map<number, TokenRange> {
    const found = new Map<number, TokenRange>()
    for (let p = 0; p + 1 < tokens.paragraphStart.length; p++) {
      const [from, to] = [tokens.paragraphStart[p]!, tokens.paragraphStart[p + 1]!]
      const name = nameInHead(from, to)
      if (name !== null) found.set(from, name)
    }
    return found.size < LEAST_HEADS ? new Map() : found
  }

  /** The writer in a line after "#" and a number, or before a dot and a number; the speaker in one that says after a dash what somebody is; null where it has none. */
  function nameInHead(from: number, to: number): TokenRange | null {
    const speaker = speakerInHead(from, to)
    if (speaker !== null) return speaker
    if (to - from > LONGEST_HEAD) return null
    if (tokens.form[from] === '#' && tokens.kind[from + 1] === TokenKind.number) {
      const name = from + 2
      return name < to && to - name <= LONGEST_NAME && isWord(tokens, name) ? { from: name, to } : null
    }
    // "Ana Brandt @ana_b · 8h"
    let end = from + 1
    while (end < to && end <= from + LONGEST_NAME && !/^[@·•]/.test(tokens.form[end]!)) end++
    const dot = tokens.form[end]?.startsWith('@') ? end + 1 : end
    const isDated = /^[·•]$/.test(tokens.form[dot] ?? '') && tokens.kind[dot + 1] === TokenKind.number
    return isDated && dot + 1 < to ? { from, to: end } : null
  }

  /** "Ned Cole -- Larne Securities -- Analyst" */
  function speakerInHead(from: number, to: number): TokenRange | null {
    if (to - from > LONGEST_ROLE) return null
    const name = nameAt(from)
    if (name === null || name.to - from < 2 || tag[name.to] !== Tag.DASH || name.to + 1 >= to) return null
    for (let token = name.to + 1; token < to; token++) {
      const its = tag[token]!
      if (isVerbal(its) || its === Tag.STOP || its === Tag.MARK || its === Tag.COLON) return null
    }
    return sources.firstNames.has(tokens.lower[from]!) ? name : null
  }

  /** Lines that begin with ">" below a line that says whose they are. */
  function addQuoted(): void {
    const isQuoted = (p: number) => tokens.form[tokens.paragraphStart[p]!] === '>'
    const last = tokens.paragraphStart.length - 2
    for (let p = 1; p <= last; p++) {
      if (!isQuoted(p) || isQuoted(p - 1)) continue
      const name = quotedIn(p - 1)
      let end = p
      while (end <= last && isQuoted(end)) end++
      if (name !== null)
        posts.push({ name, from: tokens.paragraphStart[p]!, to: tokens.paragraphStart[end]! })
      p = end - 1
    }
  }

  /** Who wrote what follows by a line such as "On 4 March, Ana Brandt <ana@larne.example> wrote:". */
  function quotedIn(p: number): TokenRange | null {
    const from = tokens.paragraphStart[p]!
    const colon = tokens.paragraphStart[p + 1]! - 1
    if (colon - from < 2 || tokens.form[colon] !== ':' || !isFullVerb(tag[colon - 1]!)) return null
    let to = colon - 1
    // an address
    if (tokens.form[to - 1] === '>') while (to > from && tokens.form[to] !== '<') to--
    while (to > from && tokens.kind[to - 1] === TokenKind.mark) to--
    let first = to
    while (
      first > from &&
      to - first < LONGEST_NAME &&
      tag[first - 1] === Tag.NNP &&
      !sources.calendar.has(tokens.lower[first - 1]!)
    )
      first--
    if (first < to) return { from: first, to }
    // "ana_b wrote:"
    const isHandle = to - from === 1 && /[_\d@]/.test(tokens.form[from]!)
    return isHandle ? { from, to } : null
  }

  function close(to: number): void {
    if (writer !== null && open < to) posts.push({ name: writer, from: open, to })
  }

  /** The writer after "From:" or "Posted by", before an address, a date or the line's end. */
  function headAt(token: number, end: number): TokenRange | null {
    if (!sources.postHeads.has(tokens.lower[token]!) || !isCapitalised(tokens, token)) return null
    if (quotations.outermost[token]! >= 0) return null
    let from = token + 1
    const isBy = tokens.lower[from] === 'by'
    if (isBy) from++
    if (tokens.form[from] === ':') from++
    else if (!isBy) return null
    while (from < end && tokens.kind[from] === TokenKind.mark) from++
    let to = from
    while (to < end && to - from < LONGEST_NAME && isWord(tokens, to) && isNameWord(to, from)) to++
    return to > from ? { from, to } : null
  }

  /** Whether a word may be one of a name: the first of any sort, then capitalised ones. */
  function isNameWord(token: number, from: number): boolean {
    if (sources.calendar.has(tokens.lower[token]!)) return false
    if (token === from)
      return tokens.kind[token] === TokenKind.word && !sources.articles.has(tokens.lower[token]!)
    return isNamePart(token) && isNamePart(token - 1) && tokens.form[token + 1] !== ':'
  }

  /** A closing with a name after it, or a name alone, at a paragraph's end; `isShort` where it stands for its own paragraph only. */
  function findSignature(from: number, to: number): { name: TokenRange; isShort: boolean } | null {
    const paragraphEnd = endOfParagraph(from)
    const comma = closingAt(from, to)
    if (comma >= 0) {
      const name = nameAt(comma + 1)
      // "Thank you, Ana."
      return name === null || tag[name.to] === Tag.STOP ? null : { name, isShort: false }
    }
    const isDashed = tag[from] === Tag.DASH
    const name = nameAt(afterTitles(isDashed ? from + 1 : from))
    if (name === null) return null
    const isParagraph = startOfParagraph(from) === from
    if (isDashed)
      return !isParagraph && (name.to >= paragraphEnd || tokens.form[name.to] === '>')
        ? { name, isShort: true }
        : null
    const isLast = name.to === paragraphEnd || isAddress(name.to, paragraphEnd)
    return isLast && spoken >= open && isKnown(name) ? { name, isShort: !isParagraph } : null
  }

  /** After "The Rev." */
  function afterTitles(token: number): number {
    let from = token
    while (from < token + LONGEST_NAME && isTitle(from)) from++
    return from
  }

  function isTitle(token: number): boolean {
    const word = trimTitle(tokens.lower[token] ?? '')
    return sources.definite.has(word) || sources.titles.has(word) || sources.courtesyTitles.has(word)
  }

  /** What follows a name in a letter's signature, to the line's end: ", Larne", "(Mrs)". */
  function isAddress(from: number, to: number): boolean {
    if (to - from > LONGEST_ADDRESS || from + 1 >= to || !/^[,(]$/.test(tokens.form[from]!)) return false
    for (let token = from + 1; token < to; token++)
      if (isWord(tokens, token) ? !isCapitalised(tokens, token) : !/^[,)]$/.test(tokens.form[token]!))
        return false
    return true
  }

  function endOfParagraph(token: number): number {
    return tokens.paragraphStart[tokens.paragraph[token]! + 1]!
  }

  function startOfParagraph(token: number): number {
    return tokens.paragraphStart[tokens.paragraph[token]!]!
  }

  /** The comma after a closing, such as "Best regards,"; -1 where there is none. */
  function closingAt(from: number, to: number): number {
    let hasClosing = false
    for (let token = from; token < to && token - from <= LONGEST_CLOSING; token++) {
      if (tokens.form[token] === ',' || tokens.form[token] === '-')
        return hasClosing && token > from ? token : -1
      if (tokens.kind[token] !== TokenKind.word || sources.pronouns.get(tokens.lower[token]!)?.person === 1)
        return -1
      hasClosing ||= sources.closings.has(tokens.lower[token]!)
    }
    return -1
  }

  /** Up to three capitalised words. */
  function nameAt(from: number): TokenRange | null {
    let to = from
    while (
      to < tokens.count &&
      to - from < LONGEST_NAME &&
      tokens.paragraph[to] === tokens.paragraph[from] &&
      isNamePart(to) &&
      tag[to] === Tag.NNP &&
      !sources.calendar.has(tokens.lower[to]!) &&
      tokens.form[to + 1] !== ':'
    )
      to++
    return to > from ? { from, to } : null
  }

  function isNamePart(token: number): boolean {
    return tokens.kind[token] === TokenKind.word && isCapitalised(tokens, token)
  }

  /** Whether words alone in a paragraph are a person's, and no heading: they begin with a first name, or are named elsewhere. */
  function isKnown({ from, to }: TokenRange): boolean {
    if (sources.firstNames.has(tokens.lower[from]!)) return true
    return (
      to - from === 1 && !sources.places.has(tokens.lower[from]!) && (named.get(tokens.form[from]!) ?? 0) > 1
    )
  }

  function countNames(): Map<string, number> {
    const times = new Map<string, number>()
    for (let token = 0; token < tokens.count; token++)
      if (tag[token] === Tag.NNP) times.set(tokens.form[token]!, (times.get(tokens.form[token]!) ?? 0) + 1)
    return times
  }

  function isFirstPerson(token: number): boolean {
    const pronoun = quotations.outermost[token]! < 0 ? pronounAt(reading, token, sources) : undefined
    return pronoun?.person === 1 && !pronoun.plural
  }

  /** "Dear Ana,", at a paragraph's end. */
  function isSalutation(from: number, to: number): boolean {
    return (
      to - from <= LONGEST_CLOSING &&
      tokens.form[to - 1] === ',' &&
      tokens.paragraph[to] !== tokens.paragraph[from]
    )
  }
}

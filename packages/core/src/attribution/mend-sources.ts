import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { afterDateline } from '../role/after-dateline.ts'
import type { Candidate } from '../role/candidate.ts'
import { findChild } from '../tagging/find-child.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { isNominal, isVerbal, Tag } from '../tagging/tags.ts'
import { beforeDay } from '../text/before-day.ts'
import { holdsToken } from '../text/holds-token.ts'
import { isKnownName } from '../text/is-known-name.ts'
import { isCapitalised, opensSentence, type TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'

/**
 * Sources that end and begin where names and phrases do: with the name before what ends it ("Inc." of "Velora, Inc. said", "VLR), a maker of lenses"
 * of "Velora (VLR), …"), without what a dateline, a day or a participle adds ("LARNE, Norland — Voters said", "officials on Friday told", "Cross-examining, Ned Cole
 * asked", "The ministry in a statement said") and the particle of the verb before ("shot back Ana Brandt"). Whoever was told something in a headline, or asked something, is none; whoever was quoted is one.
 */
export function mendSources(
  { tokens, tree }: Reading,
  candidates: readonly Candidate[],
  {
    nameSuffixes,
    calendar,
    dayWords,
    dayPhrases,
    particles,
    tellingVerbs,
    askingVerbs,
    quotingVerbs,
    seemingVerbs,
    pronouns,
    organizationNames,
    organizationOpeners,
    statementNouns,
    statementOpeners,
    salutations,
    beforeDays,
    invertingVerbs,
    personNouns,
    crowdNouns,
    relativePronouns,
    titles
  }: Pick<
    SourceLexicon,
    | 'nameSuffixes'
    | 'calendar'
    | 'dayWords'
    | 'dayPhrases'
    | 'particles'
    | 'tellingVerbs'
    | 'askingVerbs'
    | 'quotingVerbs'
    | 'seemingVerbs'
    | 'pronouns'
    | 'organizationNames'
    | 'organizationOpeners'
    | 'statementNouns'
    | 'statementOpeners'
    | 'salutations'
    | 'beforeDays'
    | 'invertingVerbs'
    | 'personNouns'
    | 'crowdNouns'
    | 'relativePronouns'
    | 'titles'
  >
): Candidate[] {
  const { tag, head, relation, stem } = tree.syntax
  return candidates.map(asQuoted).map((candidate) => {
    const { source, content } = candidate
    if (isHearer(candidate) || isAsked(candidate)) return { ...candidate, source: [] }
    const mended = source.map((range) => mend(range, content, candidate.head))
    return mended.every((range, i) => range === source[i]) ? candidate : { ...candidate, source: mended }
  })

  /** Headlines end in who was told: "Bridge was safe, inquiry told". */
  function isHearer({ source, content, head }: Candidate): boolean {
    return (
      head >= 0 &&
      tellingVerbs.has(tokens.lower[head]!) &&
      source.length === 1 &&
      source[0]!.to === head &&
      content.every(({ to }) => to <= source[0]!.from) &&
      tag[source[0]!.from - 1] === Tag.COMMA &&
      head + 1 === tokens.sentenceStart[tokens.sentence[head]! + 1]
    )
  }

  /** Who was asked is not who asks: "Asked whether it was safe, Cole said", "Cole, asked about the talks, said", "Cole was asked". */
  function isAsked({ source, head }: Candidate): boolean {
    if (head < 0 || !askingVerbs.has(stem[head]!)) return false
    if (isSetOff(head, source)) return true
    if (tag[head] !== Tag.VBN) return false
    return opensSentence(tokens, head)
      ? source.every(({ from }) => from > head && tag[from - 1] === Tag.COMMA)
      : isPassive(head) && source.every(({ to }) => to <= head)
  }

  /** "Cole, asked about the talks, said", whatever the parser took "asked" for; not "The chair, Ned Cole, asked why". */
  function isSetOff(verb: number, source: readonly TokenRange[]): boolean {
    const [who] = source
    if (who?.to !== verb - 1 || tag[verb - 1] !== Tag.COMMA) return false
    if (tag.subarray(who.from, who.to).includes(Tag.COMMA)) return false
    if (relation[verb] === Relation.acl) return true
    // or what is asked for what is said: the verb after it has no other subject
    if (relation[verb] === Relation.ccomp && head[verb]! > verb && !hasSubject(head[verb]!)) return true
    const isNext = (child: number) =>
      relation[child] === Relation.conj && isVerbal(tag[child]!) && tag[child - 1] === Tag.COMMA
    return findChild(tree, verb, isNext) >= 0
  }

  function hasSubject(verb: number): boolean {
    return findChild(tree, verb, (child) => isSubject(relation[child]!)) >= 0
  }

  function isPassive(verb: number): boolean {
    return findChild(tree, verb, (child) => relation[child] === Relation.auxpass) >= 0
  }

  /** Who was quoted says it: "Cole was quoted as saying that it was safe", with Cole in what is said and nobody who says it. */
  function asQuoted(candidate: Candidate): Candidate {
    const { source, content, head } = candidate
    const isSaying =
      head >= 0 &&
      tag[head] === Tag.VBN &&
      quotingVerbs.has(stem[head]!) &&
      tokens.lower[head + 1] === 'as' &&
      tag[head + 2] === Tag.VBG &&
      isPassive(head)
    const [subject, ...rest] = content
    if (!isSaying || source.length > 0 || subject!.to > head || rest.length === 0) return candidate
    const said = rest.map(({ from, to }) => ({ from: Math.max(from, head + 3), to }))
    return said.every(({ from, to }) => from < to)
      ? { ...candidate, source: [subject!], content: said }
      : candidate
  }

  function mend(range: TokenRange, content: readonly TokenRange[], cue: number): TokenRange {
    const { from, to } = range
    if (isImpersonal(range, cue)) return { from: cue + 2, to: cue + 3 }
    const quoted = whoIsQuoted(cue)
    if (quoted !== null) return quoted
    const begin = startOf(range, content, cue)
    const end = withoutRest(begin, beforeVerb(begin, beforeStatement(begin, endOf(begin, to), cue), cue))
    return begin === from && end === to ? range : { from: begin, to: end }
  }

  /** "the minister" in "state television quoted the minister as saying"; null where nobody is quoted so. */
  function whoIsQuoted(cue: number): TokenRange | null {
    if (cue < 1 || tag[cue] !== Tag.VBG || tokens.lower[cue - 1] !== 'as') return null
    const begin = Math.max(tokens.sentenceStart[tokens.sentence[cue]!]!, cue - LONGEST_QUOTED)
    let verb = cue - 2
    while (verb > begin && !isVerbal(tag[verb]!)) verb--
    let to = cue - 1
    while (tag[to - 1] === Tag.COMMA) to--
    return quotingVerbs.has(stem[verb]!) && to > verb + 1 ? { from: verb + 1, to } : null
  }

  /** "It seems to me that" */
  function isImpersonal({ from, to }: TokenRange, cue: number): boolean {
    return (
      cue >= 0 &&
      seemingVerbs.has(stem[cue]!) &&
      to - from === 1 &&
      pronouns.get(tokens.lower[from]!)?.gender === 'neuter' &&
      tokens.lower[cue + 1] === 'to' &&
      tag[cue + 2] === Tag.PRP
    )
  }

  function startOf({ from, to }: TokenRange, content: readonly TokenRange[], cue: number): number {
    if (isSuffix(from)) return startOfName(from - 2, content)
    const bracket = closes(from, to) ? openBefore(from) : -1
    if (bracket > 0) return startOfName(bracket - 1, content)
    const known = startOfKnownName(from, to, content)
    if (known < from) return known
    if (isAfterParticiple(from, cue)) return from - 1
    const bearer = bearerOf(from, to)
    if (bearer >= 0 && !holdsToken(content, bearer)) return bearer
    if (cue < 0 && isInverted(from)) return from + 1
    if (from + 2 >= to) return from
    const told = afterDateline(tokens, tag, from, to)
    if (told > from) return told
    if (from === cue + 1 && particles.has(tokens.lower[from]!)) return from + 1
    // "Sir, Otto Hale claims"
    if (salutations.has(tokens.lower[from]!) && tag[from + 1] === Tag.COMMA && opensSentence(tokens, from))
      return from + 2
    const isParticiple = !isName(from) && PARTICIPLE.test(tokens.form[from]!) && tag[from + 1] === Tag.COMMA
    return isParticiple && isName(from + 2) && opensSentence(tokens, from) ? from + 2 : from
  }

  /** Where the phrase of whoever asks begins in "a person familiar with the talks, who asked not to be named", with "the talks" for the source; -1 where it is none such. */
  function bearerOf(from: number, to: number): number {
    const isPerson = (noun: number) =>
      personNouns.has(stem[noun]!) ||
      personNouns.has(tokens.lower[noun]!) ||
      crowdNouns.has(tokens.lower[noun]!)
    const isClause =
      tag[to] === Tag.COMMA && tag[to + 1] === Tag.WP && relativePronouns.has(tokens.lower[to + 1]!)
    let noun = to - 1
    if (!isClause || isName(noun) || !isNominal(tag[noun]!) || isPerson(noun)) return -1
    for (let step = 0; step < MOST_STEPS && noun >= 0; step++) {
      noun = head[noun]!
      if (noun < 0 || noun >= from) return -1
      if (isNominal(tag[noun]!) && isPerson(noun)) return tree.first[noun]!
    }
    return -1
  }

  /** "Continued Brandt: “We will go.”" */
  function isInverted(from: number): boolean {
    return invertingVerbs.has(tokens.lower[from]!) && opensSentence(tokens, from) && isName(from + 1)
  }

  /** Where a well-known name begins that a source is the end of: "Children" of "Save the Children". */
  function startOfKnownName(from: number, to: number, content: readonly TokenRange[]): number {
    for (
      let first = from - 1;
      first >= 0 && first >= from - LONGEST_BEFORE && !holdsToken(content, first);
      first--
    )
      if (
        isCapitalised(tokens, first) &&
        isKnownName(tokens, { from: first, to }, { organizationNames, organizationOpeners })
      )
        return first
    return from
  }

  /** "Street" of "Downing Street said", "Police Chief Ana Brandt" of "Acting Police Chief …": the first word looks like a participle. */
  function isAfterParticiple(from: number, cue: number): boolean {
    return (
      from > 0 &&
      (from + 1 === cue || titles.has(tokens.lower[from - 1]!)) &&
      isName(from) &&
      tag[from - 1] === Tag.VBG &&
      opensSentence(tokens, from - 1)
    )
  }

  /** Without a day at the end, and the preposition before it; not where it may be a verb's: "a study published Monday". */
  function endOf(from: number, to: number): number {
    const end = beforeDay(tokens, to, { calendar, dayWords, dayPhrases, beforeDays })
    // "Brandt yesterday said", but not "Larne Monday"
    const isPlain = !isCapitalised(tokens, to - 1)
    if (end === to || end <= from || (to - from < 3 && !isPlain)) return to
    for (let token = from; token < to; token++) if (isVerbal(tag[token]!)) return to
    if (isPlain) return isNominal(tag[end - 1]!) ? end : to
    // not "the town of Friday", "Super Tuesday"
    return isNominal(tag[end - 1]!) && (end < to - 1 || !isName(end - 1)) ? end : to
  }

  /** Without "and" before what else is said of it, and without a relative clause that lost its verb: "a study that Cole" of "a study that Cole wrote". */
  function withoutRest(from: number, to: number): number {
    let end = to
    while (end - from > 1 && tag[end - 1] === Tag.CC) end--
    for (let token = from + 1; token < end; token++) {
      if (!relativePronouns.has(tokens.lower[token]!) || !isNominal(tag[token - 1]!)) continue
      for (let verb = token + 1; verb < end; verb++) if (isVerbal(tag[verb]!)) return end
      return isVerbal(tag[end]!) && end < token + LONGEST_SUBJECT ? token : end
    }
    return end
  }

  /** Without what somebody said something in, which goes with the verb: "The ministry in a statement said", "Appellants in their notice of appeal stated". */
  function beforeStatement(from: number, to: number, cue: number): number {
    if (to !== cue) return to
    for (let token = from + 1; token < to - 2; token++) {
      if (isVerbal(tag[token]!)) return to
      if (!statementOpeners.has(`${tokens.lower[token]} ${tokens.lower[token + 1]}`)) continue
      for (let noun = token + 2; noun < to && noun <= token + LONGEST_STATEMENT; noun++)
        if (statementNouns.has(tokens.lower[noun]!)) return token
    }
    return to
  }

  /** Without what else its subject did, "My mum rang and said", and without an adverb before the cue, "Diplomats privately blame". */
  function beforeVerb(from: number, to: number, cue: number): number {
    if (to - from < 2 || !isVerbal(tag[to]!)) return to
    if (tag[to - 1] === Tag.RB && ADVERB.test(tokens.form[to - 1]!)) return to - 1
    if (to !== cue || tag[to - 1] !== Tag.CC) return to
    for (let verb = from + 1; verb < to - 1; verb++)
      if (isVerbal(tag[verb]!) && isSubject(relation[verb - 1]!) && head[verb - 1] === verb) return verb
    return to
  }

  function isSuffix(token: number): boolean {
    return (
      nameSuffixes.has(trimTitle(tokens.lower[token]!)) && tag[token - 1] === Tag.COMMA && isName(token - 2)
    )
  }

  function isName(token: number): boolean {
    return tag[token] === Tag.NNP
  }

  /** Whether a bracket is closed that was opened before. */
  function closes(from: number, to: number): boolean {
    for (let token = from; token < to; token++) {
      if (tokens.form[token] === '(') return false
      if (tokens.form[token] === ')') return true
    }
    return false
  }

  /** A bracket opened no more than a few tokens before, "(OSE: VLR"; -1 where none is. */
  function openBefore(from: number): number {
    for (let token = from - 1; token >= 0 && token >= from - LONGEST_BEFORE; token--)
      if (tokens.form[token] === '(') return tokens.sentence[token] === tokens.sentence[from] ? token : -1
    return -1
  }

  /** The first token of the name that ends at a token, in its sentence and outside of what is said. */
  function startOfName(last: number, content: readonly TokenRange[]): number {
    const isPart = (token: number) =>
      tokens.sentence[token] === tokens.sentence[last] && !holdsToken(content, token)
    let first = last
    while (first > 0 && isPart(first - 1)) {
      const before = isSuffix(first) ? first - 2 : first - 1
      if (!isName(before) || !isPart(before)) break
      first = before
    }
    return first
  }
}

/** "privately" */
const ADVERB = /^\p{Ll}+ly$/u
/** From "talks" over "with" and "familiar" to "person". */
const MOST_STEPS = 4
/** What a bracket holds before a source that begins in it, in tokens. */
const LONGEST_BEFORE = 3
/** "that Ana Brandt" */
const LONGEST_SUBJECT = 4
/** "the minister of transport, Otto Hale, as saying" */
const LONGEST_QUOTED = 16
/** "in its quarterly earnings report" */
const LONGEST_STATEMENT = 6
/** "Cross-examining" */
const PARTICIPLE = /ing$/

import { sumTrees } from '../attribution/sum-trees.ts'
import type { SourceLexicon, TreeTable } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import { nounAt } from '../mention/noun-at.ts'
import type { Reading } from '../quotation/reading.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { isNominal, Tag } from '../tagging/tags.ts'
import { isWord, type TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import { isBoundApart, isReflexive, reflectedBy } from './binding.ts'
import { ANTECEDENT_FIGURES, describeAntecedent, type Resolving } from './describe-antecedent.ts'
import { addMention, type Entity, isSexed, makeEntity } from './entity.ts'
import { initialsOfOffice } from './initials-of-office.ts'
import { isPress } from './is-press.ts'
import { mayBe } from './may-be.ts'
import { firstFrom, type SourceContext } from './source-context.ts'

/** Of the entities before a pronoun or a description, so many are asked, the latest first. */
const MOST_ASKED = 12
/** An antecedent less likely than this is none: of "he" and "she", of other pronouns, of descriptions. */
const LEAST_PERSONAL = 0.05
const LEAST_PRONOUN = 0.1
const LEAST_DESCRIPTION = 0.5

/** What the text is about is named so many times. */
const OFTEN = 3

/** What there is to choose from at a mention, and what is chosen: -1 for nothing. */
export type ChooseAntecedent = (its: Resolving, index: number, candidates: readonly number[]) => number

/**
 * Goes through the mentions in order and puts sources that are pronouns of the third person or descriptions, and whatever else
 * "he" or "she" says, to the entities before them. Other descriptions of people, organisations and documents become entities of
 * their own. Changes `entities` and `entityOf`, which hold the names.
 *
 * @param anonymity where a sentence says that somebody is not to be named, by sentence.
 * @param practise is shown what else could be asked, for learning from.
 * @returns the entities of each "they" and "both men" that means those who have just said something together, by mention.
 */
export function resolveAnaphors(
  reading: Reading,
  mentions: readonly Mention[],
  context: SourceContext,
  anonymity: ReadonlyMap<number, TokenRange>,
  sources: SourceLexicon,
  entities: Entity[],
  entityOf: Int32Array,
  choose: ChooseAntecedent,
  practise?: ChooseAntecedent
): Map<number, readonly number[]> {
  const { tokens } = reading
  const { tag, stem, relation, head: governors } = reading.tree.syntax
  const latest: number[] = entities.map(() => -1)
  const times: number[] = entities.map(() => 0)
  const recent: number[] = []
  const byWording = new Map<string, number>()
  const byNoun = new Map<string, number>()
  /** Those who said the last thing, where they were several. */
  let lastPair: readonly number[] = []
  /** The mention of whoever said the last thing; -1 for none. */
  let lastSource = -1
  /** Bearers of an office, and organisations by what they call themselves: "Space Consortium" is the consortium. */
  const byTitle = new Map<string, number>()
  const isDialogue = isBetweenTwo(reading)
  const its = { reading, mentions, context, entityOf, entities, sources, latest, times, speaker: -1 }
  const pairs = new Map<number, readonly number[]>()
  const namedIn = findNamed()
  mentions.forEach((mention, index) => {
    const isSource = context.attributionOf[index]! >= 0
    if (
      isSource &&
      ((isThey(mention) && lastPair.length > 1) || (isBoth(mention) && lastPair.length === 2))
    ) {
      pairs.set(index, lastPair)
      return
    }
    if (entityOf[index]! < 0) {
      const found =
        mention.kind === 'pronoun' ? resolvePronoun(index, isSource) : resolveNoun(index, isSource)
      if (found < 0) return
      entityOf[index] = found
      addMention(entities[found]!, index, mention)
    }
    const entity = entityOf[index]!
    rememberTitle(mention, entity)
    // the whole phrase, not the name in it: "Superintendent of Police R. Cole"
    if (!isPartOf(mention, lastMentionOf(entity))) latest[entity] = index
    times[entity]!++
    const place = recent.indexOf(entity)
    if (place >= 0) recent.splice(place, 1)
    else if (isNobody(mention)) return
    else if (recent.length === MOST_ASKED) recent.pop()
    recent.unshift(entity)
    if (!isSource) return
    its.speaker = entity
    lastSource = index
    const together = context.sourcesOf[context.attributionOf[index]!]!
    lastPair =
      together.length > 1 ? together.map((source) => entityOf[source]!).filter((source) => source >= 0) : []
  })
  return pairs

  function lastMentionOf(entity: number): Mention {
    return mentions[latest[entity]!]!
  }

  /** A study or a report, of which the text tells by its noun. */
  function isPublished(entity: number): boolean {
    return (
      entities[entity]!.type === 'document' &&
      entities[entity]!.described.some((its) => sources.studyNouns.has(stem[mentions[its]!.head]!))
    )
  }

  function isPartOf({ range: { from, to } }: Mention, whole: Mention | undefined): boolean {
    return whole !== undefined && whole.range.from <= from && to <= whole.range.to
  }

  function isThey({ kind, plural, head }: Mention): boolean {
    return kind === 'pronoun' && plural && pronounAt(reading, head, sources)?.person === 3
  }

  /** "both groups", "the two men", "the couple" */
  function isBoth({ kind, type, range, head }: Mention): boolean {
    if (kind !== 'description' || type === 'document') return false
    const words = tokens.lower.slice(range.from, head + 1)
    const isAll =
      sources.definite.has(words[0]!) ||
      (sources.crowdNouns.has(words[0]!) && !sources.numbers.has(words[0]!))
    return isAll && words.some((word) => sources.pairWords.has(word))
  }

  function resolvePronoun(index: number, isSource: boolean): number {
    const mention = mentions[index]!
    if (pronounAt(reading, mention.head, sources)?.person !== 3) return -1
    if (isReflexive(reading, mention.head)) return entityAt(reflectedBy(reading, mention.head))
    if (isSource || isSexed(mention.gender)) return ask(choose, index)
    if (practise) ask(practise, index)
    return -1
  }

  /** Whether it stands for no one in particular: "nobody", "every driver", "not one of them"; for a part of the body: "his head"; or for what somebody is like or would be. */
  function isNobody({ kind, range, head }: Mention): boolean {
    if (kind !== 'description') return false
    const word = tokens.lower[range.from]!
    if (sources.bodyNouns.has(stem[head]!) && sources.pronouns.has(word)) return true
    if ((isCompared(head) || isWanted(head)) && !sources.definite.has(word)) return true
    // "called her the most stubborn person he had met"
    if (relation[head] === Relation.oprd) return true
    return sources.nobodies.has(word) || (word === 'not' && tokens.lower[range.from + 1] === 'one')
  }

  /** "He hoped to be a pilot" */
  function isWanted(noun: number): boolean {
    const verb = governors[noun]!
    return relation[noun] === Relation.attr && stem[verb] === 'be' && tag[verb - 1] === Tag.TO
  }

  /** "I cried like a baby" */
  function isCompared(noun: number): boolean {
    return (
      relation[noun] === Relation.pobj && sources.comparingPrepositions.has(tokens.lower[governors[noun]!]!)
    )
  }

  function entityAt(head: number): number {
    const index = head < 0 ? -1 : firstFrom(mentions, head)
    return mentions[index]?.head === head ? entityOf[index]! : -1
  }

  /** Who is said to be it: "Cole is the mayor"; -1 where nobody is, or it is denied or asked. */
  function findSubject({ head, plural }: Mention): number {
    const verb = governors[head]!
    if (relation[head] !== Relation.attr || verb < 0 || stem[verb] !== 'be') return -1
    let subject = -1
    const { firstChild, nextSibling } = reading.tree
    for (let child = firstChild[verb]!; child >= 0; child = nextSibling[child]!) {
      if (relation[child] === Relation.neg) return -1
      if (relation[child] === Relation.nsubj && child < verb) subject = child
    }
    const found = entityAt(subject)
    const entity = entities[found]
    return entity?.plural === plural && (entity.isPersonal || entity.type !== 'person') ? found : -1
  }

  /** The entity that a noun means, which may be new; -1 where it is a thing, and none. */
  function resolveNoun(index: number, isSource: boolean): number {
    const mention = mentions[index]!
    if (!isSource && !mention.isPersonal && (mention.type === 'unnamed' || mention.type === 'group'))
      return -1
    const { from } = mention.range
    const wording = textOf(mention.range)
    const noun = nounAt(reading, mention.head)
    let found = byWording.get(wording) ?? -1
    // not the archbishop of "the Archbishop of Larne's office"
    if (found >= 0 && lastMentionOf(found)?.range.from === from) found = -1
    if (found < 0 && mention.isPersonal) found = findSubject(mention)
    if (found < 0 && pointsBack(mention)) {
      const isDefinite = sources.definite.has(tokens.lower[from]!)
      if (isDefinite && !mention.plural) found = findBearer(mention)
      if (found < 0) {
        const alike = byNoun.get(noun) ?? (sources.informants.has(noun) ? lastInformant() : undefined)
        if (isDefinite && alike !== undefined && isSameAgain(mention, entities[alike]!))
          return remember(alike)
        if (isSource || (isDefinite && mention.isPersonal)) found = ask(choose, index, alike)
        else if (practise) ask(practise, index, alike)
      }
    }
    if (found < 0) {
      found = entities.length
      entities.push(makeEntity())
      latest.push(-1)
      times.push(0)
    }
    return remember(found)

    /** Whom nobody is to know that was spoken of last. */
    function lastInformant(): number | undefined {
      const known = [...sources.informants].flatMap((word) => byNoun.get(word) ?? [])
      return known.length === 0 ? undefined : known.reduce((a, b) => (latest[a]! > latest[b]! ? a : b))
    }

    function remember(entity: number): number {
      byWording.set(wording, entity)
      byNoun.set(noun, entity)
      return entity
    }
  }

  /** Whether an entity has said something already. */
  function isUttered({ described }: Entity): boolean {
    return described.some((index) => context.attributionOf[index]! >= 0)
  }

  /** "the person" after "a person briefed on the talks", who has no name */
  function isSameAgain({ range, head, plural, isPersonal }: Mention, entity: Entity): boolean {
    const isBare = head - range.from === 1 && (range.to === head + 1 || tokens.form[head + 1] === ',')
    const isUnnamed = entity.named.length === 0 && entity.type === 'unnamed' && !entity.plural
    return isBare && isPersonal && !plural && isUnnamed && isUttered(entity)
  }

  /** Who has an office, an age or a kind that "the" points at: "the senator", "the 45-year-old", "the ministry", "the company". */
  function findBearer({ head, range }: Mention): number {
    const word = tokens.lower[head]!
    const isNewspaper = sources.pressNouns.has(word)
    // "the paper" after a study in a journal
    const study = isNewspaper && sources.documentNouns.has(word) ? recent.find(isPublished) : undefined
    if (study !== undefined) return study
    const press = isNewspaper
      ? recent.find((entity) => isPress(tokens, lastMentionOf(entity), sources))
      : undefined
    const office = sources.titleForms.get(textOf({ from: range.from + 1, to: range.to }))
    const bearer =
      press ?? (office === undefined ? bearerOf({ from: range.from + 1, to: head + 1 }) : byTitle.get(office))
    if (bearer !== undefined || head - range.from > 1) return bearer ?? -1
    const names = sources.bynames.get(word)
    const known =
      names &&
      recent.find((entity) => entities[entity]!.named.some((its) => names.has(textOf(mentions[its]!.name!))))
    if (known !== undefined) return known
    if (sources.agencyNouns.has(word)) return recent.find((entity) => isAgency(entities[entity]!)) ?? -1
    if (!sources.companyNouns.has(word)) return -1
    const isSpoken = reading.quotations.outermost[head]! >= 0
    const companies = recent.filter((entity) => {
      const { type, certainty, named, gender } = entities[entity]!
      return (
        named.length > 0 &&
        (type === 'organization' || (type === 'person' && certainty === 0 && gender === null)) &&
        !isListener(entity) &&
        !named.some(isPublicBody) &&
        (isSpoken || named.some((its) => reading.quotations.outermost[mentions[its]!.head]! < 0))
      )
    })
    return (
      companies.find((entity) => entities[entity]!.named.some(hasLegalForm)) ??
      companies.find((entity) => !isMedium(lastMentionOf(entity)) && !isInPassing(entity, companies)) ??
      companies.find((entity) => !isMedium(lastMentionOf(entity))) ??
      companies[0] ??
      -1
    )
  }

  /** Whether a company was named once only, and not as a subject, where another was named often. */
  function isInPassing(entity: number, companies: readonly number[]): boolean {
    const { named } = entities[entity]!
    return (
      named.length === 1 &&
      !isSubject(relation[mentions[named[0]!]!.head]!) &&
      companies.some((other) => entities[other]!.named.length >= OFTEN)
    )
  }

  /** "In a post on X" */
  function isMedium({ head }: Mention): boolean {
    const preposition = relation[head] === Relation.pobj ? governors[head]! : -1
    const noun = preposition < 0 ? -1 : governors[preposition]!
    return (
      noun >= 0 &&
      sources.mediumPrepositions.has(tokens.lower[preposition]!) &&
      sources.utteranceNouns.has(stem[noun]!)
    )
  }

  /** Who was given a title, with all words before it: "the finance minister" is not who is prime minister. */
  function bearerOf({ from, to }: TokenRange): number | undefined {
    const word = tokens.lower[to - 1]!
    const bearer = byTitle.get(sources.titleForms.get(word) ?? word)
    if (bearer === undefined || from + 1 >= to) return bearer
    const isWhole = entities[bearer]!.named.some((index) => {
      const { range, name } = mentions[index]!
      // "Sen. Ana Brandt (R-Texas)", the Texas senator
      const end = tokens.form[name!.to] === '(' ? Math.max(range.to, name!.to + 2) : range.to
      const told = tokens.lower.slice(range.from, end).flatMap((its) => its.split('-'))
      return tokens.lower.slice(from, to - 1).every((its) => told.includes(its))
    })
    return isWhole ? bearer : undefined
  }

  /** "Velora Inc." */
  function hasLegalForm(index: number): boolean {
    return sources.legalForms.has(trimTitle(tokens.lower[mentions[index]!.name!.to - 1]!))
  }

  /** "the Harbor Commission", "the FDA", which is no company */
  function isAgency({ type, named }: Entity): boolean {
    const isCapitals = (index: number) => /^(?:\p{Lu}\.?){3,5}$/u.test(textAsIs(mentions[index]!.name!))
    return type === 'organization' && (named.some(isPublicBody) || named.some(isCapitals))
  }

  /** "the Deep Vision Lab", which is no company. */
  function isPublicBody(index: number): boolean {
    const { from, to } = mentions[index]!.name!
    return tokens.lower.slice(from, to).some((word) => sources.publicBodies.has(word))
  }

  function ask(whom: ChooseAntecedent, index: number, another?: number): number {
    const mention = mentions[index]!
    const owner = ownerOf(mention)
    const candidates = recent.filter(
      (entity) =>
        entity !== owner &&
        (mayBe(reading, mentions, mention, entities[entity]!, sources) || isSameSpeaker(entity, mention)) &&
        !isSpokenOf(entity, context.attributionOf[index]!) &&
        !(entities[entity]!.named.length > 0 && isKeptUnnamed(mention)) &&
        !isListener(entity) &&
        !isAsker(entity, mention) &&
        !(isDialogue && mention.kind === 'pronoun' && isLabel(lastMentionOf(entity))) &&
        !isBoundApart(reading, mention, lastMentionOf(entity).head)
    )
    if (another !== undefined && !candidates.includes(another)) candidates.push(another)
    if (hasOwner(mention)) return candidates.find((entity) => isDescribedAs(entity, mention)) ?? -1
    return candidates.length > 0 ? whom(its, index, candidates) : -1
  }

  /** Who has what a description tells of, and is not it: "Hale" in "Hale's spokesman"; -1 for none. */
  function ownerOf({ kind, range, head }: Mention): number {
    if (kind === 'description')
      for (let token = range.from; token < head; token++)
        if (relation[token] === Relation.poss && governors[token] === head) return entityAt(token)
    return -1
  }

  /** Whether "they" may be one who has just spoken, and is called by a noun that tells no sex on purpose: "The spokesperson said …. They added …" */
  function isSameSpeaker(entity: number, mention: Mention): boolean {
    if (!isThey(mention) || entity !== its.speaker) return false
    const { plural, named, described } = entities[entity]!
    return (
      !plural && named.length === 0 && described.some((its) => stem[mentions[its]!.head]!.endsWith('person'))
    )
  }

  /** "the woman, who cannot be named," */
  function isKeptUnnamed({ range }: Mention): boolean {
    const reason = anonymity.get(tokens.sentence[range.from]!)
    return reason !== undefined && reason.from >= range.from && reason.from < range.to
  }

  /** Whether an entity is the press that was last told something: "Okafor told the Echo" is not about the Echo. */
  function isListener(entity: number): boolean {
    const mention = lastMentionOf(entity)
    const its = relation[mention.head]
    return (its === Relation.dobj || its === Relation.dative) && isPress(tokens, mention, sources)
  }

  /** Whether an entity has just asked what a pronoun's bearer answers: “I left,” she answered. Who asks for something may answer. */
  function isAsker(entity: number, { head }: Mention): boolean {
    if (entity !== its.speaker || !sources.answeringVerbs.has(stem[governors[head]!] ?? '')) return false
    const verb = governors[mentions[lastSource]!.head]!
    return sources.askingVerbs.has(stem[verb] ?? '') && !isRequest(verb)
  }

  /** Whether something is asked for, or somebody to do it. */
  function isRequest(verb: number): boolean {
    const { firstChild, nextSibling } = reading.tree
    for (let child = firstChild[verb]!; child >= 0; child = nextSibling[child]!)
      if (relation[child] === Relation.xcomp || sources.requestWords.has(tokens.lower[child]!)) return true
    return false
  }

  /** Whether it is the label of a turn. Where two talk, each says "you" to the other: "he" and "she" are others. */
  function isLabel({ head }: Mention): boolean {
    return head < reading.turns.labels[tokens.paragraph[head]!]!
  }

  /** Whether it is somebody's: "his mother", who is none of those before, unless one was called so. */
  function hasOwner({ kind, range, isPersonal }: Mention): boolean {
    return kind === 'description' && isPersonal && tag[range.from] === Tag.PRP$
  }

  function isDescribedAs(entity: number, { head, range }: Mention): boolean {
    const { named, described } = entities[entity]!
    const noun = nounAt(reading, head)
    const owner = tokens.lower[range.from]
    const kind = kindOf(head)
    return (
      described.some((other) => {
        const its = mentions[other]!
        const isOwned = tag[its.range.from] === Tag.PRP$
        return nounAt(reading, its.head) === noun && (!isOwned || tokens.lower[its.range.from] === owner)
      }) ||
      named.some((other) => {
        const { role } = mentions[other]!
        const at = role === null ? -1 : stem.indexOf(noun, role.from)
        if (role === null || at < 0 || at >= role.to) return false
        // "his social worker" is no outreach worker
        const its = at > role.from ? kindOf(at) : null
        return kind === null || its === null || kind === its
      })
    )
  }

  /** The word right before a noun that says of which kind it is; null for none. */
  function kindOf(noun: number): string | null {
    const its = tag[noun - 1]!
    return isNominal(its) || its === Tag.JJ ? tokens.lower[noun - 1]! : null
  }

  /** Who is named in each attribution's quoted words. */
  function findNamed(): Map<number, Set<number>> {
    const found = new Map<number, Set<number>>()
    mentions.forEach(({ name }, index) => {
      const around = name === null || entityOf[index]! < 0 ? -1 : context.quotedIn[index]!
      if (around < 0) return
      const named = found.get(around)
      if (named) named.add(entityOf[index]!)
      else found.set(around, new Set([entityOf[index]!]))
    })
    return found
  }

  /**
   * Whether an entity is named in the quoted words whose speaker is asked for (she said: “Brandt lied”), or was last named or first spoken of in a quotation there: “Somebody lied,” she
   * said.
   */
  function isSpokenOf(entity: number, attribution: number): boolean {
    if (attribution < 0) return false
    if (namedIn.get(attribution)?.has(entity)) return true
    const last = latest[entity]!
    return isIn(entities[entity]!.first) || (mentions[last]!.kind !== 'pronoun' && isIn(last))

    function isIn(mention: number): boolean {
      let around = context.quotedIn[mention]!
      while (around >= 0 && around !== attribution) around = context.parentOf[around]!
      return around >= 0
    }
  }

  /** Whether a description may mean what was named before: with "the", a possessor or nothing before its noun. */
  function pointsBack({ range, type, head }: Mention): boolean {
    if (type === 'place') return false
    const word = tokens.lower[range.from]!
    return range.from === head || sources.definite.has(word) || !sources.articles.has(word)
  }

  function rememberTitle(mention: Mention, entity: number): void {
    const { name, role, type, range } = mention
    if (name === null) return
    if (type === 'organization')
      for (let token = name.from; token < name.to; token++)
        if (sources.organizationNouns.has(tokens.lower[token]!)) byTitle.set(tokens.lower[token]!, entity)
    if (type !== 'person') return
    if (tokens.form[name.to] === ',' && name.to + 1 < range.to && /^\d{1,3}$/.test(tokens.form[name.to + 1]!))
      byTitle.set(`${tokens.form[name.to + 1]}-year-old`, entity)
    // "Cllr Ana Brandt (Chair)"
    if (tokens.form[name.to] === '(')
      for (let token = name.to + 1; token < range.to && isWord(tokens, token); token++)
        rememberOffice(token, token)
    if (role === null) return
    byWording.set(textOf(role), entity)
    byWording.set(`the ${textOf(role)}`, entity)
    for (let token = role.from; token < role.to; token++) rememberOffice(token, role.from)
    // "Chief Executive Officer Ana Brandt", the CEO
    for (const initials of initialsOfOffice(tokens, mention, sources)) byTitle.set(initials, entity)

    function rememberOffice(token: number, from: number): void {
      const word = trimTitle(tokens.lower[token]!)
      if (!sources.personNouns.has(word) && !sources.titles.has(word)) return
      const pair = token > from ? sources.titleForms.get(`${tokens.lower[token - 1]} ${word}`) : undefined
      byTitle.set(pair ?? sources.titleForms.get(word) ?? word, entity)
    }
  }

  function textAsIs({ from, to }: TokenRange): string {
    return tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!)
  }

  function textOf(range: TokenRange): string {
    return textAsIs(range).toLowerCase()
  }
}

/** Whether the turns of a text are labelled with two names. */
function isBetweenTwo({ tokens, turns: { labels } }: Reading): boolean {
  const names = new Set<string>()
  for (let p = 0; p < labels.length && names.size < 3; p++)
    if (labels[p]! > tokens.paragraphStart[p]!) names.add(tokens.lower[labels[p]! - 1]!)
  return names.size === 2
}

/** Chooses by trees: the likeliest antecedent, if it is likely enough. */
export function chooseByTrees(trees: TreeTable): ChooseAntecedent {
  const row = new Float32Array(ANTECEDENT_FIGURES)
  return (its, index, candidates) => {
    const { kind, gender } = its.mentions[index]!
    const least = kind !== 'pronoun' ? LEAST_DESCRIPTION : isSexed(gender) ? LEAST_PERSONAL : LEAST_PRONOUN
    let best = -1
    let highest = Math.log(least / (1 - least))
    for (let rank = 0; rank < candidates.length; rank++) {
      describeAntecedent(its, index, candidates[rank]!, rank, row)
      const score = sumTrees(trees, row)
      if (score > highest) {
        highest = score
        best = candidates[rank]!
      }
    }
    return best
  }
}

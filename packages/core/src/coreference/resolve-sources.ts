import type { Language, SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import { readNames } from '../mention/read-names.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import type { KnownSource } from '../types.ts'
import type { ChooseAntecedent } from './choose-by-trees.ts'
import { collectMentions } from './collect-mentions.ts'
import { describeSource, type EntityMention, isTold, type ResolvedSource } from './describe-source.ts'
import { type Entity, makeEntity } from './entity.ts'
import { findAnonymity } from './find-anonymity.ts'
import { findKnown } from './find-known.ts'
import { findLastSubject } from './find-last-subject.ts'
import { findPosts, type Post } from './find-posts.ts'
import { findVoices, NOBODY } from './find-voices.ts'
import { linkNames } from './link-names.ts'
import { resolveAnaphors } from './resolve-anaphors.ts'
import { placeMentions, type SourceContext } from './source-context.ts'
import { isSoonAfter, makeTakeOver } from './take-over-sources.ts'

/**
 * Who is meant by the sources of attributions, which are in the order of their contents: `sourcesOf` holds, for each of them, its
 * sources by index into `sources`; none where nobody can be meant.
 */
export function resolveSources(
  text: Reading,
  attributions: readonly Candidate[],
  parents: readonly number[],
  language: Language,
  people: readonly KnownSource[],
  choose: ChooseAntecedent
): { sources: ResolvedSource[]; sourcesOf: number[][] } {
  const reading = readNames(text, language)
  const { tokens, quotations } = reading
  const lexicon = language.sources
  const posts = findPosts(reading, lexicon)
  const { mentions, mentionsOf } = collectMentions(reading, attributions, posts, language)
  const context = placeMentions(mentions, attributions, mentionsOf, parents, quotations)
  const knownAs = findKnown(tokens, mentions, people, language)
  const { entities, entityOf } = linkNames(reading, mentions, lexicon, knownAs)
  const reasons = findAnonymity(tokens, lexicon)
  const pairs = resolveAnaphors(reading, mentions, context, reasons, lexicon, entities, entityOf, choose)
  const entitiesOf = nameSpeakers(
    reading,
    attributions,
    parents,
    mentions,
    context,
    entities,
    entityOf,
    pairs,
    posts,
    lexicon
  )

  // Entities that are a source, in the order of their first mentions.
  const spoken = new Set(entitiesOf.flat())
  const firstOf = new Map<number, number>()
  const mentionsOfEntity = new Map<number, EntityMention[]>()
  mentions.forEach((mention, index) => {
    const entity = entityOf[index]!
    if (!spoken.has(entity)) return
    const its = { ...mention, isSource: context.attributionOf[index]! >= 0 }
    const list = mentionsOfEntity.get(entity)
    if (list) list.push(its)
    else mentionsOfEntity.set(entity, [its])
    if (isTold(its) && !firstOf.has(entity)) firstOf.set(entity, mention.range.from)
  })
  // One whose words stand nowhere, such as the author, comes last.
  const order = new Set([...[...firstOf.keys()].sort((a, b) => firstOf.get(a)! - firstOf.get(b)!), ...spoken])
  const placeOf = new Map([...order].map((entity, place) => [entity, place]))
  /** Who is told of in quoted words is not who asks outside of them not to be named. */
  const reasonAt = (token: number) => {
    const reason = reasons.get(tokens.sentence[token]!)
    return reason && quotations.outermost[reason.from] === quotations.outermost[token] ? reason : null
  }
  return {
    sources: [...order].map((entity) =>
      describeSource(tokens, mentionsOfEntity.get(entity) ?? [], entities[entity]!, people, lexicon, reasonAt)
    ),
    sourcesOf: entitiesOf.map((its) => its.map((entity) => placeOf.get(entity)!))
  }
}

/**
 * The entities that are each attribution's sources: those that its source's words name, "I" and "we" being whoever is
 * quoted there, or in whose voice the paragraph is; where no words do, whoever was heard before.
 */
function nameSpeakers(
  reading: Reading,
  attributions: readonly Candidate[],
  parents: readonly number[],
  mentions: readonly Mention[],
  context: SourceContext,
  entities: Entity[],
  entityOf: Int32Array,
  pairs: ReadonlyMap<number, readonly number[]>,
  posts: readonly Post[],
  sources: SourceLexicon
): number[][] {
  const { quotations } = reading
  const { voiceOf, addresseeOf } = findVoices(reading, mentions, entityOf, sources, posts)
  const entitiesOf: number[][] = []
  const takenBy = makeTakeOver(reading.tokens, attributions, parents, isSame)
  let author = -1
  /** The last attribution that stands in no other and in no quotation; -1 for none. */
  let heard = -1
  attributions.forEach((_, index) => {
    const from = takenBy(index)
    if (from >= 0) entitiesOf.push(entitiesOf[from]!)
    else entitiesOf.push([...new Set(context.sourcesOf[index]!.flatMap(meant))])
    if (parents[index]! < 0 && !isSaidInQuotation(index)) heard = index
  })
  return entitiesOf

  function isSame(one: number, another: number): boolean {
    return entitiesOf[one]!.join() === entitiesOf[another]!.join()
  }

  function meant(mention: number): readonly number[] {
    const pair = pairs.get(mention)
    if (pair !== undefined) return pair
    if (entityOf[mention]! >= 0) return [entityOf[mention]!]
    const { head } = mentions[mention]!
    const person = pronounAt(reading, head, sources)?.person
    if (person === undefined || person === 3) return []
    const around = context.quotedIn[mention]!
    const isQuoted = around >= 0 || quotations.outermost[head]! >= 0
    if (person === 2 && quotations.outermost[head]! >= 0) return []
    const speakers =
      isQuoted && person === 1
        ? speakerOfQuoted(head, around)
        : voice(person === 1 ? voiceOf : addresseeOf, head)
    if (speakers.length === 1) entityOf[mention] = speakers[0]!
    return speakers
  }

  /** “They say that they can't. I doubt it.” has another speaker. */
  function isSaidInQuotation(attribution: number): boolean {
    const { head } = attributions[attribution]!
    return head >= 0 && quotations.outermost[head]! >= 0
  }

  function speakerOfQuoted(token: number, around: number): readonly number[] {
    const speakers = entitiesOf[around >= 0 ? around : heardBefore(token)] ?? []
    return around < 0 && speakers.length === 0 ? leadIn(token) : speakers
  }

  /** Who was heard last before quoted words of which nobody says whose they are, if not too far before. */
  function heardBefore(token: number): number {
    return heard >= 0 && isSoonAfter(reading.tokens, attributions[heard]!, token) ? heard : -1
  }

  /** Whom the sentence tells of that leads in a quotation of the next paragraph: "He was quoted on the dam;" */
  function leadIn(token: number): readonly number[] {
    const { tokens } = reading
    const start = tokens.paragraphStart[tokens.paragraph[token]!]!
    if (start === 0 || quotations.outermost[start]! < 0 || !/^[:;]$/.test(tokens.form[start - 1]!)) return []
    const from = tokens.sentenceStart[tokens.sentence[start - 1]!]!
    const subject = findLastSubject(reading, mentions, entityOf, from, start)
    return subject < 0 ? [] : [entityOf[subject]!]
  }

  function voice(of: Int32Array, token: number): readonly number[] {
    const its = of[token]!
    if (its >= 0) return entityOf[its]! >= 0 ? [entityOf[its]!] : []
    if (its === NOBODY) return []
    if (author < 0) {
      author = entities.length
      entities.push({ ...makeEntity(), type: 'person' })
    }
    return [author]
  }
}

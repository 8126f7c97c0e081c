import type { SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import { nounAt } from '../mention/noun-at.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import type { TokenRange } from '../text/token-table.ts'
import { makeBearers } from './bearers.ts'
import { isReflexive, reflectedBy } from './binding.ts'
import { makeFindCandidates } from './candidates.ts'
import type { ChooseAntecedent } from './choose-by-trees.ts'
import { addMention, type Entity, isSexed, makeEntity } from './entity.ts'
import { isNobody } from './is-nobody.ts'
import { isBoth, isThey } from './is-they.ts'
import { hasOwner, isDescribedAs } from './kin.ts'
import { entityAt, lastMentionOf, textOf } from './resolving.ts'
import type { SourceContext } from './source-context.ts'

/** Of the entities before a pronoun or a description, so many are asked, the latest first. */
const MOST_ASKED = 12

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
  const { stem, relation, head: governors } = reading.tree.syntax
  const latest: number[] = entities.map(() => -1)
  const times: number[] = entities.map(() => 0)
  const recent: number[] = []
  const byWording = new Map<string, number>()
  const byNoun = new Map<string, number>()
  /** Those who said the last thing, where they were several. */
  let lastPair: readonly number[] = []
  const its = {
    reading,
    mentions,
    context,
    entityOf,
    entities,
    sources,
    latest,
    times,
    recent,
    speaker: -1,
    lastSource: -1
  }
  const bearers = makeBearers(its)
  const findCandidates = makeFindCandidates(its, anonymity)
  const pairs = new Map<number, readonly number[]>()
  /** Who said the last thing inside each attribution, by its index; -1 for what stands in none. */
  const speakers = new Map<number, Pick<typeof its, 'speaker' | 'lastSource'>>()
  mentions.forEach((mention, index) => {
    const isSource = context.attributionOf[index]! >= 0
    // "Foy said Cole had asked for it. She …" is Foy
    const around = isSource ? context.parentOf[context.attributionOf[index]!]! : context.quotedIn[index]!
    Object.assign(its, speakers.get(around) ?? speakers.get(-1))
    if (
      isSource &&
      ((isThey(its, mention) && lastPair.length > 1) || (isBoth(its, mention) && lastPair.length === 2))
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
    bearers.remember(mention, entity)
    rememberRole(mention, entity)
    // the whole phrase, not the name in it: "Superintendent of Police R. Cole"
    if (!isPartOf(mention, lastMentionOf(its, entity))) latest[entity] = index
    times[entity]!++
    const place = recent.indexOf(entity)
    if (place >= 0) recent.splice(place, 1)
    else if (isNobody(its, mention)) return
    else if (recent.length === MOST_ASKED) recent.pop()
    recent.unshift(entity)
    if (!isSource) return
    speakers.set(around, { speaker: entity, lastSource: index })
    const together = context.sourcesOf[context.attributionOf[index]!]!
    lastPair =
      together.length > 1 ? together.map((source) => entityOf[source]!).filter((source) => source >= 0) : []
  })
  return pairs

  function isPartOf({ range: { from, to } }: Mention, whole: Mention | undefined): boolean {
    return whole !== undefined && whole.range.from <= from && to <= whole.range.to
  }

  function resolvePronoun(index: number, isSource: boolean): number {
    const mention = mentions[index]!
    if (pronounAt(reading, mention.head, sources)?.person !== 3) return -1
    if (isReflexive(reading, mention.head)) return entityAt(its, reflectedBy(reading, mention.head))
    if (isSource || isSexed(mention.gender)) return ask(choose, index)
    if (practise) ask(practise, index)
    return -1
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
    const found = entityAt(its, subject)
    const entity = entities[found]
    return entity?.plural === plural && (entity.isPersonal || entity.type !== 'person') ? found : -1
  }

  /** The entity that a noun means, which may be new; -1 where it is a thing, and none. */
  function resolveNoun(index: number, isSource: boolean): number {
    const mention = mentions[index]!
    if (!isSource && !mention.isPersonal && (mention.type === 'unnamed' || mention.type === 'group'))
      return -1
    const { from } = mention.range
    const wording = textOf(tokens, mention.range).toLowerCase()
    const noun = nounAt(reading, mention.head)
    let found = byWording.get(wording) ?? -1
    // not the archbishop of "the Archbishop of Larne's office"
    if (found >= 0 && lastMentionOf(its, found)?.range.from === from) found = -1
    if (found < 0 && mention.isPersonal) found = findSubject(mention)
    if (found < 0 && pointsBack(mention)) {
      const isDefinite = sources.definite.has(tokens.lower[from]!)
      if (isDefinite && !mention.plural) found = bearers.find(mention)
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

  /** Whether a description may mean what was named before: with "the", a possessor or nothing before its noun. */
  function pointsBack({ range, type, head }: Mention): boolean {
    if (type === 'place') return false
    const word = tokens.lower[range.from]!
    return range.from === head || sources.definite.has(word) || !sources.articles.has(word)
  }

  /** What `choose` takes of those whom a mention may mean, and of `another`; -1 for none. */
  function ask(whom: ChooseAntecedent, index: number, another?: number): number {
    const mention = mentions[index]!
    const candidates = findCandidates(index)
    if (another !== undefined && !candidates.includes(another)) candidates.push(another)
    if (hasOwner(its, mention)) return candidates.find((entity) => isDescribedAs(its, entity, mention)) ?? -1
    return candidates.length > 0 ? whom(its, index, candidates) : -1
  }

  /** Whoever has a role may be called by it alone. */
  function rememberRole({ name, role, type }: Mention, entity: number): void {
    if (name === null || role === null || type !== 'person') return
    const wording = textOf(tokens, role).toLowerCase()
    byWording.set(wording, entity)
    byWording.set(`the ${wording}`, entity)
  }
}

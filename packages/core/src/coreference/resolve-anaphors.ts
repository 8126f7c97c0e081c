import { sumTrees } from '../attribution/sum-trees.ts'
import type { SourceLexicon, TreeTable } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import { ANTECEDENT_FIGURES, describeAntecedent, type Resolving } from './describe-antecedent.ts'
import { addMention, type Entity, makeEntity } from './entity.ts'
import type { SourceContext } from './source-context.ts'

/** Of the entities before a pronoun or a description, so many are asked, the latest first. */
const MOST_ASKED = 16
/** An antecedent less likely than this is none. */
const LEAST_PERSONAL = 0.05
const LEAST_PRONOUN = 0.1
const LEAST_DESCRIPTION = 0.5

/** What there is to choose from at a mention, and what is chosen: learning looks on here, and may say what is right. */
export type ChooseAntecedent = (its: Resolving, index: number, candidates: readonly number[]) => number

/**
 * Goes through the mentions in order and puts pronouns of the third person, and descriptions that are sources, to the entities
 * before them; other descriptions become entities of their own. Changes `entities` and `entityOf`, which hold the names.
 */
export function resolveAnaphors(
  reading: Reading,
  mentions: readonly Mention[],
  context: SourceContext,
  sources: SourceLexicon,
  entities: Entity[],
  entityOf: Int32Array,
  choose: ChooseAntecedent
): void {
  const { tokens } = reading
  const latest: number[] = entities.map(() => -1)
  const times: number[] = entities.map(() => 0)
  const recent: number[] = []
  const byWording = new Map<string, number>()
  const byNoun = new Map<string, number>()
  /** Bearers of an office, and organisations by what they call themselves: "Space Consortium" is the consortium. */
  const byTitle = new Map<string, number>()
  const its = { reading, mentions, context, entityOf, entities, sources, latest, times, speaker: -1 }
  mentions.forEach((mention, index) => {
    const isSource = context.attributionOf[index]! >= 0
    if (entityOf[index]! < 0) {
      if (mention.kind === 'pronoun') {
        if (pronounAt(reading, mention.head, sources)?.person !== 3) return
        const candidates = recent.filter((entity) => mayBe(mention, entities[entity]!))
        const found = candidates.length > 0 ? choose(its, index, candidates) : -1
        if (found < 0) return
        join(index, found)
      } else {
        const { from, to } = mention.range
        const wording = tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!).toLowerCase()
        const noun = reading.tree.syntax.stem[mention.head]!
        let found = byWording.get(wording) ?? -1
        if (found < 0 && pointsBack(mention)) {
          const bearer = byTitle.get(tokens.lower[mention.head]!)
          if (bearer !== undefined && isDefinite(mention) && !mention.plural) found = bearer
        }
        if (found < 0 && pointsBack(mention)) {
          const candidates = recent.filter((entity) => mayBe(mention, entities[entity]!))
          for (const alike of [byNoun.get(noun)])
            if (alike !== undefined && !candidates.includes(alike)) candidates.push(alike)
          if (candidates.length > 0) found = choose(its, index, candidates)
        }
        if (found < 0) {
          found = entities.length
          entities.push(makeEntity())
          latest.push(-1)
          times.push(0)
        }
        join(index, found)
        byWording.set(wording, found)
        byNoun.set(noun, found)
      }
    }
    const entity = entityOf[index]!
    rememberTitle(mention, entity)
    latest[entity] = index
    times[entity]!++
    if (!mayBeMeant(entities[entity]!, isSource)) return
    const place = recent.indexOf(entity)
    if (place >= 0) recent.splice(place, 1)
    else if (recent.length === MOST_ASKED) recent.pop()
    recent.unshift(entity)
    if (isSource) its.speaker = entity
  })

  /** Whether a description may mean what was named before: with "the", a possessor or nothing before its noun, and no document. */
  function pointsBack({ range, type, head }: Mention): boolean {
    if (type === 'place') return false
    const word = tokens.lower[range.from]!
    return range.from === head || sources.definite.has(word) || !sources.articles.has(word)
  }

  function isDefinite({ range }: Mention): boolean {
    return sources.definite.has(tokens.lower[range.from]!)
  }

  function rememberTitle({ name, role, type }: Mention, entity: number): void {
    if (name !== null && type === 'organization' && sources.organizationNouns.has(tokens.lower[name.to - 1]!))
      byTitle.set(tokens.lower[name.to - 1]!, entity)
    if (role === null || type !== 'person') return
    for (let token = role.from; token < role.to; token++)
      if (sources.personNouns.has(tokens.lower[token]!) || sources.titles.has(tokens.lower[token]!))
        byTitle.set(tokens.lower[token]!, entity)
  }

  function join(index: number, entity: number): void {
    entityOf[index] = entity
    addMention(entities[entity]!, index, mentions[index]!, reading)
  }
}

/** Whether something may be meant again as a source: somebody, an organisation, a document, or what has just said something. */
const mayBeMeant = (entity: Entity, isSource: boolean): boolean =>
  isSource || entity.isPersonal || entity.hasName || (entity.type !== 'unnamed' && entity.type !== 'group')

/** Whether nothing in the words forbids it. */
function mayBe(mention: Mention, entity: Entity): boolean {
  if (mention.kind === 'description') return mention.plural === entity.plural || entity.hasName
  if (mention.gender === 'male' || mention.gender === 'female')
    return (
      (entity.isPersonal || entity.type === 'unnamed') &&
      !entity.plural &&
      (entity.gender === null || entity.gender === mention.gender)
    )
  if (mention.gender === 'neuter') return entity.type !== 'person' && !entity.plural
  return entity.type !== 'person' || entity.plural
}

/** Chooses by trees: the likeliest antecedent, if it is likely enough. */
export function chooseByTrees(trees: TreeTable): ChooseAntecedent {
  const row = new Float32Array(ANTECEDENT_FIGURES)
  return (its, index, candidates) => {
    let best = -1
    const { kind, gender } = its.mentions[index]!
    const isPersonal = gender === 'female' || gender === 'male'
    let highest = kind !== 'pronoun' ? LEAST_DESCRIPTION : isPersonal ? LEAST_PERSONAL : LEAST_PRONOUN
    candidates.forEach((candidate, rank) => {
      describeAntecedent(its, index, candidate, rank, row)
      const chance = 1 / (1 + Math.exp(-sumTrees(trees, row)))
      if (chance > highest) {
        highest = chance
        best = candidate
      }
    })
    return best
  }
}

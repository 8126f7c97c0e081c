import type { Gender } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import type { SourceType } from '../types.ts'

/** Somebody or something that the text names, once or more often. */
export interface Entity {
  /** Its mentions by a name, and those by a description, by index; of each the first `MOST_KEPT`. */
  readonly named: number[]
  readonly described: number[]
  type: SourceType
  /** How sure the type is, as mentions have it. */
  certainty: number
  /** Null where no mention tells. */
  gender: Gender | null
  plural: boolean
  /** The caller's own entry for it, by index; -1 for none. */
  known: number
  /** Whether it is known to be a person, or people. */
  isPersonal: boolean
  /** Its first mention. */
  first: number
}

/** What an entity is told by: more mentions tell nothing new, and cost time. */
const MOST_KEPT = 6

/** An entity that nothing is known of. */
export function makeEntity(): Entity {
  return {
    named: [],
    described: [],
    type: 'unnamed',
    certainty: 0,
    gender: null,
    plural: false,
    known: -1,
    isPersonal: false,
    first: -1
  }
}

/** Lets an organisation be what is called a person for want of better: a name that nothing is known of, until the text speaks of "the company". */
export function makeCompany(entity: Entity): void {
  if (entity.type !== 'person' || entity.certainty > 0 || entity.gender !== null) return
  entity.type = 'organization'
  entity.certainty = 1
  entity.isPersonal = false
}

/** Lets what was called a place or an organisation be a person, once the text tells. */
export function makePerson(entity: Entity, certainty: number, gender: Gender | null): void {
  Object.assign(entity, { type: 'person', certainty, isPersonal: true, gender } satisfies Partial<Entity>)
}

/** Whether words tell of a man or a woman. */
export const isSexed = (gender: Gender | null): boolean => gender === 'male' || gender === 'female'

/** Adds a mention, and what it tells, to an entity. */
export function addMention(entity: Entity, index: number, mention: Mention): void {
  const { name, kind, gender, type } = mention
  const isFirst = entity.first < 0
  if (isFirst) {
    entity.first = index
    entity.plural = mention.plural
  }
  if (isFirst || (name !== null && (mention.certainty > entity.certainty || entity.named.length === 0))) {
    entity.type = type
    entity.certainty = mention.certainty
    entity.gender = gender
  } else if (isSexed(gender)) entity.gender ??= gender
  if (kind === 'description' && type === 'organization') makeCompany(entity)
  entity.isPersonal ||= mention.isPersonal
  if (kind === 'pronoun') return
  const list = name === null ? entity.described : entity.named
  if (list.length < MOST_KEPT) list.push(index)
}

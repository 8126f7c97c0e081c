import type { Gender } from '../language.ts'
import { trimTitle } from '../mention/find-name.ts'
import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import type { TokenRange } from '../text/token-table.ts'
import type { SourceType } from '../types.ts'

/** Somebody or something that the text names, once or more often. */
export interface Entity {
  /** Its mentions, by index. */
  readonly mentions: number[]
  type: SourceType
  /** How sure the type is, as mentions have it. */
  certainty: number
  /** Null where no mention tells. */
  gender: Gender | null
  plural: boolean
  /** The caller's own entry for it, by index; -1 for none. */
  known: number
  hasName: boolean
  /** Whether it is known to be a person, or people. */
  isPersonal: boolean
  /** Stems of the nouns that it was described by. */
  readonly nouns: Set<string>
  /** Words of its offices, as they stand and as stems; of its names; and those that went with its nouns. */
  readonly roleWords: Set<string>
  readonly nameWords: Set<string>
  readonly modifiers: Set<string>
}

export function makeEntity(): Entity {
  return {
    mentions: [],
    type: 'unnamed',
    certainty: 0,
    gender: null,
    plural: false,
    known: -1,
    hasName: false,
    isPersonal: false,
    nouns: new Set(),
    roleWords: new Set(),
    nameWords: new Set(),
    modifiers: new Set()
  }
}

/** Adds a mention, and what it tells, to an entity. */
export function addMention(entity: Entity, index: number, mention: Mention, { tokens, tree }: Reading): void {
  const { stem } = tree.syntax
  const { name, role, kind, gender, type } = mention
  const isFirst = entity.mentions.length === 0
  entity.mentions.push(index)
  if (isFirst) entity.plural = mention.plural
  if (isFirst || (name !== null && (mention.certainty > entity.certainty || !entity.hasName))) {
    entity.type = type
    entity.certainty = mention.certainty
    entity.gender = gender
  } else if (gender === 'female' || gender === 'male') entity.gender ??= gender
  entity.isPersonal ||= mention.isPersonal
  if (kind === 'pronoun') return
  if (name === null) {
    entity.nouns.add(stem[mention.head]!)
    for (const word of modifiersOf(mention, { tokens })) entity.modifiers.add(word)
    return
  }
  entity.hasName = true
  const each = ({ from, to }: TokenRange, take: (token: number) => void) => {
    for (let token = from; token < to; token++) take(token)
  }
  each(name, (token) => entity.nameWords.add(trimTitle(tokens.lower[token]!)))
  if (role !== null)
    each(role, (token) => entity.roleWords.add(trimTitle(tokens.lower[token]!)).add(stem[token]!))
}

/** A description's words beside its noun, the first ones. */
export function modifiersOf({ range, head }: Mention, { tokens }: Pick<Reading, 'tokens'>): string[] {
  const words: string[] = []
  for (let token = range.from; token < Math.min(range.to, range.from + MOST_MODIFIERS); token++)
    if (token !== head && /\p{L}{3}/u.test(tokens.form[token]!) && tokens.lower[token] !== 'the')
      words.push(tokens.lower[token]!)
  return words
}

const MOST_MODIFIERS = 12

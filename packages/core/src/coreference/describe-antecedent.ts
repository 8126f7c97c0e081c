import type { SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import { Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import type { SourceType } from '../types.ts'
import { type Entity, modifiersOf } from './entity.ts'
import type { SourceContext } from './source-context.ts'

/** How many figures describe an antecedent. */
export const ANTECEDENT_FIGURES = 46

/** What is known at a mention when its antecedent is looked for. */
export interface Resolving {
  readonly reading: Reading
  readonly mentions: readonly Mention[]
  readonly context: SourceContext
  readonly entityOf: Int32Array
  readonly entities: readonly Entity[]
  readonly sources: SourceLexicon
  /** The latest mention of each entity before this one; -1 for none. */
  readonly latest: readonly number[]
  /** How often each was mentioned before this one. */
  readonly times: readonly number[]
  /** The entity that was last said to say something; -1 for none. */
  readonly speaker: number
}

const TYPES: readonly SourceType[] = ['person', 'organization', 'group', 'place', 'document', 'unnamed']

/**
 * Figures of whether a pronoun or a description means an entity: distance, salience, agreement, who speaks, the words they share.
 *
 * @param rank how many other entities were mentioned since.
 */
export function describeAntecedent(
  its: Resolving,
  index: number,
  candidate: number,
  rank: number,
  row: Float32Array
): void {
  const { reading, mentions, context, entities, entityOf, sources } = its
  const { tokens, tree, quotations } = reading
  const { relation, head, tag, stem } = tree.syntax
  const mention = mentions[index]!
  const entity = entities[candidate]!
  const before = its.latest[candidate]!
  const last = mentions[before]!
  let figure = 0
  const put = (value: number | boolean) => {
    row[figure++] = Number(value)
  }
  const pronoun = pronounAt(reading, mention.head, sources) ?? null

  // What it is.
  put(
    pronoun === null
      ? 4
      : pronoun.plural
        ? 3
        : pronoun.gender === 'neuter'
          ? 2
          : pronoun.gender === 'female'
            ? 1
            : 0
  )
  put(tag[mention.head] === Tag.PRP$)
  put(isSubject(relation[mention.head]!))
  put(context.attributionOf[index]! >= 0)
  put(TYPES.indexOf(mention.type))

  // How far back.
  const sentences = tokens.sentence[mention.head]! - tokens.sentence[last.head]!
  put(Math.min(sentences, 12))
  put(Math.min(tokens.paragraph[mention.head]! - tokens.paragraph[last.head]!, 6))
  put(Math.log2(1 + mention.head - last.head))
  put(rank)
  put(sentences === 0 && mention.head < last.head)

  // What it was there.
  put(isSubject(relation[last.head]!))
  put(relation[last.head] === Relation.poss)
  put(relation[last.head] === Relation.pobj)
  put(relation[last.head] === Relation.dobj)
  put(last.kind === 'name' ? 0 : last.kind === 'pronoun' ? 1 : 2)
  put(isMainSubject(last.head))
  put(context.attributionOf[before]! >= 0)
  put(its.speaker === candidate)

  // What is known of it.
  put(TYPES.indexOf(entity.type))
  put(entity.isPersonal)
  put(entity.type === 'organization' || entity.type === 'place' || entity.type === 'document')
  put(Math.min(its.times[candidate]!, 12))
  put(entity.hasName)
  put(entities[candidate]!.mentions[0]! < 3)
  put(mention.gender === null || entity.gender === null ? 0 : mention.gender === entity.gender ? 1 : -1)
  put(entity.gender === null ? 0 : entity.gender === 'neuter' ? 1 : 2)
  put(mention.plural === entity.plural ? 1 : -1)
  put(entity.plural)

  // Where they stand to each other.
  const sameClause = head[mention.head] === head[last.head] && head[mention.head]! >= 0
  put(sameClause)
  put(sentences === 0 && tree.first[last.head]! <= mention.head && mention.head < tree.end[last.head]!)
  put(sentences === 0)
  const around = context.quotedIn[index]!
  put(around >= 0)
  put(context.quotedIn[before] === around)
  put(around >= 0 && context.sourcesOf[around]!.some((source) => entityOf[source] === candidate))
  put(quotations.outermost[mention.head]! >= 0)
  put(quotations.outermost[last.head]! >= 0)
  put(context.attributionOf[index]! >= 0 && context.parentOf[context.attributionOf[index]!]! >= 0)

  // The words they share, for descriptions.
  const isDescription = mention.kind === 'description'
  const noun = stem[mention.head]!
  put(isDescription ? opening(mention) : -1)
  put(isDescription && entity.nouns.has(noun))
  put(isDescription && (entity.roleWords.has(noun) || entity.roleWords.has(tokens.lower[mention.head]!)))
  put(isDescription && entity.nameWords.has(tokens.lower[mention.head]!))
  put(isDescription ? mention.range.to - mention.range.from : 0)
  put(isDescription ? sharedModifiers() : 0)
  put(isDescription && mention.type === entity.type)
  put(isDescription && sources.personNouns.has(noun))
  put(isDescription && sources.organizationNouns.has(noun))

  function isMainSubject(token: number): boolean {
    return isSubject(relation[token]!) && head[token]! >= 0 && relation[head[token]!] === Relation.ROOT
  }

  /** 0 with "the", 1 with a possessor, 2 with "a" or a number, 3 bare. */
  function opening({ range }: Mention): number {
    const word = tokens.lower[range.from]!
    if (sources.definite.has(word)) return 0
    if (sources.pronouns.has(word) || tag[range.from + 1] === Tag.POS) return 1
    return sources.articles.has(word) ? 2 : 3
  }

  /** The share of the description's other words that the entity goes by too. */
  function sharedModifiers(): number {
    const words = modifiersOf(mention, reading)
    if (words.length === 0) return 0.5
    return (
      words.filter(
        (word) => entity.modifiers.has(word) || entity.nameWords.has(word) || entity.roleWords.has(word)
      ).length / words.length
    )
  }
}

const isSubject = (relation: number): boolean =>
  relation === Relation.nsubj || relation === Relation.nsubjpass

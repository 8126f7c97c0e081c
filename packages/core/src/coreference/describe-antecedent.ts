import type { SourceLexicon } from '../language.ts'
import { pronounAt } from '../mention/describe-mention.ts'
import type { Mention } from '../mention/mention.ts'
import { nounAt } from '../mention/noun-at.ts'
import type { Reading } from '../quotation/reading.ts'
import { isSubject, Relation } from '../tagging/relations.ts'
import { Tag } from '../tagging/tags.ts'
import type { TokenRange } from '../text/token-table.ts'
import type { SourceType } from '../types.ts'
import type { Entity } from './entity.ts'
import type { Resolving } from './resolving.ts'

/** How many figures describe an antecedent. */
export const ANTECEDENT_FIGURES = 46

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
  const { relation, head, tag } = tree.syntax
  const mention = mentions[index]!
  const entity = entities[candidate]!
  const before = its.latest[candidate]!
  const last = mentions[before]!
  const here = mention.head
  const there = last.head
  const attribution = context.attributionOf[index]!
  const around = context.quotedIn[index]!
  const sentences = tokens.sentence[here]! - tokens.sentence[there]!
  const isNear = sentences === 0

  // What it is.
  row[0] = classOf(mention, reading, sources)
  row[1] = +(tag[here] === Tag.PRP$)
  row[2] = +isSubject(relation[here]!)
  row[3] = +(attribution >= 0)
  row[4] = TYPES.indexOf(mention.type)

  // How far back.
  row[5] = Math.min(sentences, 12)
  row[6] = Math.min(tokens.paragraph[here]! - tokens.paragraph[there]!, 6)
  row[7] = Math.log2(1 + here - there)
  row[8] = rank
  row[9] = its.speaker < 0 ? -1 : +(its.speaker === candidate)

  // What it was there.
  row[10] = +isSubject(relation[there]!)
  row[11] = +(relation[there] === Relation.poss)
  row[12] = +(relation[there] === Relation.pobj)
  row[13] = +(relation[there] === Relation.dobj)
  row[14] = last.kind === 'name' ? 0 : last.kind === 'pronoun' ? 1 : 2
  row[15] = +(isSubject(relation[there]!) && head[there]! >= 0 && relation[head[there]!] === Relation.ROOT)
  row[16] = +(context.attributionOf[before]! >= 0)

  // What is known of it.
  row[17] = TYPES.indexOf(entity.type)
  row[18] = +entity.isPersonal
  row[19] = +(entity.type === 'organization' || entity.type === 'place' || entity.type === 'document')
  row[20] = Math.min(its.times[candidate]!, 12)
  row[21] = +(entity.named.length > 0)
  row[22] = +(entity.first < 3)
  row[23] = mention.gender === null || entity.gender === null ? 0 : mention.gender === entity.gender ? 1 : -1
  row[24] = entity.gender === null ? 0 : entity.gender === 'neuter' ? 1 : 2
  row[25] = mention.plural === entity.plural ? 1 : -1
  row[26] = +entity.plural

  // Where they stand to each other.
  row[27] = +(head[here] === head[there] && head[here]! >= 0)
  row[28] = +(isNear && tree.first[there]! <= here && here < tree.end[there]!)
  row[29] = +isNear
  row[30] = +(around >= 0)
  row[31] = +(context.quotedIn[before] === around)
  row[32] = +(around >= 0 && context.sourcesOf[around]!.some((source) => entityOf[source] === candidate))
  row[33] = +(quotations.outermost[here]! >= 0)
  row[34] = +(quotations.outermost[there]! >= 0)
  row[35] = +(attribution >= 0 && context.parentOf[attribution]! >= 0)
  row[36] = +(entity.certainty > 0)

  // The words they share, for descriptions.
  if (mention.kind === 'pronoun') {
    row.fill(-1, 37)
    return
  }
  const noun = nounAt(reading, here)
  const word = tokens.lower[here]!
  row[37] = openingOf(mention, reading, sources)
  row[38] = +entity.described.some(
    (other) => other < index && nounAt(reading, mentions[other]!.head) === noun
  )
  row[39] = +hasInRole(entity, word, its)
  row[40] = +hasInName(entity, word, its)
  row[41] = mention.range.to - mention.range.from
  row[42] = shareModifiers(mention, entity, index, its)
  row[43] = +(mention.type === entity.type)
  row[44] = +sources.personNouns.has(noun)
  row[45] = +sources.organizationNouns.has(noun)
}

/** 0 "he", 1 "she", 2 "it", 3 "they", 4 a description. */
function classOf(mention: Mention, reading: Reading, sources: SourceLexicon): number {
  const pronoun = mention.kind === 'pronoun' ? pronounAt(reading, mention.head, sources) : undefined
  if (pronoun === undefined) return 4
  if (pronoun.plural) return 3
  return pronoun.gender === 'neuter' ? 2 : pronoun.gender === 'female' ? 1 : 0
}

/** 0 with "the", 1 with a possessor, 2 with "a" or a number, 3 bare. */
function openingOf({ range }: Mention, { tokens, tree }: Reading, sources: SourceLexicon): number {
  const word = tokens.lower[range.from]!
  if (sources.definite.has(word)) return 0
  if (sources.pronouns.has(word) || tree.syntax.tag[range.from + 1] === Tag.POS) return 1
  return sources.articles.has(word) ? 2 : 3
}

function hasInRole(entity: Entity, word: string, { mentions, reading }: Resolving): boolean {
  for (const other of entity.named) {
    const { role } = mentions[other]!
    if (role !== null && hasWord(role, word, reading)) return true
  }
  return false
}

function hasInName(entity: Entity, word: string, { mentions, reading }: Resolving): boolean {
  for (const other of entity.named) if (hasWord(mentions[other]!.name!, word, reading)) return true
  return false
}

function hasWord({ from, to }: TokenRange, word: string, { tokens }: Reading): boolean {
  for (let token = from; token < to; token++) if (tokens.lower[token] === word) return true
  return false
}

/** The share of a description's other words that the entity goes by too; a half where it has none. */
function shareModifiers(mention: Mention, entity: Entity, index: number, its: Resolving): number {
  const { reading, mentions } = its
  const { tokens } = reading
  let words = 0
  let shared = 0
  const { from, to } = mention.range
  for (let token = from; token < Math.min(to, from + MOST_MODIFIERS); token++) {
    const word = tokens.lower[token]!
    if (token === mention.head || word.length < 3 || word === 'the') continue
    words++
    if (
      entity.described.some((other) => other < index && hasWord(mentions[other]!.range, word, reading)) ||
      hasInName(entity, word, its) ||
      hasInRole(entity, word, its)
    )
      shared++
  }
  return words === 0 ? 0.5 : shared / words
}

const MOST_MODIFIERS = 12

import {
  ANTECEDENT_FIGURES,
  type ChooseAntecedent,
  collectMentions,
  describeAntecedent,
  findAnonymity,
  findPosts,
  type Language,
  linkNames,
  type Mention,
  nestAttributions,
  placeMentions,
  type Reading,
  readNames,
  readText,
  resolveAnaphors,
  type TokenRange,
  type TreeTable
} from '@saywho/core/rooms'
import { alignGold } from './align-gold.ts'
import { matchSpeaker } from './evaluation/match-speaker.ts'
import type { ConlluDocument } from './read-conllu.ts'
import type { GoldAttribution, GoldDocument } from './read-corpus.ts'
import { trainTrees } from './train-trees.ts'

/** A document to learn from who is meant: its attributions, with speakers by name, and its coreference chains where it has them. */
export interface AntecedentDocument extends GoldDocument {
  readonly chains?: ConlluDocument
}

/** Documents with the coreference chains that a CoNLL-U file has of them, by id. */
export function attachChains(
  documents: readonly GoldDocument[],
  conllu: readonly ConlluDocument[]
): AntecedentDocument[] {
  const chainsOf = new Map(conllu.map((document) => [document.id, document]))
  return documents.map((document) => {
    const chains = chainsOf.get(document.id)
    return chains === undefined ? document : { ...document, chains }
  })
}

const REGIME = { trees: 400, depth: 4, rate: 0.04, leaf: 20, penalty: 2 }

interface Examples {
  readonly rows: number[]
  readonly targets: number[]
}

/**
 * Learns which entity a pronoun or a description means, from coreference chains and from the names that annotators gave the speakers of
 * attributions. The same documents give the same trees.
 */
export function trainAntecedents(documents: readonly AntecedentDocument[], language: Language): TreeTable {
  const examples: Examples = { rows: [], targets: [] }
  for (const document of documents) collectExamples(document, language, examples)
  const { rows, targets } = examples
  return trainTrees(
    Float32Array.from(rows),
    ANTECEDENT_FIGURES,
    Float32Array.from(targets),
    new Float32Array(targets.length).fill(1),
    REGIME
  )
}

/** Goes through a document as the pipeline does; what is annotated says who is meant, and where nothing is, the nearest is taken. */
function collectExamples(
  document: AntecedentDocument,
  language: Language,
  { rows, targets }: Examples
): void {
  const reading = readNames(readText(document.text, language, []), language)
  const { tokens } = reading
  const attributions = toCandidates(reading, document.attributions)
  const { mentions, mentionsOf } = collectMentions(
    reading,
    attributions,
    findPosts(reading, language.sources),
    language
  )
  const parents = nestAttributions(attributions)
  const context = placeMentions(mentions, attributions, mentionsOf, parents, reading.quotations)
  const { entities, entityOf } = linkNames(
    reading,
    mentions,
    language.sources,
    new Int32Array(mentions.length).fill(-1)
  )
  const chainOf = document.chains ? findChains(reading, mentions, document.chains) : null
  const speakerOf = mentions.map((_, index) => {
    const attribution = attributions[context.attributionOf[index]!]
    return attribution?.gold.speaker ?? null
  })
  const row = new Float32Array(ANTECEDENT_FIGURES)
  const choose: ChooseAntecedent = (its, index, candidates) => {
    const isRight = whatIsRight(index)
    if (isRight === null) return mentions[index]!.kind === 'pronoun' ? candidates[0]! : -1
    const right = candidates.find(isRight) ?? -1
    // Where none is right, a pronoun's antecedent was not found; a description may well be the first of what it means.
    if (right < 0 && !mayBeFirst(index)) return mentions[index]!.kind === 'pronoun' ? candidates[0]! : -1
    candidates.forEach((candidate, rank) => {
      describeAntecedent(its, index, candidate, rank, row)
      rows.push(...row)
      targets.push(isRight(candidate) ? 1 : 0)
    })
    return right
  }
  const anonymity = findAnonymity(tokens, language.sources)
  resolveAnaphors(reading, mentions, context, anonymity, language.sources, entities, entityOf, choose, choose)

  /** Whether a mention may be the first of what it means: a description that no name is annotated for. */
  function mayBeFirst(index: number): boolean {
    const { kind, range } = mentions[index]!
    if (kind === 'pronoun') return false
    const speaker = speakerOf[index]
    return typeof speaker !== 'string' || matchSpeaker(textOf(range), speaker)
  }

  /** Whether an entity is the one that a mention means; null where nothing says so. */
  function whatIsRight(index: number): ((entity: number) => boolean) | null {
    if (chainOf !== null) {
      const chain = chainOf[index]
      if (chain === undefined) return null
      return (entity) =>
        mentionsOfEntity(entity).some((mention) => mention < index && chainOf[mention] === chain)
    }
    const speaker = speakerOf[index]
    if (typeof speaker !== 'string') return null
    return (entity) =>
      mentionsOfEntity(entity).some((mention) => {
        const { name, range, kind } = mentions[mention]!
        return kind !== 'pronoun' && matchSpeaker(textOf(name ?? range), speaker)
      })
  }

  function mentionsOfEntity(entity: number): number[] {
    return [...entityOf.keys()].filter((mention) => entityOf[mention] === entity)
  }

  function textOf({ from, to }: TokenRange): string {
    return tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!)
  }
}

/** Annotated attributions in the order of their contents, as the pipeline has them. */
function toCandidates(reading: Reading, attributions: readonly GoldAttribution[]) {
  return alignGold(reading, attributions)
    .filter(({ content }) => content.length > 0)
    .map(({ head, source, content, gold }) => ({
      head,
      source,
      content,
      gold,
      rule: gold.cue.length === 0 && gold.type === 'indirect' ? 'turn' : 'cue'
    }))
    .sort((a, b) => a.content[0]!.from - b.content[0]!.from)
}

/** For each mention the chain of the annotated mention that has the same head; undefined where none has. */
function findChains(
  reading: Reading,
  mentions: readonly Mention[],
  { tokens, mentions: annotated }: ConlluDocument
) {
  const chainAt = new Map<number, string>()
  for (const { entity, pieces } of annotated)
    for (const [from, to] of pieces)
      for (let token = from; token < to; token++) {
        const { head, start } = tokens[token]!
        if (head < from || head >= to) chainAt.set(start, entity)
      }
  return mentions.map(({ head }) => chainAt.get(reading.tokens.start[head]!))
}

import type { CueEntry, Language } from '../language.ts'
import { childIn, childrenOf, type Tree } from '../tagging/link-tree.ts'
import { Relation } from '../tagging/relations.ts'
import { isFullVerb, Tag } from '../tagging/tags.ts'
import type { TokenTable } from '../text/token-table.ts'
import type { Cue } from './cue.ts'

/** The words of a text that may attribute, by the language's lexicon, in order. Whether they do, the `role` room tells. */
export function findCues(tokens: TokenTable, tree: Tree, language: Language): Cue[] {
  const { tag, stem, relation, head } = tree.syntax
  const { cues: lexicon } = language
  const found: Cue[] = []
  for (let token = 0; token < tokens.count; token++) {
    const its = tag[token]!
    if (isFullVerb(its) && relation[token] !== Relation.amod && relation[token] !== Relation.compound) {
      const entry = lexicon.verbs.get(stem[token]!)
      if (entry) found.push(verbalCue(tokens, tree, token, token, entry, language))
    } else if (its === Tag.JJ && (relation[token] === Relation.acomp || relation[token] === Relation.oprd)) {
      const entry = lexicon.adjectives.get(tokens.lower[token]!)
      if (entry && head[token]! >= 0)
        found.push(verbalCue(tokens, tree, token, head[token]!, entry, language))
    } else if ((its === Tag.NN || its === Tag.NNS) && childIn(tree, token, Relation.poss) >= 0) {
      const entry = lexicon.nouns.get(stem[token]!)
      if (entry)
        found.push({
          ...entry,
          kind: 'noun',
          head: token,
          governor: token,
          tokens: [{ from: token, to: token + 1 }],
          negative: false
        })
    }
    const to = endOfPhrase(tokens, token, lexicon.prepositions)
    if (to > 0)
      found.push({
        kind: 'preposition',
        head: token,
        governor: token,
        tokens: [{ from: token, to }],
        act: 'statement',
        complements: ['clause'],
        negative: false
      })
  }
  return found
}

/** A verb, or an adjective with the verb it leans on, with its auxiliaries, negation, adverbs and particle. */
function verbalCue(
  tokens: TokenTable,
  tree: Tree,
  head: number,
  governor: number,
  entry: CueEntry,
  language: Language
): Cue {
  const { tag, relation } = tree.syntax
  let from = Math.min(head, governor)
  while (
    from > 0 &&
    tokens.sentence[from - 1] === tokens.sentence[from] &&
    (tag[from - 1] === Tag.AUX || tag[from - 1] === Tag.MD || tag[from - 1] === Tag.RB)
  )
    from--
  let to = Math.max(head, governor) + 1
  if (to < tokens.count && relation[to] === Relation.prt && tree.syntax.head[to] === governor) to++
  const isDenied = childrenOf(tree, governor).some(
    (child) => language.cues.negations.has(tokens.lower[child]!) && child < head
  )
  const contiguous = head === governor || Math.abs(head - governor) <= 3
  return {
    kind: head === governor ? 'verb' : 'adjective',
    head,
    governor,
    tokens: contiguous ? [{ from, to }] : [{ from: head, to: head + 1 }],
    act: entry.act,
    complements: entry.complements,
    negative: isDenied
  }
}

/** After the longest of the phrases that begins at a token; 0 where none does. */
function endOfPhrase(tokens: TokenTable, token: number, phrases: readonly (readonly string[])[]): number {
  let end = 0
  for (const phrase of phrases)
    if (phrase.length > 1 && phrase.every((word, at) => tokens.lower[token + at] === word))
      end = Math.max(end, token + phrase.length)
  return end
}

import type { TokenTable } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import type { Article, Finding } from './article.ts'
import loadedVerbs from './loaded-verbs.json' with { type: 'json' }
import { isObject, type Rule, show } from './rule.ts'

/** What a verb says beyond that something was said, and what says no more. */
export interface LoadedVerb {
  implies: string
  plain: string
}

export interface LoadedVerbOptions {
  /**
   * Verbs of the list to let be, in the infinitive.
   * @default []
   */
  allow?: readonly string[]
  /**
   * Further verbs, by their infinitive.
   * @default {}
   */
  verbs?: Readonly<Record<string, LoadedVerb>>
}

const stemOf = (word: string) => english.stem(word, 'verb')
const keyOf = (verb: string) => verb.toLowerCase().split(' ').map(stemOf).join(' ')
const POSSESSIVES = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', "'s"])

/** Cues that judge what they attribute, where they are the writer's own words. */
export const loadedVerb: Rule<Required<LoadedVerbOptions>> = {
  id: 'loaded-verb',
  defaults: { allow: [], verbs: {} },
  expected: {
    allow: [
      (value) => Array.isArray(value) && value.every((its) => typeof its === 'string'),
      'a list of verbs'
    ],
    verbs: [isVerbs, 'an object of {implies, plain} by verb']
  },
  find(article, { allow, verbs }) {
    const loaded = new Map(
      [...Object.entries(loadedVerbs), ...Object.entries(verbs)].map(([verb, its]) => [keyOf(verb), its])
    )
    for (const verb of allow) loaded.delete(keyOf(verb))
    const found: Finding[] = []
    const seen = new Set<number>()
    // What a poll reveals, nobody has kept secret.
    for (const { act, cue, sourceIds } of article.extraction.attributions)
      if (act === 'statement' && article.sources.get(sourceIds[0] ?? '')?.type !== 'document')
        for (const span of cue)
          for (const finding of findInCue(article, span, loaded))
            if (!seen.has(finding.start)) {
              seen.add(finding.start)
              found.push(finding)
            }
    return found
  }
}

function* findInCue(
  { text, tokens, tokenAt, quotations }: Article,
  span: { start: number; end: number },
  loaded: ReadonlyMap<string, LoadedVerb>
): Generator<Finding> {
  for (let token = tokenAt(span.start); token < tokens.count && tokens.end[token]! <= span.end; token++) {
    if (quotations.outermost[token]! >= 0 || isNoun(tokens, token)) continue
    const words = [
      stemOf(tokens.lower[token]!),
      ...(tokens.end[token + 1]! <= span.end ? [stemOf(tokens.lower[token + 1]!)] : [])
    ]
    const its = loaded.get(words.join(' ')) ?? loaded.get(words[0]!)
    if (its === undefined) continue
    const last = loaded.has(words.join(' ')) ? token + words.length - 1 : token
    const start = tokens.start[token]!
    const end = tokens.end[last]!
    const actual = text.slice(start, end)
    yield {
      start,
      end,
      reason: `${show(actual)} implies ${its.implies}`,
      note: `The reader, not the verb, should judge what is said. Where it is not known and shown to be so, \`${its.plain}\` says no more than that.`,
      actual,
      expected: [its.plain]
    }
  }
}

/** Whether a word is a noun by what stands before it: "the claim", "her boast". */
function isNoun({ lower }: TokenTable, token: number): boolean {
  const before = lower[token - 1] ?? ''
  return english.sources.articles.has(before) || POSSESSIVES.has(before)
}

function isVerbs(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.values(value).every(
      (its) => isObject(its) && typeof its.implies === 'string' && typeof its.plain === 'string'
    )
  )
}

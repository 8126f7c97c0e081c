import type { Act, Language } from '@saywho/core'
import type { Complement, CueEntry, PronounEntry, Weights } from '@saywho/core/rooms'
import { ParseEnglish } from 'parse-english'
import { decodeWeights } from './decode-weights.ts'
import commonNames from './lexicons/common-names.json' with { type: 'json' }
import confidences from './lexicons/confidences.json' with { type: 'json' }
import cues from './lexicons/cues.json' with { type: 'json' }
import segmentation from './lexicons/segmentation.json' with { type: 'json' }
import sources from './lexicons/sources.json' with { type: 'json' }
import { stem, stemNoun, stemVerb } from './stem.ts'
import { data, tables } from './weights.js'

const parser = new ParseEnglish()
const denying = new Set(cues.denying.split(' '))

function readVerbs(): Map<string, CueEntry> {
  const verbs = new Map<string, CueEntry>()
  for (const [act, byComplements] of Object.entries(cues.verbs))
    for (const [complements, words] of Object.entries(byComplements))
      for (const word of words.split(' ')) {
        const key = stemVerb(word)
        const known = verbs.get(key)
        const own = complements.split(' ') as Complement[]
        verbs.set(key, {
          act: known?.act ?? (act as Act),
          complements: [...new Set([...(known?.complements ?? []), ...own])],
          denies: denying.has(word)
        })
      }
  return verbs
}

function readWords(
  byAct: Readonly<Record<string, string>>,
  toKey: (word: string) => string,
  complements: Complement[]
): Map<string, CueEntry> {
  return new Map(
    Object.entries(byAct).flatMap(([act, words]) =>
      words.split(' ').map((word) => [toKey(word), { act: act as Act, complements }] as const)
    )
  )
}

function readPronouns(): Map<string, PronounEntry> {
  return new Map(
    Object.entries(sources.pronouns).flatMap(([kind, words]) => {
      const gender = kind.slice(1)
      const entry: PronounEntry = {
        person: Number(kind[0]) as 1 | 2 | 3,
        plural: gender === 'plural',
        gender: gender === 'male' || gender === 'female' || gender === 'neuter' ? gender : null
      }
      return words.split(' ').map((word) => [word, entry] as const)
    })
  )
}

let decoded: Weights | undefined

/** English: hand it to `createExtractor`. */
export const english: Language = {
  code: 'en',
  parse: (text) => parser.parse(text),
  segmentation: {
    clitics: segmentation.clitics,
    abbreviations: new Set(segmentation.abbreviations),
    prefixAbbreviations: new Set(segmentation.prefixAbbreviations),
    numberAbbreviations: new Set(segmentation.numberAbbreviations),
    sentenceOpeners: new Set(segmentation.sentenceOpeners)
  },
  commonNames: new Set(commonNames),
  stem,
  cues: {
    verbs: readVerbs(),
    nouns: readWords(cues.nouns, stemNoun, ['clause', 'infinitive', 'preposition']),
    adjectives: readWords(cues.adjectives, (word) => word, ['clause', 'infinitive']),
    prepositions: cues.prepositions.map((phrase) => phrase.split(' ')),
    negations: new Set(cues.negations),
    complementizers: new Set(cues.complementizers)
  },
  sources: {
    articles: new Set(sources.articles),
    titles: new Set(sources.titles),
    personNouns: new Set(sources.personNouns),
    organizationNouns: new Set(sources.organizationNouns),
    documentNouns: new Set(sources.documentNouns),
    groupNouns: new Set(sources.groupNouns),
    placeNames: new Set(sources.placeNames),
    pronouns: readPronouns()
  },
  confidences,
  weights: () => {
    decoded ??= decodeWeights({ tables, data }) as unknown as Weights
    return decoded
  }
}

import type { Language } from '@saywho/core'
import type { PronounEntry, Weights } from '@saywho/core/rooms'
import { ParseEnglish } from 'parse-english'
import { data as attributionData, head } from './attribution-weights.js'
import { type AttributionWeightsHead, decodeAttributionWeights } from './decode-attribution-weights.ts'
import { decodeWeights } from './decode-weights.ts'
import commonNames from './lexicons/common-names.json' with { type: 'json' }
import cues from './lexicons/cues.json' with { type: 'json' }
import segmentation from './lexicons/segmentation.json' with { type: 'json' }
import sources from './lexicons/sources.json' with { type: 'json' }
import wordClusters from './lexicons/word-clusters.json' with { type: 'json' }
import { stem } from './stem.ts'
import { data, tables } from './weights.js'

const parser = new ParseEnglish()

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

function readClusters(): Map<string, number> {
  const clusters = new Map<string, number>()
  let fine = 0
  wordClusters.forEach((group, coarse) => {
    for (const words of group) {
      for (const word of words.split(' ')) clusters.set(word, coarse * 1024 + fine)
      fine++
    }
  })
  return clusters
}

/** What `saywho train` and `pnpm train` write: an ES module's two exports. */
export interface AttributionWeightsModule {
  readonly head: AttributionWeightsHead
  readonly data: string
}

let syntax: Record<string, Int8Array> | undefined

/** Tags and dependencies are the same for all packs: decoded once. */
function decodeSyntax(): Record<string, Int8Array> {
  syntax ??= decodeWeights({ tables, data })
  return syntax
}

/**
 * English with attributions learned from one's own annotated texts.
 *
 * @param attributions the module that `saywho train` wrote.
 * @throws {Error} on the first text, when the weights are of another version, cut short or altered.
 */
export function createEnglish(attributions: AttributionWeightsModule): Language {
  let decoded: Weights | undefined
  return {
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
    clusters: readClusters(),
    cues: {
      words: new Set(attributions.head.cueWords.split(' ')),
      evidential: new Set(cues.evidential.map((verb) => stem(verb, 'verb'))),
      negations: new Set(cues.negations),
      as: cues.as,
      agent: cues.agent,
      phrases: cues.phrases.map((phrase) => phrase.split(' '))
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
    weights: () => {
      decoded ??= {
        ...decodeSyntax(),
        ...decodeAttributionWeights(attributions.head, attributions.data)
      } as unknown as Weights
      return decoded
    }
  }
}

/** English: hand it to `createExtractor`. */
export const english: Language = createEnglish({ head, data: attributionData })

import type { Language } from '@saywho/core'
import type { Gender, PronounEntry, SourceLexicon, Weights } from '@saywho/core/rooms'
import { ParseEnglish } from 'parse-english'
import { data as antecedentData, sizes as antecedentSizes } from './antecedent-weights.js'
import { data as attributionData, head } from './attribution-weights.js'
import { checkAttributionWeights } from './check-attribution-weights.ts'
import { type AttributionWeightsHead, decodeAttributionWeights } from './decode-attribution-weights.ts'
import { decodeTrees } from './decode-trees.ts'
import { decodeWeights, inflateBase64 } from './decode-weights.ts'
import closedWords from './lexicons/closed-words.json' with { type: 'json' }
import commonNames from './lexicons/common-names.json' with { type: 'json' }
import cues from './lexicons/cues.json' with { type: 'json' }
import firstNames from './lexicons/first-names.json' with { type: 'json' }
import organizationNames from './lexicons/organization-names.json' with { type: 'json' }
import segmentation from './lexicons/segmentation.json' with { type: 'json' }
import sources from './lexicons/sources.json' with { type: 'json' }
import wordClusters from './lexicons/word-clusters.json' with { type: 'json' }
import { stem } from './stem.ts'
import { data, tables } from './weights.js'

const parser = new ParseEnglish()

const setOf = (words: string) => new Set(words.split(' '))

/** Words by their sex, null for "any". */
const genderOf = (groups: Readonly<Record<string, string>>): Map<string, Gender | null> =>
  new Map(
    Object.entries(groups).flatMap(([gender, words]) =>
      words.split(' ').map((word) => [word, gender === 'any' ? null : (gender as Gender)] as const)
    )
  )

/** The stems of verbs. */
const stemsOf = (words: string) => new Set(words.split(' ').map((word) => stem(word, 'verb')))

/** Nouns by themselves and by their stems, for their plurals. */
const withStems = (words: Iterable<string>) =>
  new Set([...words].flatMap((word) => [word, stem(word, 'noun')]))

function readSources(): SourceLexicon {
  const organizations = Object.values(organizationNames).flatMap((names) => names.split('|'))
  const personNouns = genderOf(sources.personNouns)
  const pronouns = Object.entries(sources.pronouns).flatMap(([kind, words]) => {
    const gender = kind.slice(1)
    const entry: PronounEntry = {
      person: Number(kind[0]) as 1 | 2 | 3,
      plural: gender === 'plural',
      gender: gender === 'male' || gender === 'female' || gender === 'neuter' ? gender : null
    }
    return words.split(' ').map((word) => [word, entry] as const)
  })
  return {
    articles: setOf(sources.articles),
    numbers: setOf(sources.numbers),
    definite: setOf(sources.definite),
    courtesyTitles: genderOf(sources.courtesyTitles),
    titles: genderOf(sources.titles),
    honorifics: genderOf(sources.honorifics),
    nameSuffixes: setOf(sources.nameSuffixes),
    bynames: new Map(
      Object.entries(sources.bynames).map(([noun, names]) => [noun, new Set(names.split(', '))])
    ),
    titleForms: new Map(Object.entries(sources.titleForms)),
    personNouns: new Map(
      [...personNouns].flatMap(([noun, gender]) => [
        [noun, gender],
        [stem(noun, 'noun'), gender]
      ])
    ),
    organizationNouns: withStems(setOf(sources.organizationNouns)),
    documentNouns: withStems(setOf(sources.documentNouns)),
    utteranceNouns: withStems(setOf(sources.utteranceNouns)),
    thoughtNouns: withStems(setOf(sources.thoughtNouns)),
    publicOffices: setOf(sources.publicOffices),
    publicBodies: setOf(sources.publicBodies),
    agencyNouns: setOf(sources.agencyNouns),
    companyNouns: setOf(sources.companyNouns),
    crowdNouns: setOf(sources.crowdNouns),
    groupNames: setOf(sources.groupNames),
    pressNames: setOf(sources.pressNames),
    askingVerbs: stemsOf(sources.askingVerbs),
    quotingVerbs: stemsOf(sources.quotingVerbs),
    seemingVerbs: stemsOf(sources.seemingVerbs),
    answeringVerbs: stemsOf(sources.answeringVerbs),
    tellingVerbs: setOf(sources.tellingVerbs),
    particles: setOf(sources.particles),
    requestWords: setOf(sources.requestWords),
    pressNouns: setOf(sources.pressNouns),
    compoundEndings: setOf(sources.compoundEndings),
    companyEndings: setOf(sources.companyEndings),
    thingAcronyms: setOf(sources.thingAcronyms),
    wordlikeAcronyms: setOf(sources.wordlikeAcronyms),
    nameParticles: setOf(sources.nameParticles),
    looseParticles: setOf(sources.looseParticles),
    innerWords: setOf(sources.innerWords),
    organizationNames: new Set(organizations),
    organizationOpeners: new Set(
      organizations.filter((name) => name.includes(' ')).map((name) => name.split(' ', 1)[0]!)
    ),
    employingPrepositions: setOf(sources.employingPrepositions),
    thingPronouns: setOf(sources.thingPronouns),
    companyMarks: sources.companyMarks.map((phrase) => phrase.split(' ')),
    postnominals: setOf(sources.postnominals),
    legalForms: setOf(sources.legalForms),
    organizationEndings: setOf(`${sources.organizationEndings} ${sources.legalForms}`),
    places: setOf(sources.places),
    placeWords: setOf(sources.placeWords),
    placeEndings: setOf(sources.placeEndings),
    calendar: setOf(sources.calendar),
    beforeDays: setOf(sources.beforeDays),
    dayWords: setOf(sources.dayWords),
    dayPhrases: new Set(sources.dayPhrases),
    servingNouns: setOf(sources.servingNouns),
    officeAcronyms: setOf(sources.officeAcronyms),
    openingNouns: setOf(sources.openingNouns),
    makers: new Set(sources.makers),
    partisans: setOf(sources.partisans),
    invertingVerbs: setOf(sources.invertingVerbs),
    factions: setOf(sources.factions),
    looseNouns: withStems(setOf(sources.looseNouns)),
    anybodyNouns: setOf(sources.anybodyNouns),
    modalMonths: setOf(sources.modalMonths),
    namingVerbs: setOf(sources.namingVerbs),
    comparingPrepositions: setOf(sources.comparingPrepositions),
    pairWords: setOf(sources.pairWords),
    namingWords: setOf(sources.namingWords),
    personalBodies: setOf(sources.personalBodies),
    companyWordEnds: sources.companyWordEnds.split(' '),
    placeNouns: setOf(sources.placeNouns),
    placePrepositions: setOf(sources.placePrepositions),
    authoringPrepositions: setOf(sources.authoringPrepositions),
    headingPrepositions: setOf(sources.headingPrepositions),
    minorWords: setOf(sources.minorWords),
    firstNames: genderOf(firstNames),
    pronouns: new Map(pronouns),
    relativePronouns: setOf(sources.relativePronouns),
    authoringVerbs: setOf(sources.authoringVerbs),
    nobodies: setOf(sources.nobodies),
    postHeads: setOf(sources.postHeads),
    closings: setOf(sources.closings),
    interviewWords: setOf(sources.interviewWords),
    interviewVerbs: setOf(sources.interviewVerbs),
    requestPhrases: sources.requestPhrases.map((phrase) => phrase.split(' ')),
    speechNouns: setOf(sources.speechNouns),
    statementNouns: setOf(sources.statementNouns),
    statementOpeners: new Set(sources.statementOpeners),
    salutations: setOf(sources.salutations),
    greetings: setOf(sources.greetings),
    presentingWords: setOf(sources.presentingWords),
    headings: setOf(sources.headings),
    labelNouns: setOf(sources.labelNouns),
    bodyNouns: setOf(sources.bodyNouns),
    kinNouns: withStems(setOf(sources.kinNouns)),
    studyNouns: withStems(setOf(sources.studyNouns)),
    mediumPrepositions: setOf(sources.mediumPrepositions),
    placeBodies: setOf(sources.placeBodies),
    informants: withStems(setOf(sources.informants)),
    questionLabels: setOf(sources.questionLabels),
    answerLabels: setOf(sources.answerLabels),
    greetingWords: setOf(sources.greetingWords),
    anonymity: sources.anonymity.map((phrase) => phrase.split(' ')),
    reasons: setOf(sources.reasons)
  }
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

export type { AttributionWeightsHead }

/** What `saywho train` and `pnpm train` write: an ES module's two exports. */
export interface AttributionWeightsModule {
  readonly head: AttributionWeightsHead
  readonly data: string
}

let common: Pick<Weights, 'tagger' | 'actions' | 'relations' | 'antecedentTrees'> | undefined

/** Tags, dependencies and who is meant are the same for all packs: decoded once. */
function decodeCommon() {
  common ??= {
    ...(decodeWeights({ tables, data }) as unknown as Pick<Weights, 'tagger' | 'actions' | 'relations'>),
    antecedentTrees: decodeTrees(antecedentSizes, inflateBase64(antecedentData))
  }
  return common
}

/**
 * English with attributions learned from one's own annotated texts.
 *
 * @param attributions the module that `saywho train` wrote.
 * @throws {TypeError} when it is no such module; the message names what is missing.
 * @throws {Error} on the first text, when the weights are of another version, cut short or altered.
 */
export function createEnglish(attributions: AttributionWeightsModule): Language {
  checkAttributionWeights(attributions)
  return assembleEnglish(attributions)
}

/** @param advice what to do where the weights are broken: by default, what can be done about one's own. */
function assembleEnglish(attributions: AttributionWeightsModule, advice?: string): Language {
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
    closedWords: setOf(closedWords),
    stem,
    clusters: readClusters(),
    cues: {
      words: new Set(attributions.head.cueWords.split(' ')),
      evidential: new Set(cues.evidential.map((verb) => stem(verb, 'verb'))),
      negations: new Set(cues.negations),
      fillers: new Set(cues.fillers),
      leading: new Set(cues.leading.map((verb) => stem(verb, 'verb'))),
      as: cues.as,
      agent: cues.agent,
      phrases: cues.phrases.map((phrase) => phrase.split(' '))
    },
    sources: readSources(),
    weights: () => {
      decoded ??= {
        ...decodeCommon(),
        ...decodeAttributionWeights(attributions.head, attributions.data, advice)
      }
      return decoded
    }
  }
}

/** English: hand it to `createExtractor`. */
export const english: Language = assembleEnglish(
  { head, data: attributionData },
  'install @saywho/english anew'
)

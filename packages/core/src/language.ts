import type { Root } from 'nlcst'
import type { RuleName } from './role/candidate.ts'
import type { Act } from './types.ts'

/** What the `text` room must know of a language to find its words and sentences. All entries in lower case, with `'` for any apostrophe. */
export interface Segmentation {
  /** Endings that are tokens of their own, such as "n't" and "'s"; longer ones first where one ends another. */
  clitics: readonly string[]
  /** Words whose full stop belongs to them, without it: "gov", "inc". */
  abbreviations: ReadonlySet<string>
  /** Abbreviations that stand before what they belong to, so that no sentence ends with one: "gov", "mr". */
  prefixAbbreviations: ReadonlySet<string>
  /** Words that are abbreviations only before a number: "no" in "No. 2". */
  numberAbbreviations: ReadonlySet<string>
  /** Words that, capitalised after an abbreviation's full stop, begin a sentence: "the", "he". */
  sentenceOpeners: ReadonlySet<string>
}

/** Tables of trained weights, one signed byte a weight. */
export interface Weights {
  readonly tagger: Int8Array
  /** The parser's actions. */
  readonly actions: Int8Array
  /** The parser's relations. */
  readonly relations: Int8Array
}

/** What a stem depends on besides the word: `plural` is a noun's plural. */
export type WordClass = 'verb' | 'noun' | 'plural' | 'other'

/** What a cue may be followed by: a clause, an infinitive, a noun phrase, a prepositional phrase. */
export type Complement = 'clause' | 'infinitive' | 'noun' | 'preposition'

/** A word that attributes. */
export interface CueEntry {
  readonly act: Act
  readonly complements: readonly Complement[]
  /** It denies by itself that something was said or wanted: "refuse" before "to say". */
  readonly denies?: boolean
}

/** The words that attribute, and closed classes that the rules ask for. Verbs and nouns are keyed by their stem. */
export interface CueLexicon {
  readonly verbs: ReadonlyMap<string, CueEntry>
  readonly nouns: ReadonlyMap<string, CueEntry>
  /** Adjectives that take a clause or an infinitive: "confident that", "eager to". */
  readonly adjectives: ReadonlyMap<string, CueEntry>
  /** Prepositions that attribute to what follows, as sequences of words: "according to". */
  readonly prepositions: readonly (readonly string[])[]
  readonly negations: ReadonlySet<string>
  /** Words that open a content and belong to it: "that", "whether". */
  readonly complementizers: ReadonlySet<string>
}

/** Closed classes and word lists by which sources are told apart. All in lower case. */
export interface SourceLexicon {
  readonly articles: ReadonlySet<string>
  /** Titles before a person's name: "mr", "senator". */
  readonly titles: ReadonlySet<string>
  /** Nouns for people: "spokesperson", "official". */
  readonly personNouns: ReadonlySet<string>
  readonly organizationNouns: ReadonlySet<string>
  readonly documentNouns: ReadonlySet<string>
  /** Nouns for several people with no name: "critics", "officials". */
  readonly groupNouns: ReadonlySet<string>
  /** Countries, and capitals that stand for their governments. */
  readonly placeNames: ReadonlySet<string>
  readonly pronouns: ReadonlyMap<string, PronounEntry>
}

/** What a pronoun says of whom it stands for. */
export interface PronounEntry {
  readonly person: 1 | 2 | 3
  readonly plural: boolean
  readonly gender: 'female' | 'male' | 'neuter' | null
}

/** A language pack: everything that the pipeline knows of one language. */
export interface Language {
  /** BCP 47, such as `en`. */
  readonly code: string
  /** Words and punctuation of a text as an nlcst tree with positions. */
  readonly parse: (text: string) => Root
  readonly segmentation: Segmentation
  /** Names that are common property, so that models may see them: months, weekdays, titles. Lower case. */
  readonly commonNames: ReadonlySet<string>
  /** The same string for all forms of a word in lower case; for people it need not be readable. */
  readonly stem: (word: string, wordClass: WordClass) => string
  readonly cues: CueLexicon
  readonly sources: SourceLexicon
  /** How often each rule is right (relation@0.8), as measured on annotated texts. */
  readonly confidences: Readonly<Record<RuleName, number>>
  /** The trained weights, decoded on the first call. */
  readonly weights: () => Weights
}

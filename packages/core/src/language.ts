import type { Root } from 'nlcst'

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

/** A table of weights: those trained are whole numbers of `scale`. */
export interface WeightTable {
  readonly weights: ArrayLike<number>
  readonly scale: number
}

/**
 * Boosted regression trees (Friedman 2001) in flat columns. Node `i` sends a row left where `row[figure[i]] <= limit[i]`; its
 * children stand at `left[i]` and `left[i] + 1`. A leaf has the figure -1 and its value in `limit`.
 */
export interface TreeTable {
  /** The first node of each tree. */
  readonly root: ArrayLike<number>
  readonly figure: ArrayLike<number>
  readonly limit: ArrayLike<number>
  readonly left: ArrayLike<number>
  /** What is added to the trees' sum. */
  readonly base: number
}

/** A rising line through points: how a score becomes a chance. */
export interface Calibration {
  readonly score: readonly number[]
  readonly chance: readonly number[]
}

/** How readings are chosen: how likely one of a cue is right, and one without a cue. */
export interface Choice {
  readonly cuedTrees: TreeTable
  readonly uncuedTrees: TreeTable
  readonly cuedCalibration: Calibration
  readonly uncuedCalibration: Calibration
}

/** What was learned of a language. */
export interface Weights extends Choice {
  readonly tagger: Int8Array
  /** The parser's actions. */
  readonly actions: Int8Array
  /** The parser's relations. */
  readonly relations: Int8Array
  /** Whether a word is the head of a cue. */
  readonly cues: WeightTable
  /** What a unit of text is to a cue, and what may follow what. */
  readonly units: WeightTable
  readonly steps: WeightTable
  /** What the source of a cue does, and whether it is denied. */
  readonly acts: WeightTable
  /** How likely a pronoun or a description means what was named before it. */
  readonly antecedentTrees: TreeTable
}

/** What a stem depends on besides the word: `plural` is a noun's plural. */
export type WordClass = 'verb' | 'noun' | 'plural' | 'other'

/** The words that attribute, and closed classes that passes ask for. */
export interface CueLexicon {
  /** Nouns, adjectives, prepositions and other words that may be the head of a cue, by stem. Full verbs all may. */
  readonly words: ReadonlySet<string>
  /** Verbs by which a thing is evidence of another, with nobody speaking: "underscore". Stems. */
  readonly evidential: ReadonlySet<string>
  /** Adverbs that deny: "not". */
  readonly negations: ReadonlySet<string>
  /** Pronouns that stand for the content before the verb or adjective that tells how it is put: "made it clear that", "has this to say". */
  readonly fillers: ReadonlySet<string>
  /** Verbs that attribute nothing, and lead to the one that does: "used to say", "continued to insist". Stems. */
  readonly leading: ReadonlySet<string>
  /** What stands before a clause such as "as reported by X", and what names its agent. */
  readonly as: string
  readonly agent: string
  /** Cues of several words, such as "according to"; their first word is the head. */
  readonly phrases: readonly (readonly string[])[]
}

export type Gender = 'female' | 'male' | 'neuter'

/** Closed classes and word lists by which sources are told apart. All in lower case, abbreviations without their full stop. */
export interface SourceLexicon {
  /** Determiners and numbers that may open a noun phrase. */
  readonly articles: ReadonlySet<string>
  /** Numbers in words, which are no names where a sentence begins with one. */
  readonly numbers: ReadonlySet<string>
  /** Those articles that point at something already known: "the", "this". */
  readonly definite: ReadonlySet<string>
  /** "Mr", "Dr": no office. Null where both sexes bear one. */
  readonly courtesyTitles: ReadonlyMap<string, Gender | null>
  /** Offices before a person's name: "senator". */
  readonly titles: ReadonlyMap<string, Gender | null>
  /** Titles that are part of a person's name: "Lady Greaves". */
  readonly honorifics: ReadonlyMap<string, Gender | null>
  /** What follows a name and tells nobody apart: "jr", "inc". */
  readonly nameSuffixes: ReadonlySet<string>
  /** What the text calls somebody well known: "the bloc" is "eu" or "european union". */
  readonly bynames: ReadonlyMap<string, ReadonlySet<string>>
  /** Titles in short: "sen" is "senator". */
  readonly titleForms: ReadonlyMap<string, string>
  /** Nouns for people, by the word and by its stem: "spokeswoman". */
  readonly personNouns: ReadonlyMap<string, Gender | null>
  /** By the word and by its stem, as the other nouns are. */
  readonly organizationNouns: ReadonlySet<string>
  readonly documentNouns: ReadonlySet<string>
  /** Documents and speeches that are somebody's words: "Cornyn's statement" is Cornyn. */
  readonly utteranceNouns: ReadonlySet<string>
  /** What somebody thinks or wants, who is meant by it: "the company's position" is the company's. Words and stems. */
  readonly thoughtNouns: ReadonlySet<string>
  /** Words for people whom nobody is meant to know: "critics", "others". */
  readonly crowdNouns: ReadonlySet<string>
  /** Nouns for companies and the like, by which they are meant again: "the firm". */
  readonly companyNouns: ReadonlySet<string>
  /** Offices of which "the" tells one from another: whoever is the mayor is not the minister. */
  readonly publicOffices: ReadonlySet<string>
  /** What a company is, which has a capital where it begins a sentence: "Startup Velora". */
  readonly openingNouns: ReadonlySet<string>
  /** People who make no goods, though what they are ends as companies' nouns do: "policy maker". */
  readonly makers: ReadonlySet<string>
  /** Stems of nouns that say little of who somebody is: "the man" may be the driver. */
  readonly looseNouns: ReadonlySet<string>
  /** Those that tell no more than that it is a person: "man". */
  readonly anybodyNouns: ReadonlySet<string>
  /** Of parties and faiths: whoever is one may be one of a people, too. */
  readonly factions: ReadonlySet<string>
  /** Members of parties, by nouns that are no part of a party's own name: "Democrats Brandt and Cole". */
  readonly partisans: ReadonlySet<string>
  /** Offices in short, of whoever holds them: "PM". */
  readonly officeAcronyms: ReadonlySet<string>
  /** And what nobody is who holds one: "spokeswoman". */
  readonly servingNouns: ReadonlySet<string>
  /** Words in the names of organisations that are no companies: "university". */
  readonly publicBodies: ReadonlySet<string>
  /** What any public body may be called: "the regulator". */
  readonly agencyNouns: ReadonlySet<string>
  /** Peoples, parties and faiths: "Democrats". */
  readonly groupNames: ReadonlySet<string>
  /** Last words of the names of papers, broadcasters and agencies, which are told much that is not about them. */
  readonly pressNames: ReadonlySet<string>
  /** What a paper, a broadcaster or an agency is called: "the paper". */
  readonly pressNouns: ReadonlySet<string>
  /** What a name has after a hyphen where it is no name any more: "based" in "Larne-based". */
  readonly compoundEndings: ReadonlySet<string>
  /** Those of them that stand before companies, and no people: "Larne-based Velora". */
  readonly companyEndings: ReadonlySet<string>
  /** Verbs of asking and of answering, by stem. */
  readonly askingVerbs: ReadonlySet<string>
  /** Verbs by which others' words are passed on: "quote". Stems. */
  readonly quotingVerbs: ReadonlySet<string>
  /** Verbs whose subject is none, and whose source stands after "to": "it seems to me". Stems. */
  readonly seemingVerbs: ReadonlySet<string>
  readonly answeringVerbs: ReadonlySet<string>
  /** After what a headline says, and whoever heard it: "Bridge was safe, inquiry told". */
  readonly tellingVerbs: ReadonlySet<string>
  /** What may be part of a verb before its subject: "shot back Ana Brandt". */
  readonly particles: ReadonlySet<string>
  /** What follows "ask" where a thing is asked for, not a question. */
  readonly requestWords: ReadonlySet<string>
  /** Acronyms of things that are no organisation: "COVID", "CCTV". */
  readonly thingAcronyms: ReadonlySet<string>
  /** Acronyms of organisations that are spelled like a word which is no noun: "WHO". */
  readonly wordlikeAcronyms: ReadonlySet<string>
  /** Small words that a surname begins with: "von", "da". */
  readonly nameParticles: ReadonlySet<string>
  /** Those that are other words as well, and are a surname's after a first name only: "ten", "la". */
  readonly looseParticles: ReadonlySet<string>
  /** Other words that stand small inside of names: "of", "&". */
  readonly innerWords: ReadonlySet<string>
  /** "at" in "officials at Velora". */
  readonly employingPrepositions: ReadonlySet<string>
  /** What takes up things and companies, and no people: "which". */
  readonly thingPronouns: ReadonlySet<string>
  /** What only companies have, after their names: "Velora CEO", "Velora shares". */
  readonly companyMarks: readonly (readonly string[])[]
  /** Letters after a person's name: "KC". */
  readonly postnominals: ReadonlySet<string>
  /** What a company's name ends in by law, after a comma too: "Velora, Inc." */
  readonly legalForms: ReadonlySet<string>
  /** Organisations that no word in their name gives away, in lower case: "congress", "goldman sachs". */
  readonly organizationNames: ReadonlySet<string>
  /** The first words of those that have several. */
  readonly organizationOpeners: ReadonlySet<string>
  /** Last words of organisations' names: "Times". */
  readonly organizationEndings: ReadonlySet<string>
  readonly places: ReadonlySet<string>
  /** Words that are part of a place's name only beside others: "north". */
  readonly placeWords: ReadonlySet<string>
  /** Last words of places' names: "Falls". */
  readonly placeEndings: ReadonlySet<string>
  /** Months and weekdays, which are no part of a name. */
  readonly calendar: ReadonlySet<string>
  /** What stands before a day or a month and goes with it: "on", "in late". */
  readonly beforeDays: ReadonlySet<string>
  /** Days told from today: "yesterday". */
  readonly dayWords: ReadonlySet<string>
  /** Two words that tell a day or a stretch of time: "last night", "this week". */
  readonly dayPhrases: ReadonlySet<string>
  /** Months only before a number, names or verbs else: "may". */
  readonly modalMonths: ReadonlySet<string>
  /** Before the name that a noun's bearer goes by: "nicknamed". */
  readonly namingVerbs: ReadonlySet<string>
  /** Before whom somebody is only like: "like". */
  readonly comparingPrepositions: ReadonlySet<string>
  /** Words for two: "both", "couple". */
  readonly pairWords: ReadonlySet<string>
  /** Before "as" and such a name: "identified", "name" in "gave her name as Olga". */
  readonly namingWords: ReadonlySet<string>
  /** What is called after one person, who is not meant by it: "administration". */
  readonly personalBodies: ReadonlySet<string>
  /** Ends of nouns for companies: "carmaker". */
  readonly companyWordEnds: readonly string[]
  /** Nouns, by stem, of which a place is told with "of": "the mayor of". */
  readonly placeNouns: ReadonlySet<string>
  /** Before places: "near". */
  readonly placePrepositions: ReadonlySet<string>
  /** Before those whose a document is: "a report by". */
  readonly authoringPrepositions: ReadonlySet<string>
  /** Before those whose words a heading announces: "Remarks of". */
  readonly headingPrepositions: ReadonlySet<string>
  /** Words that the initials of a name leave out: "of". */
  readonly minorWords: ReadonlySet<string>
  readonly firstNames: ReadonlyMap<string, Gender | null>
  readonly pronouns: ReadonlyMap<string, PronounEntry>
  /** "who": stands for what the clause hangs on. */
  readonly relativePronouns: ReadonlySet<string>
  /** Verbs of those whose a document is: "conducted by". */
  readonly authoringVerbs: ReadonlySet<string>
  /** Words that begin what stands for no one in particular, whom no "he" means: "nobody", "every" in "every driver". */
  readonly nobodies: ReadonlySet<string>
  /** What begins a post's first line, before its writer's name: "From:", "Posted by". */
  readonly postHeads: ReadonlySet<string>
  /** Words of the closing that stands before a signature: "regards". */
  readonly closings: ReadonlySet<string>
  /** Words that announce an interview. */
  readonly interviewWords: ReadonlySet<string>
  /** Stems of verbs for what the two of an interview do: "sat down with". */
  readonly interviewVerbs: ReadonlySet<string>
  /** What begins a question that is no question by its form: "tell us about". */
  readonly requestPhrases: readonly (readonly string[])[]
  /** Nouns for words that a text may give in full: "speech". */
  readonly speechNouns: ReadonlySet<string>
  /** Verbs that may stand before who says something and begin a sentence: "Added Brandt: …". */
  readonly invertingVerbs: ReadonlySet<string>
  /** Nouns for what somebody says something in: "in a statement". */
  readonly statementNouns: ReadonlySet<string>
  /** What stands before those nouns where somebody says something in them: "in a statement", but "scientists in the study". */
  readonly statementOpeners: ReadonlySet<string>
  /** What a letter to an editor begins with: "Sir". */
  readonly salutations: ReadonlySet<string>
  /** What stands before the name of whoever is written to: "dear". */
  readonly greetings: ReadonlySet<string>
  /** Words that say that they follow: "below". */
  readonly presentingWords: ReadonlySet<string>
  /** Nouns for people on a line of their own above what they say, beside `personNouns`: "operator". */
  readonly labelNouns: ReadonlySet<string>
  /** Last words of labels that nobody bears: "verdict" in "Verdict: …". */
  readonly headings: ReadonlySet<string>
  /** Nouns for people and for parts of the body: "head" in "his head". */
  readonly bodyNouns: ReadonlySet<string>
  /** Stems of nouns for somebody's kin: "daughter". */
  readonly kinNouns: ReadonlySet<string>
  /** Stems of nouns for what "the paper" may be, too, when it is no newspaper: "study". */
  readonly studyNouns: ReadonlySet<string>
  /** Between what was put out and where: "a post on X". */
  readonly mediumPrepositions: ReadonlySet<string>
  /** Bodies that may be those of two places: "Devon and Cornwall Police". */
  readonly placeBodies: ReadonlySet<string>
  /** Nouns by which somebody whom nobody is to know is meant again: "the insider" is "a source close to the band". */
  readonly informants: ReadonlySet<string>
  /** What stands for the two of an interview before what they say: "Q", "A". */
  readonly questionLabels: ReadonlySet<string>
  readonly answerLabels: ReadonlySet<string>
  /** What follows the name of who greets: "It's Ana and welcome back", "This is Ned Cole from Larne". */
  readonly greetingWords: ReadonlySet<string>
  /** Words that say that a source is not to be named: "asked not to be named". */
  readonly anonymity: readonly (readonly string[])[]
  /** Words after those that say why: "because". */
  readonly reasons: ReadonlySet<string>
}

/** What a pronoun says of whom it stands for. */
export interface PronounEntry {
  readonly person: 1 | 2 | 3
  readonly plural: boolean
  readonly gender: Gender | null
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
  /** Prepositions, conjunctions, determiners, pronouns and auxiliaries, in lower case: all that a name that opens a sentence could be mistaken for. */
  readonly closedWords: ReadonlySet<string>
  /** The same string for all forms of a word in lower case; for people it need not be readable. */
  readonly stem: (word: string, wordClass: WordClass) => string
  /** Groups of words alike in use, by stem: a fine group's number, its coarse group's times 1,024 added. */
  readonly clusters: ReadonlyMap<string, number>
  readonly cues: CueLexicon
  readonly sources: SourceLexicon
  /** The trained weights, decoded on the first call. */
  readonly weights: () => Weights
}

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

/** A language pack: everything that the pipeline knows of one language. */
export interface Language {
  /** BCP 47, such as `en`. */
  code: string
  /** Words and punctuation of a text as an nlcst tree with positions. */
  parse: (text: string) => Root
  segmentation: Segmentation
}

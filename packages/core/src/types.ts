/**
 * The contract: what `extract` is given and what it gives. Every package of Saywho reads or writes these
 * types, and this file alone holds them.
 *
 * All offsets are UTF-16 code units into the text that was read, 0-based, end excluded:
 * `text.slice(span.start, span.end) === span.text`.
 */

/** A stretch of the text. */
export interface Span {
  start: number
  end: number
  /** The very characters between `start` and `end`. */
  text: string
  /** Where the stretch stands in the file, in pieces, when the text was drawn from HTML or Markdown. */
  origin?: { start: number; end: number }[]
}

/**
 * `direct`: all letters and digits of the content stand inside quotation marks; `indirect`: none do;
 * `mixed`: some do. Marks count only if they open inside the content of the attribution's parent.
 */
export type AttributionType = 'direct' | 'indirect' | 'mixed'

/**
 * What the source did, after the types of attribution of the Penn Discourse Treebank (Prasad et al. 2007):
 * `statement`, words were put out; `belief`, a state of mind about a proposition; `intention`, a plan, wish,
 * pledge or threat; and `stance`, which that treebank has not: for or against a thing, with no proposition.
 */
export type Act = 'statement' | 'belief' | 'intention' | 'stance'

export type SourceType = 'person' | 'organization' | 'group' | 'place' | 'document' | 'unnamed'

/** One relation of a source (who), a cue (the words that attribute) and a content (what is attributed). */
export interface Attribution {
  /** A short hash of the content's text, numbered where it repeats: the same in every run and version. */
  id: string
  type: AttributionType
  /** The words are given as spoken: direct, or set so by structure, such as a transcript turn. */
  verbatim: boolean
  act: Act
  /** The cue is denied: "did not say", "never claimed". */
  negative: boolean
  /** In order, not overlapping, never empty. A direct quote's marks belong to it, and so does a leading "that". */
  content: Span[]
  /** In order, not overlapping; empty where no words attribute. */
  cue: Span[]
  /** The words that name the source, wherever they stand; empty where none do. */
  source: Span[]
  /** Keys into `Extraction.sources`: two for "Han and Vance said", none where no one can be meant. */
  sourceIds: string[]
  /** False: the source was taken over from the context, as for a quotation that stands alone. */
  stated: boolean
  /** The attribution whose content holds this one whole. */
  parentId: string | null
  /** What found it: for people who read results, not for programs. */
  rule: string
  /** 0 to 1: the chance that content and source are right (relation@0.8). */
  confidence: number
}

/** One source and all its mentions in the text. */
export interface Source {
  id: string
  /** The fullest proper name in the text; where there is none, the fullest description, its article off. */
  name: string
  type: SourceType
  /** The office or description the text gives, such as "TikTok CEO". */
  role: string | null
  anonymous: boolean
  /** The words that say why the source is not named: "on condition of anonymity because …". */
  reason: Span | null
  mentions: Span[]
  /** URLs of the same source elsewhere, from `ExtractOptions.people`. */
  sameAs: string[]
}

/** What `extract` gives. Plain data: it survives `JSON.stringify` unchanged. */
export interface Extraction {
  version: 1
  /** In the order of their contents. */
  attributions: Attribution[]
  /** In the order of their first mentions. */
  sources: Source[]
  /** The linear text that offsets count in, when it was drawn from HTML or Markdown. */
  text?: string
}

/** What is known of the page that a text stands on. What is not known is left out, never made up. */
export interface Page {
  /** Absolute, http or https. */
  url: string
  headline?: string
  /** The publisher's name. */
  publisher?: string
  /** An ISO 8601 date, with or without a time. */
  datePublished?: string
}

/** A person or organisation that the caller knows by name. */
export interface KnownSource {
  name: string
  aliases?: readonly string[]
  sameAs?: readonly string[]
}

/** A stretch that is known to be somebody's words as spoken, such as a block quotation. UTF-16 offsets, end excluded. */
export interface QuotedStretch {
  start: number
  end: number
  /**
   * Whether a reader sees quotation marks around it that the text does not have, as around the `q` of HTML.
   * @default false
   */
  marks?: boolean
}

export interface ExtractOptions {
  /**
   * Leave out attributions of a lower confidence, 0 to 1.
   * @default 0
   */
  minConfidence?: number
  /**
   * The acts to keep.
   * @default ['statement', 'belief', 'intention']
   */
  acts?: readonly Act[] | 'all'
  /**
   * A directory of one's own: their names and aliases are recognised, and their sources carry `sameAs`.
   * @default []
   */
  people?: readonly KnownSource[]
  /**
   * Stretches known to be quoted by the way the text is set. Those inside one of the same kind, outside the text or without a
   * word count for nothing. Lines that begin with ">", as in mail, are taken for such without being told.
   * @default []
   */
  quoted?: readonly QuotedStretch[]
}

/**
 * Reads a text and tells who said what in it: pure, synchronous and deterministic.
 *
 * @param text any string; one that holds no prose of the language gives few or no attributions.
 * @param options which attributions to keep, and known names.
 * @throws {TypeError} when an argument has the wrong type; the message names it and what it got.
 */
export type Extract = (text: string, options?: ExtractOptions) => Extraction

/** As `Extract`, in time: for models that take longer to read. It rejects where `Extract` throws. */
export type AsyncExtract = (text: string, options?: ExtractOptions) => Promise<Extraction>

/**
 * The tags of tokens: the Penn Treebank's (Santorini 1990), with the degrees of adjectives and adverbs and the numbers
 * of names merged, auxiliaries apart, and punctuation told by its kind. The first `WORD_TAG_COUNT` are for words.
 */
export const TAGS = [
  'NN', 'NNS', 'NNP', 'PRP', 'PRP$', 'DT', 'IN', 'TO', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'AUX', 'MD', 'JJ', 'RB', 'CD',
  'CC', 'WDT', 'WP', 'WRB', 'POS', 'RP', 'EX', 'UH', 'COMMA', 'STOP', 'COLON', 'DASH', 'BRACKET', 'MARK', 'SYM'
] as const // biome-ignore format: a table

export type TagName = (typeof TAGS)[number]

/** The number of each tag. */
export const Tag = Object.fromEntries(TAGS.map((name, number) => [name, number])) as Record<TagName, number>

/** Tags up to here are a word's; the tagger chooses among them. */
export const WORD_TAG_COUNT = TAGS.indexOf('COMMA')

/** Whether a tag is a verb's, auxiliaries and modals included. */
export const isVerbal = (tag: number): boolean => tag >= Tag.VB && tag <= Tag.MD

/** Whether a tag is that of a full verb. */
export const isFullVerb = (tag: number): boolean => tag >= Tag.VB && tag <= Tag.VBZ

/** Whether a tag is that of a noun, a name or a pronoun. */
export const isNominal = (tag: number): boolean =>
  tag === Tag.NN || tag === Tag.NNS || tag === Tag.NNP || tag === Tag.PRP

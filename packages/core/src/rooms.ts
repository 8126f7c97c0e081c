/** The rooms' passes, for Saywho's own packages. Unstable: nothing here is covered by the version's promise. */
export type { Cue } from './cue/cue.ts'
export { findCues } from './cue/find-cues.ts'
export type {
  Complement,
  CueEntry,
  CueLexicon,
  Language,
  PronounEntry,
  SourceLexicon,
  Weights,
  WordClass
} from './language.ts'
export { pairQuotationMarks, type Quotation, type Quotations } from './quotation/pair-quotation-marks.ts'
export { analyseSyntax, anonymiseWords, type Syntax } from './tagging/analyse-syntax.ts'
export { linkTree, type Tree } from './tagging/link-tree.ts'
export {
  ACTION_ROWS,
  Action,
  ARC_ROWS,
  actionFeatures,
  arcFeatures,
  bestRelation,
  makeParserScratch,
  type ParserInput,
  ParserState,
  readSentence
} from './tagging/parse-dependencies.ts'
export { RELATION_COUNT, RELATIONS, Relation, type RelationName } from './tagging/relations.ts'
export {
  bestTag,
  shapeTokens,
  TAGGER_ROWS,
  type TokenShapes,
  tagFeatures,
  tagTokens
} from './tagging/tag-tokens.ts'
export { TAGS, Tag, type TagName, WORD_TAG_COUNT } from './tagging/tags.ts'
export { buildTokenTable } from './text/build-token-table.ts'
export { TokenKind, type TokenTable } from './text/token-table.ts'

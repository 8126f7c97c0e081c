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
export { ACTION_FEATURES, ACTION_ROWS, actionFeatures } from './tagging/action-features.ts'
export { analyseSyntax, anonymiseWords, type Syntax } from './tagging/analyse-syntax.ts'
export { ARC_FEATURES, ARC_ROWS, arcFeatures } from './tagging/arc-features.ts'
export { linkTree, type Tree } from './tagging/link-tree.ts'
export { RELATION_ROW } from './tagging/parse-dependencies.ts'
export { Action, type ParserInput, ParserState, readSentence } from './tagging/parser-state.ts'
export { RELATION_COUNT, RELATIONS, Relation, type RelationName } from './tagging/relations.ts'
export { shapeTokens, type TokenShapes } from './tagging/shape-tokens.ts'
export { findHighest } from './tagging/sum-rows.ts'
export { TAG_ROW, TAGGER_ROWS, tagFeatures, tagTokens } from './tagging/tag-tokens.ts'
export { TAGS, Tag, type TagName, WORD_TAG_COUNT } from './tagging/tags.ts'
export { buildTokenTable } from './text/build-token-table.ts'
export { TokenKind, type TokenTable } from './text/token-table.ts'

/** The rooms' passes, for Saywho's own packages. Unstable: nothing here is covered by the version's promise. */

export { chooseCued } from './attribution/choose-cued.ts'
export { chooseUncued, markTaken } from './attribution/choose-uncued.ts'
export { ACT_FEATURES, ACT_OUTPUTS, ACT_ROWS, ACTS, describeAct } from './attribution/classify-acts.ts'
export { describeProposal, PROPOSAL_FIGURES } from './attribution/describe-proposal.ts'
export { describeUncued, UNCUED_FIGURES } from './attribution/describe-uncued.ts'
export { nestAttributions } from './attribution/nest-attributions.ts'
export { sumTrees } from './attribution/sum-trees.ts'
export { type ChooseAntecedent, chooseByTrees } from './coreference/choose-by-trees.ts'
export { collectMentions } from './coreference/collect-mentions.ts'
export { ANTECEDENT_FIGURES, describeAntecedent } from './coreference/describe-antecedent.ts'
export { findAnonymity } from './coreference/find-anonymity.ts'
export { findPosts } from './coreference/find-posts.ts'
export { linkNames } from './coreference/link-names.ts'
export { resolveAnaphors } from './coreference/resolve-anaphors.ts'
export { placeMentions } from './coreference/source-context.ts'
export { createAsyncExtractor } from './create-extractor.ts'
export { CUE_FEATURES, CUE_ROWS, describeCueHead } from './cue/describe-cue-head.ts'
export { findCueHeads } from './cue/find-cue-heads.ts'
export { type CueChances, scoreCueHeads } from './cue/score-cues.ts'
export type {
  Calibration,
  Choice,
  CueLexicon,
  Gender,
  Language,
  PronounEntry,
  SourceLexicon,
  TreeTable,
  Weights,
  WeightTable,
  WordClass
} from './language.ts'
export { mapSpans } from './map-spans.ts'
export type { Mention } from './mention/mention.ts'
export { readNames } from './mention/read-names.ts'
export { recogniseNames } from './mention/recognise-names.ts'
export { restoreNouns } from './mention/restore-nouns.ts'
export { LEAST_UNCUED, type Proposed, readText } from './pipeline.ts'
export { pairQuotationMarks, type Quotation, type Quotations } from './quotation/pair-quotation-marks.ts'
export { type Reading, readQuotations } from './quotation/reading.ts'
export { buildWindow, cueUnitOf, type Window } from './role/build-window.ts'
export type { Candidate } from './role/candidate.ts'
export { describeWindow, STEP_ROWS, UNIT_ROWS, type WindowFeatures } from './role/describe-window.ts'
export {
  computeMarginals,
  findBestPaths,
  makeLabelRoom,
  ROLE_COUNT,
  RoleLabel,
  scoreWindow,
  type WindowScores
} from './role/label-window.ts'
export { chooseCueHeads, proposeCued } from './role/propose-cued.ts'
export { proposeRoles, type RoleProposal } from './role/propose-roles.ts'
export { proposeUncued, SETTINGS, type UncuedProposal } from './role/propose-uncued.ts'
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
export { isFullVerb, isNominal, isVerbal, TAGS, Tag, type TagName, WORD_TAG_COUNT } from './tagging/tags.ts'
export { buildTokenTable } from './text/build-token-table.ts'
export { holdsToken } from './text/holds-token.ts'
export { isWord, TokenKind, type TokenRange, type TokenTable } from './text/token-table.ts'

export type { Choice } from '@saywho/core/rooms'
export { type AlignedAttribution, labelWindow } from './align-gold.ts'
export { clusterWords } from './cluster-words.ts'
export { CorpusError, type LineProblem } from './corpus-error.ts'
export { crossValidateAntecedents } from './cross-validate-antecedents.ts'
export {
  type BootstrapOptions,
  bootstrapIntervals,
  type Interval,
  type Intervals
} from './evaluation/bootstrap-intervals.ts'
export type { Cover } from './evaluation/cover-letters.ts'
export { type Evaluation, evaluate } from './evaluation/evaluate.ts'
export { matchSpeaker } from './evaluation/match-speaker.ts'
export {
  type Calibration,
  type CalibrationBin,
  measureCalibration
} from './evaluation/measure-calibration.ts'
export {
  type PredictedAttribution,
  type PredictedDocument,
  type PredictedSpeaker,
  toPredictedDocument
} from './evaluation/predicted-document.ts'
export { readGoldNdjson, readPredictedNdjson } from './evaluation/read-scored-ndjson.ts'
export {
  type AttributionError,
  ERROR_KINDS,
  type ErrorKind,
  reportErrors
} from './evaluation/report-errors.ts'
export { type ActScore, type NegativeScore, scoreActs, scoreNegatives } from './evaluation/score-acts.ts'
export {
  type Figure,
  type Score,
  SPEAKER_NAMES,
  scoreAttributions,
  TALLY_NAMES
} from './evaluation/score-attributions.ts'
export { scoreChains } from './evaluation/score-chains.ts'
export type {
  DocumentScore,
  Mode,
  Pair,
  Role,
  Share,
  SpeakerName,
  Tally,
  TallyName
} from './evaluation/score-document.ts'
export { type EvaluationJson, type FigureJson, toEvaluationJson } from './evaluation/to-evaluation-json.ts'
export { FOLDS, isUnknown, type Lesson, readLesson, type TrainingDocument } from './lesson.ts'
export { readAnnotatedNdjson } from './read-annotated-ndjson.ts'
export { type BratAttribution, readBrat } from './read-brat.ts'
export {
  type ConlluDocument,
  type ConlluToken,
  readConllu,
  readConlluTexts
} from './read-conllu.ts'
export {
  type GoldAttribution,
  type GoldDocument,
  type GoldSpeaker,
  type Range,
  readCorpus
} from './read-corpus.ts'
export type { ConlluMention } from './read-entity-marks.ts'
export { type GumAttribution, readGum } from './read-gum.ts'
export { type NamedFile, readPolnear } from './read-polnear.ts'
export { type DiscourseAttribution, type DiscourseDocument, readRs4, type WordRange } from './read-rs4.ts'
export {
  attachTexts,
  type PartlyAnnotated,
  readTrainingDocuments,
  type TrainingFiles
} from './read-training-documents.ts'
export { readSilver, type SilverAnnotation, type SilverDocument, toSilverInput } from './silver.ts'
export { type AntecedentDocument, attachChains, trainAntecedents } from './train-antecedents.ts'
export { type AttributionModel, trainAttributions } from './train-attributions.ts'
export { type Chances, type Proposals, trainChoice } from './train-choice.ts'
export { type ParserExample, readParserExamples, trainParser } from './train-parser.ts'
export { type SyntaxTables, trainSyntax, trainSyntaxHalves } from './train-syntax.ts'
export { trainTagger } from './train-tagger.ts'
export { writeAntecedentWeights } from './write-antecedent-weights.ts'
export { writeAttributionWeights } from './write-attribution-weights.ts'
export { writeWeights } from './write-weights.ts'

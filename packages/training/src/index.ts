export { CorpusError, type LineProblem } from './corpus-error.ts'
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
export { readSilver, type SilverAnnotation, type SilverDocument, toSilverInput } from './silver.ts'
export { type ParserExample, readParserExamples, trainParser } from './train-parser.ts'
export { trainTagger } from './train-tagger.ts'
export { writeWeights } from './write-weights.ts'

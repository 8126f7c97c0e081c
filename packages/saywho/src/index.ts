import { createExtractor } from '@saywho/core'
import { english } from '@saywho/english'

export { toClaimReview } from '@saywho/claimreview'
// By name: the build makes values of all that "*" stands for.
export type {
  Act,
  AsyncExtract,
  Attribution,
  AttributionType,
  Extract,
  Extraction,
  ExtractOptions,
  KnownSource,
  Page,
  QuotedStretch,
  Source,
  SourceType,
  Span
} from '@saywho/core'
export { traceChain } from '@saywho/core'
export { toJsonLd, toScriptTag, toTextFragment, toWebAnnotations } from '@saywho/jsonld'

/**
 * Reads English news text and tells who said what in it: pure, synchronous and deterministic.
 *
 * @param text any string; one that holds no English prose gives few or no attributions.
 * @param options which attributions to keep, and known names.
 * @returns attributions and their sources; offsets are UTF-16 code units into `text`, end excluded.
 * @throws {TypeError} when an argument has the wrong type; the message names it and what it got.
 */
export const extract = createExtractor(english)

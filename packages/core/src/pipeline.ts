import { assembleExtraction } from './assemble-extraction.ts'
import { calibrate } from './attribution/calibrate.ts'
import { chooseCued } from './attribution/choose-cued.ts'
import { chooseUncued } from './attribution/choose-uncued.ts'
import { ACT_FEATURES, classifyAct } from './attribution/classify-acts.ts'
import { classifyTypes } from './attribution/classify-types.ts'
import { continueQuotations } from './attribution/continue-quotations.ts'
import { isVerbatim } from './attribution/is-verbatim.ts'
import { leaveOutEvidence } from './attribution/leave-out-evidence.ts'
import { nestAttributions } from './attribution/nest-attributions.ts'
import { sortByContent } from './attribution/sort-by-content.ts'
import { chooseByTrees } from './coreference/resolve-anaphors.ts'
import { resolveSources } from './coreference/resolve-sources.ts'
import { extendCue } from './cue/extend-cue.ts'
import { scoreCues } from './cue/score-cues.ts'
import type { Language } from './language.ts'
import { findSetQuotations } from './quotation/find-set-quotations.ts'
import { readQuotations } from './quotation/reading.ts'
import { proposeCued } from './role/propose-cued.ts'
import { analyseSyntax } from './tagging/analyse-syntax.ts'
import { linkTree } from './tagging/link-tree.ts'
import { buildTokenTable } from './text/build-token-table.ts'
import type { Extraction, KnownSource, QuotedStretch } from './types.ts'

/** Attributions less likely right than these are left out: where F1 was best on texts held out of training. */
const LEAST_CUED = 0.3
const LEAST_UNCUED = 0.4

/** From text to Extraction: every pass, in order. This file alone knows the order. */
export function runPipeline(
  text: string,
  language: Language,
  people: readonly KnownSource[],
  quoted: readonly QuotedStretch[]
): Extraction {
  const weights = language.weights()
  const tokens = buildTokenTable(text, language)
  const tree = linkTree(analyseSyntax(tokens, language))
  const reading = readQuotations(tokens, tree, findSetQuotations(tokens, quoted))
  const cues = scoreCues(reading, language)
  const proposals = proposeCued(reading, cues, weights)
  const likely = chooseCued(reading, proposals, cues, weights.cuedTrees, LEAST_CUED)
  const cued = leaveOutEvidence(reading, likely, language)
  const uncued = chooseUncued(reading, cued, cues, weights.uncuedTrees, LEAST_UNCUED)
  const chosen = sortByContent(continueQuotations([...cued, ...uncued], reading.quotations))
  const parents = nestAttributions(chosen)
  const types = classifyTypes(tokens, reading.quotations, chosen, parents)
  const rows = new Int32Array(ACT_FEATURES)
  const found = chosen.map((candidate, index) => ({
    ...candidate,
    ...classifyAct(reading, candidate, types[index]!, weights.acts, rows),
    type: types[index]!,
    verbatim: isVerbatim(tokens, candidate, types[index]!, reading.quotations),
    parent: parents[index]!,
    cue:
      candidate.head < 0
        ? []
        : [extendCue(reading, candidate.head, [...candidate.content, ...candidate.source], language.cues)],
    confidence: calibrate(
      candidate.head < 0 ? weights.uncuedCalibration : weights.cuedCalibration,
      candidate.score
    )
  }))
  const { sources, sourcesOf } = resolveSources(
    reading,
    chosen,
    parents,
    language,
    people,
    chooseByTrees(weights.antecedentTrees)
  )
  return assembleExtraction(tokens, found, sources, sourcesOf)
}

// From text to Extraction: every pass, in order. This file alone knows the order.

import { assembleExtraction } from './assemble-extraction.ts'
import { calibrate } from './attribution/calibrate.ts'
import { chooseCued } from './attribution/choose-cued.ts'
import { chooseUncued } from './attribution/choose-uncued.ts'
import { ACT_FEATURES, classifyAct } from './attribution/classify-acts.ts'
import { classifyTypes } from './attribution/classify-types.ts'
import { continueQuotations } from './attribution/continue-quotations.ts'
import { isVerbatim } from './attribution/is-verbatim.ts'
import { joinPieces } from './attribution/join-pieces.ts'
import { keepInQuotations } from './attribution/keep-in-quotations.ts'
import { leaveOutEvidence } from './attribution/leave-out-evidence.ts'
import { leaveOutThings } from './attribution/leave-out-things.ts'
import { mendSources } from './attribution/mend-sources.ts'
import { nestAttributions } from './attribution/nest-attributions.ts'
import { sortByContent } from './attribution/sort-by-content.ts'
import { chooseByTrees } from './coreference/choose-by-trees.ts'
import { resolveSources } from './coreference/resolve-sources.ts'
import { extendCue } from './cue/extend-cue.ts'
import { type CueChances, scoreCues } from './cue/score-cues.ts'
import type { Language } from './language.ts'
import { findQuotedLines } from './quotation/find-quoted-lines.ts'
import { findSetQuotations } from './quotation/find-set-quotations.ts'
import { type Reading, readQuotations } from './quotation/reading.ts'
import { proposeCued } from './role/propose-cued.ts'
import type { RoleProposal } from './role/propose-roles.ts'
import { analyseSyntax } from './tagging/analyse-syntax.ts'
import { linkTree } from './tagging/link-tree.ts'
import { buildTokenTable } from './text/build-token-table.ts'
import type { Extraction, KnownSource, QuotedStretch } from './types.ts'

/** Attributions less likely right than these are left out: about where F1 was best on texts held out of training, the cued a little below it, for the sake of finding cues. */
const LEAST_CUED = 0.31
export const LEAST_UNCUED = 0.38

/** What may be attributed to whom: how likely each word is a cue, and the likeliest readings of every likely cue. */
export interface Proposed {
  readonly cues: Pick<CueChances, 'chance'>
  readonly proposals: readonly RoleProposal[]
  /** Readings less likely right than this are left out. What it should be depends on how sure of itself the model is that proposes. */
  readonly least: number
}

/** The passes before anything is attributed. */
export function readText(text: string, language: Language, quoted: readonly QuotedStretch[]): Reading {
  const tokens = buildTokenTable(text, language)
  const tree = linkTree(analyseSyntax(tokens, language))
  return readQuotations(tokens, tree, language.sources, findSetQuotations(tokens, quoted))
}

/** The same of a text as it comes, which may set lines apart as quoted itself: "> It is safe." */
export const readPlainText = (text: string, language: Language, quoted: readonly QuotedStretch[]): Reading =>
  readText(text, language, [...quoted, ...findQuotedLines(text)])

/** Cues and their readings by the language pack's own models. */
export function propose(reading: Reading, language: Language): Proposed {
  const cues = scoreCues(reading, language)
  return { cues, proposals: proposeCued(reading, cues, language.weights()), least: LEAST_CUED }
}

/** The passes from readings of cues to Extraction. */
export function attribute(
  reading: Reading,
  { cues, proposals, least }: Proposed,
  language: Language,
  people: readonly KnownSource[]
): Extraction {
  const { tokens } = reading
  const weights = language.weights()
  const likely = chooseCued(reading, proposals, cues, weights.cuedTrees, least)
  const said = keepInQuotations(tokens, reading.quotations, leaveOutEvidence(reading, likely, language))
  const cued = mendSources(reading, joinPieces(said), language.sources)
  const alone = chooseUncued(reading, cued, cues, weights.uncuedTrees, LEAST_UNCUED)
  const uncued = mendSources(reading, leaveOutThings(reading, alone, language), language.sources)
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

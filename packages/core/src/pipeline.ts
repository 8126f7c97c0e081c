import { assembleExtraction } from './assemble-extraction.ts'
import { chooseAttributions } from './attribution/choose-attributions.ts'
import { classifyTypes } from './attribution/classify-types.ts'
import { continueQuotations } from './attribution/continue-quotations.ts'
import { joinFollowingQuotations } from './attribution/join-following-quotations.ts'
import { nestAttributions } from './attribution/nest-attributions.ts'
import { resolveSources } from './coreference/resolve-sources.ts'
import { findCues } from './cue/find-cues.ts'
import type { Language } from './language.ts'
import { describeMention } from './mention/describe-mention.ts'
import { pairQuotationMarks } from './quotation/pair-quotation-marks.ts'
import { findRoles } from './role/find-roles.ts'
import { analyseSyntax } from './tagging/analyse-syntax.ts'
import { linkTree } from './tagging/link-tree.ts'
import { buildTokenTable } from './text/build-token-table.ts'
import type { Extraction } from './types.ts'

/** From text to Extraction: every pass, in order. This file alone knows the order. */
export function runPipeline(text: string, language: Language): Extraction {
  const tokens = buildTokenTable(text, language)
  const syntax = analyseSyntax(tokens, language)
  const tree = linkTree(syntax)
  const quotations = pairQuotationMarks(tokens)
  const cues = findCues(tokens, tree, language)
  const spoken = continueQuotations(findRoles(tokens, tree, quotations, cues), quotations)
  const joined = joinFollowingQuotations(tokens, quotations, spoken)
  const chosen = chooseAttributions(joined, language.confidences)
  const parents = nestAttributions(chosen)
  const types = classifyTypes(tokens, quotations, chosen, parents)
  const named = chosen.flatMap(({ source }, index) => source.map((range) => ({ index, range })))
  named.sort((a, b) => a.range.from - b.range.from || a.index - b.index)
  const mentions = named.map(({ range }) => describeMention(tokens, syntax, range, language))
  const { sources, sourceOf } = resolveSources(tokens, mentions, language)
  const sourcesOf: number[][] = chosen.map(() => [])
  named.forEach(({ index }, at) => {
    const source = sourceOf[at]!
    if (source >= 0 && !sourcesOf[index]!.includes(source)) sourcesOf[index]!.push(source)
  })
  return assembleExtraction(tokens, chosen, parents, types, sources, sourcesOf, language.confidences)
}

import type { Extraction, Span } from '@saywho/core'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { type Finding, readArticle } from './lint/article.ts'
import { readSettings } from './lint/read-settings.ts'
import type { Options } from './lint/rules.ts'
import { type FileRange, findOrigin, type OriginPiece } from './origin.ts'

export type { AnonymousSourceOptions } from './lint/find-anonymous-sources.ts'
export type { DistantPronounOptions } from './lint/find-distant-pronouns.ts'
export type { LoadedVerb, LoadedVerbOptions } from './lint/find-loaded-verbs.ts'
export type { UnsourcedQuoteOptions } from './lint/find-unsourced-quotes.ts'
export type { Options, RuleSetting, Severity } from './lint/rules.ts'
export type { FileRange, OriginPiece } from './origin.ts'

const SOURCE = 'retext-saywho'
const DOCUMENTATION = 'https://www.npmjs.com/package/retext-saywho#'

/**
 * Plugin that reads `file.data.saywho` and tells an editor, by messages, of what is odd in how a text attributes. It changes
 * nothing, and looks at no tree: it works in any pipeline that has filled that field.
 *
 * Messages have `ruleId`, `source` ("retext-saywho"), `url`, a `note` that says why, and `place` where the words stand in the file.
 *
 * @param options the rules by name, each off, on, or at a severity, with options of its own; all are on by default.
 * @throws {TypeError} on an option that there is not or of a wrong type; the transformer, on a file that has no extraction.
 */
export default function retextSaywhoLint(
  options?: Readonly<Options> | null
): (tree: unknown, file: VFile) => undefined {
  const settings = readSettings(options)
  return (_, file) => {
    const extraction = file.data.saywho
    if (!Array.isArray(extraction?.attributions))
      throw new TypeError(
        'file.data.saywho: expected an extraction; use retext-saywho or rehype-saywho before retext-saywho/lint'
      )
    const article = readArticle(extraction.text ?? String(file), extraction)
    const found = settings.flatMap(({ rule, fatal, options }) =>
      rule.find(article, options).map((finding) => ({ finding, ruleId: rule.id, fatal }))
    )
    found.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end)
    const { toPoint } = location(file)
    const placeOf = findPlaces(file, extraction)
    for (const { finding, ruleId, fatal } of found) {
      const { start, end } = placeOf(finding) ?? {}
      const [from, to] = [toPoint(start), toPoint(end)]
      const message = file.message(finding.reason, {
        ruleId,
        source: SOURCE,
        ...(from && to ? { place: { start: from, end: to } } : {})
      })
      message.fatal = fatal
      message.note = finding.note
      message.url = DOCUMENTATION + ruleId
      if (finding.actual !== undefined) message.actual = finding.actual
      if (finding.expected !== undefined) message.expected = finding.expected
    }
  }
}

/** How to find where words of the text stand in the file: from the first of their pieces to the last. */
function findPlaces(file: VFile, extraction: Extraction): (finding: Finding) => FileRange | undefined {
  if (extraction.text === undefined) return (finding) => finding
  const pieces = file.data.saywhoOrigins ?? piecesOf(extraction)
  return ({ start, end }) => {
    const origin = findOrigin(pieces, start, end)
    const [first] = origin
    return first && { start: first.start, end: origin.at(-1)!.end }
  }
}

/** The pieces that an extraction's own spans tell of, for one that comes from elsewhere. */
function piecesOf({ attributions }: Extraction): OriginPiece[] {
  const exact = ({ start, end, origin }: Span): OriginPiece[] =>
    origin?.length === 1 && origin[0]!.end - origin[0]!.start === end - start
      ? [{ start, end, origin: origin[0]! }]
      : []
  let reach = 0
  return attributions
    .flatMap(({ content, cue, source }) => [...content, ...cue, ...source].flatMap(exact))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < reach) return false
      reach = end
      return true
    })
}

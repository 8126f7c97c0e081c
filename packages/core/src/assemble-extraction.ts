import { hashContent } from './attribution/hash-content.ts'
import type { ResolvedSource } from './coreference/describe-source.ts'
import type { Candidate } from './role/candidate.ts'
import type { TokenRange, TokenTable } from './text/token-table.ts'
import type { Act, AttributionType, Extraction, Span } from './types.ts'

/** An attribution with all that was found out of it. */
export interface Found extends Candidate {
  readonly type: AttributionType
  readonly verbatim: boolean
  readonly act: Act
  readonly negative: boolean
  readonly cue: readonly TokenRange[]
  /** The attribution around it, by index; -1 for none. */
  readonly parent: number
  readonly confidence: number
}

/** What the rooms found, put into the words of the contract. `sourcesOf` holds each attribution's sources, by index. */
export function assembleExtraction(
  tokens: TokenTable,
  found: readonly Found[],
  sources: readonly ResolvedSource[],
  sourcesOf: readonly (readonly number[])[]
): Extraction {
  const ids = nameOnce(
    found.map(({ content }) => hashContent(content.map((range) => toSpan(tokens, range).text).join(' ')))
  )
  const sourceIds = nameOnce(sources.map(({ name }) => slugOf(name)))
  const spansOf = (ranges: readonly TokenRange[]) => ranges.map((range) => toSpan(tokens, range))
  return {
    version: 1,
    attributions: found.map((its, index) => ({
      id: ids[index]!,
      type: its.type,
      verbatim: its.verbatim,
      act: its.act,
      negative: its.negative,
      content: spansOf(its.content),
      cue: spansOf(its.cue),
      source: spansOf(its.source),
      sourceIds: sourcesOf[index]!.map((source) => sourceIds[source]!),
      stated: its.source.length > 0 || sourcesOf[index]!.length === 0,
      parentId: its.parent < 0 ? null : ids[its.parent]!,
      rule: its.rule,
      confidence: Math.round(its.confidence * 1000) / 1000
    })),
    sources: sources.map(({ mentions, reason, sameAs, ...its }, index) => ({
      id: sourceIds[index]!,
      ...its,
      reason: reason && toSpan(tokens, reason),
      mentions: mentions.map((range) => toSpan(tokens, range)),
      sameAs: [...sameAs]
    }))
  }
}

function toSpan(tokens: TokenTable, { from, to }: TokenRange): Span {
  const start = tokens.start[from]!
  const end = tokens.end[to - 1]!
  return { start, end, text: tokens.text.slice(start, end) }
}

/** The names with a number after those that repeat: "a", "a-2". */
function nameOnce(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name}-${times}`
  })
}

/** A name as an identifier: letters and digits of any script, the rest made hyphens. */
function slugOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'source'
  )
}

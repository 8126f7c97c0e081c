import { hashContent } from './attribution/hash-content.ts'
import type { ResolvedSource } from './coreference/resolve-sources.ts'
import type { Candidate, RuleName } from './role/candidate.ts'
import type { TokenRange, TokenTable } from './text/token-table.ts'
import type { AttributionType, Extraction, Span } from './types.ts'

/** What the rooms found, put into the words of the contract. `sourcesOf` holds each candidate's sources, by index. */
export function assembleExtraction(
  tokens: TokenTable,
  candidates: readonly Candidate[],
  parents: readonly number[],
  types: readonly AttributionType[],
  sources: readonly ResolvedSource[],
  sourcesOf: readonly (readonly number[])[],
  confidenceOf: Readonly<Record<RuleName, number>>
): Extraction {
  const ids = nameOnce(
    candidates.map(({ content }) => hashContent(content.map((range) => toSpan(tokens, range).text).join(' ')))
  )
  const sourceIds = nameOnce(sources.map(({ name }) => slugOf(name)))
  const spansOf = (ranges: readonly TokenRange[]) => ranges.map((range) => toSpan(tokens, range))
  return {
    version: 1,
    attributions: candidates.map((candidate, index) => ({
      id: ids[index]!,
      type: types[index]!,
      verbatim: types[index] === 'direct',
      act: candidate.act,
      negative: candidate.negative,
      content: spansOf(candidate.content),
      cue: spansOf(candidate.cue),
      source: spansOf(candidate.source),
      sourceIds: sourcesOf[index]!.map((source) => sourceIds[source]!),
      stated: true,
      parentId: parents[index]! < 0 ? null : ids[parents[index]!]!,
      rule: candidate.rule,
      confidence: confidenceOf[candidate.rule]
    })),
    sources: sources.map(({ mentions, name, role, type }, index) => ({
      id: sourceIds[index]!,
      name,
      type,
      role,
      anonymous: type === 'unnamed',
      reason: null,
      mentions: mentions.map(({ range }) => toSpan(tokens, range)),
      sameAs: []
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

import type { Extraction, Span } from './types.ts'

/** The extraction with each of its spans put through a function; the rest as it is. */
export function mapSpans(extraction: Extraction, map: (span: Span) => Span): Extraction {
  return {
    ...extraction,
    attributions: extraction.attributions.map((attribution) => ({
      ...attribution,
      content: attribution.content.map(map),
      cue: attribution.cue.map(map),
      source: attribution.source.map(map)
    })),
    sources: extraction.sources.map((source) => ({
      ...source,
      reason: source.reason && map(source.reason),
      mentions: source.mentions.map(map)
    }))
  }
}

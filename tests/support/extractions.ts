import type { Attribution, Extraction, Source, Span } from '@saywho/core'

const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`the text has no ${JSON.stringify(words)}`)
  return { start, end: start + words.length, text: words }
}

/** An attribution of a text, its spans given by their words. What is not given is that of a sure, plain statement. */
export function attributionOf(
  text: string,
  content: string | readonly string[],
  fields: Partial<Attribution> & { id: string }
): Attribution {
  return {
    type: 'indirect',
    verbatim: fields.type === 'direct',
    act: 'statement',
    negative: false,
    content: [content].flat().map((words) => spanOf(text, words)),
    cue: [],
    source: [],
    sourceIds: ['s1'],
    stated: true,
    parentId: null,
    rule: 'test',
    confidence: 0.9,
    ...fields
  }
}

export function sourceOf(fields: Partial<Source> & { id: string; name: string }): Source {
  return { type: 'person', role: null, anonymous: false, reason: null, mentions: [], sameAs: [], ...fields }
}

export const extractionOf = (attributions: Attribution[], sources: Source[]): Extraction => ({
  version: 1,
  attributions,
  sources
})

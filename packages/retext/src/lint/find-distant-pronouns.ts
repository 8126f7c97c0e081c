import type { Source } from '@saywho/core'
import { english } from '@saywho/english'
import type { Article, Finding } from './article.ts'
import { isCount, type Rule, show } from './rule.ts'

export interface DistantPronounOptions {
  /**
   * How many sentences the pronoun may stand after the source was last named, those inside quotations counted.
   * @default 6
   */
  maxSentences?: number
}

/** Sources given by a pronoun far from their name. */
export const distantPronoun: Rule<Required<DistantPronounOptions>> = {
  id: 'distant-pronoun',
  defaults: { maxSentences: 6 },
  expected: { maxSentences: [isCount, 'a whole number from 0'] },
  find(article, { maxSentences }) {
    const { extraction, sources, tokens, tokenAt } = article
    const places = findNames(article)
    const placesOf = new Map<string, NamePlace[]>()
    for (const place of places) {
      const its = placesOf.get(place.id)
      if (its) its.push(place)
      else placesOf.set(place.id, [place])
    }
    const found = new Map<number, Finding>()
    for (const { source: spans, sourceIds } of extraction.attributions) {
      const [span] = spans
      const source = sources.get(sourceIds[0] ?? '')
      if (spans.length !== 1 || sourceIds.length !== 1 || span === undefined || source === undefined) continue
      if (!isPronoun(span.text)) continue
      const token = tokenAt(span.start)
      const last = lastBefore(places, token)
      const own = lastBefore(placesOf.get(source.id) ?? [], token)
      if (last === undefined || own === undefined) continue
      const distance = tokens.sentence[token]! - tokens.sentence[own.token]!
      if (distance <= maxSentences) continue
      const other = sources.get(last.id)!
      found.set(span.start, {
        start: span.start,
        end: span.end,
        reason: `${show(span.text)} stands ${distance} sentences after ${show(source.name)} was last named`,
        note:
          other.id !== source.id && other.type === source.type
            ? `A reader may take it for ${show(other.name)}, named in between. Name the source again.`
            : 'A reader who skips, or is quoted a part, cannot tell who is meant. Name the source again.',
        actual: span.text,
        expected: [source.name]
      })
    }
    return [...found.values()]
  }
}

const isPronoun = (text: string): boolean => english.sources.pronouns.get(text.toLowerCase())?.person === 3

/** Where a source is named, by token. */
interface NamePlace {
  token: number
  id: string
}

/** Where sources are named, in order: by their mentions that are no pronouns, and by last names that only one of them has. */
function findNames({ extraction: { sources }, tokens, tokenAt }: Article): NamePlace[] {
  const places = sources.flatMap(({ id, mentions }) =>
    mentions.filter(({ text }) => !isPronoun(text)).map(({ start }) => ({ token: tokenAt(start), id }))
  )
  const byName = new Map<string, string | null>()
  for (const source of sources) {
    const last = lastName(source)
    if (last !== null) byName.set(last, byName.has(last) ? null : source.id)
  }
  tokens.form.forEach((form, token) => {
    const id = byName.get(form)
    if (id) places.push({ token, id })
  })
  return places.sort((a, b) => a.token - b.token)
}

function lastName({ name, type }: Source): string | null {
  const last = name.split(' ').at(-1)!
  return type === 'person' && /^\p{Lu}/u.test(last) ? last : null
}

/** The last place before a token. */
function lastBefore(places: readonly NamePlace[], token: number): NamePlace | undefined {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.token < token) low = middle + 1
    else high = middle
  }
  return places[low - 1]
}

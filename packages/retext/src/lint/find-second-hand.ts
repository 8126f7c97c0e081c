import type { Attribution } from '@saywho/core'
import { english } from '@saywho/english'
import type { Article, Finding } from './article.ts'
import { type Rule, show } from './rule.ts'

/** Of the words of the shorter content this share must stand in the other for the two to be the same claim. */
const SAME_SHARE = 0.75
/** Contents of fewer words say too little to be told to be the same. */
const LEAST_WORDS = 3
/** Fewer words between marks are more often the outer source's own doubt or emphasis. */
const LEAST_QUOTED = 4
const QUOTED =
  'Quotation marks vouch for the very words, and the text has them only from someone’s memory. Report them without marks, or ask the source itself.'
const NOTE =
  'The text has these words only through another, and gives them here as the source’s own. Say here too whom they are from, or ask the source itself.'

/** A source is held against no more of its contents heard through others than this, so that the cost stays linear. */
const MOST_COMPARED = 100

interface Heard {
  words: ReadonlySet<string>
  /** From whom the text has it, by name. */
  warrant: string
}

/**
 * What the text has only through another: given elsewhere as the source's own, or between quotation marks as if the writer had
 * heard it. Documents are what they quote: they vouch for it.
 */
export const secondHand: Rule<object> = {
  id: 'second-hand',
  defaults: {},
  expected: {},
  find(article) {
    const stated = article.extraction.attributions.filter(({ negative }) => !negative)
    const heard = new Map<string, Heard[]>()
    for (const attribution of stated) {
      const warrant = warrantOf(article, attribution)
      if (warrant === null) continue
      const its = { words: wordsOf(attribution), warrant }
      for (const id of attribution.sourceIds) {
        const list = heard.get(id)
        if (list === undefined) heard.set(id, [its])
        else if (list.length < MOST_COMPARED) list.push(its)
      }
    }
    const retold = stated.flatMap((attribution): Finding[] => {
      const warrant = warrantOf(article, attribution)
      if (warrant === null || !isQuotedFrom(article, attribution)) return []
      const name = article.sources.get(attribution.sourceIds[0]!)?.name ?? ''
      return [
        {
          ...extentOf(attribution),
          reason: `${show(name)} is quoted word for word, though heard only through ${show(warrant)}`,
          note: QUOTED
        }
      ]
    })
    const restated = stated
      .filter(({ parentId }) => parentId === null)
      .flatMap((attribution): Finding[] => {
        const { sourceIds } = attribution
        const known = sourceIds.flatMap((id) => heard.get(id) ?? [])
        if (known.length === 0) return []
        const words = wordsOf(attribution)
        const its = known.find((other) => isSame(words, other.words))
        if (its === undefined) return []
        const name = article.sources.get(sourceIds[0]!)?.name ?? ''
        return [
          {
            ...extentOf(attribution),
            reason: `${show(name)} is given as the source of what the text has only from ${show(its.warrant)}`,
            note: NOTE
          }
        ]
      })
    return [...retold, ...restated]
  }
}

const extentOf = ({ content }: Attribution) => ({ start: content[0]!.start, end: content.at(-1)!.end })

/** Whether an attribution gives someone's very words as another speaker has told them. */
function isQuotedFrom(
  { attributions }: Article,
  { act, type, cue, content, source, parentId }: Attribution
): boolean {
  const parent = attributions.get(parentId ?? '')
  const words = content.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
  return (
    parent?.type !== 'direct' &&
    parent?.act === 'statement' &&
    parent.stated &&
    act === 'statement' &&
    type === 'direct' &&
    cue.length > 0 &&
    source.length > 0 &&
    words >= LEAST_QUOTED
  )
}

/** Whose words an attribution stands in, by name; null where it stands in nobody's, or in its own source's. */
function warrantOf({ attributions, sources }: Article, { parentId, sourceIds }: Attribution): string | null {
  const parent = attributions.get(parentId ?? '')
  const id = parent?.sourceIds.find((its) => !sourceIds.includes(its))
  const source = sources.get(id ?? '')
  return source === undefined || source.type === 'document' ? null : source.name
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  if (few.size < LEAST_WORDS || few.size < many.size / 2) return false
  let shared = 0
  for (const word of few) if (many.has(word)) shared++
  return shared >= SAME_SHARE * few.size
}

/** The words of a content, by stem, without short ones. */
function wordsOf({ content }: Attribution): Set<string> {
  const words = content.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
  return new Set(words.map((word) => english.stem(word, 'verb')))
}

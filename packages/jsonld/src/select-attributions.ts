import type { Attribution, Extraction, Source } from '@saywho/core'
import { isDenied } from './is-denied.ts'
import type { Selection } from './read-selection.ts'

/** An attribution that may be put out, and what is needed to word it. */
export interface Publishable {
  attribution: Attribution
  /** At least one. */
  sources: Source[]
  /** Could be checked: a `Claim`. */
  isClaim: boolean
  /**
   * The offsets of contents nested in it that are statements, however unsure: marks in there may be another's, and what may
   * be is not put into anyone's mouth.
   */
  nested: { start: number; end: number }[]
}

/**
 * The attributions that markup may state as facts, in order.
 *
 * Left out: what is denied, or denies what it reports, has no source that the extraction knows, is less sure than the floor or of a type not asked for; stances, since marks
 * in them are names of things; whatever stands inside the content of one left out, or of a belief or intention, since
 * the article itself does not say that it was said; beliefs and intentions within someone's statement, since the words
 * are those of whoever made it.
 */
export function selectAttributions(
  { attributions, sources }: Extraction,
  { types, minConfidence }: Required<Selection>
): Publishable[] {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]))
  const sourceById = new Map(sources.map((source) => [source.id, source]))
  const sourcesOf = ({ sourceIds }: Attribution) =>
    [...new Set(sourceIds)].flatMap((id) => sourceById.get(id) ?? []).filter(({ name }) => name.trim() !== '')
  const isOwned = (attribution: Attribution) =>
    types.includes(attribution.type) &&
    attribution.confidence >= minConfidence &&
    !isDenied(attribution) &&
    hasWords(attribution) &&
    sourcesOf(attribution).length > 0
  const isStatement = (attribution: Attribution) => attribution.act === 'statement' && isOwned(attribution)

  const nested = new Map<Attribution, { start: number; end: number }[]>()
  for (const attribution of attributions)
    if (attribution.act === 'statement')
      for (const ancestor of ancestorsOf(attribution, byId) ?? [])
        nested.set(ancestor, (nested.get(ancestor) ?? []).concat(attribution.content))

  return attributions.flatMap((attribution) => {
    const isClaim = isStatement(attribution)
    const isOwnState =
      attribution.parentId === null && (attribution.act === 'belief' || attribution.act === 'intention')
    if (!isClaim && !(isOwnState && isOwned(attribution))) return []
    if (ancestorsOf(attribution, byId)?.every(isStatement) !== true) return []
    return [{ attribution, sources: sourcesOf(attribution), isClaim, nested: nested.get(attribution) ?? [] }]
  })
}

const hasWords = ({ content }: Attribution): boolean => content.some(({ text }) => /[\p{L}\p{N}]/u.test(text))

/** The attributions around one, the nearest first; null when one of them is missing or they run in a circle. */
function ancestorsOf(attribution: Attribution, byId: ReadonlyMap<string, Attribution>): Attribution[] | null {
  const ancestors = new Set<Attribution>()
  for (let id = attribution.parentId; id !== null; ) {
    const parent = byId.get(id)
    if (parent === undefined || parent === attribution || ancestors.has(parent)) return null
    ancestors.add(parent)
    id = parent.parentId
  }
  return [...ancestors]
}

import type { Extraction } from '@saywho/core'
import { isInDenial } from '@saywho/jsonld'

/** A statement that can be reviewed, and who is said to have made it. */
export interface Checkable {
  /** The attribution's id. */
  id: string
  /** Its words, pieces joined by " … ". */
  text: string
  /** Its sources' names. */
  by: string
}

/**
 * The statements that a person could check: put out by someone who is known, and neither denied nor told inside what is denied.
 */
export function listCheckable({ attributions, sources }: Extraction): Checkable[] {
  const nameOf = new Map(sources.map(({ id, name }) => [id, name]))
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]))
  return attributions.flatMap((attribution) => {
    const { id, act, content, sourceIds } = attribution
    const names = sourceIds.flatMap((source) => nameOf.get(source) ?? [])
    if (act !== 'statement' || names.length === 0 || isInDenial(attribution, byId)) return []
    return [{ id, text: content.map((span) => span.text).join(' … '), by: names.join(', ') }]
  })
}

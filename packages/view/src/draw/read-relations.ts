import type { Attribution, Extraction, Span } from '@saywho/core'
import type { Look } from '../assign-colours.ts'

/** An attribution with what the view tells of it. */
export interface Relation {
  attribution: Attribution
  /** Its number in the view, from 1. */
  number: number
  /** Its sources' places in the list of sources. */
  sources: number[]
  /** Who it is, in words; null where no one is named. */
  who: string | null
  /** The look of its first source; null where it has none. */
  look: Look | null
  /** The number of the attribution that it stands in. */
  parent: number | null
  /** How many stand around it. */
  depth: number
}

/** The attributions of an extraction, in their order. */
export function readRelations(
  { attributions, sources }: Extraction,
  looks: ReadonlyMap<string, Look>
): Relation[] {
  const placeOfSource = new Map(sources.map(({ id }, index) => [id, index]))
  const numberOf = new Map(attributions.map(({ id }, index) => [id, index + 1]))
  const relations = attributions.map((attribution, index): Relation => {
    const places = attribution.sourceIds.flatMap((id) => placeOfSource.get(id) ?? [])
    const names = places.map((place) => sources[place]!.name)
    return {
      attribution,
      number: index + 1,
      sources: places,
      who:
        names.length > 0
          ? joinNames(names)
          : attribution.source.length > 0
            ? joinSpans(attribution.source)
            : null,
      look: looks.get(attribution.sourceIds[0] ?? '') ?? null,
      parent: attribution.parentId === null ? null : (numberOf.get(attribution.parentId) ?? null),
      depth: 0
    }
  })
  // A parent's number is mostly the lower one; where it is not, the note is set as if it stood alone.
  for (const relation of relations)
    if (relation.parent !== null && relation.parent < relation.number)
      relation.depth = relations[relation.parent - 1]!.depth + 1
  return relations
}

const joinNames = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The words of a part, its pieces joined. */
export const joinSpans = (spans: readonly Span[]): string => spans.map(({ text }) => text).join(' … ')

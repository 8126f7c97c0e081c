import { type Fields, isFields } from './fields.ts'
import { pointTo } from './point-to.ts'

/** A value of a JSON document, and where it stands: a JSON pointer (RFC 6901). */
export interface Place {
  value: unknown
  pointer: string
}

/** An object of a JSON document, and where it stands. */
export interface Node extends Place {
  value: Fields
}

/** A ClaimReview in a document, and the `@context` that holds for it: undefined where none does. */
export interface ClaimReviewNode extends Node {
  context: unknown
}

/** JSON that may hold ClaimReviews: a node, a list of nodes, a `@graph`, or a page that holds them further in. */
export interface MarkupDocument {
  /** In the document's order. */
  reviews: ClaimReviewNode[]
  /** Nodes by their `@id`, so that `{"@id": "#desk"}` can be followed. */
  nodes: ReadonlyMap<string, Node>
}

const SCHEMA = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/

/** Looks through JSON of any depth for ClaimReviews and named nodes. Anything but objects and lists holds none. */
export function openDocument(json: unknown): MarkupDocument {
  const reviews: ClaimReviewNode[] = []
  const nodes = new Map<string, Node>()
  // A stack of its own: hostile JSON is nested deeper than calls can be.
  const ahead: (Place & { context: unknown })[] = [{ value: json, pointer: '', context: undefined }]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const { value, pointer } = next
    let { context } = next
    if (isFields(value)) {
      if (value['@context'] !== undefined) context = value['@context']
      const id = value['@id']
      if (typeof id === 'string' && Object.keys(value).length > 1 && !nodes.has(id))
        nodes.set(id, { value, pointer })
      if (typesOf(value).includes('ClaimReview')) reviews.push({ value, pointer, context })
    }
    if (typeof value === 'object' && value !== null)
      for (const [key, its] of Object.entries(value).reverse())
        if (key !== '@context') ahead.push({ value: its, pointer: pointTo(pointer, key), context })
  }
  return { reviews, nodes }
}

/** A node's types, without the vocabulary's address. */
export function typesOf(node: Fields): string[] {
  return [node['@type']].flat().flatMap((type) => (typeof type === 'string' ? type.replace(SCHEMA, '') : []))
}

/** A field of a node, whichever way its name is spelt (`url`, `schema:url`, `http://schema.org/url`). */
export function fieldOf({ value, pointer }: Node, name: string): Place {
  const key = Object.keys(value).find((its) => its.replace(SCHEMA, '') === name) ?? name
  return { value: value[key], pointer: pointTo(pointer, key) }
}

/** More levels of lists than are seen; hostile JSON has more than calls can follow. */
const DEEPEST_LIST = 8

/**
 * The values in a place: those of a list, of JSON-LD's `@list` and `@set`, or the one. None where it is null or not
 * there.
 */
export function valuesIn(place: Place, depth = 0): Place[] {
  const { value, pointer } = place
  if (value === undefined || value === null) return []
  if (depth === DEEPEST_LIST) return [place]
  if (Array.isArray(value))
    return value.flatMap((its, index) =>
      valuesIn({ value: its, pointer: pointTo(pointer, index) }, depth + 1)
    )
  if (isFields(value))
    for (const key of ['@list', '@set', '@value'])
      if (value[key] !== undefined)
        return valuesIn({ value: value[key], pointer: pointTo(pointer, key) }, depth + 1)
  return [place]
}

/** The node that a place refers to by `{"@id": …}`, if the document has it; else the place as it is. */
export function follow(place: Place, { nodes }: MarkupDocument): Place {
  if (!isFields(place.value) || Object.keys(place.value).length !== 1) return place
  const id = place.value['@id']
  return (typeof id === 'string' ? nodes.get(id) : undefined) ?? place
}

export function isNode(place: Place): place is Node {
  return isFields(place.value)
}

/** Whether a `@context` is schema.org's, in any of the forms that are seen. */
export function isSchemaContext(context: unknown): boolean {
  return [context].flat().some((its) => {
    const addresses = isFields(its) ? Object.values(its) : [its]
    return addresses.some(
      (address) =>
        typeof address === 'string' && /^(?:https?:\/\/)?(?:www\.)?schema\.org(?:\/|$)/i.test(address)
    )
  })
}

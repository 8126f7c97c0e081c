import { toWellFormed } from './to-well-formed.ts'

/** A source's node, the same in every output of a page. */
export const sourceId = (id: string, base: string): string => `${base}#source-${fragmentOf(id)}`

/** An id in the form that a URL's fragment allows. */
export const fragmentOf = (id: string): string => encodeURIComponent(toWellFormed(id))

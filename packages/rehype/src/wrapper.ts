import type { Attribution } from '@saywho/core'
import type { Element, Properties } from 'hast'

/** What the attributes of wrappers say, by their names in a tree. */
export const CONTENT = 'dataSaywhoContent'
export const CUE = 'dataSaywhoCue'
export const SOURCE = 'dataSaywhoSource'
const OWN = /^dataSaywho/

/** The id of the element that an attribution's content begins with, and the fragment of links to it. */
export const anchorOf = (id: string): string => `saywho-${id}`

/** The properties of an element around words of a content; values are strings, as a parser reads them. */
export function describeContent({ id, type, act, negative, sourceIds, confidence }: Attribution): Properties {
  return {
    [CONTENT]: id,
    dataSaywhoType: type,
    dataSaywhoAct: act,
    ...(negative ? { dataSaywhoNegative: '' } : {}),
    ...(sourceIds.length > 0 ? { dataSaywhoSources: sourceIds.join(' ') } : {}),
    dataSaywhoConfidence: String(confidence)
  }
}

/** Whether an element was put in by an earlier run, with nothing of anyone else's on it. */
export function isWrapper({ tagName, properties }: Element): boolean {
  if (tagName !== 'span') return false
  if (!(CONTENT in properties || CUE in properties || SOURCE in properties)) return false
  return Object.entries(properties).every(
    ([name, value]) => OWN.test(name) || (name === 'id' && value === anchorOf(String(properties[CONTENT])))
  )
}

import type {
  Act,
  Attribution,
  AttributionType,
  Extraction,
  Page,
  Source,
  SourceType,
  Span
} from '@saywho/core'
import { checkExtraction } from './check-extraction.ts'
import { checkSpan } from './check-span.ts'
import { countCodePoints, isInsidePair } from './count-code-points.ts'
import { fragmentOf, sourceId } from './node-ids.ts'
import { readPage } from './read-page.ts'
import { readSelection, type Selection } from './read-selection.ts'
import { toWellFormed } from './to-well-formed.ts'

export interface WebAnnotationOptions extends Selection {
  /** The text that was read, for what stands around a quotation; not needed where the extraction carries it. */
  text?: string
}

/** What the Web Annotation model has no terms for, in terms of our own. */
const TERMS = {
  saywho: 'urn:saywho:annotation:',
  Attribution: 'saywho:Attribution',
  act: 'saywho:act',
  attributionType: 'saywho:attributionType',
  negative: { '@id': 'saywho:negative', '@type': 'xsd:boolean' },
  confidence: { '@id': 'saywho:confidence', '@type': 'xsd:double' },
  attributedTo: { '@id': 'saywho:attributedTo', '@type': '@id' },
  sourceType: 'saywho:sourceType',
  parent: { '@id': 'saywho:parent', '@type': '@id' }
} as const

/** One piece of a content, annotated with whose it is. */
export interface WebAnnotation {
  '@context': readonly ['http://www.w3.org/ns/anno.jsonld', typeof TERMS]
  id: string
  type: 'Annotation'
  motivation: 'describing'
  creator: { type: 'Software'; name: 'Saywho' }
  /** In words, for any reader of annotations, and in data. */
  body: [TextualBody, AttributionBody]
  target: {
    type: 'SpecificResource'
    source: string
    selector: [TextQuoteSelector, TextPositionSelector]
  }
}

/** Whose the words are, as a sentence. */
export interface TextualBody {
  type: 'TextualBody'
  purpose: 'describing'
  format: 'text/plain'
  language: 'en'
  value: string
}

/** Whose the words are, as data. */
export interface AttributionBody {
  /** The same for all pieces of an attribution. */
  id: string
  type: 'Attribution'
  act: Act
  attributionType: AttributionType
  negative: boolean
  confidence: number
  attributedTo: { id: string; name: string; sourceType: SourceType }[]
  /** The body of the attribution around this one, where that is annotated too. */
  parent?: string
}

/** Words by what they are, and by what stands around them where they repeat. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector'
  exact: string
  prefix?: string
  suffix?: string
}

/** Words by where they stand. */
export interface TextPositionSelector {
  type: 'TextPositionSelector'
  /** In code points, not in UTF-16 code units. */
  start: number
  end: number
}

/**
 * An Extraction as W3C Web Annotations: one for each piece of each content, in order, every one a document of its own. It
 * selects the words by what they are and what stands around them, and by position in Unicode code points.
 *
 * Annotations are for people who look at what was found, so that what is denied or has no known source is here too, and its
 * body says so; what is below the confidence floor is not. Ids are fragments of the page's URL, the same in every run. Lone
 * surrogates come out as U+FFFD, as they do in any page sent as UTF-8.
 *
 * @param extraction what `extract` gave. One without attributions gives an empty list.
 * @param page the page that the text stands on; only `url` is read.
 * @param options the text that was read, needed unless the extraction carries it; the types and the confidence floor.
 * @throws {TypeError} when the extraction is none, the text is missing or is not that of the extraction, or the page or an option is malformed; the
 *   message names it and what it got.
 * @see https://www.w3.org/TR/annotation-model/
 */
export function toWebAnnotations(
  extraction: Extraction,
  page: Page,
  options: WebAnnotationOptions = {}
): WebAnnotation[] {
  checkExtraction(extraction)
  const { url } = readPage(page)
  const { types, minConfidence } = readSelection(options)
  const text = extraction.text ?? options.text
  if (typeof text !== 'string')
    throw new TypeError('options.text is missing: selectors tell what stands around the words, and where')
  const sourceById = new Map(extraction.sources.map((source) => [source.id, source]))
  const chosen = extraction.attributions.filter(
    ({ type, confidence }) => types.includes(type) && confidence >= minConfidence
  )
  const chosenIds = new Set(chosen.map(({ id }) => id))
  const codePointsBefore = countCodePoints(text)
  return chosen.flatMap((attribution) => {
    const sources = attribution.sourceIds.flatMap((id) => sourceById.get(id) ?? [])
    const body = describeAttribution(attribution, sources, url)
    if (attribution.parentId !== null && chosenIds.has(attribution.parentId))
      body.parent = attributionId(attribution.parentId, url)
    return attribution.content.map((span, index): WebAnnotation => {
      checkSpan(span, text, `content of ${attribution.id}`)
      return {
        '@context': ['http://www.w3.org/ns/anno.jsonld', TERMS],
        id: `${url}#annotation-${fragmentOf(attribution.id)}${index === 0 ? '' : `.${index + 1}`}`,
        type: 'Annotation',
        motivation: 'describing',
        creator: { type: 'Software', name: 'Saywho' },
        body: [wordAttribution(attribution, sources), body],
        target: {
          type: 'SpecificResource',
          source: url,
          selector: [
            quoteSelector(span, text),
            {
              type: 'TextPositionSelector',
              start: codePointsBefore(span.start),
              end: codePointsBefore(span.end)
            }
          ]
        }
      }
    })
  })
}

function wordAttribution({ type, act, negative }: Attribution, sources: readonly Source[]): TextualBody {
  const who = sources.map(({ name }) => toWellFormed(name)).join(', ') || 'unknown source'
  return {
    type: 'TextualBody',
    purpose: 'describing',
    format: 'text/plain',
    language: 'en',
    value: `${who}: ${type} ${act}${negative ? ', denied' : ''}`
  }
}

function describeAttribution(
  { id, act, type, negative, confidence }: Attribution,
  sources: readonly Source[],
  url: string
): AttributionBody {
  return {
    id: attributionId(id, url),
    type: 'Attribution',
    act,
    attributionType: type,
    negative,
    confidence,
    attributedTo: sources.map((source) => ({
      id: sourceId(source.id, url),
      name: toWellFormed(source.name),
      sourceType: source.type
    }))
  }
}

/** Enough to tell most repeated words apart, and what other annotation clients store. */
const CONTEXT_LENGTH = 32

/** At most so many characters on either side, cut between words where there is a space to cut at. */
function quoteSelector({ start, end, text: exact }: Span, text: string): TextQuoteSelector {
  let from = Math.max(0, start - CONTEXT_LENGTH)
  if (isInsidePair(text, from)) from++
  let to = Math.min(text.length, end + CONTEXT_LENGTH)
  if (isInsidePair(text, to)) to--
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  const prefix = from === 0 ? before : before.replace(/^\S+(?=\s)/, '')
  const suffix = to === text.length ? after : after.replace(/(\s)\S+$/, '$1')
  return {
    type: 'TextQuoteSelector',
    exact: toWellFormed(exact),
    ...(prefix === '' ? {} : { prefix: toWellFormed(prefix) }),
    ...(suffix === '' ? {} : { suffix: toWellFormed(suffix) })
  }
}

const attributionId = (id: string, url: string): string => `${url}#attribution-${fragmentOf(id)}`

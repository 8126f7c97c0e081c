import dataModel from '@rdfjs/data-model'
import datasetFactory from '@rdfjs/dataset'
import type { DatasetCore, Quad } from '@rdfjs/types'
import jsonld from 'jsonld'

const idOf = (name: string) => ({ '@id': name, '@type': '@id' })
const vocabOf = (name: string) => ({ '@id': name, '@type': '@vocab' })

/**
 * The two context documents that the outputs name, as far as they use them; the originals are on the network. schema.org's is
 * a vocabulary whose addresses and dates are typed; the annotations' has no vocabulary, so that a term it has not is lost.
 */
const CONTEXTS: Readonly<Record<string, object>> = {
  'https://schema.org': {
    '@vocab': 'http://schema.org/',
    url: idOf('http://schema.org/url'),
    sameAs: idOf('http://schema.org/sameAs')
  },
  'http://www.w3.org/ns/anno.jsonld': {
    oa: 'http://www.w3.org/ns/oa#',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    as: 'http://www.w3.org/ns/activitystreams#',
    id: '@id',
    type: '@type',
    Annotation: 'oa:Annotation',
    TextualBody: 'oa:TextualBody',
    SpecificResource: 'oa:SpecificResource',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextPositionSelector: 'oa:TextPositionSelector',
    Software: 'as:Application',
    describing: 'oa:describing',
    body: idOf('oa:hasBody'),
    target: idOf('oa:hasTarget'),
    source: idOf('oa:hasSource'),
    selector: idOf('oa:hasSelector'),
    creator: idOf('dcterms:creator'),
    motivation: vocabOf('oa:motivatedBy'),
    purpose: vocabOf('oa:hasPurpose'),
    format: 'dc:format',
    language: 'dc:language',
    value: 'rdf:value',
    start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
    end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    name: 'foaf:name'
  }
}

/** Gives the contexts that are at hand; asks no network, and refuses what is not. */
async function documentLoader(
  url: string
): Promise<{ documentUrl: string; document: jsonld.JsonLdDocument }> {
  const context = CONTEXTS[url]
  if (context === undefined) throw new Error(`the document asks for ${url}`)
  return { documentUrl: url, document: { '@context': context } as jsonld.JsonLdDocument }
}

/** The types of jsonld are older than its `safe`, which refuses what a context does not define. */
const OPTIONS = { documentLoader, safe: true } as jsonld.Options.Expand

/** A JSON-LD document with all terms spelt out. */
export const expand = (document: object) => jsonld.expand(document as jsonld.JsonLdDocument, OPTIONS)

/** A document written again by a context, from what it says alone. */
export const compact = async (document: object, context: unknown): Promise<object> =>
  jsonld.compact(await expand(document), context as jsonld.ContextDefinition, OPTIONS)

/** All statements of a document, one a line, in an order and with names of blank nodes that depend on nothing else. */
export const canonize = (document: object): Promise<string> =>
  jsonld.canonize(document as jsonld.JsonLdDocument, {
    ...OPTIONS,
    algorithm: 'URDNA2015',
    format: 'application/n-quads'
  })

/** All statements of a document. */
export async function toDataset(document: object): Promise<DatasetCore> {
  const quads = (await jsonld.toRDF(document as jsonld.JsonLdDocument, OPTIONS)) as Quad[]
  return datasetFactory.dataset(
    quads.map((quad) => dataModel.fromQuad({ ...quad, termType: 'Quad', value: '' }))
  )
}

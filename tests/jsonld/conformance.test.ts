import { readFileSync } from 'node:fs'
import { type JsonLdOptions, toJsonLd, toWebAnnotations } from '@saywho/jsonld'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { findAnnotationErrors } from '../support/annotation-model.ts'
import { canonize, compact } from '../support/contexts.ts'
import { type Generated, sampleExtractions } from '../support/generate-extractions.ts'
import { findShapeErrors } from '../support/shapes.ts'
import { findVocabularyErrors } from '../support/vocabulary.ts'

const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const fromSeed: Generated = {
  text: seed,
  extraction: extract(seed),
  page: {
    url: 'https://example.org/world/envoy',
    headline: 'An envoy arrives',
    publisher: 'The Example',
    datePublished: '2025-01-20T09:30:00Z'
  }
}
/** The seed article and 250 made up, each in both forms. */
const samples = [fromSeed, ...sampleExtractions(250)]
const optionsOf = (index: number): JsonLdOptions => ({
  minConfidence: index % 2 === 0 ? 0 : 0.5,
  firstAppearances: {
    k1: 'https://example.com/first',
    [fromSeed.extraction.attributions[0]!.id]: fromSeed.page.url
  }
})
const documents = samples.flatMap(({ extraction, page }, index) => [
  toJsonLd(extraction, page, { ...optionsOf(index), form: 'graph' }),
  toJsonLd(extraction, page, { ...optionsOf(index), form: 'embedded' })
])

describe('JSON-LD of the seed article and of 250 made-up extractions, in both forms', () => {
  it('is of every kind', () => {
    const json = JSON.stringify(documents)
    for (const type of ['NewsArticle', 'Person', 'Organization', 'CreativeWork', 'Claim', 'Quotation'])
      expect(json.split(`"@type":"${type}"`).length, type).toBeGreaterThan(50)
    for (const term of ['creditText', 'firstAppearance', 'sameAs', 'description', 'hasPart', 'isPartOf'])
      expect(json.split(`"${term}":`).length, term).toBeGreaterThan(50)
  })

  it("has schema.org's types and terms alone, each in its domain and range", () => {
    for (const document of documents) expect(findVocabularyErrors(document)).toEqual([])
  })

  it('expands, and compacts to the same statements', async () => {
    for (const document of documents) {
      const compacted = await compact(document, 'https://schema.org')
      expect(await canonize(compacted)).toBe(await canonize(document))
    }
  }, 60_000)

  it('says the same in both forms, but for what nesting says', async () => {
    const statementsOf = async (document: object) =>
      (await canonize(document)).split('\n').filter((line) => !line.includes('<http://schema.org/hasPart>'))
    for (let index = 0; index < documents.length; index += 2)
      expect(await statementsOf(documents[index + 1]!)).toEqual(await statementsOf(documents[index]!))
  }, 60_000)

  it('conforms to our shapes', async () => {
    for (const document of documents) expect(await findShapeErrors(document)).toEqual([])
  }, 120_000)

  it('says nothing that is denied, unresolved or less sure than the floor', () => {
    for (const [index, { extraction }] of samples.entries()) {
      const { minConfidence = 0 } = optionsOf(index)
      const barred = extraction.attributions.filter(
        ({ negative, sourceIds, confidence }) =>
          negative || sourceIds.length === 0 || confidence < minConfidence
      )
      const json = JSON.stringify([documents[2 * index], documents[2 * index + 1]])
      for (const { id } of barred) expect(json).not.toMatch(new RegExp(`#(?:claim|quotation)-${id}["./]`))
    }
  })

  it('is the same in every run', () => {
    for (const [index, { extraction, page }] of samples.entries())
      expect(JSON.stringify(toJsonLd(structuredClone(extraction), page, optionsOf(index)))).toBe(
        JSON.stringify(documents[2 * index])
      )
  })
})

describe('annotations of the same', () => {
  it("keep the model's rules", () => {
    for (const { text, extraction, page } of samples) {
      const annotations = toWebAnnotations(extraction, page, { text, minConfidence: 0 })
      expect(annotations).toHaveLength(extraction.attributions.flatMap(({ content }) => content).length)
      for (const annotation of annotations) expect(findAnnotationErrors({ ...annotation })).toEqual([])
    }
  })
})

describe('our shapes', () => {
  const url = 'https://example.org/a'
  const article = { '@type': 'NewsArticle', '@id': url, url }
  const person = { '@type': 'Person', '@id': `${url}#ana`, name: 'Ana Brandt' }
  const claim = {
    '@type': 'Claim',
    '@id': `${url}#claim`,
    text: 'it is safe',
    author: { '@id': `${url}#ana` },
    appearance: { '@id': url }
  }
  const quotation = {
    '@type': 'Quotation',
    '@id': `${url}#quotation`,
    text: 'safe',
    creator: { '@id': `${url}#ana` },
    isPartOf: { '@id': url }
  }
  const errorsOf = (...nodes: object[]) =>
    findShapeErrors({ '@context': 'https://schema.org', '@graph': nodes })

  it('allow what is right', async () => {
    expect(await errorsOf(article, person, claim, quotation)).toEqual([])
  })

  it.each([
    [{ ...quotation, text: '' }, 'quotation: a quotation has one text'],
    [{ ...quotation, text: ['a', 'b'] }, 'quotation: a quotation has one text'],
    [{ ...quotation, text: ' safe' }, 'quotation: a quotation begins with its words'],
    [{ ...quotation, creator: { '@id': url } }, 'quotation: who is quoted is a person or an organisation'],
    [{ ...quotation, creator: [] }, 'quotation: a quotation tells whose it is'],
    [{ ...quotation, isPartOf: [] }, 'quotation: a quotation is part of its article'],
    [{ ...claim, text: [] }, 'claim: a claim has one text'],
    [{ ...claim, author: { '@id': url } }, 'claim: who claims is a person or an organisation'],
    [{ ...claim, author: [] }, 'claim: a claim tells whose it is'],
    [{ ...claim, appearance: 'here' }, 'claim: a claim appears in its article'],
    [
      { ...claim, firstAppearance: [{ '@id': `${url}1` }, { '@id': `${url}2` }] },
      'claim: a claim appeared first in one place'
    ],
    [{ ...claim, isPartOf: { '@id': url } }, 'claim: a second-hand claim is part of one claim'],
    [{ ...claim, hasPart: { '@id': url } }, 'claim: the parts of a claim are quotations and claims'],
    [{ ...article, '@id': `${url}#b`, url: [] }, 'b: an article has one url'],
    [{ ...article, '@id': `${url}#b`, headline: ['a', 'b'] }, 'b: an article has at most one headline'],
    [
      { ...article, '@id': `${url}#b`, publisher: { '@id': `${url}#ana` } },
      'b: an article has at most one publisher'
    ],
    [{ ...article, '@id': `${url}#b`, datePublished: 'today' }, 'b: an article has at most one date'],
    [{ '@type': 'Person', '@id': `${url}#b` }, 'b: a person has one name'],
    [{ ...person, '@id': `${url}#b`, description: '' }, 'b: a person has at most one description'],
    [{ ...person, '@id': `${url}#b`, sameAs: 'urn:x:y' }, 'b: a person is the same as what has an address'],
    [{ ...claim, creator: { '@id': `${url}#ana` } }, 'ana: a person is the creator of quotations alone'],
    [{ '@type': 'Organization', '@id': `${url}#b` }, 'b: an organisation has one name'],
    [
      { '@type': 'Organization', '@id': `${url}#b`, name: 'B', sameAs: 'urn:x:y' },
      'b: an organisation is the same as what has an address'
    ],
    [{ '@type': 'CreativeWork', '@id': `${url}#b` }, 'b: a document has a name or an address']
  ])('refuse %j', async (broken, message) => {
    const others = [article, person, claim, quotation].filter((node) => node['@id'] !== broken['@id'])
    const errors = await errorsOf(...others, broken)
    expect(errors.map((error) => error.split(',')[0])).toContainEqual(expect.stringContaining(message))
  })
})

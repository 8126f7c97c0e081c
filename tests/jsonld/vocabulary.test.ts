import { readFileSync } from 'node:fs'
import { toJsonLd } from '@saywho/jsonld'
import jsonld from 'jsonld'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { findVocabularyErrors } from '../support/vocabulary.ts'

const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const page = {
  url: 'https://example.org/world/envoy',
  headline: 'An envoy arrives',
  publisher: 'The Example',
  datePublished: '2025-01-20T09:30:00Z'
}
const graph = toJsonLd(extract(seed), page, { minConfidence: 0 })

/** schema.org's context document says, beside much else, just this. */
const CONTEXT = { '@context': { '@vocab': 'http://schema.org/' } }
const documentLoader = async (url: string) => {
  if (url !== 'https://schema.org') throw new Error(`the document asks for ${url}`)
  return { documentUrl: url, document: CONTEXT }
}

describe("schema.org's vocabulary", () => {
  it('has every type and term that is written for the seed article, with its domain and range', () => {
    expect(graph['@graph'].length).toBeGreaterThan(10)
    expect(findVocabularyErrors(graph)).toEqual([])
  })

  it('is what the check knows, for it finds what is wrong', () => {
    expect(
      findVocabularyErrors({
        '@graph': [
          { '@type': 'Quote', text: 'x' },
          { '@type': 'Person', '@id': '#p', name: 'A', says: 'x', headline: 'x' },
          { '@type': 'Quotation', text: 7, creator: { '@id': '#c' }, isPartOf: { '@id': '#p' } },
          { '@type': 'Claim', '@id': '#c', datePublished: 'yesterday' }
        ]
      })
    ).toEqual([
      '"Quote" is no type',
      'says is no term',
      'says of Person takes no "x"',
      'headline is not for Person',
      'text of Quotation takes no 7',
      'creator of Quotation takes no {"@id":"#c"}',
      'isPartOf of Quotation takes no {"@id":"#p"}',
      'datePublished of Claim takes no "yesterday"'
    ])
  })

  it('expands, every value a node of its own or a literal, with the context at hand', async () => {
    // The types of jsonld are older than its `safe`, which refuses what a context does not define.
    const options = { documentLoader, safe: true } as jsonld.Options.Expand
    const expanded = await jsonld.expand(graph as object as jsonld.JsonLdDocument, options)
    expect(expanded).toHaveLength(graph['@graph'].length)
    const quotations = expanded.filter((node) =>
      [node['@type']].flat().includes('http://schema.org/Quotation')
    )
    expect(quotations.length).toBeGreaterThan(2)
    for (const node of quotations) expect(Object.keys(node)).toContain('http://schema.org/isPartOf')
  })
})

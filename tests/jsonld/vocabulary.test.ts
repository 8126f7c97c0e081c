import { readFileSync } from 'node:fs'
import { toJsonLd } from '@saywho/jsonld'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { expand } from '../support/contexts.ts'
import { findVocabularyErrors } from '../support/vocabulary.ts'

const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const page = {
  url: 'https://example.org/world/envoy',
  headline: 'An envoy arrives',
  publisher: 'The Example',
  datePublished: '2025-01-20T09:30:00Z'
}
const graph = toJsonLd(extract(seed), page, { minConfidence: 0 })

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
    const expanded = await expand(graph)
    expect(expanded).toHaveLength(graph['@graph'].length)
    const quotations = expanded.filter((node) =>
      [node['@type']].flat().includes('http://schema.org/Quotation')
    )
    expect(quotations.length).toBeGreaterThan(2)
    for (const node of quotations) expect(Object.keys(node)).toContain('http://schema.org/isPartOf')
  })
})

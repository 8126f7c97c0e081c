import { describe, expect, it } from 'vitest'
import { ARTICLE_TYPES } from '../../packages/jsonld/src/describe-article.ts'
import { findVocabularyErrors, subtypesOf } from '../support/vocabulary.ts'

describe("schema.org's vocabulary", () => {
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

  it('has the types of article that can be asked for, and no other', () => {
    expect([...ARTICLE_TYPES].sort()).toEqual(subtypesOf('Article'))
  })
})

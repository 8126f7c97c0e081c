import { toClaimReview } from '@saywho/claimreview'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { listCheckable } from '../../packages/playground/src/review/list-checkable.ts'
import { makeLongArticle } from '../../scripts/make-long-article.ts'
import { attributionOf, extractionOf, sourceOf } from '../support/extractions.ts'

const TEXT = 'Ana said that it is safe and that it is dear.'
const sources = [sourceOf({ id: 's1', name: 'Ana' }), sourceOf({ id: 's2', name: 'Ben' })]
const attribution = (more: object) => attributionOf(TEXT, 'that it is safe', { id: 'a', ...more })

describe('listCheckable', () => {
  it('gives statements with their words and those who made them', () => {
    const its = attribution({ sourceIds: ['s1', 's2'] })
    expect(listCheckable(extractionOf([its], sources))).toEqual([
      { id: 'a', text: 'that it is safe', by: 'Ana, Ben' }
    ])
  })

  it.each([
    ['a belief', { act: 'belief' }],
    ['what has no source', { sourceIds: [] }],
    ['what has a source that is not known', { sourceIds: ['s9'] }],
    ['what is denied', { negative: true }]
  ])('leaves out %s', (_, more) => {
    expect(listCheckable(extractionOf([attribution(more)], sources))).toEqual([])
  })

  it('leaves out what stands inside what is denied', () => {
    const outer = attribution({ id: 'outer', negative: true })
    const inner = attribution({ id: 'inner', parentId: 'outer' })
    expect(listCheckable(extractionOf([outer, inner], sources))).toEqual([])
  })

  it('gives nothing that a review could not be made of', () => {
    const extraction = extract(makeLongArticle(1500))
    const checkable = listCheckable(extraction)
    expect(checkable.length).toBeGreaterThan(20)
    for (const { id, text } of checkable)
      expect(() =>
        toClaimReview(
          extraction,
          {
            claimId: id,
            claimText: text,
            rating: { alternateName: 'True' },
            author: { name: 'The Example Desk' },
            url: 'https://desk.example/a'
          },
          { url: 'https://example.org/a' }
        )
      ).not.toThrow()
  })
})

import { RATING_SCALES, type RatingScaleId, toRating, validateClaimReview } from '@saywho/claimreview'
import { describe, expect, it } from 'vitest'

const scales = Object.entries(RATING_SCALES) as [RatingScaleId, (typeof RATING_SCALES)[RatingScaleId]][]

describe('toRating', () => {
  it('gives the words, and the place from worst to best', () => {
    expect(toRating('politifact', 'half true')).toEqual({
      alternateName: 'Half True',
      ratingValue: 4,
      bestRating: 6,
      worstRating: 1
    })
    expect(toRating('one-to-five', ' True ')).toMatchObject({ ratingValue: 5, bestRating: 5 })
    expect(toRating('washington-post', 'Four Pinocchios')).toMatchObject({ ratingValue: 1 })
  })

  it('gives words alone where a label is no degree of truth', () => {
    expect(toRating('snopes', 'Labeled Satire')).toEqual({ alternateName: 'Labeled Satire' })
    expect(toRating('afp', 'false')).toEqual({ alternateName: 'False' })
  })

  it("takes a scale of one's own, one of a single label too", () => {
    const scale = {
      name: 'Ours',
      source: 'https://desk.example/scale',
      labels: ['Wrong', 'Right'],
      beside: []
    }
    expect(toRating(scale, 'Right')).toEqual({
      alternateName: 'Right',
      ratingValue: 2,
      bestRating: 2,
      worstRating: 1
    })
    expect(toRating({ ...scale, labels: ['Wrong'] }, 'Wrong')).toEqual({ alternateName: 'Wrong' })
  })

  it('says which there are', () => {
    expect(() => toRating('politifact', 'Pants')).toThrow(
      /label is "Pants": give one of Pants on Fire, False/
    )
    expect(() => toRating('toString' as never, 'True')).toThrow(
      /scale is "toString": give one of one-to-five/
    )
    expect(() => toRating('politifact', undefined as never)).toThrow(TypeError)
  })

  it.each(scales)(
    '%s has each label once, and ratings that the guidelines take',
    (id, { labels, beside, source }) => {
      const all = [...labels, ...beside]
      expect(new Set(all.map((label) => label.toLowerCase())).size).toBe(all.length)
      expect(source).toMatch(/^https:\/\//)
      for (const label of all) {
        const reviewRating = { '@type': 'Rating', ...toRating(id, label) }
        const findings = validateClaimReview({ '@type': 'ClaimReview', reviewRating })
        expect(findings.filter(({ pointer }) => pointer.startsWith('/reviewRating'))).toEqual([])
      }
    }
  )
})

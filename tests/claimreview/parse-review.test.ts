import { readFileSync } from 'node:fs'
import { parseReview, ReviewError } from '@saywho/claimreview'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const example = JSON.parse(readFileSync(new URL('../../examples/seed-review.json', import.meta.url), 'utf8'))

describe('parseReview', () => {
  it('takes a review out of JSON and leaves what it does not know', () => {
    const { claimId, rating } = parseReview({ ...example, mood: 'grim' })
    expect({ claimId, rating }).toEqual({ claimId: example.claimId, rating: example.rating })
    expect(parseReview({ ...example, mood: 'grim' })).not.toHaveProperty('mood')
  })

  it('points at what is wrong', () => {
    expect(() => parseReview({ ...example, author: { name: 7 } })).toThrow('/author/name is 7: give words')
    expect(() => parseReview(null)).toThrow('the review is null')
  })

  it('throws nothing but a ReviewError, whatever it gets', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ rating: fc.jsonValue(), author: fc.jsonValue() })),
        (value) => {
          expect(() => parseReview(value)).toThrow(ReviewError)
        }
      )
    )
  })
})

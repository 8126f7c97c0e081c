import { fromClaimReviewMarkupPage, toClaimReview, toClaimReviewGraph } from '@saywho/claimreview'
import schema from '@saywho/claimreview/schema/claim-review.schema.json' with { type: 'json' }
import type { Source } from '@saywho/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { attributionOf, extractionOf, sourceOf } from '../support/extractions.ts'
import { findVocabularyErrors } from '../support/vocabulary.ts'

const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(schema)
const errorsOf = (json: unknown) => {
  validate(json)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const TEXT = 'Brandt said that the bridge is safe.'
const claimsOf = (...sources: Source[]) =>
  extractionOf(
    [attributionOf(TEXT, 'that the bridge is safe', { id: 'safe', sourceIds: sources.map(({ id }) => id) })],
    sources
  )
const brandt = sourceOf({
  id: 's1',
  name: 'Ana Brandt',
  role: 'the mayor',
  sameAs: ['https://town.example/brandt']
})
const review = {
  claimId: 'safe',
  claimText: 'that the bridge is safe',
  rating: { alternateName: 'Mostly true', ratingValue: 4, bestRating: 5, worstRating: 1 },
  author: { name: 'The Example Desk', url: 'https://desk.example/' },
  url: 'https://desk.example/bridge',
  datePublished: '2026-02-01T10:00:00Z'
}
const page = {
  url: 'https://news.example/bridge',
  headline: 'A bridge',
  publisher: 'The Example',
  datePublished: '2026-01-31'
}
const { markup } = toClaimReview(claimsOf(brandt), review, page)

describe('the JSON Schema of ClaimReview markup', () => {
  it('has a name with its version in it', () => {
    expect(schema.$id).toBe('urn:saywho:schema:claim-review:1')
  })

  it.each<[string, unknown]>([
    ['one review', markup],
    ['no review', toClaimReviewGraph(claimsOf(brandt), [], page).markup],
    ['several', toClaimReviewGraph(claimsOf(brandt), [review, review], page).markup],
    [
      'the least',
      toClaimReview(
        claimsOf(brandt),
        { ...review, rating: { alternateName: 'True' }, datePublished: '2026-02-01' },
        { url: page.url }
      ).markup
    ],
    [
      'a page of the Fact Check Tools API',
      fromClaimReviewMarkupPage({
        pageUrl: 'https://desk.example/bridge',
        claimReviewAuthor: { name: 'The Example Desk', imageUrl: 'https://desk.example/logo.png' },
        claimReviewMarkups: [
          {
            claimReviewed: 'The bridge is safe',
            claimLocation: 'The town hall',
            claimDate: '2026-01-30',
            claimFirstAppearance: 'https://town.example/speech',
            claimAppearances: ['https://news.example/bridge'],
            claimAuthor: { name: 'Ana Brandt', jobTitle: 'mayor', sameAs: 'https://town.example/brandt' },
            rating: { textualRating: 'True', ratingExplanation: 'It was checked.' }
          }
        ]
      })
    ]
  ])('holds for %s', (_, json) => {
    expect(errorsOf(json)).toEqual([])
  })

  it("holds for whatever sources a claim has, as does schema.org's vocabulary", () => {
    const source = fc.record({
      name: fc.string({ minLength: 1 }).filter((its) => its.trim() !== ''),
      type: fc.constantFrom('person', 'organization', 'group', 'place', 'document', 'unnamed'),
      role: fc.option(fc.string()),
      anonymous: fc.boolean(),
      sameAs: fc.array(fc.oneof(fc.webUrl(), fc.string()))
    })
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 3 }), (sources) => {
        const claims = claimsOf(
          ...sources.map((its, index) => sourceOf({ id: `s${index}`, ...its } as Source))
        )
        const { markup } = toClaimReview(claims, review, page)
        expect(errorsOf(markup)).toEqual([])
        expect(findVocabularyErrors(markup)).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it('holds for claims that are really extracted', () => {
    const extraction = extract(
      '“The bridge is safe,” Ana Brandt said. According to a report by Lind Works, it will last a century. Bo Lind and Ana Brandt said it had cost a million.'
    )
    expect(extraction.attributions.length).toBeGreaterThan(1)
    for (const { id, content, act, sourceIds } of extraction.attributions) {
      if (act !== 'statement' || sourceIds.length === 0) continue
      const claimText = content.map(({ text }) => text).join(' … ')
      const made = toClaimReview(extraction, { ...review, claimId: id, claimText }, page)
      expect(errorsOf(made.markup)).toEqual([])
    }
  })

  it.each(['@context', '@type', 'url', 'author', 'claimReviewed', 'reviewRating', 'itemReviewed'])(
    'fails without %s',
    (field) => {
      const { [field as keyof typeof markup]: _, ...rest } = markup
      expect(errorsOf(rest).join()).toContain(field)
    }
  )

  it.each<[string, unknown]>([
    ['a field of no kind it knows', { ...markup, mood: 'grim' }],
    ['an address that is none', { ...markup, url: 'desk' }],
    ['a number for words', { ...markup, claimReviewed: 7 }],
    [
      'a rating without its scale',
      { ...markup, reviewRating: { '@type': 'Rating', alternateName: 'x', ratingValue: 1 } }
    ],
    ['a day in words', { ...markup, datePublished: 'today' }]
  ])('fails for %s', (_, json) => {
    expect(errorsOf(json)).not.toEqual([])
  })
})

import {
  type ClaimReviewMarkupPage,
  fromClaimReviewMarkupPage,
  ReviewError,
  toClaimReview,
  toClaimReviewGraph,
  toClaimReviewMarkupPage
} from '@saywho/claimreview'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributionOf, extractionOf, sourceOf } from '../support/extractions.ts'
import { findVocabularyErrors } from '../support/vocabulary.ts'

/** Every field that is the caller's to give. */
const FULL: ClaimReviewMarkupPage = {
  pageUrl: 'https://desk.example/bridge',
  publishDate: '2026-02-01',
  claimReviewAuthor: { name: 'The Example Desk', imageUrl: 'https://desk.example/logo.png' },
  claimReviewMarkups: [
    {
      url: 'https://desk.example/bridge#safe',
      claimReviewed: 'The bridge is safe',
      claimDate: '2026-01-30',
      claimLocation: 'The town hall',
      claimFirstAppearance: 'https://town.example/speech',
      claimAppearances: ['https://news.example/bridge', 'https://other.example/bridge'],
      claimAuthor: {
        name: 'Ana Brandt',
        jobTitle: 'mayor',
        imageUrl: 'https://town.example/brandt.jpg',
        sameAs: 'https://town.example/brandt'
      },
      rating: {
        textualRating: 'Mostly true',
        ratingValue: 4,
        bestRating: 5,
        worstRating: 1,
        ratingExplanation: 'Two of its three piers were checked.',
        imageUrl: 'https://desk.example/mostly-true.png'
      }
    },
    { claimReviewed: 'The bridge is dear', rating: { textualRating: 'False' } }
  ]
}
const TEXT = 'Brandt said that the bridge is safe. Lind and Brandt said it is dear.'
const claims = extractionOf(
  [
    attributionOf(TEXT, 'that the bridge is safe', { id: 'safe' }),
    attributionOf(TEXT, 'it is dear', { id: 'dear', sourceIds: ['s1', 's2'] })
  ],
  [
    sourceOf({ id: 's1', name: 'Ana Brandt', sameAs: ['https://town.example/brandt'] }),
    sourceOf({ id: 's2', name: 'Bo Lind' })
  ]
)
const review = {
  claimId: 'safe',
  claimText: 'that the bridge is safe',
  claimReviewed: 'The bridge is safe',
  rating: { alternateName: 'Mostly true', ratingValue: 4, bestRating: 5, worstRating: 1 },
  author: { name: 'The Example Desk' },
  url: 'https://desk.example/bridge',
  datePublished: '2026-02-01'
}
const page = { url: 'https://news.example/bridge', headline: 'A bridge' }
const problemsOf = (make: () => unknown): string => {
  try {
    make()
  } catch (error) {
    if (error instanceof ReviewError) return error.problems.join('\n')
    throw error
  }
  return ''
}

describe('toClaimReviewMarkupPage', () => {
  it('puts what toClaimReview made where the API has it', () => {
    expect(toClaimReviewMarkupPage(toClaimReview(claims, review, page).markup)).toEqual({
      pageUrl: 'https://desk.example/bridge',
      publishDate: '2026-02-01',
      claimReviewAuthor: { name: 'The Example Desk' },
      claimReviewMarkups: [
        {
          claimReviewed: 'The bridge is safe',
          claimAppearances: ['https://news.example/bridge'],
          claimAuthor: { name: 'Ana Brandt', sameAs: 'https://town.example/brandt' },
          rating: { textualRating: 'Mostly true', ratingValue: 4, bestRating: 5, worstRating: 1 }
        }
      ]
    })
  })

  it('keeps the anchors of several, and joins the names of those who claimed one', () => {
    const second = { ...review, claimId: 'dear', claimText: 'it is dear', url: `${review.url}#dear` }
    const { markup } = toClaimReviewGraph(claims, [review, second], page)
    const { pageUrl, claimReviewMarkups } = toClaimReviewMarkupPage(markup)
    expect(pageUrl).toBe(review.url)
    expect(claimReviewMarkups?.map(({ url }) => url)).toEqual([undefined, second.url])
    expect(claimReviewMarkups?.[1]?.claimAuthor).toEqual({ name: 'Ana Brandt, Bo Lind' })
  })

  it.each<[string, unknown, RegExp]>([
    ['no address', { '@type': 'ClaimReview', claimReviewed: 'x' }, /^url is missing/],
    ['what can not be read', { '@type': 'ClaimReview' }, /^\/claimReviewed is missing/],
    ['no markup', {}, /^the markup is an object that holds no ClaimReview/]
  ])('refuses %s', (_, markup, message) => {
    expect(problemsOf(() => toClaimReviewMarkupPage(markup))).toMatch(message)
  })

  it('refuses what one page can not hold, all at once', () => {
    const other = {
      ...review,
      url: 'https://desk.example/other',
      author: { name: 'Another Desk' },
      datePublished: '2026-02-02',
      rating: { alternateName: 'x', ratingValue: 1.5, bestRating: 5, worstRating: 1 }
    }
    const { markup } = toClaimReviewGraph(claims, [review, other], page)
    expect(problemsOf(() => toClaimReviewMarkupPage(markup)).split('\n')).toEqual([
      expect.stringMatching(/^url is on .*bridge and .*other: /),
      expect.stringMatching(/^author is "The Example Desk" and "Another Desk": /),
      expect.stringMatching(/^datePublished is "2026-02-01" and "2026-02-02": /),
      expect.stringMatching(/^reviewRating\.ratingValue is 1\.5: give whole numbers/)
    ])
  })
})

describe('fromClaimReviewMarkupPage', () => {
  it('is the way back, field for field', () => {
    const [first, second] = FULL.claimReviewMarkups!
    const graph = fromClaimReviewMarkupPage({ ...FULL, name: 'pages/1', versionId: '2' })
    expect(graph['@graph'][0]).toMatchObject({ url: first!.url, datePublished: '2026-02-01' })
    expect(graph['@graph'][1]).toMatchObject({ url: FULL.pageUrl, claimReviewed: second!.claimReviewed })
    expect(toClaimReviewMarkupPage(graph)).toEqual(FULL)
  })

  it("uses schema.org's types and terms as they are meant", () => {
    expect(findVocabularyErrors(fromClaimReviewMarkupPage(FULL))).toEqual([])
  })

  it('is told who is an organisation', () => {
    const [entry] = FULL.claimReviewMarkups!
    const graph = fromClaimReviewMarkupPage(
      { claimReviewMarkups: [{ ...entry, claimAuthor: { name: 'Lind Works', jobTitle: 'builder' } }] },
      { claimAuthorType: ({ name }) => (name === 'Lind Works' ? 'Organization' : 'Person') }
    )
    expect(graph['@graph'][0]).toMatchObject({
      itemReviewed: { author: { '@type': 'Organization', name: 'Lind Works' } }
    })
    expect(findVocabularyErrors(graph)).toEqual([])
  })

  it('makes nothing of an empty page, and nothing up', () => {
    expect(fromClaimReviewMarkupPage({})['@graph']).toEqual([])
    expect(fromClaimReviewMarkupPage({ claimReviewMarkups: [{}] })['@graph']).toEqual([
      { '@type': 'ClaimReview', itemReviewed: { '@type': 'Claim' } }
    ])
    expect(() => fromClaimReviewMarkupPage(null as never)).toThrow('page is null')
  })

  it('loses nothing on the way there and back', () => {
    const words = fc.string({ minLength: 1, maxLength: 20 }).map((its) => `x${its.replace(/\s+/g, ' ')}x`)
    const url = fc.nat().map((number) => `https://news.example/${number}`)
    const some = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
      fc.record(model, { requiredKeys: [] }).filter((its) => Object.keys(its).length > 0)
    const entry = fc.record(
      {
        claimReviewed: words,
        claimDate: fc.constantFrom('2026-01-30', '2026-01-30T10:00:00Z'),
        claimLocation: words,
        claimFirstAppearance: fc.constant('https://town.example/speech'),
        claimAppearances: fc.array(url, { minLength: 1 }),
        claimAuthor: some({ name: words, jobTitle: words, imageUrl: url, sameAs: url }),
        rating: fc.record(
          {
            textualRating: words,
            ratingValue: fc.integer(),
            bestRating: fc.integer(),
            ratingExplanation: words
          },
          { requiredKeys: ['textualRating'] }
        )
      },
      { requiredKeys: ['claimReviewed'] }
    )
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), (claimReviewMarkups) => {
        const whole = { ...FULL, claimReviewMarkups }
        expect(toClaimReviewMarkupPage(fromClaimReviewMarkupPage(whole))).toEqual(whole)
      })
    )
  })
})

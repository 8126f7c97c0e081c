import { type Review, ReviewError, toClaimReview, toClaimReviewGraph } from '@saywho/claimreview'
import { describe, expect, it } from 'vitest'
import { attributionOf, extractionOf, sourceOf } from '../support/extractions.ts'
import { findVocabularyErrors } from '../support/vocabulary.ts'

const TEXT = 'Brandt said that the bridge\n is safe. She denied that it cost a million. She wants a pump.'
const claim = attributionOf(TEXT, 'that the bridge\n is safe', { id: 'safe' })
const claims = extractionOf(
  [
    claim,
    attributionOf(TEXT, 'that it cost a million', { id: 'cost', negative: true }),
    attributionOf(TEXT, 'a million', { id: 'million', parentId: 'cost' }),
    attributionOf(TEXT, 'a pump', { id: 'pump', act: 'intention' }),
    attributionOf(TEXT, 'She wants a pump', { id: 'nobody', sourceIds: [] })
  ],
  [sourceOf({ id: 's1', name: 'Ana Brandt', role: 'the mayor', sameAs: ['https://example.org/brandt'] })]
)
const review: Review = {
  claimId: 'safe',
  claimText: 'that the bridge is safe',
  claimReviewed: 'The bridge is safe',
  rating: { alternateName: 'Mostly true', ratingValue: 4, bestRating: 5, worstRating: 1 },
  author: { name: 'The Example Desk', url: 'https://desk.example/' },
  url: 'https://desk.example/reviews/bridge',
  datePublished: '2026-02-01'
}
const page = {
  url: 'https://example.org/bridge',
  headline: 'A bridge',
  publisher: 'The Example',
  datePublished: '2026-01-31'
}

function problemsOf(make: () => unknown): readonly string[] {
  try {
    make()
  } catch (error) {
    if (error instanceof ReviewError) return error.problems
    throw error
  }
  return []
}

describe('toClaimReview', () => {
  const { markup, warnings } = toClaimReview(claims, review, page)

  it('says what was claimed, by whom, where, and what the reviewer holds of it', () => {
    expect(markup).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: review.url,
      datePublished: '2026-02-01',
      author: { '@type': 'Organization', name: 'The Example Desk', url: 'https://desk.example/' },
      claimReviewed: 'The bridge is safe',
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'Mostly true',
        ratingValue: 4,
        bestRating: 5,
        worstRating: 1
      },
      itemReviewed: {
        '@type': 'Claim',
        text: 'the bridge is safe',
        author: {
          '@type': 'Person',
          name: 'Ana Brandt',
          description: 'the mayor',
          sameAs: ['https://example.org/brandt']
        },
        appearance: {
          '@type': 'NewsArticle',
          url: page.url,
          headline: 'A bridge',
          publisher: { '@type': 'Organization', name: 'The Example' },
          datePublished: '2026-01-31'
        }
      }
    })
  })

  it('has nothing to warn of where the wording is short, whole and fair', () => {
    expect(warnings).toEqual([])
  })

  it("uses schema.org's types and terms as they are meant", () => {
    expect(findVocabularyErrors(markup as object)).toEqual([])
  })

  it("falls back on the claim's own words, and leaves out what it was not told", () => {
    const { claimReviewed, datePublished, ...bare } = review
    const { markup, warnings } = toClaimReview(
      claims,
      { ...bare, rating: { alternateName: 'True' } },
      { url: page.url }
    )
    expect(warnings.map(({ ruleId, pointer }) => [ruleId, pointer])).toEqual([
      ['claim-wording', '/claimReviewed']
    ])
    expect(markup).toMatchObject({
      claimReviewed: 'the bridge is safe',
      reviewRating: { alternateName: 'True' }
    })
    expect(JSON.stringify(markup)).not.toMatch(/datePublished|ratingValue|headline|publisher/)
  })

  it.each([
    ['an unknown claim', { claimId: 'x' }, /claimId is "x", which no attribution.*that of "safe"/],
    ['other words', { claimText: 'the bridge is dear' }, /claimText is .* reads "that the bridge is safe"/],
    ['a denied one', { claimId: 'cost', claimText: 'that it cost a million' }, /is denied in the text/],
    ['one within a denied one', { claimId: 'million', claimText: 'a million' }, /stands inside "cost"/],
    ['an intention', { claimId: 'pump', claimText: 'a pump' }, /is a intention|is an intention/],
    ['one of nobody', { claimId: 'nobody', claimText: 'She wants a pump' }, /has no source/],
    ['no rating', { rating: undefined }, /review\.rating is missing/],
    ['a rating without words', { rating: {} }, /review\.rating\.alternateName is missing/],
    ['a rating without a scale', { rating: { alternateName: 'x', ratingValue: 1 } }, /bestRating is missing/],
    [
      'a rating outside its scale',
      { rating: { ...review.rating, ratingValue: 6 } },
      /ratingValue is 6: give a number from 1 to 5/
    ],
    ['no reviewer', { author: undefined }, /review\.author is missing/],
    ['a reviewer without a name', { author: { name: ' ' } }, /review\.author\.name is " "/],
    ['no address', { url: undefined }, /review\.url is missing/],
    ['an address that is none', { url: 'desk' }, /review\.url is "desk"/],
    ['a day that is none', { datePublished: '2026-13-01' }, /review\.datePublished is "2026-13-01"/]
  ])('refuses %s and says what to do', (_, change, message) => {
    const problems = problemsOf(() => toClaimReview(claims, { ...review, ...change } as Review, page))
    expect(problems.join('\n')).toMatch(message)
  })

  it('tells all problems at once, those of the page too', () => {
    const problems = problemsOf(() =>
      toClaimReview(claims, { ...review, author: undefined, url: '' } as never, {} as never)
    )
    expect(problems).toHaveLength(3)
    expect(problems[2]).toMatch(/^page\.url is missing/)
  })
})

describe('the wording of the claim', () => {
  const warningsOf = (claimReviewed: string) =>
    toClaimReview(claims, { ...review, claimReviewed }, page).warnings.map(({ ruleId }) => ruleId)

  it.each([
    ['He said the bridge is safe'],
    ['In 2019 they closed the bridge'],
    ['It cost a million'],
    ['This is the oldest bridge'],
    ['Our bridge is safe'],
    ['Ana Brandt said I built the bridge'],
    ['WE BUILT THE BRIDGE']
  ])('has a pronoun that nothing resolves: %s', (wording) => {
    expect(warningsOf(wording)).toEqual(['claim-pronoun'])
  })

  it.each([
    ['The mayor sold her house'],
    ['Vaccines make those who take them ill'],
    ['It is illegal to fish from the bridge'],
    ['It will rain tomorrow'],
    ['Ana Brandt said, “I built the bridge”'],
    ['The US built the bridge'],
    ['IT workers built the bridge'],
    ['That bridge is safe'],
    ['Brücken sind sicher']
  ])('has none: %s', (wording) => {
    expect(warningsOf(wording)).toEqual([])
  })

  it.each([
    ['False claim that the bridge is safe'],
    ['Misleading: the bridge is safe'],
    ['The mayor falsely said the bridge is safe'],
    ['A fake photo shows the bridge burning'],
    ['There is no evidence the bridge is safe'],
    ['FACT CHECK: the bridge is safe']
  ])('has a verdict in it: %s', (wording) => {
    expect(warningsOf(wording)).toEqual(['claim-verdict'])
  })

  it.each([['The picture of the bridge is a fake'], ['The true cost of the bridge was a million']])(
    'has none: %s',
    (wording) => {
      expect(warningsOf(wording)).toEqual([])
    }
  )

  it('may have 75 characters, and a character outside the basic plane counts as one', () => {
    expect(warningsOf('🌉'.repeat(75))).toEqual([])
    expect(warningsOf('x'.repeat(76))).toEqual(['claim-length'])
  })

  it('is told of with its place, what to do, and the source of the rule', () => {
    expect(toClaimReview(claims, { ...review, claimReviewed: 'It cost a million' }, page).warnings).toEqual([
      {
        ruleId: 'claim-pronoun',
        severity: 'warning',
        pointer: '/claimReviewed',
        reason: 'has "It", and does not tell who or what that is',
        advice: 'say who or what is meant: readers see the claim without the article',
        source: 'https://developers.google.com/search/docs/appearance/structured-data/factcheck'
      }
    ])
  })
})

describe('toClaimReviewGraph', () => {
  const second = { ...review, claimReviewed: 'It is safe', url: `${review.url}#two` }

  it('holds every review, and warns that one a page is what readers expect', () => {
    const { markup, warnings } = toClaimReviewGraph(claims, [review, second], page)
    const { '@context': _, ...first } = toClaimReview(claims, review, page).markup
    expect(markup['@graph'][0]).toEqual(first)
    expect(warnings.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)).toEqual([
      'claim-pronoun /@graph/1/claimReviewed',
      'one-review-a-page '
    ])
    expect(findVocabularyErrors(markup)).toEqual([])
  })

  it('says where two have one address', () => {
    const { warnings } = toClaimReviewGraph(claims, [review, review], page)
    expect(warnings.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)).toContain('same-url /@graph/1/url')
  })

  it('has nothing to say of one, or none', () => {
    expect(toClaimReviewGraph(claims, [review], page).warnings).toEqual([])
    expect(toClaimReviewGraph(claims, [], page).markup['@graph']).toEqual([])
  })

  it('tells the problems of all reviews at once, each by its place', () => {
    const problems = problemsOf(() =>
      toClaimReviewGraph(
        claims,
        [
          { ...review, url: 'x' },
          { ...review, claimId: 'cost' }
        ],
        page
      )
    )
    expect(problems[0]).toMatch(/^reviews\[0\]\.url is "x"/)
    expect(problems[1]).toMatch(/^reviews\[1\]\.claimText is/)
  })

  it('takes nothing but a list', () => {
    expect(() => toClaimReviewGraph(claims, review as never, page)).toThrow(TypeError)
  })
})

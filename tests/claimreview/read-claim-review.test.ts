import { readClaimReview } from '@saywho/claimreview'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** The markup that the forms below are variants of. */
const PLAIN = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://desk.example/bridge',
  claimReviewed: 'The bridge is safe',
  datePublished: '2026-02-01',
  author: { '@type': 'Organization', name: 'The Example Desk', url: 'https://desk.example/' },
  reviewRating: {
    '@type': 'Rating',
    alternateName: 'Mostly true',
    ratingValue: 4,
    bestRating: 5,
    worstRating: 1
  },
  itemReviewed: {
    '@type': 'Claim',
    author: {
      '@type': 'Person',
      name: 'Ana Brandt',
      jobTitle: 'mayor',
      image: 'https://town.example/brandt.jpg',
      sameAs: ['https://town.example/brandt', 'on the radio']
    },
    datePublished: '2026-01-30',
    firstAppearance: { '@type': 'CreativeWork', url: 'https://town.example/speech' },
    appearance: ['https://news.example/bridge', { '@type': 'NewsArticle', headline: 'A bridge' }]
  }
}
const READ = {
  claimReviewed: 'The bridge is safe',
  url: 'https://desk.example/bridge',
  authors: [
    {
      name: 'The Example Desk',
      type: 'Organization',
      url: 'https://desk.example/',
      jobTitle: null,
      image: null,
      sameAs: []
    }
  ],
  datePublished: '2026-02-01',
  rating: {
    alternateName: 'Mostly true',
    ratingValue: 4,
    bestRating: 5,
    worstRating: 1,
    ratingExplanation: null,
    image: null
  },
  claim: {
    text: null,
    name: null,
    authors: [
      {
        name: 'Ana Brandt',
        type: 'Person',
        url: null,
        jobTitle: 'mayor',
        image: 'https://town.example/brandt.jpg',
        sameAs: ['https://town.example/brandt']
      }
    ],
    datePublished: '2026-01-30',
    firstAppearance: { name: null, url: 'https://town.example/speech' },
    appearances: [
      { name: null, url: 'https://news.example/bridge' },
      { name: 'A bridge', url: null }
    ]
  }
}
const { '@context': _, ...contextless } = PLAIN
const only = (json: unknown) => {
  const { reviews, problems } = readClaimReview(json)
  expect(problems).toEqual([])
  expect(reviews).toHaveLength(1)
  return reviews[0]!
}

describe('readClaimReview', () => {
  it.each<[string, unknown]>([
    ['one node', PLAIN],
    ['a list', [PLAIN]],
    ['a graph', { '@context': 'http://schema.org/', '@graph': [{ '@type': 'WebPage' }, contextless] }],
    [
      'a page that holds it',
      { '@context': 'https://schema.org', '@type': 'WebPage', mainEntity: contextless }
    ],
    ['an http context', { ...PLAIN, '@context': 'http://schema.org' }],
    ['a context with www', { ...PLAIN, '@context': 'https://www.schema.org/' }],
    [
      'a context in a list',
      { ...PLAIN, '@context': ['https://schema.org', { desk: 'https://desk.example/' }] }
    ],
    ['a vocabulary', { ...PLAIN, '@context': { '@vocab': 'http://schema.org/' } }],
    ['no context', contextless],
    ['several types', { ...PLAIN, '@type': ['Review', 'ClaimReview'] }],
    ['a whole address for a type', { ...PLAIN, '@type': 'http://schema.org/ClaimReview' }],
    [
      'prefixed names',
      Object.fromEntries(
        Object.entries(PLAIN).map(([key, its]) =>
          key === '@context'
            ? [key, { schema: 'https://schema.org/' }]
            : key === '@type'
              ? [key, `schema:${its}`]
              : [`schema:${key}`, its]
        )
      )
    ],
    ['lists of one', { ...PLAIN, claimReviewed: ['The bridge is safe'], author: [PLAIN.author] }],
    ['a language', { ...PLAIN, claimReviewed: { '@language': 'en', '@value': 'The bridge is safe' } }],
    ['stray white space', { ...PLAIN, claimReviewed: ' The bridge\n is safe ' }],
    [
      'numbers as strings',
      {
        ...PLAIN,
        reviewRating: { ...PLAIN.reviewRating, ratingValue: '4', bestRating: ' 5.0', worstRating: '1' }
      }
    ],
    [
      'empty fields that are beside the point',
      { ...PLAIN, reviewRating: { ...PLAIN.reviewRating, image: '', ratingExplanation: null } }
    ],
    [
      'a reference',
      {
        '@graph': [
          { ...PLAIN, author: { '@id': '#desk' } },
          { '@id': '#desk', ...PLAIN.author }
        ]
      }
    ]
  ])('reads %s', (_, json) => {
    expect(only(json)).toEqual(READ)
  })

  it('takes strings for objects', () => {
    const { authors, rating, claim } = only({
      ...PLAIN,
      author: 'The Example Desk',
      reviewRating: 'Mostly true',
      itemReviewed: 'The bridge is safe'
    })
    expect(authors[0]).toMatchObject({ name: 'The Example Desk', type: null })
    expect(rating).toMatchObject({ alternateName: 'Mostly true', ratingValue: null })
    expect(claim).toMatchObject({ text: 'The bridge is safe', authors: [] })
    expect(only({ ...PLAIN, author: 'https://desk.example/' }).authors[0]).toMatchObject({
      name: null,
      url: 'https://desk.example/'
    })
    expect(only({ ...PLAIN, reviewRating: 4 }).rating?.ratingValue).toBe(4)
  })

  it.each([
    ['4,5', 4.5],
    ['-1', -1],
    [0, 0]
  ])('reads the odd number %j', (ratingValue, number) => {
    expect(only({ ...PLAIN, reviewRating: { ratingValue } }).rating?.ratingValue).toBe(number)
  })

  it("takes the rating's name where it has no alternateName, and digits for words", () => {
    expect(only({ ...PLAIN, reviewRating: { name: 'True' } }).rating?.alternateName).toBe('True')
    expect(only({ ...PLAIN, reviewRating: { alternateName: 4 } }).rating?.alternateName).toBe('4')
  })

  it.each([[undefined], [null], [''], [{}], [[]], [{ '@type': 'Rating', ratingValue: '' }]])(
    'has no rating where the markup has none: %j',
    (reviewRating) => {
      expect(only({ ...PLAIN, reviewRating }).rating).toBeNull()
    }
  )

  it('reads a date with a space for its T', () => {
    expect(only({ ...PLAIN, datePublished: '2026-02-01 10:30:00' }).datePublished).toBe('2026-02-01T10:30:00')
  })

  it('needs no more than a claim', () => {
    expect(only({ '@type': 'ClaimReview', claimReviewed: 'x' })).toEqual({
      claimReviewed: 'x',
      url: null,
      authors: [],
      datePublished: null,
      rating: null,
      claim: null
    })
  })

  it.each<[string, unknown, string, RegExp]>([
    ['no claim', { ...PLAIN, claimReviewed: undefined }, '/claimReviewed', /is missing/],
    ['two claims', { ...PLAIN, claimReviewed: ['a', 'b'] }, '/claimReviewed', /is a list: give one/],
    [
      'a claim that is an object',
      [{ ...PLAIN, claimReviewed: {} }],
      '/0/claimReviewed',
      /is an object: give words/
    ],
    ['another context', { ...PLAIN, '@context': 'https://example.org/' }, '/@context', /example\.org/],
    [
      'a number in words',
      { ...PLAIN, reviewRating: { ratingValue: 'four' } },
      '/reviewRating/ratingValue',
      /"four"/
    ],
    [
      'a fraction',
      { ...PLAIN, reviewRating: { ratingValue: '4/5' } },
      '/reviewRating/ratingValue',
      /give a number/
    ],
    [
      'a verdict that is none',
      { ...PLAIN, reviewRating: { alternateName: false } },
      '/reviewRating/alternateName',
      /is false/
    ],
    ['a day in words', { ...PLAIN, datePublished: '1 February' }, '/datePublished', /ISO 8601/],
    ['a path for an address', { ...PLAIN, url: '/bridge' }, '/url', /absolute/],
    ['no ClaimReview', { '@type': 'Article' }, '', /is an object that holds no ClaimReview/],
    ['no JSON object', 'ClaimReview', '', /is "ClaimReview" that holds/]
  ])('refuses %s, with the place and the reason', (_, json, pointer, reason) => {
    const { reviews, problems } = readClaimReview(json)
    expect(reviews).toEqual([])
    expect(problems).toEqual([{ pointer, reason: expect.stringMatching(reason) }])
  })

  it('gives the rest where one is refused', () => {
    const { reviews, problems } = readClaimReview([PLAIN, { ...PLAIN, url: 7 }, PLAIN])
    expect(reviews).toEqual([READ, READ])
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/1/url'])
  })

  it('is not stopped by depth, loops of references or odd keys', () => {
    let deep: unknown = PLAIN
    for (let depth = 0; depth < 50_000; depth++) deep = [deep]
    expect(readClaimReview(deep).reviews).toEqual([READ])
    let nested: unknown = 'x'
    for (let depth = 0; depth < 50_000; depth++) nested = [nested]
    expect(readClaimReview({ ...PLAIN, author: nested }).problems).toHaveLength(1)
    const looped = { '@id': '#a', ...PLAIN, author: { '@id': '#a' } }
    expect(readClaimReview(looped).reviews[0]?.authors).toHaveLength(1)
    expect(readClaimReview({ 'a/b~c': { ...PLAIN, url: 'x' } }).problems[0]?.pointer).toBe('/a~1b~0c/url')
  })

  it('never throws', () => {
    const value = fc.jsonValue()
    const some = fc.record(
      {
        '@type': fc.constant('ClaimReview'),
        claimReviewed: value,
        reviewRating: value,
        author: value,
        itemReviewed: value,
        url: value
      },
      { requiredKeys: ['@type'] }
    )
    fc.assert(
      fc.property(fc.oneof(value, some, fc.record({ '@graph': fc.array(some) })), (json) => {
        const { reviews, problems } = readClaimReview(json)
        expect(reviews.length + problems.length).toBeGreaterThan(0)
      })
    )
  })
})

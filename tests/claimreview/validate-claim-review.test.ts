import { type Finding, toClaimReview, validateClaimReview } from '@saywho/claimreview'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributionOf, extractionOf, sourceOf } from '../support/extractions.ts'

/** Markup that every rule is content with. */
const VALID = {
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
    author: { '@type': 'Person', name: 'Ana Brandt', sameAs: 'https://town.example/brandt' },
    datePublished: '2026-01-30',
    firstAppearance: { '@type': 'CreativeWork', url: 'https://town.example/speech' },
    appearance: [
      'https://news.example/bridge',
      { '@type': 'NewsArticle', url: 'https://other.example/bridge' }
    ]
  }
}
const PAGE = { pageUrl: 'https://desk.example/checks' }

/** The markup with one place set, or taken out where there is nothing to set. */
function change(pointer: string, value?: unknown): unknown {
  const copy = structuredClone(VALID) as Record<string, unknown>
  const steps = pointer.split('/').slice(1)
  const last = steps.pop()!
  const owner = steps.reduce((its, step) => its[step] as Record<string, unknown>, copy)
  if (value === undefined) delete owner[last]
  else owner[last] = value
  return copy
}
const told = (findings: readonly Finding[]) =>
  findings.map(({ severity, ruleId, pointer }) => `${severity} ${ruleId} ${pointer}`)
const rating = (fields: object) => ({ ...VALID, reviewRating: { ...VALID.reviewRating, ...fields } })

describe('validateClaimReview', () => {
  it('has nothing to say of markup that is right', () => {
    expect(validateClaimReview(VALID, PAGE)).toEqual([])
    expect(validateClaimReview([VALID], PAGE)).toEqual([])
    expect(validateClaimReview({ '@context': 'http://schema.org', '@graph': [VALID] }, PAGE)).toEqual([])
  })

  describe('where a field is spoilt, names it and no other', () => {
    const FIELDS: [pointer: string, severity: string, mistyped: unknown][] = [
      ['/@context', 'error', 7],
      ['/@type', 'error', 7],
      ['/claimReviewed', 'error', 7],
      ['/url', 'error', 'bridge'],
      ['/reviewRating', 'error', 'Mostly true'],
      ['/reviewRating/@type', 'error', 'Person'],
      ['/reviewRating/alternateName', 'error', 7],
      ['/author', 'warning', 'The Example Desk'],
      ['/author/name', 'warning', 7],
      ['/author/url', 'warning', 'desk'],
      ['/datePublished', 'warning', '1 February'],
      ['/itemReviewed', 'warning', 'The bridge is safe'],
      ['/itemReviewed/author', 'warning', 'Ana Brandt'],
      ['/itemReviewed/author/name', 'warning', {}],
      ['/itemReviewed/author/sameAs', 'warning', 'brandt'],
      ['/itemReviewed/appearance', 'warning', 'a speech'],
      ['/itemReviewed/firstAppearance', 'warning', 7],
      ['/itemReviewed/firstAppearance/url', 'warning', 'a speech'],
      ['/itemReviewed/datePublished', 'warning', '2026-02-30']
    ]

    it.each(FIELDS)('%s dropped: %s', (pointer, severity) => {
      const findings = validateClaimReview(change(pointer), PAGE)
      expect(findings.map((its) => [its.severity, its.pointer, its.reason])).toEqual([
        [severity, pointer, 'is missing']
      ])
    })

    for (const empty of ['', '  ', null, [], {}])
      it.each(FIELDS)(`%s emptied (${JSON.stringify(empty)}): %s`, (pointer, severity) => {
        const findings = validateClaimReview(change(pointer, empty), PAGE)
        expect(findings.map((its) => [its.severity, its.pointer])).toEqual([[severity, pointer]])
      })

    it.each(FIELDS)('%s mistyped', (pointer, _, value) => {
      const findings = validateClaimReview(change(pointer, value), PAGE)
      const isEmpty = JSON.stringify(value) === '{}'
      expect(findings.map((its) => [its.severity, its.pointer])).toEqual([
        [isEmpty ? 'warning' : 'error', pointer]
      ])
    })

    it.each(['ratingValue', 'bestRating', 'worstRating'])('/reviewRating/%s mistyped or emptied', (field) => {
      for (const value of ['four', '4,5', '', null, {}]) {
        const pointers = validateClaimReview(rating({ [field]: value }), PAGE).map(({ pointer }) => pointer)
        expect([...new Set(pointers)]).toEqual([`/reviewRating/${field}`])
      }
    })
  })

  it.each<[string, unknown, string[]]>([
    [
      'several of what there is one of',
      change('/claimReviewed', ['The bridge is safe', 'It is dear']),
      ['error field-value /claimReviewed']
    ],
    ['a reviewer of a rare kind', change('/author/@type', 'NGO'), ['warning agent-type /author/@type']],
    ['a reviewer of no kind', change('/author/@type'), ['error type /author/@type']],
    ['a kind of organisation', change('/author/@type', 'NewsMediaOrganization'), []],
    [
      'a work of no kind',
      change('/itemReviewed/firstAppearance/@type'),
      ['error type /itemReviewed/firstAppearance/@type']
    ],
    [
      'the older form of a claim',
      change('/itemReviewed/@type', 'CreativeWork'),
      ['warning claim-type /itemReviewed/@type']
    ],
    ['numbers as strings', rating({ ratingValue: '4', bestRating: '5', worstRating: '1' }), []],
    [
      'a value above its scale',
      rating({ ratingValue: 6 }),
      ['error rating-out-of-scale /reviewRating/ratingValue']
    ],
    [
      'a value below it',
      rating({ ratingValue: '0' }),
      ['error rating-out-of-scale /reviewRating/ratingValue']
    ],
    ['the ends of it', rating({ ratingValue: 5 }), []],
    [
      'a scale turned round',
      rating({ bestRating: 1, worstRating: 5 }),
      ['error rating-scale /reviewRating/worstRating']
    ],
    ['a scale of one', rating({ bestRating: 1 }), ['error rating-scale /reviewRating/worstRating']],
    [
      'a scale that begins at nought',
      rating({ worstRating: 0 }),
      ['warning rating-below-one /reviewRating/worstRating']
    ],
    [
      'a value without a scale',
      { ...VALID, reviewRating: { '@type': 'Rating', alternateName: 'True', ratingValue: 8 } },
      [
        'warning rating-ends /reviewRating/bestRating',
        'warning rating-ends /reviewRating/worstRating',
        'error rating-out-of-scale /reviewRating/ratingValue'
      ]
    ],
    ['words alone', change('/reviewRating', { '@type': 'Rating', alternateName: 'True' }), []],
    [
      'a name for the verdict',
      change('/reviewRating', { '@type': 'Rating', name: 'True' }),
      ['warning recommended-field /reviewRating/alternateName']
    ],
    [
      'a verdict in digits',
      rating({ alternateName: '4/5' }),
      ['warning verdict-in-words /reviewRating/alternateName']
    ],
    ['a verdict with a digit in it', rating({ alternateName: '4 Pinocchios' }), []],
    ['a long claim', change('/claimReviewed', 'x'.repeat(76)), ['warning claim-length /claimReviewed']],
    [
      'a pronoun',
      change('/claimReviewed', 'They closed the bridge'),
      ['warning claim-pronoun /claimReviewed']
    ],
    [
      'a verdict',
      change('/claimReviewed', 'False claim of a safe bridge'),
      ['warning claim-verdict /claimReviewed']
    ],
    ['another domain', change('/url', 'https://short.example/x'), ['error own-domain /url']],
    ['a domain that ends alike', change('/url', 'https://mydesk.example/x'), ['error own-domain /url']],
    ['a subdomain', change('/url', 'https://checks.desk.example/x'), []],
    ['a day in another form', change('/datePublished', '01/02/2026'), ['error field-value /datePublished']],
    ['a time', change('/datePublished', '2026-02-01T10:30:00+01:00'), []],
    [
      'a claim after its review',
      change('/itemReviewed/datePublished', '2026-02-02'),
      ['warning claim-after-review /itemReviewed/datePublished']
    ],
    ['a claim of the same day', change('/itemReviewed/datePublished', '2026-02-01T23:00Z'), []],
    [
      'the same name on both',
      change('/itemReviewed/author/name', 'the example DESK'),
      ['error self-review /itemReviewed/author']
    ],
    [
      'the same address on both',
      change('/itemReviewed/author/sameAs', 'https://desk.example'),
      ['error self-review /itemReviewed/author']
    ],
    [
      'its own page for where it appears',
      change('/itemReviewed/appearance', 'https://desk.example/bridge#claim'),
      ['warning own-appearance /itemReviewed/appearance']
    ],
    ['a reference to nowhere', change('/author', { '@id': '#desk' }), ['warning reference /author']],
    [
      'a work by its address',
      change('/itemReviewed/firstAppearance', { '@id': 'https://town.example/speech' }),
      []
    ],
    ['no ClaimReview', { '@type': 'Article' }, ['error no-claim-review ']],
    ['no object', 'ClaimReview', ['error no-claim-review ']],
    ['nothing', [], ['error no-claim-review ']],
    ['a page with one in it', { '@context': 'https://schema.org', '@type': 'WebPage', review: VALID }, []],
    ['a list without contexts', [change('/@context')], ['error context /0/@context']],
    [
      'a graph without a context',
      { '@graph': [change('/@context'), { '@type': 'WebPage' }] },
      ['error context /@context']
    ]
  ])('%s', (_, json, expected) => {
    expect(told(validateClaimReview(json, PAGE))).toEqual(expected)
  })

  it('follows references, and points at the node itself', () => {
    const desk = { '@id': '#desk', '@type': 'Organization', name: '', url: 'https://desk.example/' }
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [change('/author', { '@id': '#desk' }), desk]
    }
    expect(told(validateClaimReview(graph))).toEqual(['warning recommended-field /@graph/1/name'])
  })

  it('warns of several reviews on a page, and says where two are one', () => {
    const other = change('/url', 'https://desk.example/bridge#2')
    expect(
      told(validateClaimReview([VALID, { ...(other as object), claimReviewed: 'The bridge is dear' }]))
    ).toEqual(['warning one-review-a-page '])
    expect(told(validateClaimReview([VALID, VALID]))).toEqual([
      'warning one-review-a-page ',
      'error same-url /1/url',
      'warning same-review /1'
    ])
  })

  it('compares no domains where it is not told of the page, and www is none of its own', () => {
    expect(validateClaimReview(VALID)).toEqual([])
    expect(validateClaimReview(VALID, { pageUrl: 'https://www.desk.example/' })).toEqual([])
    expect(() => validateClaimReview(VALID, { pageUrl: 'desk' })).toThrow('options.pageUrl is "desk"')
  })

  it('tells the rule, its source, and what to do', () => {
    expect(validateClaimReview(change('/reviewRating/alternateName'))).toEqual([
      {
        ruleId: 'required-field',
        severity: 'error',
        pointer: '/reviewRating/alternateName',
        reason: 'is missing',
        advice: 'give the verdict in words',
        source:
          'https://developers.google.com/search/docs/appearance/structured-data/factcheck#structured-data-type-definitions'
      }
    ])
  })

  it('finds no error in what toClaimReview makes', () => {
    const TEXT = 'Brandt said that the bridge is safe.'
    const claims = extractionOf(
      [attributionOf(TEXT, 'that the bridge is safe', { id: 'safe' })],
      [sourceOf({ id: 's1', name: 'Ana Brandt', sameAs: ['https://town.example/brandt'] })]
    )
    const { markup } = toClaimReview(
      claims,
      {
        claimId: 'safe',
        claimText: 'that the bridge is safe',
        claimReviewed: 'The bridge is safe',
        rating: { alternateName: 'True' },
        author: { name: 'The Example Desk', url: 'https://desk.example/' },
        url: VALID.url,
        datePublished: '2026-02-01'
      },
      { url: 'https://news.example/bridge' }
    )
    expect(told(validateClaimReview(markup, PAGE))).toEqual([
      'warning recommended-field /itemReviewed/firstAppearance',
      'warning recommended-field /itemReviewed/datePublished'
    ])
  })

  it('never throws, whatever it is given', () => {
    let deep: unknown = 'x'
    for (let depth = 0; depth < 50_000; depth++) deep = [deep]
    expect(validateClaimReview(change('/author', deep)).length).toBeGreaterThan(0)
    const value = fc.jsonValue()
    const some = fc.record({
      '@type': fc.constant('ClaimReview'),
      claimReviewed: value,
      reviewRating: fc.oneof(
        value,
        fc.record({ alternateName: value, ratingValue: value, bestRating: value })
      ),
      author: value,
      itemReviewed: fc.oneof(value, fc.record({ author: value, appearance: value, datePublished: value })),
      url: value
    })
    fc.assert(
      fc.property(fc.oneof(value, some, fc.array(some)), (json) => {
        expect(validateClaimReview(json, PAGE).length).toBeGreaterThan(0)
      })
    )
  })
})

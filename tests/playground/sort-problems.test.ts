import { ReviewError, toClaimReview, validateClaimReview } from '@saywho/claimreview'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import words from '../../packages/playground/src/review/fields.json' with { type: 'json' }
import { readPageFields, readReviewFields } from '../../packages/playground/src/review/read-form.ts'
import { sortFindings, sortProblems } from '../../packages/playground/src/review/sort-problems.ts'

const FIELDS = new Set(Object.values(words).flatMap((group) => group.map(({ name }) => name)))
const extraction = extract('“The bridge is safe,” Ana Brandt said.')
const claim = { id: extraction.attributions[0]!.id, text: '“The bridge is safe,”', by: 'Ana Brandt' }

function problemsOf(values: Record<string, string>, chosen: typeof claim | null = claim) {
  try {
    toClaimReview(extraction, readReviewFields(values, chosen ?? undefined), readPageFields(values))
  } catch (error) {
    if (error instanceof ReviewError) return sortProblems(error.problems, FIELDS)
    throw error
  }
  return null
}
const COMPLETE = {
  scale: 'own',
  'rating.alternateName': ' True ',
  'author.name': 'The Example Desk',
  'author.type': 'Organization',
  url: 'https://desk.example/bridge',
  'page.url': 'https://example.org/bridge'
}

describe('sortProblems', () => {
  it('puts each thing that is missing beside the field that it is asked in', () => {
    const { byField, rest } = problemsOf({}, null)!
    expect([...byField.keys()].sort()).toEqual([
      'author.name',
      'claimId',
      'page.url',
      'rating.alternateName',
      'url'
    ])
    expect(byField.get('author.name')).toBe('Is missing: give the name of who reviewed.')
    expect(rest).toEqual([])
  })

  it.each([
    ['url', 'desk.example'],
    ['author.url', 'ftp://desk.example'],
    ['datePublished', 'yesterday'],
    ['page.url', 'bridge'],
    ['page.datePublished', '31.1.2026'],
    ['rating.ratingValue', '3']
  ])('puts what is wrong with %s beside it', (name, value) => {
    const { byField, rest } = problemsOf({ ...COMPLETE, [name]: value })!
    // A value on a scale without ends: the ends are what is missing.
    const wanted = name === 'rating.ratingValue' ? ['rating.bestRating', 'rating.worstRating'] : [name]
    expect([...byField.keys()].sort()).toEqual(wanted)
    expect(rest).toEqual([])
  })

  it('has nothing to say of what is complete', () => expect(problemsOf(COMPLETE)).toBeNull())

  it('leaves what names no field as it is', () =>
    expect(sortProblems(['extraction is odd: mend it'], FIELDS).rest).toEqual([
      'Extraction is odd: mend it.'
    ]))
})

describe('sortFindings', () => {
  it('puts findings beside the fields that made what they point at, and names other parts in words', () => {
    const { markup } = toClaimReview(extraction, readReviewFields(COMPLETE, claim), readPageFields(COMPLETE))
    const { byField, rest } = sortFindings(validateClaimReview(markup), FIELDS)
    expect([...byField.keys()].sort()).toEqual(['author.url', 'datePublished', 'page.datePublished'])
    expect(rest.map((sentence) => sentence.split(' is missing')[0])).toEqual([
      'A page about who made the claim',
      'The page where the claim appeared first'
    ])
  })
})

describe('the form', () => {
  it('makes nothing of what is left empty', () => {
    const empty = Object.fromEntries([...FIELDS].map((name) => [name, name === 'scale' ? 'own' : '  ']))
    expect(readReviewFields(empty, undefined)).toEqual({ rating: {}, author: {} })
    expect(readPageFields(empty)).toEqual({})
  })

  it('explains every field', () => {
    for (const { label, hint } of Object.values(words).flat()) {
      expect(label.length).toBeGreaterThan(3)
      expect(hint).toMatch(/^[A-Z].{10,}\.$/)
    }
  })
})

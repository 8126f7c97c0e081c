import { describe, expect, it } from 'vitest'
import { stem } from '../../packages/english/src/stem.ts'

describe('stem', () => {
  it.each([
    ['verb', ['announce', 'announces', 'announced', 'announcing']],
    ['verb', ['say', 'says', 'said', 'saying']],
    ['verb', ['deny', 'denies', 'denied', 'denying']],
    ['verb', ['admit', 'admits', 'admitted', 'admitting']],
    ['verb', ['agree', 'agrees', 'agreed', 'agreeing']]
  ] as const)('gives the forms of a %s one key: %j', (wordClass, forms) => {
    expect(new Set(forms.map((form) => stem(form, wordClass))).size).toBe(1)
  })

  it('keeps verbs apart', () => {
    expect(stem('noted', 'verb')).not.toBe(stem('knotted', 'verb'))
    expect(stem('planed', 'verb')).not.toBe(stem('pleaded', 'verb'))
  })

  it('gives a noun and its plural one key, and leaves other words', () => {
    expect(stem('allies', 'plural')).toBe(stem('ally', 'noun'))
    expect(stem('statements', 'plural')).toBe(stem('statement', 'noun'))
    expect(stem('his', 'other')).toBe('his')
  })
})

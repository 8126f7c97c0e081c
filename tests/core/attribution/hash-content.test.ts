import { describe, expect, it } from 'vitest'
import { hashContent } from '../../../packages/core/src/attribution/hash-content.ts'

describe('hashContent', () => {
  it('is that of the text, white space aside', () => {
    expect(hashContent('the bridge\n is safe')).toBe(hashContent('the bridge is safe'))
    expect(hashContent('the bridge is safe')).not.toBe(hashContent('the bridge is dear'))
    expect(hashContent('')).toMatch(/^[0-9a-z]{8}$/)
  })
})

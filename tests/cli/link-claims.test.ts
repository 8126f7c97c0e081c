import { describe, expect, it } from 'vitest'
import { makeClaimLinker } from '../../packages/cli/src/claims/link-claims.ts'

const span = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length, text: words }
}

describe('makeClaimLinker', () => {
  it('leaves out a piece that no link leads to', () => {
    const text = 'It is safe, she said, and sound.'
    const link = makeClaimLinker(text)
    const whole = span(text, 'It is safe')
    const cut = span(text, 'oun')
    expect(link([cut, whole], 'https://example.org')).toBe('https://example.org/#:~:text=It%20is%20safe')
    expect(link([cut], 'https://example.org')).toBeNull()
  })

  it('keeps the fragment of the page', () => {
    const text = 'It is safe.'
    expect(makeClaimLinker(text)([span(text, 'safe')], 'https://example.org/b#top')).toBe(
      'https://example.org/b#top:~:text=safe'
    )
  })

  it.each(['', 'b.html', 'javascript:alert(1)', 'file:///b'])('gives no link to %j', (url) => {
    expect(makeClaimLinker('safe')([span('safe', 'safe')], url)).toBeNull()
  })
})

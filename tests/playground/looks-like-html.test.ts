import { describe, expect, it } from 'vitest'
import { hasBlocks, looksLikeHtml } from '../../packages/playground/src/reading/looks-like-html.ts'

describe('looksLikeHtml', () => {
  it.each([
    '<!doctype html><title>A</title>',
    '  <html lang="en">',
    '<p>She said no.</p>',
    'She said no.<br>He said yes.',
    '<div class="a">no</DIV >'
  ])('%s', (text) => expect(looksLikeHtml(text)).toBe(true))

  it.each([
    '',
    'She said no.',
    '3 < 4 and 5 > 4',
    'The tag <p class="lead"> opens a paragraph, he said.',
    '</script><script>alert(1)</script>',
    'a <b>bold</b> word',
    '<person> said'
  ])('not: %s', (text) => expect(looksLikeHtml(text)).toBe(false))

  it('knows a document without blocks from a page', () => {
    expect(hasBlocks('<html><body><b>a word</b></body></html>')).toBe(false)
    expect(hasBlocks('<html><body><p>a word</p></body></html>')).toBe(true)
  })
})

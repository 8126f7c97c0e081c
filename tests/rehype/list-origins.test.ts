import fc from 'fast-check'
import { extract } from 'saywho'
import { readHtml } from 'saywho/html'
import { describe, expect, it } from 'vitest'
import { pages } from '../support/generate-pages.ts'
import { parse, runPlugin, stringify, wordsOf } from './run-plugin.ts'

describe('where the whole text of a page stands', () => {
  it('is told piece by piece', () => {
    const html = '<nav>No</nav><p>“It&#x2019;s <b>all \n over</b>,”<br>Ana said.</p><p>She &amp; he.</p>'
    const { extraction, origins } = readHtml(html)
    expect(extraction.text).toBe('“It’s all over,”\nAna said.\n\nShe & he.')
    expect(
      origins.map(({ start, end, origin }) => [
        extraction.text!.slice(start, end),
        html.slice(origin.start, origin.end)
      ])
    ).toEqual([
      ['“It', '“It'],
      ['’', '&#x2019;'],
      ['s ', 's '],
      ['all', 'all'],
      [' ', ' \n '],
      ['over', 'over'],
      [',”', ',”'],
      ['Ana said.', 'Ana said.'],
      ['She ', 'She '],
      ['&', '&amp;'],
      [' he.', ' he.']
    ])
  })

  it('holds all words of any page, in order, character by character or as a whole', () => {
    fc.assert(
      fc.property(pages, (tree) => {
        const html = stringify(tree)
        const { extraction, origins } = readHtml(html)
        const text = extraction.text!
        let at = 0
        for (const { start, end, origin } of origins) {
          expect(text.slice(at, start)).toMatch(/^\s*$/)
          at = end
          const own = html.slice(origin.start, origin.end)
          const decoded = wordsOf(parse(`<p>${own}`, true))
          expect(decoded.replace(/\s+/g, ' ')).toBe(text.slice(start, end).replace(/\s+/g, ' '))
        }
        expect(text.slice(at)).toMatch(/^\s*$/)
      }),
      { numRuns: 100 }
    )
  }, 30_000)

  it('agrees with the places of each span', () => {
    const html = '<p>“It&#x2019;s <b>over</b>,” Ana Brandt said.</p>'
    const { extraction, origins } = readHtml(html)
    for (const { content } of extraction.attributions)
      for (const { start, end, origin } of content) {
        expect(origins.find((piece) => piece.start === start)?.origin.start).toBe(origin![0]!.start)
        expect(origins.find((piece) => piece.end >= end)?.origin.start).toBeLessThan(origin!.at(-1)!.end)
      }
  })
})

describe('what a page says of itself', () => {
  const head = '<link rel="canonical" href="https://example.org/a"><meta property="og:title" content="Late">'

  it('is given beside the extraction', () => {
    const { extraction, page } = readHtml(`<head>${head}</head><p>“It is late,” Ana Brandt said.`)
    expect(page).toEqual({ url: 'https://example.org/a', headline: 'Late' })
    expect(extraction.attributions).toHaveLength(1)
    expect(readHtml('<p>“It is late,” Ana Brandt said.').page).toEqual({})
    expect(readHtml('<meta property="og:title" content="Late"><p>x').page).toEqual({ headline: 'Late' })
  })

  it('is in the file’s data, what the caller knows before it', () => {
    const { file } = runPlugin(`<head>${head}</head><p>x`, { page: { headline: 'Early' } })
    expect(file.data.saywhoPage).toEqual({ url: 'https://example.org/a', headline: 'Early' })
  })

  it('does not change what is found', () => {
    const { extraction } = readHtml('“It is late,” Ana Brandt said.', { acts: 'all' })
    expect(extraction.attributions.map(({ id }) => id)).toEqual(
      extract('“It is late,” Ana Brandt said.', { acts: 'all' }).attributions.map(({ id }) => id)
    )
  })
})

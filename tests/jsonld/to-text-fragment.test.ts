import { createTextFragments, toTextFragment } from '@saywho/jsonld'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followTextDirective } from '../support/text-directive.ts'

const spanOf = (text: string, words: string, nth = 1) => {
  let start = -1
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1)
  return { start, end: start + words.length, text: words }
}
const linkTo = (text: string, words: string, nth = 1) => toTextFragment(spanOf(text, words, nth), text)

describe('toTextFragment', () => {
  it('encodes what parts the terms of a directive, and all that no URL takes', () => {
    const text = 'He said: “Well-run, R&D costs 100 % – or 😀.”'
    expect(linkTo(text, '“Well-run, R&D costs 100 % – or 😀.”')).toBe(
      '#:~:text=%E2%80%9CWell%2Drun%2C%20R%26D%20costs%20100%20%25%20%E2%80%93%20or%20%F0%9F%98%80.%E2%80%9D'
    )
    expect(linkTo('one \ud800 two', 'one \ud800')).toBe('#:~:text=one%20%EF%BF%BD')
    expect(linkTo('one \t  two', ' one \t  two '.trim())).toBe('#:~:text=one%20two')
  })

  it('tells words that repeat by as few words around them as it takes', () => {
    const text = 'Ana said “No,” twice.\nBen said “no,” once.\nNo, said Cy.'
    expect(linkTo(text, '“No,”')).toBe('#:~:text=said-,%E2%80%9CNo%2C%E2%80%9D,-twice')
    expect(linkTo(text, '“no,”')).toBe('#:~:text=said-,%E2%80%9Cno%2C%E2%80%9D,-once')
    expect(linkTo(text, 'No', 2)).toBe('#:~:text=once.-,No')
  })

  it('takes words within others for no repetition of them', () => {
    expect(linkTo('another other', 'other', 2)).toBe('#:~:text=other')
  })

  it('takes case, accents and forms of marks for none, as browsers do', () => {
    expect(linkTo("'Señor' or ‘SENOR’", '‘SENOR’')).toBe('#:~:text=or-,%E2%80%98SENOR%E2%80%99')
  })

  it('tells a long quotation, and one over paragraphs, by its ends', () => {
    const long = `“${'We shall mend it, and then we shall see. '.repeat(8)}And that is all I know.”`
    expect(linkTo(`She said: ${long} Then she left.`, long)).toBe(
      '#:~:text=%E2%80%9CWe%20shall%20mend%20it,is%20all%20I%20know.%E2%80%9D'
    )
    const text = 'He: “One two.\n\n“Three four.” End.'
    expect(linkTo(text, '“One two.\n\n“Three four.”')).toBe(
      '#:~:text=%E2%80%9COne%20two.,Three%20four.%E2%80%9D'
    )
  })

  it('stands behind an address, beside its own fragment, in place of another directive', () => {
    const to = (url: string) => toTextFragment({ start: 0, end: 2, text: 'ab' }, 'ab', url)
    expect(to('https://example.org')).toBe('https://example.org/#:~:text=ab')
    expect(to('https://example.org/a?b=c#')).toBe('https://example.org/a?b=c#:~:text=ab')
    expect(to('https://example.org/a#top')).toBe('https://example.org/a#top:~:text=ab')
    expect(to('https://example.org/a#top:~:text=x&text=y')).toBe('https://example.org/a#top:~:text=ab')
    expect(() => to('/a')).toThrow('url: expected an absolute http or https URL, got "/a"')
  })

  it.each([
    ['no '.repeat(80), 'no', 70],
    ['Yes.\nYes.\nYes.', 'Yes.', 3],
    ['undone', 'done', 1],
    ['aa a\n“““a', 'a\n“““', 1]
  ])('says so where no link can tell the words: %j', (text, words, nth) => {
    expect(() => linkTo(text, words, nth)).toThrow(RangeError)
    expect(() => linkTo(text, words, nth)).toThrow(`no link tells ${JSON.stringify(words)}`)
  })

  it('names what is wrong', () => {
    expect(() => toTextFragment({ start: 0, end: 1, text: 'b' }, 'ab')).toThrow(
      'span: the text has "a" from 0 to 1, not "b"'
    )
    expect(() => toTextFragment({ start: 0, end: 2, text: ' \n' }, ' \n')).toThrow('span: expected words')
    expect(() => toTextFragment(null as never, 'ab')).toThrow('span: expected a span, got null')
    expect(() => createTextFragments(undefined as never)).toThrow('text: expected the text that was read')
  })

  it("leads to the words themselves, by the specification's own search, or says that it can not", () => {
    const unit = fc.constantFrom('a', 'A', 'b', ' ', ' ', '\n', '“', '”', '-', ',', '.', "'", 'ab', '😀')
    const seen = { found: 0, refused: 0 }
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 40 }),
        fc.nat(39),
        fc.integer({ min: 1, max: 12 }),
        (units, from, length) => {
          const text = units.join('')
          const words = units.slice(from, from + length).join('')
          fc.pre(words.trim() !== '')
          const start = units.slice(0, from).join('').length
          const span = { start, end: start + words.length, text: words }
          let link: string
          try {
            link = toTextFragment(span, text)
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError)
            seen.refused++
            return
          }
          seen.found++
          const first = start + words.length - words.trimStart().length
          expect(followTextDirective(link, text)).toEqual({ start: first, end: first + words.trim().length })
        }
      ),
      { numRuns: 3000 }
    )
    expect(seen.found).toBeGreaterThan(seen.refused)
  })

  it('counts the same characters inside of words where words around tell it', () => {
    const text = 'abab,ab ab'
    const found = followTextDirective(linkTo(text, 'ab', 4), text)
    expect(found).toEqual({ start: 8, end: 10 })
  })

  it('gives up where even the rarest word stands in too many places to compare', () => {
    const text = (count: number) => `${'He said yes. '.repeat(count)}At last she said yes.`
    expect(linkTo(text(400), 'yes', 401)).toContain('text=')
    expect(() => linkTo(text(600), 'yes', 601)).toThrow(RangeError)
    expect(linkTo(text(600), 'she said yes', 1)).toContain('text=')
  })

  it('finds words in a line without an end, and in one without a space', () => {
    expect(linkTo(`${'word '.repeat(5000)}Ana left. ${'word '.repeat(5000)}`, 'Ana left', 1)).toBe(
      '#:~:text=Ana%20left'
    )
    expect(() => linkTo('word'.repeat(5000), 'wordword', 3)).toThrow(RangeError)
  })
})

import { pairQuotationMarks } from '@saywho/core/rooms'
import fc from 'fast-check'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { findSetQuotations } from '../../../packages/core/src/quotation/find-set-quotations.ts'
import { tokensOf, wordsOf } from '../../support/tables.ts'

/** What is found set apart where the words between braces are. */
function read(marked: string, marks = false) {
  const text = marked.replace(/[{}]/g, '')
  const stretches: { start: number; end: number; marks: boolean }[] = []
  let removed = 0
  const open: number[] = []
  for (const { 0: brace, index } of marked.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index - removed)
    else stretches.push({ start: open.pop()!, end: index - removed, marks })
    removed++
  }
  const tokens = tokensOf(text)
  const { list } = pairQuotationMarks(tokens, findSetQuotations(tokens, stretches))
  const found = extract(text, { quoted: stretches }).attributions.map((its) => ({
    type: its.type,
    verbatim: its.verbatim,
    who: its.sourceIds.join(),
    what: its.content.map((span) => span.text).join(' … ')
  }))
  return { quotations: list.map((its) => ({ ...its, words: wordsOf(tokens, its) })), found }
}

describe('findSetQuotations', () => {
  it('takes a block for a quotation that runs over its paragraphs', () => {
    const { quotations, found } = read(
      'Ana Brandt said in the letter:\n\n{We will close the school for a week.\n\nThe work begins on Monday.}\n\nThe council met later.'
    )
    expect(quotations.map(({ words, closed, continues }) => [words, closed, continues])).toEqual([
      ['We will close the school for a week.', false, -1],
      ['The work begins on Monday.', true, 0]
    ])
    expect(found).toEqual([
      {
        type: 'indirect',
        verbatim: true,
        who: 'ana-brandt',
        what: 'We will close the school for a week.\n\nThe work begins on Monday.'
      }
    ])
  })

  it('counts marks that a reader sees for the type, and only those', () => {
    const text = 'On Monday Tomas Reyes said: {The quay is sinking.} He left.'
    expect(read(text, true).found).toMatchObject([
      { type: 'direct', verbatim: true, what: 'The quay is sinking.' }
    ])
    expect(read(text).found).toMatchObject([
      { type: 'indirect', verbatim: true, what: 'The quay is sinking.' }
    ])
  })

  it('hears the signature under a block', () => {
    const block = 'The quay is sinking, and nobody seems to care about it.\n\n— Tomas Reyes, engineer'
    const { quotations, found } = read(
      `The quay was in the news again.\n\n{${block}}\n\nThe council met later.`
    )
    expect(quotations.map(({ words }) => words)).toEqual([
      'The quay is sinking, and nobody seems to care about it.'
    ])
    expect(found).toMatchObject([{ verbatim: true, who: 'tomas-reyes' }])
    const { found: unset } = read(`The quay was in the news again.\n\n${block}\n\nThe council met later.`)
    expect(unset.filter(({ verbatim }) => verbatim)).toEqual([])
  })

  it('keeps the pieces of a content apart where all of an article is set apart', () => {
    const { found } = read('{“We go,” Ana Brandt said. The council, she added, had promised “to pay”.}')
    expect(found.map(({ what }) => what)).toContain('The council … had promised “to pay”')
  })

  it('leaves verbatim alone where a content is set apart in part', () => {
    expect(read('Ana Brandt said she would go {at once}.').found).toMatchObject([{ verbatim: false }])
  })

  it('needs no marks beside those of the text', () => {
    const { quotations } = read('{“We go,” Ana Brandt said.}', true)
    expect(quotations.map(({ words, set }) => [words, set])).toEqual([['“We go,”', false]])
  })

  it('leaves out what holds no word, is inside another of its kind, or crosses marks', () => {
    expect(read('One. {…} Two.').quotations).toEqual([])
    expect(read('{One {two} three.}').quotations.map(({ words }) => words)).toEqual(['One two three.'])
    expect(read('One {two “three} four” five.').quotations.map(({ words }) => words)).toEqual([
      '“three four”'
    ])
  })

  it('gives quotations that nest and never cross, for any stretches', () => {
    const text = 'Ana said: “One two.” ‘Three “four” five.’\n\n“Six seven.\n\n“Eight,” said Bo. Nine – ten.'
    const stretch = fc.record({
      start: fc.integer({ min: -5, max: text.length + 5 }),
      end: fc.integer({ min: -5, max: text.length + 5 }),
      marks: fc.boolean()
    })
    const tokens = tokensOf(text)
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
        const { list, outermost } = pairQuotationMarks(tokens, findSetQuotations(tokens, stretches))
        for (const [index, a] of list.entries()) {
          expect(a.from).toBeLessThan(a.to)
          expect(a.around).toBeLessThan(index)
          expect(outermost[a.from]).toBeGreaterThanOrEqual(0)
          for (const b of list) expect(a.from < b.from && b.from < a.to && a.to < b.to).toBe(false)
        }
        const { attributions } = extract(text, { quoted: stretches })
        for (const { content, cue, source } of attributions)
          for (const span of [...content, ...cue, ...source])
            expect(text.slice(span.start, span.end)).toBe(span.text)
      })
    )
  })
})

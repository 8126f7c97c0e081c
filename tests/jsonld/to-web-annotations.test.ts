import { readFileSync } from 'node:fs'
import { toWebAnnotations } from '@saywho/jsonld'
import fc from 'fast-check'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { findAnnotationErrors } from '../support/annotation-model.ts'
import { canonize, compact, expand } from '../support/contexts.ts'
import { attributionOf, extractionOf, sourceOf } from '../support/extractions.ts'

const page = { url: 'https://example.org/bridge' }
const TEXT =
  'Ana Brandt 👩‍🔧 came. “The bridge is safe 👍,” she said, “for now.” Residents never said that. Cole swore it.'
const brandt = sourceOf({ id: 'ana-brandt', name: 'Ana Brandt' })
const bridge = attributionOf(TEXT, ['“The bridge is safe 👍,”', '“for now.”'], {
  id: 'k1',
  type: 'direct',
  sourceIds: ['ana-brandt']
})
const extraction = extractionOf([bridge], [brandt])

describe('toWebAnnotations', () => {
  it('selects each piece by its words and by code points, and says whose it is', () => {
    const [first, second] = toWebAnnotations(extraction, page, { text: TEXT })
    expect(first).toMatchObject({
      id: 'https://example.org/bridge#annotation-k1',
      type: 'Annotation',
      motivation: 'describing',
      body: [
        { type: 'TextualBody', value: 'Ana Brandt: direct statement' },
        {
          id: 'https://example.org/bridge#attribution-k1',
          type: 'Attribution',
          act: 'statement',
          attributionType: 'direct',
          negative: false,
          confidence: 0.9,
          attributedTo: [
            {
              id: 'https://example.org/bridge#source-ana-brandt',
              name: 'Ana Brandt',
              sourceType: 'person'
            }
          ]
        }
      ],
      target: {
        type: 'SpecificResource',
        source: 'https://example.org/bridge',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: '“The bridge is safe 👍,”',
            prefix: 'Ana Brandt 👩‍🔧 came. ',
            suffix: ' she said, “for now.” Residents '
          },
          // Ana Brandt, a space, three code points of one picture, and the rest: UTF-16 units would be 23 and 47.
          { type: 'TextPositionSelector', start: 21, end: 44 }
        ]
      }
    })
    expect(second?.id).toBe('https://example.org/bridge#annotation-k1.2')
    expect(second?.body[1].id).toBe(first?.body[1].id)
  })

  it('counts any text as Python and the model do: pairs once, lone surrogates once', () => {
    const unit = fc.constantFrom('a', 'é', '👋', '\ud800', '\udc00', ' ', '“')
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit, minLength: 1 }), fc.string({ unit }), (...parts) => {
        const [before, words, after] = parts
        const text = before + words + after
        // Two halves that meet are one character, which no span of a text would part.
        fc.pre(Array.from(before).length + Array.from(words + after).length === Array.from(text).length)
        fc.pre(Array.from(words).length + Array.from(after).length === Array.from(words + after).length)
        const span = { start: before.length, end: before.length + words.length, text: words }
        const found = extractionOf([{ ...bridge, content: [span] }], [brandt])
        const [annotation] = toWebAnnotations(found, page, { text })
        const [quote, position] = annotation!.target.selector
        const characters = Array.from(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
        expect(characters.slice(position.start, position.end).join('')).toBe(quote.exact)
        const whole = characters.join('')
        expect(whole).toContain((quote.prefix ?? '') + quote.exact + (quote.suffix ?? ''))
        expect(JSON.stringify(annotation)).not.toMatch(/\\ud[89a-f]/)
      }),
      { numRuns: 500 }
    )
  })

  it('says what is denied, and whose source is not known', () => {
    const [denied, unknown] = toWebAnnotations(
      extractionOf(
        [
          attributionOf(TEXT, 'that', { id: 'n', negative: true, sourceIds: ['ana-brandt'] }),
          attributionOf(TEXT, 'it', { id: 'u', sourceIds: [] })
        ],
        [brandt]
      ),
      page,
      { text: TEXT }
    )
    expect(denied?.body[0].value).toBe('Ana Brandt: indirect statement, denied')
    expect(denied?.body[1].negative).toBe(true)
    expect(unknown?.body[0].value).toBe('unknown source: indirect statement')
    expect(unknown?.body[1].attributedTo).toEqual([])
  })

  it('leaves out what is less sure than the floor or of another type, and names no parent that is left out', () => {
    const inner = attributionOf(TEXT, 'safe', { id: 'k2', parentId: 'k1' })
    const both = extractionOf([bridge, inner], [brandt])
    const idsOf = (options: object) =>
      toWebAnnotations(both, page, { text: TEXT, ...options }).map(({ body }) => body[1].parent ?? body[1].id)
    expect(idsOf({})).toEqual([
      `${page.url}#attribution-k1`,
      `${page.url}#attribution-k1`,
      `${page.url}#attribution-k1`
    ])
    expect(idsOf({ types: ['indirect'] })).toEqual([`${page.url}#attribution-k2`])
    expect(idsOf({ minConfidence: 0.95 })).toEqual([])
  })

  it('takes the text that the extraction carries', () => {
    expect(toWebAnnotations({ ...extraction, text: TEXT }, page)).toEqual(
      toWebAnnotations(extraction, page, { text: TEXT })
    )
  })

  it('says that it was given no extraction', () => {
    const call = () => toWebAnnotations('x' as never, page)
    expect(call).toThrow(new TypeError('extraction: expected what extract gives, got "x"'))
  })

  it.each([
    [{}, 'options.text is missing'],
    [
      { text: 'Another text.' },
      'content of k1: the text has "" from 23 to 47, not "“The bridge is safe 👍,”"'
    ],
    [
      { text: TEXT, types: ['quote'] },
      'options.types: expected a list of direct, indirect, mixed, got ["quote"]'
    ],
    [{ text: TEXT, minConfidence: -1 }, 'options.minConfidence: expected a number from 0 to 1, got -1']
  ])('names what is wrong: %j', (options, message) => {
    expect(() => toWebAnnotations(extraction, page, options as object)).toThrow(message)
    expect(() => toWebAnnotations(extraction, page, options as object)).toThrow(TypeError)
  })
})

describe("the Web Annotation model's rules", () => {
  const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
  const annotations = toWebAnnotations(extract(seed), page, { text: seed, minConfidence: 0 })

  it('hold for the seed article', () => {
    expect(annotations.length).toBeGreaterThan(10)
    for (const annotation of annotations) expect(findAnnotationErrors({ ...annotation })).toEqual([])
    expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length)
  })

  it('are seen to fail', () => {
    const [annotation] = annotations
    const brokenBy = (changes: object) => findAnnotationErrors({ ...annotation, ...changes })
    const selecting = (selector: object) => ({ target: { source: page.url, selector } })
    expect(brokenBy({ '@context': ['http://www.w3.org/ns/anno.jsonld'] })).toHaveLength(1)
    expect(brokenBy({ '@context': 'https://schema.org' })).toHaveLength(1)
    expect(brokenBy({ id: undefined, type: 'Note' })).toHaveLength(2)
    expect(brokenBy({ bodyValue: 'x', motivation: 'quoting' })).toHaveLength(2)
    expect(brokenBy({ body: [{ type: 'TextualBody', purpose: 'x' }, { type: 'Attribution' }] })).toHaveLength(
      5
    )
    expect(brokenBy({ target: undefined })).toHaveLength(1)
    expect(brokenBy({ target: { selector: [] } })).toHaveLength(1)
    expect(brokenBy(selecting({ type: 'TextQuoteSelector', exact: '', prefix: 1 }))).toHaveLength(2)
    expect(brokenBy(selecting({ type: 'TextPositionSelector', start: 2, end: 1.5 }))).toHaveLength(1)
    expect(brokenBy(selecting({ type: 'WordSelector' }))).toHaveLength(1)
  })

  it('leave no term without a meaning: they expand, and compact to the same statements', async () => {
    for (const annotation of annotations.slice(0, 10)) {
      const [expanded] = await expand(annotation)
      expect(Object.keys(expanded!)).toHaveLength(Object.keys(annotation).length - 1)
      const compacted = await compact(annotation, annotation['@context'])
      expect(await canonize(compacted)).toBe(await canonize(annotation))
    }
  })
})

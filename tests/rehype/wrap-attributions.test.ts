import type { Attribution, Extraction, Span } from '@saywho/core'
import fc from 'fast-check'
import type { Root } from 'hast'
import rehypeSaywho from 'rehype-saywho'
import rehypeSaywhoCore from 'rehype-saywho/core'
import { annotateHtml } from 'saywho/html'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { pages } from '../support/generate-pages.ts'
import { bare, elementsOf, parse, runPlugin, stringify, wordsOf } from './run-plugin.ts'

const page = { url: 'https://example.org/page' }

/** Attributions at places that no one would find, one within and across another. */
const places = fc.array(
  fc.record({
    role: fc.constantFrom('content', 'cue', 'source'),
    start: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 40 })
  }),
  { minLength: 1, maxLength: 8 }
)
const invent =
  (found: { role: string; start: number; length: number }[]) =>
  (text: string): Extraction => ({
    version: 1,
    attributions: found.flatMap(({ role, start, length }, index): Attribution[] => {
      const from = Math.floor(start * text.length)
      const to = Math.min(from + length, text.length)
      const span: Span = { start: from, end: to, text: text.slice(from, to) }
      if (from === to) return []
      return [
        {
          id: `k${index}`,
          type: 'direct',
          verbatim: true,
          act: 'statement',
          negative: false,
          content: role === 'content' ? [span] : [],
          cue: role === 'cue' ? [span] : [],
          source: role === 'source' ? [span] : [],
          sourceIds: [],
          stated: true,
          parentId: null,
          rule: 'invented',
          confidence: 1
        }
      ]
    }),
    sources: []
  })

describe('any page, marked up', () => {
  const check = (root: Root, run: (tree: Root, file: VFile) => unknown) => {
    const source = stringify(root)
    const file = new VFile(source)
    const tree = parse(source, true)
    expect(bare(tree)).toEqual(bare(root))
    run(tree, file)
    expect(wordsOf(tree)).toBe(wordsOf(root))
    const once = stringify(tree)
    const again = parse(once, true)
    expect(bare(again)).toEqual(bare(tree))
    const { text, attributions } = structuredClone(file.data.saywho!)
    // Over what it gave, as another file and as the same tree.
    const other = new VFile(once)
    run(again, other)
    expect(stringify(again)).toBe(once)
    expect(other.data.saywho!.text).toBe(text)
    run(tree, file)
    expect(stringify(tree)).toBe(once)
    expect(file.data.saywho!.attributions).toEqual(attributions)
    return { tree, file }
  }

  it('has the same words, is valid, and a second run changes nothing', () => {
    let wrapped = 0
    fc.assert(
      fc.property(pages, (root) => {
        const { tree } = check(root, rehypeSaywho({ page }))
        wrapped += elementsOf(tree).filter(({ properties }) => 'dataSaywhoContent' in properties).length
      }),
      { numRuns: 80 }
    )
    expect(wrapped).toBeGreaterThan(100)
  }, 60_000)

  it('is so wherever attributions are, within and across each other', () => {
    fc.assert(
      fc.property(pages, places, (root, found) => {
        const { tree, file } = check(root, rehypeSaywhoCore(invent(found), { page }))
        const { attributions } = file.data.saywho!
        const elements = elementsOf(tree)
        for (const [role, name] of [
          ['content', 'dataSaywhoContent'],
          ['cue', 'dataSaywhoCue'],
          ['source', 'dataSaywhoSource']
        ] as const)
          for (const attribution of attributions) {
            const words = attribution[role].map(({ text }) => text).join('')
            const wrappers = elements.filter(({ properties }) =>
              String(properties[name] ?? '')
                .split(' ')
                .includes(attribution.id)
            )
            const squeeze = (text: string) => text.replace(/\s+/g, '')
            expect(squeeze(wrappers.map(wordsOf).join(''))).toBe(squeeze(words))
          }
        const ids = elements.flatMap(({ properties }) => (properties.id === undefined ? [] : [properties.id]))
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 300 }
    )
  }, 60_000)

  it('is so as text, too, and comes back to the character', () => {
    fc.assert(
      fc.property(pages, (root) => {
        const html = stringify(root)
        const once = annotateHtml(html, { page })
        expect(annotateHtml(once, { page })).toBe(once)
        expect(annotateHtml(once, { wrap: false, jsonLd: false })).toBe(html)
        expect(wordsOf(parse(once))).toBe(wordsOf(parse(html)))
      }),
      { numRuns: 100 }
    )
  }, 60_000)
})

describe('wrappers', () => {
  const BODY = '<p>“We will <em>never</em> go,” Ana Brandt said.</p>'
  const wrap = (html: string, options = {}) => runPlugin(html, { jsonLd: false, ...options }, true).html

  it('stand within each parent, and tell what is known', () => {
    const content = (words: string, id = '') =>
      `<span${id} data-saywho-content="5wg7l7ka" data-saywho-type="direct" data-saywho-act="statement" data-saywho-sources="ana-brandt" data-saywho-confidence="C">${words}</span>`
    const { attributions } = runPlugin(BODY, {}, true).extraction
    const { id } = attributions[0]!
    expect(
      wrap(BODY)
        .replace(/(?<=confidence=")[^"]*/g, 'C')
        .replaceAll(id, '5wg7l7ka')
    ).toBe(
      `<p>${content('“We will ', ' id="saywho-5wg7l7ka"')}<em>${content('never')}</em>${content(' go,”')} <span data-saywho-source="5wg7l7ka">Ana Brandt</span> <span data-saywho-cue="5wg7l7ka">said</span>.</p>`
    )
  })

  it('stand inside each other, as what is said of what was said', () => {
    const html = wrap('<p>Ana Brandt said that Cole had promised to pay for it.</p>')
    expect(
      html.replace(/ (?:id|data-saywho-(?!content|cue|source=)[\w-]+)="[^"]*"/g, '').replace(/="\w+"/g, '')
    ).toBe(
      '<p><span data-saywho-source>Ana Brandt</span> <span data-saywho-cue>said</span> <span data-saywho-content>that <span data-saywho-source>Cole</span> <span data-saywho-cue>had promised</span> <span data-saywho-content>to pay for it</span></span>.</p>'
    )
  })

  it('say that it is denied, and name one source for two', () => {
    const html = wrap(
      '<p>Ana Brandt never said that the bridge was safe.</p><p>Cole said it was late and added that it was cold.</p>'
    )
    expect(html).toContain('data-saywho-negative=""')
    expect(html).toMatch(/data-saywho-source="\w+ \w+">Cole</)
  })

  it('are left out on request, and earlier ones taken out', () => {
    expect(wrap(BODY, { wrap: false })).toBe(BODY)
    expect(wrap(wrap(BODY), { wrap: false })).toBe(BODY)
  })

  it('of someone else are left alone', () => {
    const other =
      '<p><span data-saywho-content="x" class="y">It</span> <span id="z" data-other="">is late.</span></p>'
    expect(wrap(other)).toBe(other)
  })

  it('stand in no element that may not hold them', () => {
    const root: Root = {
      type: 'root',
      children: [
        {
          type: 'element',
          tagName: 'ul',
          properties: {},
          children: [{ type: 'text', value: '“We will go,” Ana Brandt said.' }]
        }
      ]
    }
    const file = new VFile()
    rehypeSaywho({ jsonLd: false })(root, file)
    expect(file.data.saywho!.attributions).toHaveLength(1)
    expect(elementsOf(root, 'span')).toEqual([])
  })
})

import type { Extraction, Span } from '@saywho/core'
import fc from 'fast-check'
import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeSaywho from 'rehype-saywho'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { extractHtml } from 'saywho/html'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { pages } from '../support/generate-pages.ts'
import { parse, wordsOf } from './run-plugin.ts'

const squeeze = (text: string): string => text.replace(/[ \t\n\r\f]+/g, '')

const spansOf = ({ attributions, sources }: Extraction): Span[] => [
  ...attributions.flatMap(({ content, cue, source }) => [...content, ...cue, ...source]),
  ...sources.flatMap(({ mentions, reason }) => (reason === null ? mentions : [...mentions, reason]))
]

const slicesOf = ({ origin = [] }: Span, file: string): string[] =>
  origin.map(({ start, end }) => file.slice(start, end))

/** Each span is its linear text's, and its pieces of the file are in order and say the same. */
function checkOrigins(extraction: Extraction, file: string, decode: (piece: string) => string): number {
  const spans = spansOf(extraction)
  for (const span of spans) {
    expect(extraction.text!.slice(span.start, span.end)).toBe(span.text)
    const pieces = slicesOf(span, file)
    expect(squeeze(pieces.map(decode).join(''))).toBe(squeeze(span.text))
    span.origin!.forEach(({ start, end }, index) => {
      expect(start).toBeLessThan(end)
      expect(start).toBeGreaterThanOrEqual(span.origin![index - 1]?.end ?? 0)
    })
  }
  return spans.length
}

const decodeHtml = (piece: string) => wordsOf(parse(`<p>${piece}`, true))

describe('origins in HTML', () => {
  const contents = (html: string) =>
    extractHtml(html).attributions.map(({ content }) => content.map((span) => slicesOf(span, html)))

  it.each([
    ['a reference', '<p>“R&amp;D will go,” Ana Brandt said.', [[['“R&amp;D will go,”']]]],
    [
      'references at the ends',
      '<p>&ldquo;It will go,&#8221; Ana Brandt said.',
      [[['&ldquo;It will go,&#8221;']]]
    ],
    ['line ends', '<p>“It\r\n will go,”\r\nAna Brandt said.', [[['“It\r\n will go,”']]]],
    ['nested elements', '<p>“It <b>will <i>go</i></b>,” Ana Brandt said.', [[['“It ', 'will ', 'go', ',”']]]],
    ['a comment', '<p>“It w<!-- > -->ill go,” Ana Brandt said.', [[['“It w', 'ill go,”']]]],
    ['an end tag of nothing', '<p>“It will</b> go,” Ana Brandt said.', [[['“It will', ' go,”']]]],
    ['unclosed elements', '<div><p>“It <b>will go,” Ana Brandt said.', [[['“It ', 'will go,”']]]],
    [
      'two blocks',
      '<p>Ana Brandt said:<p>“It will go. <p>“We will stay.”',
      [[['“It will go.', '“We will stay.”']]]
    ],
    ['a mark at the file’s start', '\uFEFF<p>“It will go,” Ana Brandt said.', [[['“It will go,”']]]]
  ])('go through %s', (_, html, expected) => {
    expect(contents(html)).toEqual(expected)
  })

  it('map back for every span of any page', () => {
    let spans = 0
    const options = {
      characterReferences: { subset: ['“', '”', '"', 'a', '&', '<'], useNamedReferences: true }
    }
    fc.assert(
      fc.property(pages, fc.boolean(), (root, isWindows) => {
        const written = unified().use(rehypeStringify, options).stringify(root)
        const html = isWindows ? written.replace(/\n/g, '\r\n') : written
        spans += checkOrigins(extractHtml(html), html, decodeHtml)
      }),
      { numRuns: 150 }
    )
    expect(spans).toBeGreaterThan(500)
  }, 60_000)

  it('are the node’s whole extent where its words are no longer the file’s', () => {
    const html = '<p>"It will go," Ana Brandt said.</p>'
    const file = new VFile(html)
    const tree = unified().use(rehypeParse, { fragment: true }).parse(file)
    const paragraph = tree.children[0]!
    if (paragraph.type === 'element')
      paragraph.children[0] = {
        ...paragraph.children[0]!,
        value: '“It will go away,” Ana Brandt said.'
      } as never
    rehypeSaywho({ jsonLd: false })(tree, file)
    for (const span of spansOf(file.data.saywho!))
      expect(slicesOf(span, html)).toEqual(['"It will go," Ana Brandt said.'])
  })

  it('are absent where nodes have no position', () => {
    const root: Root = { type: 'root', children: [{ type: 'text', value: '“It will go,” Ana Brandt said.' }] }
    const file = new VFile()
    rehypeSaywho({ jsonLd: false })(root, file)
    const spans = spansOf(file.data.saywho!)
    expect(spans.length).toBeGreaterThan(2)
    for (const span of spans) expect(span).not.toHaveProperty('origin')
  })
})

describe('origins in Markdown', () => {
  const read = (markdown: string) => {
    const file = new VFile(markdown)
    const processor = unified().use(remarkParse).use(remarkRehype).use(rehypeSaywho, { jsonLd: false })
    processor.runSync(processor.parse(file), file)
    return file.data.saywho!
  }
  const decodeMarkdown = (piece: string) =>
    decodeHtml(
      piece
        .replace(/^[ \t>]+/gm, '')
        .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`)
    )

  it.each([
    ['emphasis', 'The mayor: “We *will*\ngo,” Ana Brandt said.', ['“We ', 'will', '\ngo,”']],
    ['escapes', '“We \\*will\\* go,” Ana Brandt said.', ['“We \\*will\\* go,”']],
    ['references', '“R&amp;D &lt; 5,” Ana Brandt said.', ['“R&amp;D &lt; 5,”']],
    [
      'a quotation’s leaders',
      '> “We will\n> go &\n>   stay,” Ana Brandt said.',
      ['“We will\n', 'go &\n', 'stay,”']
    ],
    ['a list’s indent', '- “We will\r\n  go,” Ana Brandt said.', ['“We will\r\n', 'go,”']],
    ['a link', "“We [will go](https://example.org 'x'),” Ana Brandt said.", ['“We ', 'will go', ',”']]
  ])('go through %s', (_, markdown, expected) => {
    const extraction = read(markdown)
    checkOrigins(extraction, markdown, decodeMarkdown)
    const said = extraction.attributions.find(({ cue }) => cue[0]?.text === 'said')
    expect(slicesOf(said!.content[0]!, markdown)).toEqual(expected)
  })

  it('map back for every span of any text', () => {
    const sentence = fc.constantFrom(
      '“We will go,” Ana Brandt said.',
      'Ben Cole said that *nobody* asked.',
      'She said that “R&amp;D \\[was\\] **late**”.',
      'Cole told her that\nDana Frey had promised\nto pay.'
    )
    const paragraph = fc.tuple(
      fc.constantFrom('', '> ', '> > ', '- ', '1. '),
      fc.array(sentence, { minLength: 1, maxLength: 3 })
    )
    let spans = 0
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (paragraphs, isWindows) => {
          const lines = paragraphs.map(([leader, sentences]) => {
            const rest = leader.replace(/[-\d.]/g, ' ')
            return leader + sentences.join('\n').replace(/\n/g, `\n${rest}`)
          })
          const text = lines.join('\n\n')
          const markdown = isWindows ? text.replace(/\n/g, '\r\n') : text
          spans += checkOrigins(read(markdown), markdown, decodeMarkdown)
        }
      ),
      { numRuns: 100 }
    )
    expect(spans).toBeGreaterThan(300)
  }, 60_000)
})

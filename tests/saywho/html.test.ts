import fc from 'fast-check'
import type { Nodes } from 'hast'
import { extract } from 'saywho'
import { annotateHtml, extractHtml } from 'saywho/html'
import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../packages/saywho/src/parse-html.ts'
import { parse, wordsOf } from '../rehype/run-plugin.ts'

const page = { url: 'https://example.org/page' }
const QUOTE = '“We will go,” Ana Brandt said.'

describe('extractHtml', () => {
  it('gives what extract gives for the text, and where it stands in the file', () => {
    const html = `<h1>Bridge</h1><p>${QUOTE}</p>`
    const extraction = extractHtml(html)
    expect(extraction.text).toBe(`Bridge\n\n${QUOTE}`)
    const withoutOrigins = JSON.parse(
      JSON.stringify(extraction, (key, value) => (key === 'origin' ? undefined : value))
    )
    expect(withoutOrigins).toEqual({ ...extract(extraction.text!), text: extraction.text })
    expect(extraction.attributions[0]!.content).toEqual([
      { start: 8, end: 21, text: '“We will go,”', origin: [{ start: 18, end: 31 }] }
    ])
  })

  it.each([
    '<!doctype html> &ldquo;We will go,” Ana Brandt said.',
    '<p>x</p>\0&ldquo;We will go,” Ana Brandt said.'
  ])('knows where a text begins in %j', (html) => {
    const start = html.indexOf('&')
    expect(extractHtml(html).attributions[0]!.content[0]!.origin).toEqual([{ start, end: start + 19 }])
    expect(annotateHtml(html)).toContain('>&ldquo;We will go,”</span>')
  })

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
    'reads elements with an attribute, of a name and of words called %s',
    (name) => {
      const html = `<p ${name}="x">“We will go,” ${name} said.</p><${name}>“So be it,” Ana Brandt said.</${name}>`
      expect(extractHtml(html).attributions.map(({ content }) => content[0]!.text)).toEqual([
        '“We will go,”',
        '“So be it,”'
      ])
      expect(annotateHtml(html).replace(/<\/?span[^>]*>/g, '')).toBe(html)
    }
  )

  it('hands on the options of extract', () => {
    expect(extractHtml(QUOTE, { minConfidence: 1 }).attributions).toEqual([])
    expect(() => extractHtml(QUOTE, { minConfidence: 7 })).toThrow('options.minConfidence')
  })

  it.each([[undefined], [null], [7], [{}], [['<p>']]])('throws a TypeError for %j', (html) => {
    for (const run of [extractHtml, annotateHtml])
      expect(() => run(html as never)).toThrow(
        new TypeError(`html: expected a string, got ${JSON.stringify(html)}`)
      )
  })

  it('takes an empty page, and one without words', () => {
    for (const html of ['', ' ', '<!doctype html>', '<html></html>', '<p>', '<!-- x', '<'])
      expect(extractHtml(html).attributions).toEqual([])
  })
})

describe('annotateHtml', () => {
  const script = (html: string) =>
    annotateHtml(html, { page, wrap: false }).replace(/(?<=data-saywho="">)[^<]*/, '…')
  const SCRIPT = '<script type="application/ld+json" data-saywho="">…</script>'

  it.each([
    ['before the end of the head', '<head><title>x</title>|</head>'],
    ['after what is in a head that no tag ends', '<!doctype html><meta charset=utf-8><title>x</title>|<p>'],
    ['after the start of one', '<html><head>|<body>'],
    ['after the start of the page', '<html>|<body>'],
    ['after the doctype', '<!doctype html>|<p>']
  ])('puts JSON-LD %s', (_, html) => {
    const written = html.includes('<p>') ? `${html}${QUOTE}` : `${html}<p>${QUOTE}`
    expect(script(written.replace('|', ''))).toBe(written.replace('|', SCRIPT))
  })

  it.each([
    ['a text', '|'],
    ['a whole element', '</p>|'],
    ['an unclosed element', ' <b>x|'],
    ['a void element', '<br>|'],
    ['before a comment that no one ends', '|<!-- x'],
    ['before a tag that no one ends', '|<a title="x>'],
    ['before a script that no one ends', '|<script>x'],
    ['before a form field', '|<textarea>x']
  ])('puts JSON-LD at the end of a fragment: %s', (_, end) => {
    const written = `<p>${QUOTE}${end}`
    expect(script(written.replace('|', ''))).toBe(written.replace('|', SCRIPT))
  })

  it('leaves attributes and all else as they were', () => {
    const html = `<P CLASS=x onclick='say("<b>")' hidden=>x</P><p\tID="a"\n>${QUOTE.replace('go', 'g&#111;<IMG SRC=x onerror="alert(\'</p>\')">')}</p ><br/>`
    const annotated = annotateHtml(html)
    expect(annotated).toContain('<span ')
    expect(annotated.replace(/<span [^>]*>|<\/span>/g, '')).toBe(html)
  })

  it('leaves words alone that are moved out of a table which nothing closes', () => {
    const html = `<p>${QUOTE}</p><table><script>1</script> “It is safe,” Ben Cole said.`
    const annotated = annotateHtml(html)
    expect(annotated).toContain('<span ')
    expect(annotated).toMatch(/<\/script> “It is safe,” Ben Cole said\.$/)
    expect(wordsOf(parse(annotated))).toBe(wordsOf(parse(html)))
  })

  it.each([
    'They go, according to </b> <q> the report',
    'They go, according to </b> </i> <q> the report',
    '“No </b> </i> way </b> </u> <i>no</i>,” Ana </b> said'
  ])(
    'wraps no white space alone between end tags that belong to nothing, so that a second run changes nothing: %s',
    (html) => {
      const annotated = annotateHtml(html)
      expect(annotated).toContain('<span')
      expect(annotated).not.toMatch(/<span [^>]*>\s*<\/span>/)
      expect(annotateHtml(annotated)).toBe(annotated)
    }
  )

  it('moves no white space in what such rules move', () => {
    const html = '<p>“We will go,” Ana Brandt said.</p>--><table><table> &quot;'
    expect(wordsOf(parse(annotateHtml(html)))).toBe(wordsOf(parse(html)))
    const table = '<table><tr><td>“We will go,” Ana Brandt said.</td></tr></table>'
    expect(annotateHtml(table)).toContain('<td><span')
  })

  it('puts nothing after what would then begin a comment', () => {
    const page = { url: 'https://example.org/article' }
    const html = '<p>“No,” said Ana Brandt.</'
    const annotated = annotateHtml(html, { page })
    expect(annotated).toMatch(/<\/script><\/$/)
    expect(annotateHtml(annotated, { page })).toBe(annotated)
    expect(extractHtml(annotated).text).toBe(extractHtml(html).text)
  })

  it('leaves out words that HTML’s rules move out of a table', () => {
    const html = `<table><tr>“We will <td>x</td>go,” Ana Brandt said.</table>`
    expect(extractHtml(html).text).toBe(`${QUOTE}\n\nx`)
    expect(annotateHtml(html)).toBe(html)
  })
})

/** What makes trouble for parsers, on and on. */
const SHAPES: [string, (index: number) => string][] = [
  ['nested elements', () => '<div>'],
  ['nested inline elements', () => '<b>'],
  ['nested blocks in inline elements', () => '<b><p>x</b>'],
  ['formatting that is opened anew', (index) => `<p><i a=${index}>x`],
  ['nested links', () => '<a href=x>x'],
  ['nested quotations', () => '<blockquote><q>x '],
  ['nested lists', () => '<ul><li>x'],
  ['nested tables', () => '<table><td>x'],
  ['words in tables', () => '<table>x<tr>'],
  ['rows of words', () => '<br>x'],
  ['templates', () => '<template>'],
  ['frames', () => '<frameset>'],
  ['pictures', () => '<svg><desc>'],
  ['formulas', () => '<math><mi><p>'],
  ['choices', () => '<select><option>x'],
  ['comments', () => '<!-- x'],
  ['ended comments', () => '<!-->x'],
  ['end tags', () => '</p></span></b>x'],
  ['openings', () => '<'],
  ['tags with no end', () => '<a '],
  ['attributes', (index) => ` a${index}="`],
  ['references', () => '&amp&#x&notin'],
  ['quotation marks', () => '“'],
  ['scripts', () => '<script>"</script'],
  ['headings in links', () => '<a><h1>'],
  ['markup of ours', () => '<span data-saywho-content="x">x'],
  ['scripts of ours', () => '<script type="application/ld+json" data-saywho>{</script>'],
  ['data with a graph', () => '<script type="application/ld+json">{"@graph":[{"@type":"Article"}]}</script>'],
  ['control characters', () => '\0\u000b\ufeff\ud800'],
  ['raw text', () => '<xmp><style><title>']
]
const build = (shape: (index: number) => string, count: number): string =>
  `<p>${QUOTE}</p>${Array.from({ length: count }, (_, index) => shape(index)).join('')}`

function countNodes(tree: Nodes): { nodes: number; depth: number } {
  let nodes = 0
  let deepest = 0
  const waiting = [{ node: tree, depth: 0 }]
  for (let its = waiting.pop(); its !== undefined; its = waiting.pop()) {
    nodes++
    deepest = Math.max(deepest, its.depth)
    if ('children' in its.node)
      for (const node of its.node.children) waiting.push({ node, depth: its.depth + 1 })
  }
  return { nodes, depth: deepest }
}

describe('hostile pages', () => {
  it.each(SHAPES)(
    'neither throw nor hang: %s',
    (_, shape) => {
      const html = build(shape, 1000)
      const extraction = extractHtml(html)
      // What comes after may be taken for more of it.
      expect(extraction.attributions[0]!.content[0]).toMatchObject({
        text: '“We will go,”',
        origin: [{ start: 3, end: 16 }]
      })
      const annotated = annotateHtml(html, { page })
      expect(wordsOf(parseHtml(annotated) as never)).toBe(wordsOf(parseHtml(html) as never))
      expect(annotateHtml(annotated, { page })).toBe(annotated)
    },
    30_000
  )

  it.each(SHAPES)(
    'make trees that are no larger than they are: %s',
    (_, shape) => {
      for (const count of [500, 5000]) {
        const html = build(shape, count)
        const { nodes, depth } = countNodes(parseHtml(html))
        // An element may hold a text.
        expect(nodes).toBeLessThan(Math.min(html.length + 2000, 400_000) * 2)
        expect(depth).toBeLessThan(520)
      }
    },
    30_000
  )

  it('are read when 100,000 elements deep, to the last word', () => {
    const html = `${'<div><em>'.repeat(50_000)}${QUOTE}${'</em></div>'.repeat(50_000)}`
    const [attribution] = extractHtml(html).attributions
    expect(attribution!.content[0]!.origin!.map(({ start, end }) => html.slice(start, end))).toEqual([
      '“We will go,”'
    ])
    expect(annotateHtml(html).replace(/<span [^>]*>|<\/span>/g, '')).toBe(html)
  }, 60_000)

  it('are read when they have more nodes than any page, scripts left out', () => {
    const html = `${'<i></i>'.repeat(300_000)}${'<!-- x -->'.repeat(200_000)}<p>${QUOTE}<script>“No,” a script said.</script></p><p>Ben Cole said so.`
    const { text, attributions } = extractHtml(html)
    expect(text).toBe(`${QUOTE}Ben Cole said so.`)
    expect(attributions[0]!.content[0]!.origin!.map(({ start, end }) => html.slice(start, end))).toEqual([
      '“We will go,”'
    ])
  }, 60_000)

  // `pnpm fuzz` goes on to ten.
  it('are read at 2 MB', () => {
    for (const part of ['<!-- ', '<script>"</scrip', '</p', '<', '&lt;'])
      expect(extractHtml(`<p>${QUOTE}</p>${part.repeat(2_000_000 / part.length)}`).attributions).toHaveLength(
        1
      )
  }, 120_000)

  it('let nothing through, whatever stands in quotes and attributes', () => {
    const words = fc.constantFrom(
      '</script>',
      '<script>alert(1)</script>',
      '<!--',
      '-->',
      ']]>',
      '"',
      "'",
      '&quot;',
      '&lt;script>',
      '<b onclick="x">',
      '</b>',
      '<p title="',
      '>',
      '“',
      '”',
      'Ana Brandt',
      'said',
      ' ',
      ',',
      '.',
      '</span>',
      '<span data-saywho-content="x" onclick="y">',
      '<textarea>',
      '</p>',
      '<td>',
      '<table>',
      '\r\n',
      '😀',
      '\0'
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30, size: 'max' }), (parts) => {
        const html = `<p>${QUOTE}</p>${parts.join('')}`
        const annotated = annotateHtml(html, { page })
        const names = (tree: Nodes): string[] => [
          ...(tree.type === 'element' ? [`${tree.tagName} ${Object.keys(tree.properties)}`] : []),
          ...('children' in tree ? tree.children.flatMap(names) : [])
        ]
        const isOwn = (name: string) =>
          /^span (?:id,)?dataSaywho|^script type,dataSaywho$/.test(name) && !/onClick/.test(name)
        expect(names(parse(annotated)).filter((name) => !isOwn(name))).toEqual(
          names(parse(html)).filter((name) => !isOwn(name))
        )
        expect(wordsOf(parse(annotated))).toBe(wordsOf(parse(html)))
        // Words that stand in a table outside of its cells are moved: a page so broken may be marked otherwise by a second run.
        if (!html.includes('<table>')) expect(annotateHtml(annotated, { page })).toBe(annotated)
      }),
      { numRuns: 400 }
    )
  }, 120_000)
})

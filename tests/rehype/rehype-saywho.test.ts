import { readFileSync } from 'node:fs'
import { createExtractor, type Extraction } from '@saywho/core'
import { english } from '@saywho/english'
import type { Element } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import rehypeSaywho, { type Options } from 'rehype-saywho'
import rehypeSaywhoCore from 'rehype-saywho/core'
import rehypeStringify from 'rehype-stringify'
import { extract } from 'saywho'
import { type PluggableList, unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { elementsOf, parse, runPlugin } from './run-plugin.ts'

const BODY = '<p>“We will never go,” Ana Brandt said. “Never,” she said.</p>'
const page = { url: 'https://example.org/page' }
const own = createExtractor(english)

describe('the plugin', () => {
  it('fills data that is plain JSON, the same as extract gives for its text', () => {
    const { extraction } = runPlugin(BODY, {}, true)
    expect(JSON.parse(JSON.stringify(extraction))).toEqual(extraction)
    const { text, ...found } = extraction
    const withoutOrigins = JSON.parse(
      JSON.stringify(found, (key, value) => (key === 'origin' ? undefined : value))
    )
    expect(withoutOrigins).toEqual(extract(text!))
    expect(extraction.attributions.length).toBe(2)
  })

  it('is typed for unified, and gives no promise', () => {
    const processor = unified()
      .use(rehypeParse, { fragment: true })
      .use(rehypeSaywho, { wrap: false, jsonLd: false })
      .use(rehypeStringify)
    expect(String(processor.processSync(BODY))).toBe(BODY)
    expect(rehypeSaywho()(parse(BODY, true), new VFile(BODY))).toBeUndefined()
  })

  it('hands on the options of extract', () => {
    const html = '<p>Ana Brandt backed the plan. “We will go,” Ana Brandt said.</p>'
    const people = [{ name: 'Ana Maria Brandt', aliases: ['Ana Brandt'] }]
    expect(runPlugin(html, { acts: ['stance'], people }, true).extraction).toMatchObject({
      attributions: [{ act: 'stance' }],
      sources: [{ name: 'Ana Maria Brandt' }]
    })
    expect(runPlugin(html, { minConfidence: 1 }, true).extraction.attributions).toEqual([])
  })

  it.each<[unknown, string]>([
    ['wrap', 'options: expected an object, got "wrap"'],
    [[], 'options: expected an object, got []'],
    [{ wrap: 'yes' }, 'options.wrap: expected true or false, got "yes"'],
    [{ jsonLd: true }, "options.jsonLd: expected 'head' or false, got true"],
    [{ jsonLd: 'body' }, 'options.jsonLd: expected \'head\' or false, got "body"'],
    [{ page: 'https://example.org' }, 'options.page: expected an object, got "https://example.org"'],
    [{ page: { url: '/page' } }, 'options.page.url: expected an absolute http or https URL, got "/page"'],
    [{ page: { headline: ' ' } }, 'options.page.headline: expected words, got " "'],
    [{ page: { publisher: 7 } }, 'options.page.publisher: expected words, got 7'],
    [
      { page: { datePublished: 'May' } },
      'options.page.datePublished: expected an ISO 8601 date such as 2026-01-31, got "May"'
    ]
  ])('says of %j what is wrong', (options, message) => {
    expect(() => rehypeSaywho(options as Options)).toThrow(new TypeError(message))
  })

  it('lets extract say what is wrong with its options, and takes none for the default', () => {
    const run = (options: object) => () => runPlugin(BODY, options, true)
    expect(run({ minConfidence: 2 })).toThrow('options.minConfidence: expected a number from 0 to 1, got 2')
    expect(run({ acts: ['x'] })).toThrow('options.acts')
    expect(() => rehypeSaywho(null)).not.toThrow()
  })
})

describe('the plugin with an extract of one’s own', () => {
  it('gives what it gives, at once or later', async () => {
    const sync = new VFile(BODY)
    const now = parse(BODY, true)
    expect(rehypeSaywhoCore(own)(now, sync)).toBe(now)
    const later = new VFile(BODY)
    const tree = parse(BODY, true)
    const promise = rehypeSaywhoCore(async (text, options) => own(text, options), { page })(tree, later)
    expect(promise).toBeInstanceOf(Promise)
    expect(later.data.saywho).toBeUndefined()
    expect(await promise).toBe(tree)
    expect(later.data.saywho).toEqual(sync.data.saywho)
    expect(sync.data.saywho).toEqual(runPlugin(BODY, {}, true).extraction)
    expect(elementsOf(tree, 'script')).toHaveLength(1)
    const processor = unified()
      .use(rehypeParse)
      .use(rehypeSaywhoCore, async (text: string) => own(text))
      .use(rehypeStringify)
    expect(String(await processor.process(BODY))).toContain('data-saywho-content')
  })

  it('is told what it is not', () => {
    expect(() => rehypeSaywhoCore({} as never)).toThrow(new TypeError('extract: expected a function, got {}'))
  })

  /** The words that are handed over as someone's own. */
  const quotedIn = (html: string) => {
    const seen: string[] = []
    rehypeSaywhoCore((text, { quoted = [] }) => {
      seen.push(
        ...quoted.map(({ start, end, marks }) => `${marks ? 'q' : 'block'}: ${text.slice(start, end)}`)
      )
      return { version: 1, attributions: [], sources: [] } satisfies Extraction
    })(parse(html, true), new VFile(html))
    return seen
  }

  it.each([
    [
      'a block',
      '<p>She:</p><blockquote><p>No.</p>\n<p>Never.</p></blockquote><p>So.</p>',
      ['block: No.\n\nNever.']
    ],
    ['words within a line', '<p>She said <q> no <b>more</b></q> twice.</p>', ['q: no more']],
    ['one in another', '<blockquote>He: <q>no</q></blockquote>', ['block: He: no', 'q: no']],
    [
      'not who said it',
      '<blockquote><p>No.</p><footer>— <cite>Ana Brandt</cite></footer></blockquote>',
      ['block: No.']
    ],
    ['not a name after a dash', '<blockquote>No. — <cite>Ana Brandt</cite></blockquote>', ['block: No.']],
    [
      'a work that is named within',
      '<blockquote>As <cite>The Example</cite> says.</blockquote>',
      ['block: As The Example says.']
    ],
    ['nothing', '<blockquote></blockquote><q> </q><blockquote><img><nav>x</nav></blockquote>', []],
    ['nothing that is left out', '<nav><q>no</q></nav><p hidden><q>no</q></p>', []],
    ['marks in the text', '<p>She said “no”.</p>', []]
  ])('is told which words the page sets apart: %s', (_, html, expected) => {
    expect(quotedIn(html)).toEqual(expected)
  })
})

describe('JSON-LD', () => {
  interface Script {
    '@graph': Record<string, unknown>[]
  }
  const scriptsOf = (
    html: string,
    options: Options = {},
    data: Record<string, unknown> = {},
    fragment = false
  ) => {
    const file = new VFile({ value: html, data })
    const tree = parse(html, fragment)
    rehypeSaywho(options)(tree, file)
    const scripts = elementsOf(tree, 'script').filter(({ properties }) => 'dataSaywho' in properties)
    return {
      tree,
      file,
      scripts,
      graph: scripts.flatMap(
        (script) => (JSON.parse((script.children[0] as { value: string }).value) as Script)['@graph']
      )
    }
  }
  const head = (inner: string) => `<!doctype html><html><head>${inner}</head><body>${BODY}</body></html>`
  const article = (graph: Record<string, unknown>[]) => graph[0]
  const publisher = (graph: Record<string, unknown>[]) =>
    graph.find((node) => node['@type'] === 'Organization')?.name

  it('points to the element with the words', () => {
    const { tree, graph, file } = scriptsOf(head(''), { page })
    const works = graph.filter((node) => ['Claim', 'Quotation'].includes(String(node['@type'])))
    expect(works).toHaveLength(4)
    const ids = new Set(elementsOf(tree).map(({ properties }) => properties.id))
    for (const { url } of works) expect(ids).toContain(String(url).split('#')[1])
    expect(works[0]!.url).toBe(`https://example.org/page#saywho-${file.data.saywho!.attributions[0]!.id}`)
    for (const node of scriptsOf(head(''), { page, wrap: false }).graph)
      expect(String(node.url)).not.toContain('#')
  })

  it('stands at the head’s end, or a fragment’s', () => {
    const { tree, scripts } = scriptsOf(head('<title>x</title>'), { page })
    expect(elementsOf(tree, 'head')[0]!.children.at(-1)).toBe(scripts[0])
    const fragment = scriptsOf(BODY, { page }, {}, true)
    expect(fragment.tree.children.at(-1)).toBe(fragment.scripts[0])
  })

  it('is replaced where it stands, or taken out', () => {
    const old = '<script type="application/ld+json" data-saywho="">{"@graph": []}</script>'
    const theirs = '<script type="application/ld+json">{"@type": "Thing"}</script>'
    const { tree, scripts, graph } = scriptsOf(head(`${old}<title>x</title>${theirs}${old}`), { page })
    expect(scripts).toHaveLength(1)
    expect(elementsOf(tree, 'head')[0]!.children.map((child) => (child as Element).tagName)).toEqual([
      'script',
      'title',
      'script'
    ])
    expect(graph.length).toBeGreaterThan(2)
    expect(scriptsOf(head(old), { jsonLd: false }).scripts).toEqual([])
    const none = scriptsOf(head(old).replace(BODY, '<p>The ferry stopped.'), { page })
    expect(none.scripts).toEqual([])
    expect(none.file.messages).toEqual([])
  })

  it('is left out where the page’s address is not known, and the file says so', () => {
    const { scripts, file } = scriptsOf(head('<link rel="canonical" href="/page">'))
    expect(scripts).toEqual([])
    expect(file.messages.map(({ source, ruleId, reason }) => [source, ruleId, reason])).toEqual([
      [
        'rehype-saywho',
        'missing-address',
        'The address of the page is not known, and without one there is no JSON-LD'
      ]
    ])
    expect(scriptsOf(head(''), { jsonLd: false }).file.messages).toEqual([])
  })

  const LINK = '<link rel="Canonical" href="https://example.org/link">'
  const OPEN_GRAPH =
    '<meta property="og:url" content="https://example.org/graph"><meta property="og:title" content=" Of the graph "><meta property="og:site_name" content="Graph"><meta property="article:published_time" content="2031-01-02">'
  const THEIRS = `<script type="application/ld+json">${JSON.stringify([
    { '@type': 'WebSite', url: 'https://example.org/' },
    {
      '@graph': [
        {
          '@type': ['ReportageNewsArticle'],
          mainEntityOfPage: { '@id': 'https://example.org/json' },
          headline: 'Of the JSON',
          publisher: [{ name: 'JSON' }],
          datePublished: '2031-01-03'
        }
      ]
    }
  ])}</script>`

  it.each<[string, string, Options, Record<string, unknown>, [string, string, string, string]]>([
    [
      'JSON-LD of an article',
      THEIRS,
      {},
      {},
      ['https://example.org/json', 'Of the JSON', 'JSON', '2031-01-03']
    ],
    [
      'Open Graph first',
      THEIRS + OPEN_GRAPH,
      {},
      {},
      ['https://example.org/graph', 'Of the graph', 'Graph', '2031-01-02']
    ],
    [
      'the canonical link first',
      LINK + OPEN_GRAPH,
      {},
      {},
      ['https://example.org/link', 'Of the graph', 'Graph', '2031-01-02']
    ],
    [
      'front matter first',
      LINK + OPEN_GRAPH,
      {},
      { matter: { title: 'Of the matter', date: new Date('2031-01-04') } },
      ['https://example.org/link', 'Of the matter', 'Graph', '2031-01-04T00:00:00.000Z']
    ],
    [
      'meta before it',
      LINK + OPEN_GRAPH,
      {},
      {
        matter: { title: 'Of the matter' },
        meta: {
          origin: 'https://example.org',
          pathname: '/meta',
          title: 'Of meta',
          name: 'Meta',
          published: '2031-01-05'
        }
      },
      ['https://example.org/meta', 'Of meta', 'Meta', '2031-01-05']
    ],
    [
      'options before all',
      LINK + OPEN_GRAPH,
      {
        page: { url: 'https://example.org/o', headline: 'Given', publisher: 'O', datePublished: '2031-01-06' }
      },
      { meta: { title: 'Of meta' } },
      ['https://example.org/o', 'Given', 'O', '2031-01-06']
    ],
    [
      'nothing malformed',
      `<link rel=canonical href="javascript:x"><meta property="og:title" content=""><meta property="article:published_time" content="today">${OPEN_GRAPH}<script type="application/ld+json">{</script>`,
      {},
      { meta: { published: 'soon', origin: 'x', pathname: 'y', title: 7 }, matter: 'x' },
      ['https://example.org/graph', 'Of the JSON', 'Graph', '2031-01-03']
    ]
  ])('takes facts from %s', (name, inner, options, data, [url, headline, by, datePublished]) => {
    const { graph } = scriptsOf(head(inner + (name === 'nothing malformed' ? THEIRS : '')), options, data)
    expect(article(graph)).toMatchObject({ url, headline, datePublished })
    expect(publisher(graph)).toBe(by)
  })

  it('takes no facts from what stands in the article', () => {
    const html = head('').replace(
      BODY,
      `<main><meta property="og:url" content="https://example.org/x">${BODY}</main>`
    )
    expect(scriptsOf(html).scripts).toEqual([])
  })

  it('can’t be closed from inside', () => {
    const html = head('').replace('go', 'go</b>&lt;/script>&lt;!--')
    const { html: written } = runPlugin(html, { page: { ...page, headline: '</script><!--' } })
    expect(written.match(/<script/g)).toHaveLength(1)
    expect(parse(written)).toMatchObject({ children: [{ type: 'doctype' }, { tagName: 'html' }] })
    expect(scriptsOf(written).graph[0]!.headline).toBe('</script><!--')
  })
})

describe('beside rehype-sanitize', () => {
  const readme = readFileSync(new URL('../../packages/rehype/README.md', import.meta.url), 'utf8')
  const [, literal] = /^const schema = (\{.*?^\})/ms.exec(readme)!
  const schema: Schema = new Function('defaultSchema', `return ${literal}`)(defaultSchema)

  const run = (...plugins: PluggableList) =>
    String(unified().use(rehypeParse, { fragment: true }).use(plugins).use(rehypeStringify).processSync(BODY))

  it('after it, all is there', () => {
    expect(run(rehypeSanitize, [rehypeSaywho, { page }])).toBe(run([rehypeSaywho, { page }]))
  })

  it('before it, ids are prefixed and the rest is gone', () => {
    const html = run([rehypeSaywho, { page }], rehypeSanitize)
    expect(html).toContain('<span id="user-content-saywho-')
    expect(html).not.toContain('data-saywho')
    expect(html).not.toContain('<script')
  })

  it('before it, all but the script stays with a schema that says so', () => {
    expect(run([rehypeSaywho, { page }], [rehypeSanitize, schema])).toBe(
      run([rehypeSaywho, { page, jsonLd: false }])
    )
  })
})

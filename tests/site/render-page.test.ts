import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeInSite } from '../../scripts/site/find-pages.ts'
import { layOutPage } from '../../scripts/site/lay-out-page.ts'
import { type RenderedPage, renderPage, renderSource } from '../../scripts/site/render-page.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'saywho-page-'))
  mkdirSync(join(root, 'docs'))
  mkdirSync(join(root, 'packages/core'), { recursive: true })
  mkdirSync(join(root, 'packages/empty'))
  for (const file of ['README.md', 'docs/a.md', 'docs/b.svg', 'docs/c.json', 'packages/core/README.md'])
    writeFileSync(join(root, file), '# X\n')
})
afterAll(() => rmSync(root, { recursive: true }))

const htmlOf = ({ tree }: RenderedPage) => unified().use(rehypeStringify).stringify(tree)
const render = (markdown: string, file = 'docs/a.md') => renderPage(root, file, `# Title\n\n${markdown}`)

describe('placeInSite', () => {
  it.each([
    ['README.md', 'index.html'],
    ['packages/core/README.md', 'packages/core/index.html'],
    ['docs/a.md', 'docs/a.html'],
    ['docs/b.svg', 'docs/b.svg'],
    ['docs/c.json', 'docs/c.json.html'],
    ['packages/english/NOTICE', 'packages/english/NOTICE.html']
  ])('puts %s at %s', (file, place) => {
    expect(placeInSite(file)).toBe(place)
  })
})

describe('renderPage', () => {
  it('turns links to where their targets stand in the site', async () => {
    const page = await render(
      '[a](../README.md) [b](../packages/core) [c](c.json) [d](a.md#title) [e](https://example.org/a.md) [f](#title)'
    )
    expect([...htmlOf(page).matchAll(/href="([^"]*)"/g)].map(([, address]) => address).slice(1)).toEqual([
      '../index.html',
      '../packages/core/index.html',
      'c.json.html',
      'a.html#title',
      'https://example.org/a.md',
      '#title'
    ])
    expect(page.files).toEqual(['README.md', 'packages/core/README.md', 'docs/c.json', 'docs/a.md'])
  })

  it.each(['[x](none.md)', '![x](none.png)', '[x](../packages/empty)', '[x](../../outside.md)'])(
    'refuses %s, which leads nowhere',
    async (markdown) => {
      await expect(render(markdown)).rejects.toThrow(/docs\/a\.md: leads to .*, which is not there/)
    }
  )

  it('takes its title from its first heading, without the anchor', async () => {
    const page = await renderPage(root, 'docs/a.md', '# The `saywho` *command*\n\n## More\n')
    expect(page.title).toBe('The saywho command')
    expect(htmlOf(page)).toContain('<h2 id="more">')
  })

  it('refuses a page without a heading', async () => {
    await expect(renderPage(root, 'docs/a.md', 'Nothing.')).rejects.toThrow('docs/a.md: has no heading')
  })

  it('colours code of languages that it knows, and leaves text as it is', async () => {
    const html = htmlOf(await render("```ts\nconst a = 'b'\n```\n\n```text\nconst a = 'b'\n```"))
    expect(html).toContain('<span class="hljs-keyword">const</span>')
    expect(html).toContain(`<code class="language-text">const a = 'b'\n</code>`)
  })

  it('lets what is wide be scrolled, by keyboard too', async () => {
    const html = htmlOf(
      await render('| a | b |\n| - | - |\n| c | d |\n\n![A figure](b.svg)\n\n```text\nx\n```')
    )
    expect(html.match(/<div class="wide" tabindex="0">/g)).toHaveLength(2)
    expect(html).toContain('<pre tabindex="0">')
  })

  it('puts no HTML of a text into the page as HTML', async () => {
    const html = htmlOf(await render('<script>alert(1)</script> and `<b>`'))
    expect(html).not.toContain('<script')
    expect(htmlOf(await renderSource('a.txt', '</code></pre><script>'))).not.toContain('<script')
  })
})

describe('layOutPage', () => {
  it('links from wherever the page stands, and marks it in the navigation', async () => {
    const navigation = [
      {
        title: 'Begin',
        pages: [
          { title: 'Home', place: 'index.html' },
          { title: 'A', place: 'docs/a.html' },
          { title: 'Part', place: 'packages/core/index.html#part' }
        ]
      }
    ]
    const html = layOutPage('docs/a.html', await render('x'), navigation)
    expect(html).toContain('<li><a href="../index.html">Home</a></li>')
    expect(html).toContain('<li><a href="a.html" aria-current="page">A</a></li>')
    expect(html).toContain('<a href="../packages/core/index.html#part">Part</a>')
    expect(html).toContain('<link rel="stylesheet" href="../site.css">')
    expect(html).toContain('<title>Title · Saywho</title>')
  })
})

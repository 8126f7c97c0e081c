import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '../../scripts/site/build-pages.ts'
import { checkLinks } from '../../scripts/site/check-links.ts'
import { drawContract, SENTENCE } from '../../scripts/site/draw-contract.ts'
import { chromiumPath, needsChromium, useChromium } from '../support/chromium.ts'
import { runAxe } from '../support/run-axe.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let site = ''
let pages: string[] = []
beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'saywho-site-'))
  await buildPages(root, site)
  pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'))
}, 60_000)
afterAll(() => rmSync(site, { recursive: true }))

const read = (path: string) => readFileSync(join(site, path), 'utf8')

describe('the documentation', () => {
  it('has a page for every Markdown file of docs, and for every public package', () => {
    for (const name of readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')))
      expect(pages).toContain(`docs/${name.replace('.md', '.html')}`)
    for (const name of readdirSync(join(root, 'packages')))
      if (!JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).private)
        expect(pages).toContain(`packages/${name}/index.html`)
  })

  it('leads from its first page to every other', () => {
    const seen = new Set(['index.html'])
    for (const page of seen)
      for (const [, address] of read(page).matchAll(/ href="([^"#:]+\.html)/g)) {
        const path = fileURLToPath(new URL(address!, pathToFileURL(join(site, page)))).slice(site.length + 1)
        if (!path.startsWith('api/')) seen.add(path)
      }
    expect([...seen].sort()).toEqual([...pages].sort())
  })

  // The reference is built, and links to it are checked, by `pnpm site`.
  it('has no link that leads nowhere', () => {
    expect(
      checkLinks(site).filter((problem) => !/ \S*api\/index\.html leads to no file$/.test(problem))
    ).toEqual([])
  })

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      // Matters of taste: a raw ">" is what HTML allows, and a title is as long as its page's heading.
      rules: { 'no-raw-characters': 'off', 'long-title': 'off' }
    })
    for (const page of pages) {
      const { results } = await validator.validateString(read(page), page)
      expect(
        results.flatMap(({ messages }) =>
          messages.map(
            ({ ruleId, message, line, column }) => `${page}:${line}:${column} ${ruleId}: ${message}`
          )
        )
      ).toEqual([])
    }
  })

  it('loads nothing but its own style sheet and images, and runs nothing', () => {
    for (const page of pages) {
      const html = read(page)
      expect(html, page).not.toContain('<script')
      for (const [, address] of html.matchAll(/<(?:link|img)[^>]* (?:href|src)="([^"]*)"/g))
        expect(address, page).not.toMatch(/^(?!data:,)(?:[a-z]+:|\/)/)
    }
  })

  it("has the contract's figure as the text is read now, and its sentence in the page", () => {
    expect(readFileSync(join(root, 'docs/contract.svg'), 'utf8')).toBe(drawContract())
    expect(readFileSync(join(root, 'docs/contract.md'), 'utf8')).toContain(SENTENCE)
  })
})

describe.skipIf(chromiumPath === null)(`the documentation in Chromium${needsChromium}`, () => {
  const browser = useChromium()

  it('is accessible, light and dark, fits a phone, and asks no network', async () => {
    const tab = await browser().newPage({ viewport: { width: 360, height: 740 } })
    const requests: string[] = []
    const seen = new Set<string>()
    tab.on('request', (request) => requests.push(request.url()))
    for (const page of pages) {
      await tab.goto(pathToFileURL(join(site, page)).href)
      const { wider, styled, kinds } = await tab.evaluate(() => ({
        wider: document.documentElement.scrollWidth - window.innerWidth,
        styled: getComputedStyle(document.body).display,
        kinds: [...document.body.querySelectorAll('*')].map(
          (its) => `${its.parentElement?.localName} ${its.localName}.${its.className}`
        )
      }))
      expect(wider, `${page} is wider than a phone`).toBe(0)
      expect(styled, `${page} has its style`).toBe('grid')
      // Colours go by element and class: in the dark, a page that has none of its own is as sound as those before.
      const before = seen.size
      for (const kind of kinds) seen.add(kind)
      expect(await runAxe(tab, { dark: seen.size > before }), page).toEqual([])
    }
    expect(requests.filter((url) => !/^(?:file:|data:)/.test(url))).toEqual([])
    await tab.close()
  }, 300_000)

  it('reads the same in print: no navigation, black on white', async () => {
    const tab = await browser().newPage({ colorScheme: 'dark' })
    await tab.emulateMedia({ media: 'print' })
    await tab.goto(pathToFileURL(join(site, 'docs/contract.html')).href)
    expect(await tab.locator('nav').isVisible()).toBe(false)
    expect(await tab.locator('main h1').isVisible()).toBe(true)
    expect(await tab.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 254, 251)'
    )
    await tab.close()
  }, 60_000)
})

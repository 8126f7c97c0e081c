import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTextFragments } from '@saywho/jsonld'
import type { Page } from 'playwright-core'
import { annotateHtml, extractHtml } from 'saywho/html'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, needsChromium, useChromium } from '../support/chromium.ts'

const pages = ['news-page', 'live-blog', 'lists-and-tables', 'old-markup'].map((name) => ({
  name,
  html: readFileSync(new URL(`../rehype/fixtures/${name}/input.html`, import.meta.url), 'utf8')
}))
const page = { url: 'https://example.org/page' }

describe.skipIf(chromiumPath === null)(`marked-up pages in Chromium${needsChromium}`, () => {
  const browser = useChromium()
  let server: Server
  let address = ''
  let served = ''
  let tab: Page
  beforeAll(async () => {
    tab = await browser().newPage({ viewport: { width: 700, height: 600 } })
    server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(served)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => server.close())

  const show = (html: string) => {
    served = html
    return tab.goto(address)
  }

  /** What a reader sees of a page, and where each character of it stands. */
  const look = async (html: string) => {
    await show(html)
    return tab.evaluate(() => {
      const boxes: { left: number; top: number }[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const node = walker.currentNode as Text
        for (const { index } of node.data.matchAll(/\S/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + 1)
          for (const { left, top } of range.getClientRects()) boxes.push({ left, top })
        }
      }
      const selection = getSelection()!
      selection.selectAllChildren(document.body)
      const text = selection.toString()
      selection.removeAllRanges()
      return { boxes, text, wrappers: document.querySelectorAll('[data-saywho-content]').length }
    })
  }

  /** Its picture, from its head to its foot. */
  const photograph = async (html: string) => {
    await show(html)
    return (await tab.screenshot({ fullPage: true })).toString('base64')
  }

  it.each(pages)(
    'read as before, no character a sixteenth of a pixel from its place: $name',
    async ({ html }) => {
      const before = await look(html)
      const after = await look(annotateHtml(html, { page }))
      expect(before.wrappers).toBe(0)
      expect(after.wrappers).toBeGreaterThan(3)
      expect(after.text).toBe(before.text)
      expect(after.boxes.map(({ top }) => top)).toEqual(before.boxes.map(({ top }) => top))
      for (const [index, { left }] of after.boxes.entries())
        expect(Math.abs(left - before.boxes[index]!.left)).toBeLessThan(1 / 16)
    },
    60_000
  )

  /**
   * Chromium rounds the width of each stretch between tags to the 64th of a pixel, which shows in the shades at the edges of
   * letters. Fonts have widths in 2048ths, so that at 32 pixels there is nothing to round.
   */
  const SIZE = '<style>* { font-size: 32px !important }</style>'

  it.each(pages)(
    'look as before, to the pixel: $name',
    async ({ html }) => {
      const before = await photograph(html + SIZE)
      expect(await photograph(annotateHtml(html, { page }) + SIZE)).toBe(before)
      // And a page that looks otherwise is told from it.
      expect(await photograph(html.replace(/said/g, 'saia') + SIZE)).not.toBe(before)
    },
    60_000
  )

  it.each(pages.slice(0, 3))(
    'are scrolled to a quotation by its text fragment and by its id: $name',
    async ({ html }) => {
      const tall = `${annotateHtml(html, { page })}<style>p, td, li, dd { padding-top: 900px }</style>`
      const { text, attributions } = extractHtml(html)
      const toFragment = createTextFragments(text!)
      expect(attributions.length).toBeGreaterThan(3)
      served = tall
      for (const { id, content } of attributions)
        for (const fragment of [toFragment(content[0]!), `#saywho-${id}`]) {
          // A page that is open already is not loaded anew for another fragment.
          await tab.goto('about:blank')
          await tab.goto(address + fragment)
          await tab.waitForFunction(() => scrollY > 0)
          const { top, height } = await tab.evaluate((name) => {
            const box = document.getElementById(name)!.getBoundingClientRect()
            return { top: box.top, height: innerHeight }
          }, `saywho-${id}`)
          expect(top, `${fragment} ${content[0]!.text}`).toBeGreaterThan(-1)
          expect(top, `${fragment} ${content[0]!.text}`).toBeLessThan(height)
        }
    },
    120_000
  )
})

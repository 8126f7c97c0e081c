import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTextFragments } from '@saywho/jsonld'
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
  beforeAll(async () => {
    server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(served)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => server.close())

  /** What a reader sees of a page, and where each character of it stands. */
  const look = async (html: string) => {
    served = html
    const tab = await browser().newPage({ viewport: { width: 700, height: 900 } })
    try {
      await tab.goto(address)
      const boxes = await tab.evaluate(() => {
        const found: { left: number; top: number }[] = []
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
          const node = walker.currentNode as Text
          for (const { index } of node.data.matchAll(/\S/g)) {
            const range = document.createRange()
            range.setStart(node, index)
            range.setEnd(node, index + 1)
            for (const { left, top } of range.getClientRects()) found.push({ left, top })
          }
        }
        return found
      })
      const seen = await tab.evaluate(() => {
        const selection = getSelection()!
        selection.selectAllChildren(document.body)
        const text = selection.toString()
        selection.removeAllRanges()
        return { text, wrappers: document.querySelectorAll('[data-saywho-content]').length }
      })
      return { ...seen, boxes, picture: (await tab.screenshot({ fullPage: true })).toString('base64') }
    } finally {
      await tab.close()
    }
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
      const before = await look(html + SIZE)
      expect((await look(annotateHtml(html, { page }) + SIZE)).picture).toBe(before.picture)
      // And a page that looks otherwise is told from it.
      expect((await look(html.replace(/said/g, 'saia') + SIZE)).picture).not.toBe(before.picture)
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
      const tab = await browser().newPage({ viewport: { width: 700, height: 600 } })
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
      await tab.close()
    },
    120_000
  )
})

import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTextFragments } from '@saywho/jsonld'
import { type Browser, chromium, type Page } from 'playwright-core'
import { extract } from 'saywho'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, needsChromium } from '../support/chromium.ts'

const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
/** A line a paragraph, as far from the next as the window is high; highlighted words are all of one colour. */
const pageOf = (text: string) => `<!doctype html><meta charset="utf-8">
<style>p { margin: 900px 8px } ::target-text { background: #f00; color: #f00 }</style>
${text
  .split(/\n+/)
  .map((line) => `<p>${escapeText(line)}</p>`)
  .join('\n')}`

/** Which words of the page are highlighted: those whose boxes are of that colour, all of them and nothing else. */
async function readHighlight(page: Page, words: { start: number; end: number }, text: string) {
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate(
    async ([data, start, end, whole]) => {
      const lines = [...document.querySelectorAll('p')].map(({ firstChild }) => firstChild as Text)
      let from = 0
      const range = document.createRange()
      for (const line of lines) {
        const at = whole.indexOf(line.data, from)
        from = at + line.data.length
        if (start >= at && start < from) range.setStart(line, start - at)
        if (end > at && end <= from) range.setEnd(line, end - at)
      }
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height)
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
      // A pixel more on each side, since boxes end between pixels.
      const isIn = (x: number, y: number, more: number) =>
        boxes.some(
          (box) =>
            x >= box.left - more &&
            x + 1 <= box.right + more &&
            y >= box.top - more &&
            y + 1 <= box.bottom + more
        )
      let inside = 0
      let missed = 0
      let outside = 0
      for (let y = 0; y < image.height; y++)
        for (let x = 0; x < image.width; x++) {
          const index = 4 * (y * image.width + x)
          const isRed = pixels[index]! > 200 && pixels[index + 1]! < 60 && pixels[index + 2]! < 60
          if (isIn(x, y, 0)) {
            inside++
            if (!isRed) missed++
          } else if (isRed && !isIn(x, y, 1.5)) outside++
        }
      return { words: range.toString(), inside, missed, outside, scrolled: scrollY > 0 }
    },
    [picture, words.start, words.end, text] as const
  )
}

describe.skipIf(chromiumPath === null)(`text fragments in Chromium${needsChromium}`, () => {
  let browser: Browser
  let page: Page
  let server: Server
  let address: string
  let served = ''
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] })
    // Every pixel is looked at.
    page = await browser.newPage({ viewport: { width: 640, height: 480 } })
    server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(pageOf(served))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  /** Opens the link to some words, and looks at what is highlighted. */
  async function follow(text: string, start: number, end: number) {
    served = text
    const link = createTextFragments(text)({ start, end, text: text.slice(start, end) }, address)
    // A page that is open already is not loaded anew for another fragment.
    await page.goto('about:blank')
    await page.goto(link)
    await page.waitForFunction(() => scrollY > 0)
    return { link, ...(await readHighlight(page, { start, end }, text)) }
  }

  const TEXT = [
    'The first line says “very good” once.',
    'Ana Brandt said “Very good,” and then “very good” again; her état-major – R&D, well-run – costs 100 %.',
    'very good',
    'Then 😀 “no” and ‘no’, Señor. Senor! A lone \uFFFD mark.',
    'very good',
    'The last line.'
  ].join('\n')

  it.each([
    ['very good', 1, '“very good”'],
    ['Very good', 1, 'between marks'],
    ['“very good”', 2, 'the second in marks'],
    ['very good', 3, 'a line of its own, told by the line before'],
    ['very good', 4, 'the same line again'],
    ['état-major – R&D, well-run – costs 100 %', 1, 'what must be encoded'],
    ['no', 1, 'a word between marks'],
    ['no', 2, 'the same between other marks'],
    ['Senor', 1, 'without its accent'],
    ['Señor', 1, 'with it'],
    ['lone \uFFFD mark', 1, 'what stands for a lone surrogate'],
    ['😀 “no”', 1, 'a picture'],
    ['says “very good” once.\nAna Brandt said', 1, 'over lines']
  ])(
    'leads to %j (%i): %s',
    async (words, nth) => {
      let start = -1
      for (let count = 0; count < nth; count++) start = TEXT.indexOf(words, start + 1)
      const seen = await follow(TEXT, start, start + words.length)
      expect(seen).toMatchObject({ words, missed: 0, outside: 0, scrolled: true })
      expect(seen.inside).toBeGreaterThan(100)
    },
    30_000
  )

  it('leads to every content of the seed article', async () => {
    const contents = extract(seed).attributions.flatMap(({ content }) => content)
    expect(contents.length).toBeGreaterThan(10)
    for (const { start, end, text } of contents) {
      const seen = await follow(seed, start, end)
      expect(seen, seen.link).toMatchObject({ missed: 0, outside: 0, scrolled: true })
      expect(seen.words.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
    }
  }, 120_000)
})

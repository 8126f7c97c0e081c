import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RATING_SCALES, toClaimReview, toRating, validateClaimReview } from '@saywho/claimreview'
import { toJsonLd } from '@saywho/jsonld'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { extract } from 'saywho'
import { extractHtml } from 'saywho/html'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPlayground } from '../../scripts/build-playground.ts'
import { makeLongArticle } from '../../scripts/make-long-article.ts'
import { serveFolder } from '../../scripts/serve-folder.ts'
import { chromiumPath, needsChromium, useChromium } from '../support/chromium.ts'
import { runAxe } from '../support/run-axe.ts'
import { useTabs } from '../support/tabs.ts'

const exampleOf = (name: string) =>
  readFileSync(new URL(`../../packages/playground/src/examples/${name}`, import.meta.url), 'utf8')
/** Machines may be busy: what is waited for may come late. */
const wait = <Its>(read: () => Its) => expect.poll(read, { timeout: 20_000 })
const EXAMPLES = [
  ['a news story', 'harbour.txt'],
  ['an interview', 'interview.txt'],
  ['hearsay', 'hearsay.txt'],
  ['a page’s HTML', 'ferry.html'],
  ['a long read', 'mill.txt']
] as const
const TEXT = '“The bridge is safe,” Mayor Ana Brandt said. Ben Cole denied that he had paid for it.'
const HOSTILE = [
  'Ana Brandt said that the <img src=x onerror=alert(1)> bridge is safe.',
  '“</script><script>alert(6)</script>,” Ana Brandt said.',
  '<img src=x onerror=alert(2)> <!-- “<b>It is safe</b>,” --> Ben <i>Cole</i> said.',
  '{{alert(3)}} <style>*{display:none}</style> <base href="//example.org"> <a href="javascript:alert(4)">said</a>'
].join('\n\n')

describe.skipIf(chromiumPath === null)(
  `the playground in Chromium${needsChromium}`,
  { timeout: 60_000 },
  () => {
    const browser = useChromium()
    let folder = ''
    let url = ''
    let stop = async () => {}
    let page: Page
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'saywho-playground-'))
      // Not at the root of its host: its addresses must hold anywhere.
      await buildPlayground(join(folder, 'some/where'))
      const server = await serveFolder(folder)
      url = `${server.url}some/where/`
      stop = server.stop
    }, 120_000)
    afterAll(async () => {
      await stop()
      rmSync(folder, { recursive: true })
    })

    const tabs = useTabs(browser, async (tab, note) => {
      await tab.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      tab.context().on('request', (request) => {
        if (!request.url().startsWith(url)) note(request.url())
      })
      await tab.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(violatedDirective, blockedURI)
        )
      )
    })
    /** Opens the playground. */
    async function open(options?: BrowserContextOptions, fragment = ''): Promise<void> {
      page = await tabs.open(options)
      await page.goto(url + fragment)
    }
    const button = (name: string | RegExp) => page.getByRole('button', { name })
    const editor = () => page.getByRole('textbox', { name: 'Your text' })
    /** Once the view shows the text as it stands. */
    const settle = () => wait(() => page.locator('saywho-view').getAttribute('aria-busy')).toBe(null)
    async function write(text: string): Promise<void> {
      await editor().fill(text)
      await settle()
    }
    const shownText = async () => (await page.locator('.row > p').allTextContents()).join('\n\n')
    const counts = () => page.locator('#counts').textContent()
    const said = () => page.locator('#said').textContent()
    /** What a press puts into the clipboard. */
    async function copyBy(name: string): Promise<string> {
      await page.evaluate(() => navigator.clipboard.writeText('nothing yet'))
      await button(name).click()
      const read = () => page.evaluate(() => navigator.clipboard.readText())
      await wait(read).not.toBe('nothing yet')
      return read()
    }
    const field = (name: string) => page.locator(`dialog[open] [name="${name}"]`)
    const problemOf = (name: string) =>
      page.locator(`dialog[open] .field:has([name="${name}"]) .problem`).textContent()
    const adviceOf = (name: string) =>
      page.locator(`dialog[open] .field:has([name="${name}"]) .advice`).textContent()
    const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

    it('says in one sentence what will be there, and offers nothing to take away yet', async () => {
      await open()
      expect(await page.locator('#empty').textContent()).toMatch(/^\s*Your text will stand here[^.]+\.\s*$/)
      expect(await button('Copy JSON').count()).toBe(0)
      await write(TEXT)
      expect(await page.locator('#empty').isVisible()).toBe(false)
      await button('Clear').click()
      await settle()
      expect(await page.locator('#empty').isVisible()).toBe(true)
      expect(await page.locator('.row').count()).toBe(0)
      expect(await counts()).toBe('')
    })

    it('shows what it finds while one types', async () => {
      await open()
      await editor().pressSequentially('“It is safe,” Ana Brandt said.')
      await settle()
      expect(await shownText()).toBe('“It is safe,” Ana Brandt said.')
      expect(await counts()).toBe('1 quote or claim, 1 source')
      await editor().press('End')
      await editor().pressSequentially(' Ben Cole denied that it was.')
      await wait(counts).toBe('2 quotes and claims, 2 sources')
      expect(await page.locator('.rail .source .who').allTextContents()).toEqual(['Ana Brandt', 'Ben Cole'])
      await write('It rained.')
      expect(await counts()).toBe('No quotes or claims found')
    })

    it('shows the last of many texts, whatever comes in between', async () => {
      await open()
      const long = makeLongArticle(3000)
      await page.evaluate((long) => {
        const editor = document.querySelector('textarea')!
        for (const text of [long, 'Ana Brandt said no.', long, '“Yes,” said Ben Cole.']) {
          editor.value = text
          editor.dispatchEvent(new Event('input', { bubbles: true }))
        }
      }, long)
      await settle()
      expect(await shownText()).toBe('“Yes,” said Ben Cole.')
      await page.waitForTimeout(300)
      expect(await shownText()).toBe('“Yes,” said Ben Cole.')
    })

    it.each(EXAMPLES)('shows the example: %s', async (name, file) => {
      await open()
      await button(name).click()
      await settle()
      const text = exampleOf(file)
      const extraction = file.endsWith('.html') ? extractHtml(text) : extract(text)
      expect(JSON.parse(await copyBy('Copy JSON'))).toEqual(extraction)
      expect(await page.locator('.note').count()).toBe(extraction.attributions.length)
      expect(extraction.attributions.length).toBeGreaterThan(5)
      expect(await shownText()).toBe((extraction.text ?? text).trim())
    })

    it('reads HTML as a page where it looks like one, or as it is asked to', async () => {
      await open()
      const html = '<nav>Menu</nav><p>“It is safe,” <b>Ana Brandt</b> said.</p>'
      await write(html)
      expect(await page.locator('#words').textContent()).toContain('6 words, read from a page’s HTML')
      expect(JSON.parse(await copyBy('Copy JSON'))).toEqual(extractHtml(html))
      await button('Read it as plain text').click()
      await settle()
      expect(await shownText()).toBe(html)
      expect(JSON.parse(await copyBy('Copy JSON'))).toEqual(extract(html))
      await button('Read it as HTML').click()
      await settle()
      expect(await shownText()).toBe('“It is safe,” Ana Brandt said.')
    })

    it('takes the article out of what is pasted from a page, and its undo takes it back', async () => {
      await open()
      await editor().focus()
      const paste = (html: string, plain: string) =>
        page.evaluate(
          async ([html, plain]) => {
            await navigator.clipboard.write([
              new ClipboardItem({
                'text/html': new Blob([html], { type: 'text/html' }),
                'text/plain': new Blob([plain], { type: 'text/plain' })
              })
            ])
          },
          [html, plain] as const
        )
      await paste(
        '<nav><p>Menu</p></nav><p>“It is safe,” Ana Brandt said.</p><p>Ben Cole agreed.</p>',
        'Menu “It is safe,” Ana Brandt said. Ben Cole agreed.'
      )
      await page.keyboard.press('Control+V')
      await wait(() => editor().inputValue()).toBe('“It is safe,” Ana Brandt said.\n\nBen Cole agreed.')
      await page.keyboard.press('Control+Z')
      expect(await editor().inputValue()).toBe('')
      await paste('<b>another word</b>', 'a word')
      await page.keyboard.press('Control+V')
      expect(await editor().inputValue()).toBe('a word')
    })

    it('looks for what it is told to: acts, and how sure', async () => {
      await open()
      await button('a long read').click()
      await page.getByText('What to look for').click()
      await page.getByRole('checkbox', { name: /^took sides/ }).check()
      await page.getByRole('checkbox', { name: /^thought/ }).uncheck()
      await settle()
      const text = exampleOf('mill.txt')
      const acts = ['statement', 'intention', 'stance'] as const
      expect(JSON.parse(await copyBy('Copy JSON'))).toEqual(extract(text, { minConfidence: 0, acts }))
      await page.getByRole('slider', { name: /At least this sure/ }).fill('60')
      await settle()
      expect(JSON.parse(await copyBy('Copy JSON'))).toEqual(extract(text, { minConfidence: 0.6, acts }))
      expect(await page.getByRole('slider').count()).toBe(1)
    })

    it('keeps what is filtered and chosen while one types on', async () => {
      await open()
      await write(TEXT)
      await button(/^Ana Brandt/).click()
      await page.locator('.note:visible > a').click()
      await write(`${TEXT} It rained.`)
      expect(await page.locator('.note:visible').count()).toBe(1)
      expect(await page.locator('.card').count()).toBe(1)
    })

    it('gives JSON-LD once it knows the page, and says what is amiss with what it is told', async () => {
      await open()
      await write(TEXT)
      await button('JSON-LD').click()
      await button('Copy JSON-LD').click()
      expect(await problemOf('page.url')).toContain('missing')
      expect(await field('page.url').evaluate((its) => its === document.activeElement)).toBe(true)
      await field('page.url').fill('bridge')
      await button('Copy JSON-LD').click()
      expect(await problemOf('page.url')).toContain('an absolute http or https URL')
      const facts = {
        url: 'https://example.org/bridge',
        headline: '“Safe” </script>',
        publisher: 'The Example'
      }
      for (const [name, value] of Object.entries(facts)) await field(`page.${name}`).fill(value)
      expect(JSON.parse(await copyBy('Copy JSON-LD'))).toEqual(toJsonLd(extract(TEXT), facts))
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('dialog[open]').getByText('Save as a file').click()
      ])
      expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(toJsonLd(extract(TEXT), facts))
      expect(await problemOf('page.url')).toBe('')
    })

    it('makes a ClaimReview of a claim and a verdict that a person fills in, and of nothing else', async () => {
      await open()
      await write(TEXT)
      const extraction = extract(TEXT)
      await button('ClaimReview').click()
      // What Ben Cole denied, and what has no source, can't be chosen.
      const choices = await field('claimId').locator('option').allTextContents()
      expect(choices).toEqual(['Choose …', 'Ana Brandt: “The bridge is safe,”'])
      expect(await problemOf('author.name')).toBe('')
      await button('Copy ClaimReview').click()
      expect(await problemOf('claimId')).toContain('Choose')
      expect(await problemOf('rating.alternateName')).toContain('verdict')
      expect(await problemOf('author.name')).toContain('name of who reviewed')
      expect(await problemOf('url')).toContain('review is published')
      expect(await problemOf('page.url')).toContain('page that the claim appears on')
      expect(await page.locator('[data-verdict]').textContent()).toContain('5 things')
      expect(await page.locator('[data-markup]').isVisible()).toBe(false)
      expect(await field('claimId').evaluate((its) => its === document.activeElement)).toBe(true)

      await field('claimId').selectOption({ index: 1 })
      await field('rating.alternateName').fill('4 / 5')
      await field('rating.ratingValue').fill('7')
      await field('rating.worstRating').fill('1')
      await field('rating.bestRating').fill('5')
      expect(await problemOf('rating.ratingValue')).toContain('from 1 to 5')
      await field('rating.ratingValue').fill('4')
      await field('author.name').fill('The Example Desk')
      await field('url').fill('https://desk.example/bridge')
      await field('page.url').fill('https://example.org/bridge')
      expect(await adviceOf('rating.alternateName')).toContain('no words')
      expect(await adviceOf('claimReviewed')).toContain('reviewer')
      expect(await adviceOf('author.url')).toContain('missing')

      await field('scale').selectOption('politifact')
      expect(await problemOf('rating.label')).toContain('Choose your verdict')
      expect(await field('rating.alternateName').isVisible()).toBe(false)
      const { labels, beside } = RATING_SCALES.politifact
      expect(await field('rating.label').locator('option').allTextContents()).toEqual([
        'Choose …',
        ...labels,
        ...beside
      ])
      await field('rating.label').selectOption('Half True')
      await field('claimReviewed').fill('The bridge is safe')
      expect(await adviceOf('claimReviewed')).toBe('')
      const review = {
        claimId: extraction.attributions[0]!.id,
        claimText: extraction.attributions[0]!.content[0]!.text,
        claimReviewed: 'The bridge is safe',
        rating: toRating('politifact', 'Half True'),
        author: { name: 'The Example Desk', type: 'Organization' as const },
        url: 'https://desk.example/bridge'
      }
      const { markup } = toClaimReview(extraction, review, { url: 'https://example.org/bridge' })
      expect(JSON.parse(await copyBy('Copy ClaimReview'))).toEqual(markup)
      expect(JSON.parse((await page.locator('[data-markup]').textContent())!)).toEqual(markup)
      const told = await page.locator('dialog[open] :is(.advice:not(:empty), [data-findings] li)').count()
      expect(told).toBe(validateClaimReview(markup).length)
    })

    it('opens the form on the claim that is chosen in the view', async () => {
      await open()
      await button('a news story').click()
      await settle()
      const { attributions } = extract(exampleOf('harbour.txt'))
      const index = attributions.findIndex(({ type }) => type === 'direct')
      await page.locator('.note > a').nth(index).click()
      await button('ClaimReview').click()
      expect(await field('claimId').inputValue()).toBe(attributions[index]!.id)
    })

    it.each([
      ['plain text', TEXT],
      ['odd characters', 'Zoë said: “naïve 👩‍👩‍👧 \ud800 𝒳 \u0000 \u2028 % # & + = ? ‮abc”.\n\n\tEnd\u00a0'],
      ['hostile text', HOSTILE]
    ])('shares %s by a link', async (_, text) => {
      await open()
      await page.evaluate((text) => {
        const editor = document.querySelector('textarea')!
        editor.value = text
        editor.dispatchEvent(new Event('input', { bubbles: true }))
      }, text)
      await page.getByText('What to look for').click()
      await page.getByRole('checkbox', { name: /^took sides/ }).check()
      await page.getByRole('slider').fill('25')
      await settle()
      const value = await page.evaluate(() => document.querySelector('textarea')!.value)
      const json = await copyBy('Copy JSON')
      const link = await copyBy('Copy link')
      expect(new URL(link).search).toBe('')
      expect(link).toMatch(/#text1=[\w-]+$/)
      await open(undefined, new URL(link).hash)
      await wait(() => said()).toBe('Opened from a link.')
      await settle()
      expect(await page.evaluate(() => document.querySelector('textarea')!.value)).toBe(value)
      expect(await page.locator('#acts [value=stance]').isChecked()).toBe(true)
      expect(await copyBy('Copy JSON')).toBe(json)
    })

    it('says that a link is broken, and loses nothing', async () => {
      await open()
      await write(TEXT)
      const link = new URL(await copyBy('Copy link')).hash
      const middle = Math.floor(link.length / 2)
      const changed = link.slice(0, middle) + (link[middle] === 'A' ? 'B' : 'A') + link.slice(middle + 1)
      for (const broken of [link.slice(0, -6), changed, '#text1=', '#text1=%%%', '#text1=AAAA']) {
        await write(`${TEXT} ${broken.length}`)
        await page.evaluate((hash) => {
          location.hash = hash
        }, broken)
        await wait(said).toContain('The link is broken')
        expect(await editor().inputValue()).toBe(`${TEXT} ${broken.length}`)
      }
      await page.evaluate(() => {
        location.hash = '#something-else'
      })
      expect(await editor().inputValue()).toContain(TEXT)
    })

    it('brings back a text that a link or an example took the place of', async () => {
      await open()
      await write(TEXT)
      const { hash } = new URL(await copyBy('Copy link'))
      await write('My own words, said Ana Brandt.')
      await page.evaluate((hash) => {
        location.hash = hash
      }, hash)
      await wait(() => editor().inputValue()).toBe(TEXT)
      await button('Bring back your text').click()
      expect(await editor().inputValue()).toBe('My own words, said Ana Brandt.')
      await button('hearsay').click()
      await button('an interview').click()
      await button('Bring back your text').click()
      expect(await editor().inputValue()).toBe('My own words, said Ana Brandt.')
    })

    it('says that a text is too long for a link', async () => {
      await open()
      // Letters that no compression makes shorter.
      let seed = 1
      const noise = Array.from({ length: 30_000 }, () => {
        seed = (seed * 48_271) % 2_147_483_647
        return String.fromCharCode(33 + (seed % 90))
      }).join('')
      await write(`Ana Brandt said no. ${noise.replaceAll('<', ' ')}`)
      await button('Copy link').click()
      await wait(said).toMatch(/too long for a link: it would have [\d,]+ characters/)
    })

    it('shows a text full of markup and script as text, and runs none of it', async () => {
      await open()
      await write(HOSTILE)
      expect(await shownText()).toBe(HOSTILE)
      await button('ClaimReview').click()
      expect(await field('claimId').locator('option').count()).toBeGreaterThan(1)
      await page.keyboard.press('Escape')
      const html = `<p>“No,” said Ana Brandt.</p><img src=x onerror=alert(5)><script>alert(6)</script><p>${HOSTILE}</p>`
      await write(html)
      expect(await shownText()).toContain('“No,” said Ana Brandt.')
      await page.waitForTimeout(200)
    })

    it('is led by the keyboard alone', async () => {
      await open()
      const tabTo = async (name: string | RegExp) => {
        for (let presses = 0; presses < 60; presses++) {
          await page.keyboard.press('Tab')
          const its = await page.evaluate(() => document.activeElement?.textContent ?? '')
          if (typeof name === 'string' ? its === name : name.test(its)) return
        }
        throw new Error(`Tab does not lead to ${name}`)
      }
      await page.keyboard.press('Tab')
      expect(await editor().evaluate((its) => its === document.activeElement)).toBe(true)
      await tabTo('a news story')
      await page.keyboard.press('Enter')
      await settle()
      await tabTo('What to look for')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await settle()
      const { length } = extract(exampleOf('harbour.txt'), { acts: ['belief', 'intention'] }).attributions
      expect(await page.locator('.note').count()).toBe(length)
      await page.keyboard.press('Space')
      await settle()
      await tabTo('ClaimReview …')
      await page.keyboard.press('Enter')
      expect(await field('claimId').evaluate((its) => its === document.activeElement)).toBe(true)
      await page.keyboard.press('ArrowDown')
      await tabTo('Copy ClaimReview')
      await page.keyboard.press('Enter')
      expect(await field('rating.alternateName').evaluate((its) => its === document.activeElement)).toBe(true)
      await page.keyboard.press('Escape')
      expect(await page.locator('dialog[open]').count()).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('open-review')
      await tabTo(/^1 port authority/)
      await page.keyboard.press('Enter')
      expect(await page.locator('.card').count()).toBe(1)
    })

    it.each([1280, 375])('axe finds nothing, light and dark, at a width of %i pixels', async (width) => {
      await open({ viewport: { width, height: 800 }, bypassCSP: true })
      expect(await runAxe(page)).toEqual([])
      await button('a news story').click()
      await settle()
      await page.getByText('What to look for').click()
      expect(await runAxe(page)).toEqual([])
      await button('ClaimReview').click()
      await button('Copy ClaimReview').click()
      expect(await runAxe(page)).toEqual([])
      await page.keyboard.press('Escape')
      await button('JSON-LD').click()
      expect(await runAxe(page)).toEqual([])
    })

    it.each([
      ['at 400 % zoom of a 1280-pixel window', { width: 320, height: 256 }],
      ['on a phone', { width: 375, height: 812 }]
    ])('needs no sideways scrolling %s', async (_, viewport) => {
      await open({ viewport })
      expect(await isWide()).toBe(false)
      await button('a page’s HTML').click()
      await settle()
      await page.getByText('What to look for').click()
      expect(await isWide()).toBe(false)
      for (const name of ['JSON-LD', 'ClaimReview']) {
        await button(name).click()
        const dialog = page.locator('dialog[open]')
        const box = (await dialog.boundingBox())!
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(viewport.width)
        expect(await dialog.evaluate((its) => its.scrollWidth > its.clientWidth)).toBe(false)
        await page.keyboard.press('Escape')
      }
    })

    it('works on without a network', async () => {
      await open({})
      await button('a news story').click()
      await settle()
      await page.context().setOffline(true)
      await write(TEXT)
      expect(JSON.parse(await copyBy('Copy JSON'))).toEqual(extract(TEXT))
      const html = '<p>“It is safe,” Ana Brandt said.</p>'
      await write(html)
      expect(JSON.parse(await copyBy('Copy JSON'))).toEqual(extractHtml(html))
    })

    it('says so when what reads can’t be loaded, and tries again with the next change', async () => {
      await open({})
      await page.route('**/worker.js', (route) => route.abort())
      await page.reload()
      await write(TEXT)
      await wait(said).toContain('could not be read')
      expect(await editor().inputValue()).toBe(TEXT)
      await page.unroute('**/worker.js')
      await write(`${TEXT} So.`)
      await wait(shownText).toBe(`${TEXT} So.`)
      expect(await said()).toBe('')
      // That the file did not come is what the browser itself says.
      tabs.forgive()
    })

    it('shows what could not be put into the clipboard, to copy by hand', async () => {
      await open()
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
      })
      await write(TEXT)
      await button('Copy JSON').click()
      expect(JSON.parse(await page.locator('#by-hand textarea').inputValue())).toEqual(extract(TEXT))
    })

    it('tells the reader of its policy itself, with nothing in it that is inline', async () => {
      await open({})
      const html = readFileSync(join(folder, 'some/where/index.html'), 'utf8')
      const policy = /content="(default-src[^"]+)"/.exec(html)![1]!
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("connect-src 'none'")
      expect(policy).not.toContain('unsafe')
      expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)/)
      // The policy is in force; what the browser says of it is no trouble here.
      page.removeAllListeners('console')
      const isStopped = await page.evaluate(() =>
        fetch(location.href).then(
          () => false,
          () => true
        )
      )
      expect(isStopped).toBe(true)
    })
  }
)

import type { ViewData } from '@saywho/view'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bundle } from '../support/bundle.ts'
import { chromiumPath, needsChromium, useChromium } from '../support/chromium.ts'
import { attributionOf, extractionOf, sourceOf } from '../support/extractions.ts'

const TEXT = 'Ana Brandt said that <it> is safe. Ben Cole hopes to cross.'
const data: ViewData = {
  text: TEXT,
  extraction: extractionOf(
    [
      attributionOf(TEXT, 'that <it> is safe', { id: 'safe0000' }),
      attributionOf(TEXT, 'to cross', { id: 'cross000', act: 'intention', sourceIds: ['s2'] })
    ],
    [sourceOf({ id: 's1', name: 'Ana Brandt' }), sourceOf({ id: 's2', name: 'Ben Cole' })]
  )
}
const later: ViewData = { text: `${TEXT} So.`, extraction: data.extraction }

interface View extends HTMLElement {
  data: ViewData | null
  choose(id: string | null): void
}

describe.skipIf(chromiumPath === null)(`<saywho-view> in Chromium${needsChromium}`, () => {
  const browser = useChromium()
  let script = ''
  let page: Page
  const troubles: string[] = []
  beforeAll(async () => {
    script = await bundle(`export * from '@saywho/view'`, 'SaywhoView')
  })
  beforeEach(async () => {
    page = await browser().newPage()
    page.on('console', (message) => troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(String(error)))
    // No style of any kind may be written into the page, nor HTML parsed by a script.
    await page.setContent(
      `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'"><body><script>${script}; SaywhoView.defineSaywhoView(); SaywhoView.defineSaywhoView()</script><saywho-view></saywho-view>`
    )
  })
  afterEach(async () => {
    await page.close()
    expect(troubles.splice(0)).toEqual([])
  })
  const set = (data: ViewData | null) =>
    page.evaluate((data) => {
      document.querySelector<View>('saywho-view')!.data = data
    }, data)
  const litWords = () => page.locator('.content.lit').allTextContents()

  it('draws what it is given, in its own style, as text', async () => {
    expect(await page.locator('saywho-view > *').count()).toBe(0)
    await set(data)
    expect(await page.locator('.row > p').textContent()).toBe(TEXT)
    const line = await page
      .locator('.content')
      .first()
      .evaluate((its) => getComputedStyle(its).textDecorationStyle)
    expect(line).toBe('dotted')
    await set(null)
    expect(await page.locator('saywho-view > *').count()).toBe(0)
  })

  it('draws when it comes into the page, if it was given something before', async () => {
    await page.evaluate((data) => {
      const view = document.createElement('saywho-view') as View
      view.data = data
      document.body.append(view)
      const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
      shadow.append(view)
    }, data)
    const line = await page
      .locator('.content')
      .first()
      .evaluate((its) => getComputedStyle(its).textDecorationStyle)
    expect(line).toBe('dotted')
  })

  it('tells what is chosen, chooses what it is told, and leaves the address alone', async () => {
    await set(data)
    await page.evaluate(() => {
      const told: unknown[] = []
      Object.assign(globalThis, { told })
      document.addEventListener('saywho-choose', (event) => told.push((event as CustomEvent).detail.id))
    })
    const address = page.url()
    await page.getByText('to cross').click()
    await page.evaluate(() => document.querySelector<View>('saywho-view')!.choose('safe0000'))
    expect(await litWords()).toEqual(['that <it> is safe'])
    await page.evaluate(() => document.querySelector<View>('saywho-view')!.choose('none'))
    expect(await litWords()).toEqual([])
    expect(await page.evaluate(() => (globalThis as unknown as { told: unknown[] }).told)).toEqual([
      'cross000',
      'safe0000',
      null
    ])
    expect(page.url()).toBe(address)
  })

  it('keeps what is chosen and filtered when it is given another text', async () => {
    await set(data)
    await page.getByRole('button', { name: 'Ben Cole' }).click()
    await page.getByText('to cross').click()
    await set(later)
    expect(await page.locator('.row > p').textContent()).toBe(later.text)
    expect(await litWords()).toEqual(['to cross'])
    expect(await page.locator('.card').count()).toBe(1)
    expect(await page.locator('.note:visible').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Ben Cole' }).getAttribute('aria-pressed')).toBe('true')
    await page.getByText('Show all').click()
    expect(await page.locator('.note:visible').count()).toBe(2)
    await set({ text: 'So.', extraction: extractionOf([], []) })
    expect(await page.locator('.legend').textContent()).toContain('Nothing was found')
  })

  it('refuses what is no text with its extraction, and keeps what it has', async () => {
    await set(data)
    const message = await page.evaluate(() => {
      const view = document.querySelector<View>('saywho-view')!
      try {
        view.data = { text: 'x' } as ViewData
        return 'taken'
      } catch (error) {
        return String(error)
      }
    })
    expect(message).toBe('TypeError: data.extraction: expected an extraction, got undefined')
    expect(await page.locator('.row > p').textContent()).toBe(TEXT)
  })
})

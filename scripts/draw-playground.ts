import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { buildPlayground } from './build-playground.ts'
import { serveFolder } from './serve-folder.ts'

interface Scene {
  context: BrowserContextOptions
  act?: (page: Page) => Promise<unknown>
}

const WIDE = { width: 1280, height: 860 }
const PHONE = { width: 375, height: 812 }

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const openExample = async (page: Page, name: string) => {
  await press(page, name)
  await page.locator('.note').first().waitFor()
}
/** Opens the form on a quotation of the news story, to be judged on PolitiFact's scale. */
const openForm = async (page: Page) => {
  await openExample(page, 'a news story')
  await page.locator('.note > a').nth(1).click()
  await press(page, 'ClaimReview')
  await page.getByLabel('Whose labels').selectOption('politifact')
}
const fillIn = async (page: Page, values: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(values))
    await page.locator(`dialog[open] [name="${name}"]`).fill(value)
}

const SCENES: Readonly<Record<string, Scene>> = {
  empty: { context: { viewport: WIDE } },
  story: { context: { viewport: WIDE }, act: (page) => openExample(page, 'a news story') },
  page: { context: { viewport: WIDE }, act: (page) => openExample(page, 'HTML') },
  wide: {
    context: { viewport: { width: 1680, height: 1000 } },
    act: async (page) => {
      await openExample(page, 'a long read')
      await page.getByText('What to look for').click()
      await page.locator('.row .content .content').first().hover()
    }
  },
  dark: {
    context: { viewport: WIDE, colorScheme: 'dark' },
    act: async (page) => {
      await openExample(page, 'hearsay')
      await page.locator('.note > a').nth(1).click()
    }
  },
  phone: {
    context: { viewport: PHONE, hasTouch: true },
    act: async (page) => {
      await openExample(page, 'an interview')
      await page.locator('.row').nth(2).scrollIntoViewIfNeeded()
    }
  },
  zoomed: {
    context: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
    act: (page) => openExample(page, 'a news story')
  },
  form: {
    context: { viewport: { width: 1280, height: 1000 } },
    act: async (page) => {
      await openForm(page)
      await press(page, 'Copy ClaimReview')
    }
  },
  review: {
    context: { viewport: { width: 1280, height: 1000 } },
    act: async (page) => {
      await openForm(page)
      await page.getByLabel('The verdict', { exact: true }).selectOption('Half True')
      await fillIn(page, {
        claimReviewed: 'The quay of Port Ellery is sinking',
        'author.name': 'The Example Desk',
        'author.url': 'https://desk.example/',
        url: 'https://desk.example/quay',
        'page.url': 'https://example.org/harbour'
      })
      await page.locator('dialog[open]').evaluate((its) => its.scrollTo(0, 0))
    }
  },
  'phone-form': {
    context: { viewport: PHONE },
    act: async (page) => {
      await openExample(page, 'a news story')
      await press(page, 'ClaimReview')
    }
  },
  'json-ld': {
    context: { viewport: WIDE },
    act: async (page) => {
      await openExample(page, 'a news story')
      await press(page, 'JSON-LD')
      await press(page, 'Copy JSON-LD')
    }
  }
}

/** Draws the playground's screens into a folder, to be looked at. */
export async function drawPlayground(browser: Browser, folder: string): Promise<void> {
  const built = mkdtempSync(join(tmpdir(), 'saywho-playground-'))
  await buildPlayground(built)
  const { url, stop } = await serveFolder(built)
  try {
    for (const [name, { context, act }] of Object.entries(SCENES)) {
      const page = await browser.newPage({ deviceScaleFactor: 2, ...context })
      await page.goto(url)
      await act?.(page)
      await page.screenshot({ path: join(folder, `playground-${name}.png`) })
      await page.close()
    }
  } finally {
    await stop()
    rmSync(built, { recursive: true })
  }
}

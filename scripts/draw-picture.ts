/**
 * Draws `docs/picture.png`, the README's picture: the report of `examples/harbour.txt`. With `--all FOLDER`, also the reports of
 * that and of the seed article in light, dark, on a phone and on paper, to be looked at. Needs Chromium.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { toReport } from '@saywho/view/report'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { extract } from 'saywho'

const WIDE = { width: 1200, height: 800 }
/** The width of an A4 page without its margins, in CSS pixels. */
const PAPER = { width: 642, height: 980 }

interface Scene {
  context: BrowserContextOptions
  /** What is the first not to be drawn; the whole page is where nothing is named. */
  until?: string
  /** Only what a screen shows of it. */
  isScreen?: true
  act?: (page: Page) => Promise<unknown>
}
const SCENES: Readonly<Record<string, Scene>> = {
  light: { context: { viewport: WIDE } },
  lit: { context: { viewport: WIDE }, act: (page) => page.locator('.row .content .content').first().hover() },
  dark: {
    context: { viewport: WIDE, colorScheme: 'dark' },
    isScreen: true,
    act: (page) => page.locator('.note > a').nth(3).click()
  },
  medium: { context: { viewport: { width: 900, height: 800 } } },
  phone: {
    context: { viewport: { width: 390, height: 844 }, hasTouch: true },
    isScreen: true,
    act: (page) => page.locator('.row .content').nth(1).tap()
  },
  print: { context: { viewport: PAPER }, act: (page) => page.emulateMedia({ media: 'print' }) }
}

async function draw(browser: Browser, report: string, scene: Scene, path: string): Promise<void> {
  const { context, act, until, isScreen } = scene
  const page = await browser.newPage({ deviceScaleFactor: 2, ...context })
  await page.goto(pathToFileURL(resolve(report)).href)
  // What has never been near the screen is not drawn yet.
  if (!isScreen) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width: page.viewportSize()!.width, height })
  }
  await act?.(page)
  const end = until === undefined ? null : await page.locator(until).first().boundingBox()
  await page.screenshot({
    path,
    fullPage: !isScreen,
    ...(end ? { clip: { x: 0, y: 0, width: page.viewportSize()!.width, height: end.y } } : {})
  })
  await page.close()
}

function write(name: string, file: string, headline: string): string {
  const text = readFileSync(file, 'utf8')
  const path = `out/${name}.html`
  writeFileSync(path, toReport({ text, extraction: extract(text), headline }))
  return path
}

const { values } = parseArgs({ options: { all: { type: 'string' } } })
mkdirSync('out', { recursive: true })
const harbour = write('harbour', 'examples/harbour.txt', 'The harbour closes on Monday')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox']
})
await draw(browser, harbour, { ...SCENES.medium!, until: '.rail h2:nth-of-type(2)' }, 'docs/picture.png')
if (values.all !== undefined) {
  mkdirSync(values.all, { recursive: true })
  const seed = write(
    'seed',
    'seeds/000_47d96f6c8b88e22f.txt',
    'Chinese envoy meets Vance before the inauguration'
  )
  for (const [name, scene] of Object.entries(SCENES))
    for (const [report, of] of [
      [harbour, 'harbour'],
      [seed, 'seed']
    ] as const)
      await draw(browser, report, scene, join(values.all, `${of}-${name}.png`))
}
await browser.close()

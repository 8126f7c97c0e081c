import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toReport } from '@saywho/view/report'
import type { Browser } from 'playwright-core'
import { extract } from 'saywho'
import { makeLongArticle } from './make-long-article.ts'

/** Text, since a function would be sent as the runner has compiled it. */
const OBSERVE = `
  globalThis.longestTask = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  }).observe({ type: 'longtask', buffered: true })`

/**
 * The longest task, in milliseconds, while the report of an article of 5,000 words opens and notes of it are focused, chosen and
 * filtered; 0 where none took 50 or more, which is what Chromium calls long.
 */
export async function measureLongestTask(browser: Browser): Promise<number> {
  const text = makeLongArticle(5000)
  const folder = mkdtempSync(join(tmpdir(), 'saywho-long-'))
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    const file = join(folder, 'long.html')
    writeFileSync(file, toReport({ text, extraction: extract(text) }))
    await page.addInitScript(OBSERVE)
    await page.goto(pathToFileURL(file).href)
    const notes = page.locator('.note > a')
    const count = await notes.count()
    for (const part of [0, 0.3, 0.9]) {
      const note = notes.nth(Math.floor(part * count))
      await note.focus()
      await note.click()
    }
    await page.locator('.rail button').first().click()
    await page.waitForTimeout(100)
    return await page.evaluate<number>('longestTask')
  } finally {
    await page.close()
    rmSync(folder, { recursive: true })
  }
}

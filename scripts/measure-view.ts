import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toReport } from '@saywho/view/report'
import type { Browser } from 'playwright-core'
import { extract } from 'saywho'
import { makeLongArticle } from './make-long-article.ts'

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
    await page.goto(pathToFileURL(file).href)
    return await page.evaluate(async () => {
      let longest = 0
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
      })
      observer.observe({ type: 'longtask', buffered: true })
      const notes = [...document.querySelectorAll<HTMLElement>('.note > a')]
      const rest = () => new Promise((resolve) => setTimeout(resolve, 60))
      for (const index of [0, 0.3, 0.9].map((part) => Math.floor(part * notes.length))) {
        notes[index]!.focus()
        await rest()
        notes[index]!.click()
        await rest()
      }
      document.querySelector<HTMLElement>('.rail button')!.click()
      await rest()
      observer.disconnect()
      return longest
    })
  } finally {
    await page.close()
    rmSync(folder, { recursive: true })
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { buildPlayground } from './build-playground.ts'
import { makeLongArticle } from './make-long-article.ts'
import { serveFolder } from './serve-folder.ts'

/** Times of the playground, in milliseconds. */
export interface PlaygroundTimes {
  /**
   * The longest task while an article of 5,000 words is put in and ten letters are typed after it; 0 where none took 50 or
   * more, which is what Chromium calls long.
   */
  longestTask: number
  /** From the first text, 200 words put in as soon as the page has loaded, to its view. */
  first: number
  /** The same for the next one, when the worker has its weights. */
  next: number
}

/** Measures the playground in a page of its own. */
export async function measurePlayground(browser: Browser): Promise<PlaygroundTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'saywho-playground-'))
  await buildPlayground(folder)
  const { url, stop } = await serveFolder(folder)
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    await page.goto(url)
    return await page.evaluate(
      async ([short, long]) => {
        const editor = document.querySelector<HTMLTextAreaElement>('#text')!
        const view = document.querySelector('saywho-view')!
        let longestTask = 0
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
        }).observe({ type: 'longtask' })
        const rest = (time: number) => new Promise((resolve) => setTimeout(resolve, time))
        const write = async (text: string) => {
          const began = performance.now()
          editor.value = text
          editor.dispatchEvent(new Event('input', { bubbles: true }))
          while (view.hasAttribute('aria-busy')) await rest(1)
          return Math.round(performance.now() - began)
        }
        const first = await write(short)
        const next = await write(`${short} It rained.`)
        await write(long)
        for (const letter of 'It rained.') {
          await write(editor.value + letter)
          await rest(50)
        }
        await rest(200)
        return { longestTask: Math.round(longestTask), first, next }
      },
      [makeLongArticle(200), makeLongArticle(5000)] as const
    )
  } finally {
    await page.close()
    await stop()
    rmSync(folder, { recursive: true })
  }
}

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

/** What is run in the page, as text: a function would bring along what it is compiled with. */
const SET_UP = `
  globalThis.longestTask = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  }).observe({ type: 'longtask' })
  globalThis.write = async (text) => {
    const editor = document.querySelector('#text')
    const view = document.querySelector('saywho-view')
    const began = performance.now()
    editor.value = text
    editor.dispatchEvent(new Event('input', { bubbles: true }))
    while (view.hasAttribute('aria-busy')) await new Promise((resolve) => setTimeout(resolve, 1))
    return performance.now() - began
  }`

/** Measures the playground in a page of its own. */
export async function measurePlayground(browser: Browser): Promise<PlaygroundTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'saywho-playground-'))
  await buildPlayground(folder)
  const { url, stop } = await serveFolder(folder)
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const write = (text: string) => page.evaluate<number>(`write(${JSON.stringify(text)})`)
  try {
    await page.goto(url)
    await page.evaluate(SET_UP)
    const short = makeLongArticle(200)
    const first = await write(short)
    const next = await write(`${short} It rained.`)
    let long = makeLongArticle(5000)
    await write(long)
    for (const letter of ' It rained.') {
      long += letter
      await write(long)
    }
    await page.waitForTimeout(200)
    const longestTask = await page.evaluate<number>('longestTask')
    return { longestTask: Math.round(longestTask), first: Math.round(first), next: Math.round(next) }
  } finally {
    await page.close()
    await stop()
    rmSync(folder, { recursive: true })
  }
}

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, expect } from 'vitest'

/**
 * Tabs for the tests around. After each test what went wrong in them is told: what a page's policy stopped, what it threw, what it asked
 * of hosts that are not its own.
 *
 * @param prepare is given each new tab, and what takes note of trouble.
 */
export function useTabs(
  browser: () => Browser,
  prepare: (tab: Page, note: (trouble: string) => void) => Promise<unknown>
) {
  const troubles: string[] = []
  const own: BrowserContext[] = []
  let shared: Page | null = null
  afterEach(async () => {
    await Promise.all(own.splice(0).map((context) => context.close()))
    expect(troubles.splice(0)).toEqual([])
  })

  async function openTab(options: BrowserContextOptions): Promise<Page> {
    const context = await browser().newContext({ viewport: { width: 1280, height: 800 }, ...options })
    const tab = await context.newPage()
    const note = (trouble: string) => troubles.push(trouble)
    tab.on('console', (message) => note(message.text()))
    tab.on('pageerror', (error) => note(String(error)))
    tab.on('dialog', (dialog) => {
      note(dialog.message())
      dialog.dismiss()
    })
    await prepare(tab, note)
    return tab
  }

  return {
    /**
     * An empty tab. One serves all tests that say nothing of it, for a new one takes as long as a page; a test that says what it must be
     * like, or that leaves it otherwise than it was, has one of its own.
     */
    async open(options?: BrowserContextOptions): Promise<Page> {
      if (options !== undefined) {
        const tab = await openTab(options)
        own.push(tab.context())
        return tab
      }
      shared ??= await openTab({})
      await shared.mouse.move(0, 0)
      await shared.goto('about:blank')
      return shared
    },
    /** Forgets the troubles that a test made itself. */
    forgive: () => troubles.splice(0)
  }
}

import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is installed; null where it is not. */
export const chromiumPath: string | null =
  [process.env.CHROMIUM_PATH, ...CANDIDATES].find((path) => path !== undefined && existsSync(path)) ?? null

/** What the runner prints beside a test that can't be run without it. */
export const needsChromium =
  chromiumPath === null ? ' (skipped: Chromium is not installed; apt-get install chromium)' : ''

/** Opens Chromium before the tests around and closes it after them. Returns what gives it to a test. */
export function useChromium(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(() => browser.close())
  return () => browser
}

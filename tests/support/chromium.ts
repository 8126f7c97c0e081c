import { existsSync } from 'node:fs'

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is installed; null where it is not. */
export const chromiumPath: string | null =
  [process.env.CHROMIUM_PATH, ...CANDIDATES].find((path) => path !== undefined && existsSync(path)) ?? null

/** What the runner prints beside a test that can't be run without it. */
export const needsChromium =
  chromiumPath === null ? ' (skipped: Chromium is not installed; apt-get install chromium)' : ''

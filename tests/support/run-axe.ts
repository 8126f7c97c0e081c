import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What axe finds wrong with a page, in light and in dark. Its policy has to be lifted for it: axe puts its own script in.
 *
 * @param dark false where all colours that the page has in the dark were held to it on another.
 */
export async function runAxe(page: Page, { dark = true } = {}): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await runRules(page)
  if (!dark) return found
  // The dark is other colours, and nothing else.
  await page.emulateMedia({ colorScheme: 'dark' })
  const inTheDark = await runRules(page, { runOnly: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light' })
  return [...found, ...inTheDark.map((problem) => `dark: ${problem}`)]
}

const runRules = (page: Page, options: RunOptions = {}): Promise<string[]> =>
  page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(options)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`)
  }, options)

import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const ALL_BUT_COLOURS: RunOptions = { rules: { 'color-contrast': { enabled: false } } }
const COLOURS: RunOptions = { runOnly: ['color-contrast'] }

/**
 * What axe finds wrong with a page, in light and in dark. Its policy has to be lifted for it: axe puts its own script in.
 *
 * @param colours false where the page's colours were held to it on another.
 */
export async function runAxe(page: Page, { colours = true } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const found = await runRules(page, ALL_BUT_COLOURS)
  // Another scheme is other colours, and nothing else.
  for (const colorScheme of colours ? (['dark', 'light'] as const) : []) {
    await page.emulateMedia({ colorScheme })
    for (const problem of await runRules(page, COLOURS)) found.push(`${colorScheme}: ${problem}`)
  }
  return found
}

const runRules = (page: Page, options: RunOptions): Promise<string[]> =>
  page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(options)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`)
  }, options)

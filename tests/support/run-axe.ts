import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What axe finds wrong with a page. The page's policy has to be lifted for it: it puts its own script in.
 *
 * @param only the rules to hold it to, all where none is named: of a page that was found sound, `color-contrast` is the one that
 *   another colour scheme can break.
 */
export async function runAxe(page: Page, ...only: string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(only.length === 0 ? {} : { runOnly: only })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`)
  }, only)
}

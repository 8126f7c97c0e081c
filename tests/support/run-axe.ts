import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a page. The page's policy has to be lifted for it: it puts its own script in. */
export async function runAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`)
  })
}

import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, needsChromium } from '../support/chromium.ts'

/** ClaimReview's two entries as one script; a `node:` import in it would fail the build. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from '@saywho/claimreview'\nexport * from '@saywho/claimreview/feed'",
      resolveDir: fileURLToPath(new URL('../..', import.meta.url))
    },
    bundle: true,
    format: 'iife',
    globalName: 'claimreview',
    platform: 'browser',
    target: 'es2022',
    conditions: ['saywho-source'],
    write: false
  })
  return outputFiles[0]!.text
}
type Everything = typeof import('@saywho/claimreview') & typeof import('@saywho/claimreview/feed')

describe.skipIf(chromiumPath === null)(`in Chromium${needsChromium}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(() => browser.close())

  it("reads a feed from a response's body, and checks markup", async () => {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await bundle() })
    const review = { '@type': 'ClaimReview', claimReviewed: 'Die Brücke 🌉 ist sicher' }
    const result = await page.evaluate(
      async ([feed, markup]) => {
        const { claimreview } = globalThis as unknown as { claimreview: Everything }
        const claims: string[] = []
        for await (const { reviews } of claimreview.readFeed(new Response(feed).body!))
          claims.push(...reviews.map(({ claimReviewed }) => claimReviewed))
        return { claims, pointers: claimreview.validateClaimReview(markup).map(({ pointer }) => pointer) }
      },
      [JSON.stringify({ dataFeedElement: [{ item: [review] }, { item: [review] }] }), review] as const
    )
    expect(result.claims).toEqual([review.claimReviewed, review.claimReviewed])
    expect(result.pointers).toContain('/reviewRating')
  }, 60_000)
})

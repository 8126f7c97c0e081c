import { describe, expect, it } from 'vitest'
import { bundle } from '../support/bundle.ts'
import { chromiumPath, needsChromium, useChromium } from '../support/chromium.ts'

type Everything = typeof import('@saywho/claimreview') & typeof import('@saywho/claimreview/feed')

describe.skipIf(chromiumPath === null)(`in Chromium${needsChromium}`, () => {
  const browser = useChromium()

  it("reads a feed from a response's body, and checks markup", async () => {
    const page = await browser().newPage()
    await page.addScriptTag({
      content: await bundle(
        "export * from '@saywho/claimreview'\nexport * from '@saywho/claimreview/feed'",
        'claimreview'
      )
    })
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

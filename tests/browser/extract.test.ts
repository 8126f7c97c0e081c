import { readFileSync } from 'node:fs'
import { extract, toJsonLd } from 'saywho'
import { describe, expect, it } from 'vitest'
import { bundle } from '../support/bundle.ts'
import { chromiumPath, needsChromium, useChromium } from '../support/chromium.ts'

const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const PAGE = { url: 'https://example.org/envoy' }

describe.skipIf(chromiumPath === null)(`in Chromium${needsChromium}`, () => {
  const browser = useChromium()

  it('gives what it gives in Node, and asks the network for nothing', async () => {
    const page = await browser().newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.addScriptTag({ content: await bundle("export * from 'saywho'", 'saywho') })
    const result = await page.evaluate(
      ([text, facts]) => {
        const { saywho } = globalThis as unknown as { saywho: typeof import('saywho') }
        const extraction = saywho.extract(text)
        return { extraction, jsonLd: saywho.toJsonLd(extraction, facts) }
      },
      [seed, PAGE] as const
    )
    expect(result.extraction).toEqual(extract(seed))
    expect(result.jsonLd).toEqual(toJsonLd(extract(seed), PAGE))
    expect(requests).toEqual([])
  }, 60_000)
})

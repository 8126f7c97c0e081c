import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'
import { extract, toJsonLd } from 'saywho'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, needsChromium } from '../support/chromium.ts'

const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const PAGE = { url: 'https://example.org/envoy' }

/** The library as one script. A `node:` import in it can't be resolved for a browser, and fails the build. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from 'saywho'",
      resolveDir: fileURLToPath(new URL('../..', import.meta.url))
    },
    bundle: true,
    format: 'iife',
    globalName: 'saywho',
    platform: 'browser',
    target: 'es2022',
    conditions: ['saywho-source'],
    write: false
  })
  return outputFiles[0]!.text
}

describe.skipIf(chromiumPath === null)(`in Chromium${needsChromium}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(() => browser.close())

  it('gives what it gives in Node, and asks the network for nothing', async () => {
    const page = await browser.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.addScriptTag({ content: await bundle() })
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

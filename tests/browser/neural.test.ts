import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createNeuralExtractor } from '@saywho/neural'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, needsChromium, useChromium } from '../support/chromium.ts'

const require = createRequire(import.meta.url)
const modelFile = require.resolve('@saywho/neural/model')
const TEXT =
  '“The bridge opens in May,” Mayor Ines Duarte said. She told the council that the cost had doubled.\n\n' +
  'Critics say it will never open, according to the Harbour Gazette.'

const PAGE = `<!doctype html><title>Saywho</title>
<script type="module">import * as neural from '/neural.js'; globalThis.neural = neural</script>`

type Neural = typeof import('@saywho/neural') & { env: { wasm: { wasmPaths: string } } }

describe.skipIf(chromiumPath === null)(`the accurate tier in Chromium${needsChromium}`, () => {
  const browser = useChromium()
  let server: Server
  let address = ''
  const served = new Map<string, { type: string; body: string | Buffer }>([
    ['/', { type: 'text/html', body: PAGE }],
    ['/model', { type: 'application/octet-stream', body: readFileSync(modelFile) }]
  ])

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "export * from '@saywho/neural'; export { env } from 'onnxruntime-web/wasm'",
        resolveDir: fileURLToPath(new URL('../../packages/neural', import.meta.url))
      },
      bundle: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      conditions: ['saywho-source'],
      write: false
    })
    served.set('/neural.js', { type: 'text/javascript', body: outputFiles[0]!.text })
    const runtime = dirname(
      createRequire(require.resolve('@saywho/neural/model')).resolve('onnxruntime-web/wasm')
    )
    for (const name of ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'])
      served.set(`/${name}`, {
        type: name.endsWith('mjs') ? 'text/javascript' : 'application/wasm',
        body: readFileSync(join(runtime, name))
      })
    server = createServer(({ url }, response) => {
      const file = served.get(url!)
      response.statusCode = file === undefined ? 404 : 200
      if (file !== undefined) response.setHeader('content-type', file.type)
      response.end(file?.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  it('finds what it finds in Node', async () => {
    const page = await browser().newPage()
    await page.goto(address)
    await page.waitForFunction(() => 'neural' in globalThis)
    const found = await page.evaluate(
      async ([text, base]) => {
        const { createNeuralExtractor, env } = (globalThis as unknown as { neural: Neural }).neural
        env.wasm.wasmPaths = `${base}/`
        const model = await (await fetch(`${base}/model`)).arrayBuffer()
        const extract = await createNeuralExtractor({ model })
        return extract(text)
      },
      [TEXT, address] as const
    )
    const expected = await (await createNeuralExtractor({ model: readFileSync(modelFile) }))(TEXT)
    // The two runtimes round differently, which is seen in the last places of a chance.
    const rounded = ({ attributions, sources }: typeof expected) => ({
      attributions: attributions.map((its) => ({ ...its, confidence: Math.round(its.confidence * 5) / 5 })),
      sources
    })
    expect(expected.attributions.length).toBeGreaterThan(2)
    expect(rounded(found)).toEqual(rounded(expected))
  })
})

import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { bundle } from '../support/bundle.ts'
import { chromiumPath, needsChromium, useChromium } from '../support/chromium.ts'

const TEXT = 'The ferry was never inspected, Ines Okafor said.'

describe.skipIf(chromiumPath === null)(`in Chromium${needsChromium}`, () => {
  const browser = useChromium()

  it('the server answers as it does in Node, and asks the network for nothing', async () => {
    const page = await browser().newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.addScriptTag({
      content: await bundle("export { default as app } from '@saywho/cli/app'", 'server')
    })
    const answers = await page.evaluate(async (text) => {
      const { server } = globalThis as unknown as { server: { app: { fetch: typeof fetch } } }
      const ask = async (body: string) => {
        const headers = { 'content-type': 'application/json' }
        const request = new Request('https://edge.example/extract', { method: 'POST', headers, body })
        const response = await server.app.fetch(request)
        return { status: response.status, body: await response.json() }
      }
      return Promise.all([ask(JSON.stringify({ text })), ask('{"text":'), ask('{"text":1}')])
    }, TEXT)
    expect(answers[0]).toEqual({ status: 200, body: extract(TEXT) })
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 422])
    expect(requests).toEqual([])
  }, 60_000)
})

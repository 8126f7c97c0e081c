import { readFileSync } from 'node:fs'
import { parseReview, toClaimReview } from '@saywho/claimreview'
import app, { type Answer, createApp } from '@saywho/cli/app'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { extract, toJsonLd } from 'saywho'
import { extractHtml } from 'saywho/html'
import { beforeAll, describe, expect, it } from 'vitest'
import { createResponseCheck } from '../../support/api-description.ts'

const seed = readFileSync(new URL('../../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const TEXT = 'The ferry was never inspected, Ines Okafor said. She hopes that it will be by May.'
const HTML = `<link rel="canonical" href="https://example.org/own"><article><p>${TEXT}</p></article>`
const PAGE = {
  url: 'https://example.org/ferry',
  headline: 'Pumps',
  publisher: 'The Example',
  datePublished: '2026-03-01'
}
const extraction = extract(TEXT)
const REVIEW = {
  claimId: extraction.attributions[0]!.id,
  claimText: 'The ferry was never inspected',
  rating: { alternateName: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
  author: { name: 'The Example Desk' },
  url: 'https://desk.example/ferry'
}

let api: Record<string, unknown>
let check: ReturnType<typeof createResponseCheck>
beforeAll(async () => {
  api = (await (await app.request('/openapi.json')).json()) as typeof api
  check = createResponseCheck(api)
})

/** Sends a body and holds the response to the description. */
async function post(path: string, body: string | Uint8Array, headers: Record<string, string>, its = app) {
  const response = await its.request(path, { method: 'POST', body: body as BodyInit, headers })
  const text = await response.text()
  expect(check('POST', path.split('?')[0]!, response, text), text).toEqual([])
  expect(text).not.toMatch(/\bat .*\.[jt]s:\d/)
  return { status: response.status, headers: response.headers, body: JSON.parse(text) }
}
const postJson = (path: string, value: unknown) =>
  post(path, JSON.stringify(value), { 'content-type': 'application/json' })
const postText = (path: string, text: string | Uint8Array, type = 'text/plain') =>
  post(path, text, { 'content-type': type })

/** JSON as it comes over the wire: without what is undefined. */
const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('the description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(api))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })

  it('would be found out if it were not', async () => {
    const { valid } = await new Validator().validate({
      ...api,
      paths: { '/extract': { post: { responses: 1 } } }
    })
    expect(valid).toBe(false)
  })

  it('names every path that is answered, and refers to nothing that it has not', async () => {
    expect(Object.keys((api as { paths: object }).paths).sort()).toEqual([
      '/claimreview',
      '/extract',
      '/health',
      '/jsonld',
      '/openapi.json'
    ])
    const refs = [...JSON.stringify(api).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!)
    expect(refs.length).toBeGreaterThan(50)
    for (const path of refs)
      expect(
        path.split('/').reduce<unknown>((node, key) => Reflect.get(node as object, key), api),
        path
      ).toBeDefined()
  })

  it('takes the reviews that are taken, and none that lack something', () => {
    const ajv = new Ajv2020({ strict: false })
    ajv.addSchema(api, 'https://api.example/')
    const isReview = ajv.compile({ $ref: 'https://api.example/#/components/schemas/Review' })
    const reviews = [
      REVIEW,
      { ...REVIEW, claimReviewed: 'The ferry to Aldmoor', datePublished: '2026-03-02T10:00Z', more: 1 },
      { ...REVIEW, rating: { alternateName: ' ' } },
      { ...REVIEW, rating: { alternateName: 'False', ratingValue: 1 } },
      { ...REVIEW, author: { name: 'Desk', type: 'Robot' } },
      { ...REVIEW, author: { name: 'Desk', url: 'desk.example' } },
      { ...REVIEW, url: 'ftp://desk.example' },
      ...Object.keys(REVIEW).map((key) => ({ ...REVIEW, [key]: undefined }))
    ]
    for (const review of reviews.map(asSent)) {
      let taken = true
      try {
        parseReview(review)
      } catch {
        taken = false
      }
      expect(isReview(review), JSON.stringify(review)).toBe(taken)
    }
  })
})

describe('POST /extract', () => {
  it('gives what extract gives, of JSON and of plain text', async () => {
    const expected = asSent(extract(seed))
    expect(await postJson('/extract', { text: seed })).toMatchObject({ status: 200, body: expected })
    expect(await postText('/extract', seed)).toMatchObject({ status: 200, body: expected })
    expect(await postText('/extract', seed, 'Text/Plain; charset="UTF-8"')).toMatchObject({ body: expected })
  })

  it('gives what extractHtml gives, of JSON and of a page', async () => {
    const expected = asSent(extractHtml(HTML))
    expect((await postJson('/extract', { html: HTML })).body).toEqual(expected)
    expect((await postText('/extract', HTML, 'text/html')).body).toEqual(expected)
  })

  it('takes options in JSON and in the query, and what JSON says goes first', async () => {
    const people = [{ name: 'Ines Okafor', aliases: ['Okafor'], sameAs: ['https://example.org/okafor'] }]
    const options = { acts: ['belief', 'intention'] as const, minConfidence: 0.25, people }
    const expected = asSent(extract(TEXT, options))
    expect(expected.attributions.map(({ act }: { act: string }) => act)).toEqual(['intention'])
    expect((await postJson('/extract', { text: TEXT, ...options })).body).toEqual(expected)
    const query = '/extract?acts=belief,intention&minConfidence=2.5e-1'
    const { body } = await postText(query, TEXT)
    expect(body).toEqual(asSent(extract(TEXT, { ...options, people: [] })))
    expect((await postJson(query, { text: TEXT, acts: 'all', minConfidence: 1 })).body).toEqual(
      asSent(extract(TEXT, { acts: 'all', minConfidence: 1 }))
    )
  })

  it('gives an id back, and keeps what else is told of the page to itself', async () => {
    const { body } = await postJson('/extract', { id: 7, text: TEXT, ...PAGE })
    expect(body).toEqual({ id: '7', ...asSent(extraction) })
    expect((await postText('/extract?id=a%20b', TEXT)).body.id).toBe('a b')
  })

  it('reads nothing, no prose, a byte order mark, lone surrogates, NULs', async () => {
    for (const text of ['', '\0', '\ud800', `\udc00 ${TEXT}`, '{}', '“'.repeat(1000)])
      expect((await postJson('/extract', { text })).body).toEqual(asSent(extract(text)))
    expect((await postText('/extract', `\ufeff${TEXT}`)).body).toEqual(asSent(extraction))
  })
})

describe('POST /jsonld', () => {
  it('gives what toJsonLd gives, as application/ld+json', async () => {
    const { status, headers, body } = await postJson('/jsonld', { text: TEXT, ...PAGE })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/ld+json')
    expect(body).toEqual(asSent(toJsonLd(extraction, PAGE)))
    const { url } = PAGE
    expect((await postText(`/jsonld?url=${encodeURIComponent(url)}`, TEXT)).body).toEqual(
      asSent(toJsonLd(extraction, { url }))
    )
  })

  it('asks for what is less sure by minConfidence, as toJsonLd does', async () => {
    const { url } = PAGE
    const { body } = await postJson('/jsonld', { text: TEXT, url, minConfidence: 1 })
    expect(body['@graph']).toHaveLength(1)
  })

  it("takes a page's own address, unless another is told", async () => {
    const idOf = ({ body }: { body: { '@graph': { '@id': string }[] } }) => body['@graph'][0]!['@id']
    expect(idOf(await postText('/jsonld', HTML, 'text/html'))).toBe('https://example.org/own')
    expect(idOf(await postJson('/jsonld', { html: HTML, ...PAGE }))).toBe(PAGE.url)
  })
})

describe('POST /claimreview', () => {
  it('gives what toClaimReview gives', async () => {
    const { status, body } = await postJson('/claimreview', { extraction, review: REVIEW, page: PAGE })
    expect(status).toBe(200)
    expect(body).toEqual(asSent(toClaimReview(extraction, parseReview(REVIEW), PAGE)))
    expect(body.warnings).toHaveLength(1)
  })

  it('takes what /extract gave, its id and text included', async () => {
    const found = (await postJson('/extract', { id: 'a', html: HTML })).body
    const { status } = await postJson('/claimreview', { extraction: found, review: REVIEW, page: PAGE })
    expect(status).toBe(200)
  })

  it('lists all that a review lacks', async () => {
    const { status, body } = await postJson('/claimreview', {
      extraction,
      review: { rating: {} },
      page: PAGE
    })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/review/claimId',
      '/review/claimText',
      '/review/rating/alternateName',
      '/review/author',
      '/review/url'
    ])
  })
})

describe('what is wrong is told, with the right status and the field', () => {
  const json = { 'content-type': 'application/json' }
  const deep = '['.repeat(200_000) + ']'.repeat(200_000)
  const cases: [string, string, string | Uint8Array, Record<string, string>, number, string[]][] = [
    ['what is no JSON', '/extract', '{"text":', json, 400, []],
    ['no body', '/extract', '', json, 400, []],
    ['text that is no UTF-8', '/extract', new Uint8Array([0xff]), { 'content-type': 'text/plain' }, 400, []],
    ['JSON that is no UTF-8', '/extract', new Uint8Array([0x22, 0xff, 0x22]), json, 400, []],
    ['nesting that never closes', '/extract', '['.repeat(1_000_000), json, 400, []],
    ['no media type', '/extract', new Uint8Array([0x61]), {}, 415, []],
    ['another media type', '/extract', TEXT, { 'content-type': 'text/markdown' }, 415, []],
    ['text for a review', '/claimreview', TEXT, { 'content-type': 'text/plain' }, 415, []],
    ['another charset', '/extract', TEXT, { 'content-type': 'text/plain; charset=utf-16' }, 415, []],
    ['a content encoding', '/extract', TEXT, { ...json, 'content-encoding': 'gzip' }, 415, []],
    ['null', '/extract', 'null', json, 422, ['']],
    ['a list', '/extract', '[]', json, 422, ['']],
    ['neither text nor html', '/extract', '{}', json, 422, ['/text']],
    ['both', '/extract', '{"text":"","html":""}', json, 422, ['/text']],
    ['a text that is none', '/extract', '{"text":["a"]}', json, 422, ['/text']],
    ['one that is nested deep', '/extract', `{"text":${deep}}`, json, 422, ['/text']],
    ['a page that is none', '/extract', '{"html":null}', json, 422, ['/html']],
    ['a field that there is not', '/extract', '{"text":"","minConfidense":1}', json, 422, ['/minConfidense']],
    ['a key of prototypes', '/extract', '{"text":"","__proto__":{"acts":"all"}}', json, 422, ['/__proto__']],
    ['a name of a function', '/extract', '{"text":"","constructor":{}}', json, 422, ['/constructor']],
    ['a confidence past one', '/extract', '{"text":"","minConfidence":1.5}', json, 422, ['/minConfidence']],
    [
      'one in words',
      '/extract?minConfidence=high',
      TEXT,
      { 'content-type': 'text/plain' },
      422,
      ['/minConfidence']
    ],
    [
      'one of no value',
      '/extract?minConfidence=',
      TEXT,
      { 'content-type': 'text/plain' },
      422,
      ['/minConfidence']
    ],
    ['acts that there are not', '/extract', '{"text":"","acts":["said"]}', json, 422, ['/acts', '/acts/0']],
    [
      'people without names',
      '/extract',
      '{"text":"","people":[{"name":"A"},{}]}',
      json,
      422,
      ['/people/1/name']
    ],
    ['people in a query', '/extract?people=A', TEXT, { 'content-type': 'text/plain' }, 422, ['/people']],
    ['a text in a query', '/extract?text=A', '{}', json, 422, ['/text']],
    [
      'what is wrong in a query beside JSON',
      '/extract?url=',
      '{"text":"","url":"https://a.example"}',
      json,
      422,
      ['/url']
    ],
    ['a headline that is none', '/extract', '{"text":"","headline":" "}', json, 422, ['/headline']],
    ['a page without address', '/jsonld', '{"text":""}', json, 422, ['/url']],
    ['an address that is none', '/jsonld', '{"text":"","url":"https://["}', json, 422, ['/url']],
    ['a script for an address', '/jsonld', '{"text":"","url":"javascript:0"}', json, 422, ['/url']],
    [
      'no day',
      '/jsonld',
      '{"text":"","url":"https://a.example","datePublished":"2026-02-30"}',
      json,
      422,
      ['/datePublished']
    ],
    ['nothing to review', '/claimreview', '{}', json, 422, ['/extraction', '/review', '/page']],
    [
      'what is no extraction',
      '/claimreview',
      JSON.stringify({ extraction: { ...extraction, attributions: [1] }, review: REVIEW, page: PAGE }),
      json,
      422,
      ['/extraction/attributions/0']
    ],
    [
      'other words than were reviewed',
      '/claimreview',
      JSON.stringify({ extraction, review: { ...REVIEW, claimText: 'The ferry' }, page: PAGE }),
      json,
      422,
      ['/review/claimText']
    ],
    [
      'a page that is none',
      '/claimreview',
      JSON.stringify({ extraction, review: REVIEW, page: { url: 'https://[' } }),
      json,
      422,
      ['/page/url']
    ]
  ]
  it.each(cases)('%s', async (_, path, body, headers, status, pointers) => {
    const response = await post(path, body, headers)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.body.status).toBe(status)
    expect((response.body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers)
  })

  const errorsOf = async (path: string, body: string, headers: Record<string, string> = json) =>
    (await post(path, body, headers)).body.errors as { pointer: string; detail: string }[]

  it('each field, and what is wanted of it', async () => {
    const body = {
      text: 1,
      url: 'a.example',
      headline: ' ',
      datePublished: '1 March',
      minConfidence: 2,
      people: [{ name: 'A' }, {}, { name: '', alias: 'B' }]
    }
    const errors = await errorsOf('/extract', JSON.stringify(body))
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/datePublished',
      '/headline',
      '/minConfidence',
      '/people/1/name',
      '/people/2/alias',
      '/people/2/name',
      '/text',
      '/url'
    ])
    const details = Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail]))
    expect(details['/url']).toBe('Expected an absolute http or https URL.')
    expect(details['/datePublished']).toBe('Expected an ISO 8601 date such as 2026-01-31.')
    expect(details['/headline']).toBe('Expected words.')
    expect(details['/people/1/name']).toBe('Is missing.')
    expect(details['/people/2/alias']).toBe('There is no such field.')
  })

  it('each of the query', async () => {
    const errors = await errorsOf('/jsonld?url=x&minConfidence=3&lang=en', TEXT, {
      'content-type': 'text/plain'
    })
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/lang', '/minConfidence', '/url'])
  })

  it('that one of text and html is wanted', async () => {
    const pointer = '/text'
    expect(await errorsOf('/extract', '{"text":"x","html":"y"}')).toEqual([
      { pointer, detail: 'Send text or html, not both.' }
    ])
    expect(await errorsOf('/extract', '{}')).toEqual([{ pointer, detail: 'Is missing: send text or html.' }])
  })

  it('no more than 20 fields, and of a large body no more than the first', async () => {
    const people = (count: number) => JSON.stringify({ text: '', people: Array(count).fill(1) })
    expect(await errorsOf('/extract', people(1000))).toHaveLength(20)
    const errors = await errorsOf('/extract', people(300_000))
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/people/0'])
  })

  it('more wrong fields than the library can tell', async () => {
    const fields = Array.from({ length: 90_000 }, (_, index) => `"k${index}":1`)
    const { status } = await post('/extract', `{"text":"",${fields}}`, json)
    expect(status).toBe(422)
  })

  it('what is not there, and what is not done there', async () => {
    expect((await app.request('/nope')).status).toBe(404)
    expect((await app.request('/extract/')).status).toBe(404)
    for (const [path, allow] of [
      ['/extract', 'POST'],
      ['/health', 'GET, HEAD']
    ] as const) {
      const response = await app.request(path, { method: 'DELETE' })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe(allow)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
    }
  })

  it('a body past the limit, read no further than that', async () => {
    const small = createApp({ maxBody: 1000 })
    expect((await post('/extract', 'a'.repeat(1000), { 'content-type': 'text/plain' }, small)).status).toBe(
      200
    )
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 100
        controller.enqueue(new Uint8Array(100).fill(0x61))
      }
    })
    const headers = { 'content-type': 'text/plain' }
    const response = await small.request('/extract', {
      method: 'POST',
      body,
      headers,
      duplex: 'half'
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(2000)
    expect(check('POST', '/extract', response, await response.text())).toEqual([])
  })

  it('a body that breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    const headers = { 'content-type': 'text/plain', 'content-length': '10' }
    const response = await app.request('/extract', {
      method: 'POST',
      body,
      headers,
      duplex: 'half'
    } as RequestInit)
    expect(response.status).toBe(400)
  })

  it('a fault of the server, without its words', async () => {
    const faults: Error[] = []
    const broken = createApp({
      perform: () => {
        throw new RangeError('a secret')
      },
      onFault: (fault) => faults.push(fault)
    })
    const response = await broken.request('/extract', {
      method: 'POST',
      body: TEXT,
      headers: { 'content-type': 'text/plain' }
    })
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(check('POST', '/extract', response, text)).toEqual([])
    expect(text).not.toContain('secret')
    expect(faults.map(({ message }) => message)).toEqual(['a secret'])
  })
})

describe('the rest', () => {
  it('GET /health', async () => {
    const response = await app.request('/health')
    const text = await response.text()
    expect(check('GET', '/health', response, text)).toEqual([])
    expect((await app.request('/health', { method: 'HEAD' })).status).toBe(200)
  })

  it('other origins are let in only where they are named', async () => {
    const headers = { origin: 'https://desk.example', 'access-control-request-method': 'POST' }
    const ask = async (its: typeof app) => {
      const response = await its.request('/extract', { method: 'OPTIONS', headers })
      return [response.status, response.headers.get('access-control-allow-origin')]
    }
    expect(await ask(app)).toEqual([405, null])
    expect(await ask(createApp({ cors: 'https://desk.example' }))).toEqual([204, 'https://desk.example'])
    expect(await ask(createApp({ cors: 'https://other.example' }))).not.toContain('https://desk.example')
  })

  it('wrong options are refused', () => {
    expect(() => createApp({ maxBody: -1 })).toThrow(
      new TypeError('options.maxBody: expected a number of bytes, got -1')
    )
    expect(() => createApp({ perform: 1 as never })).toThrow(
      new TypeError('options.perform: expected a function, got 1')
    )
  })

  it('work is handed over where that is asked for', async () => {
    const answer: Answer = {
      status: 200,
      mediaType: 'application/json',
      body: new TextEncoder().encode(JSON.stringify(extraction))
    }
    const jobs: unknown[] = []
    const elsewhere = createApp({
      perform: async (job, signal) => {
        jobs.push({ ...job, body: new TextDecoder().decode(job.body), aborted: signal.aborted })
        return answer
      }
    })
    const { body } = await post('/extract?id=a', TEXT, { 'content-type': 'text/plain' }, elsewhere)
    expect(body).toEqual(asSent(extraction))
    expect(jobs).toEqual([
      { operation: 'extract', mediaType: 'text/plain', query: 'id=a', body: TEXT, aborted: false }
    ])
  })

  it('whatever is sent, the response is one that is described, and the same again', async () => {
    const paths = fc.constantFrom(
      '/extract',
      '/jsonld',
      '/claimreview',
      '/extract?acts=all',
      '/jsonld?url=https://a.example'
    )
    const types = fc.constantFrom(
      'application/json',
      'text/plain',
      'text/html',
      'application/json; charset=latin1',
      ''
    )
    const values = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          text: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(TEXT)),
          html: fc.string(),
          url: fc.oneof(fc.webUrl(), fc.string()),
          acts: fc.oneof(fc.constant('all'), fc.array(fc.constantFrom('statement', 'belief', 'x'))),
          minConfidence: fc.oneof(fc.double(), fc.integer({ min: 0, max: 1 })),
          people: fc.array(fc.record({ name: fc.string(), aliases: fc.array(fc.string()) })),
          datePublished: fc.oneof(fc.constant('2026-03-01'), fc.string()),
          extraction: fc.constant(extraction),
          review: fc.oneof(fc.constant(REVIEW), fc.object()),
          page: fc.oneof(fc.constant(PAGE), fc.object())
        },
        { requiredKeys: [] }
      )
    )
    const bodies = fc.oneof(
      fc.uint8Array(),
      values.map((value) => JSON.stringify(value))
    )
    await fc.assert(
      fc.asyncProperty(paths, types, bodies, async (path, type, body) => {
        const first = await post(path, body, { 'content-type': type })
        expect([200, 400, 415, 422]).toContain(first.status)
        expect((await post(path, body, { 'content-type': type })).body).toEqual(first.body)
      }),
      { numRuns: 300 }
    )
  })
})

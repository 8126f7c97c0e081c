import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from 'saywho'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const extraction = extract('“The bridge is safe,” Ana Brandt said.')
const review = {
  claimId: extraction.attributions[0]!.id,
  claimText: '“The bridge is safe,”',
  claimReviewed: 'The bridge is safe',
  rating: { alternateName: 'True' },
  author: { name: 'The Example Desk' },
  url: 'https://desk.example/bridge'
}
let folder = ''
const file = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-cli-'))
  writeFileSync(file('bridge.json'), JSON.stringify({ id: 'bridge', ...extraction }))
  writeFileSync(file('review.json'), JSON.stringify(review))
  writeFileSync(file('wordless.json'), JSON.stringify({ ...review, claimReviewed: undefined }))
  writeFileSync(file('bare.json'), '{"claimId": "x"}')
  writeFileSync(file('broken.json'), '{')
})
afterAll(() => rmSync(folder, { recursive: true }))
const make = (extraction: string, review: string, ...more: string[]) =>
  runCommand([
    'claimreview',
    'make',
    '--extraction',
    file(extraction),
    '--review',
    file(review),
    '--url',
    'https://example.org/b',
    ...more
  ])

describe('saywho claimreview make', () => {
  it('writes ClaimReview markup', async () => {
    const { status, out } = await make('bridge.json', 'review.json', '--publisher', 'The Example')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: 'The bridge is safe',
      reviewRating: { alternateName: 'True' },
      itemReviewed: { author: { name: 'Ana Brandt' }, appearance: { url: 'https://example.org/b' } }
    })
  })

  it('writes it to a file', async () => {
    expect(await make('bridge.json', 'review.json', '--output', file('out.json'))).toEqual({
      status: 0,
      out: '',
      err: ''
    })
    expect(JSON.parse(readFileSync(file('out.json'), 'utf8'))['@type']).toBe('ClaimReview')
  })

  it('warns on the error stream, and writes it all the same', async () => {
    const { status, out, err } = await make('bridge.json', 'wordless.json')
    expect(status).toBe(0)
    expect(err).toMatch(
      /wordless\.json: warning: \/claimReviewed is the article's wording.* \(claim-wording\)\n$/
    )
    expect(JSON.parse(out).claimReviewed).toBe('The bridge is safe')
  })

  it.each([
    ['bridge.json', 'bare.json', 'bare.json: /claimText is missing'],
    ['bridge.json', 'nowhere.json', 'nowhere.json: there is no such file'],
    ['broken.json', 'review.json', 'broken.json: is not JSON'],
    ['review.json', 'review.json', 'is not what `saywho extract --format json` writes']
  ])('%s with %s', async (extraction, review, message) => {
    const { status, err } = await make(extraction, review)
    expect(err).toContain(message)
    expect(status).toBe(1)
  })

  it('asks for what is required', async () => {
    const { status, err } = await runCommand(['claimreview', 'make'])
    expect(status).toBe(2)
    expect(err).toContain("required option '--extraction <file>' not specified")
  })
})

describe('saywho claimreview validate', () => {
  const validate = (json: unknown, ...flags: string[]) => {
    writeFileSync(file('markup.json'), typeof json === 'string' ? json : JSON.stringify(json))
    return runCommand(['claimreview', 'validate', file('markup.json'), ...flags])
  }
  const right = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: 'https://desk.example/bridge',
    claimReviewed: 'The bridge is safe',
    datePublished: '2026-02-01',
    author: { '@type': 'Organization', name: 'The Example Desk', url: 'https://desk.example/' },
    reviewRating: { '@type': 'Rating', alternateName: 'True' },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'Ana Brandt', sameAs: 'https://town.example/brandt' },
      datePublished: '2026-01-30',
      appearance: 'https://news.example/bridge',
      firstAppearance: 'https://town.example/speech'
    }
  }

  it('has nothing to say of markup that is right', async () => {
    expect(await validate(right, '--page-url', 'https://desk.example/')).toEqual({
      status: 0,
      out: '0 errors, 0 warnings\n',
      err: ''
    })
  })

  it('lists what is wrong, errors first, and ends with status 1', async () => {
    const { datePublished, ...undated } = right
    const json = { ...undated, reviewRating: { '@type': 'Rating' } }
    const { status, out } = await validate(json, '--page-url', 'https://other.example/')
    expect(status).toBe(1)
    const guidelines = 'https://developers.google.com/search/docs/appearance/structured-data/factcheck'
    expect(out).toBe(
      [
        'error: /reviewRating/alternateName is missing: give the verdict in words (required-field)',
        `  ${guidelines}#structured-data-type-definitions`,
        "error: /url is on desk.example, and the page on other.example: give the review's own address, unshortened, on the domain of the page or a subdomain of it (own-domain)",
        `  ${guidelines}#structured-data-type-definitions`,
        'warning: /datePublished is missing: give the day that the review was published, as 2026-01-31 (recommended-field)',
        `  ${guidelines}#structured-data-type-definitions`,
        '2 errors, 1 warning\n'
      ].join('\n')
    )
  })

  it('lets warnings pass', async () => {
    const { status, out } = await validate({ ...right, claimReviewed: 'He built the bridge' })
    expect(status).toBe(0)
    expect(out).toMatch(/^warning: \/claimReviewed has "He".*\n.*\n0 errors, 1 warning\n$/)
  })

  it('prints no character that steers a terminal', async () => {
    const { out } = await validate({ ...right, url: '\u001b[2J' })
    expect(out).not.toContain('\u001b')
  })

  it.each<[string, string[], number, string]>([
    ['<script>', [], 1, 'markup.json: is not JSON'],
    ['\n<!doctype html>', [], 1, 'markup.json: is not JSON, but a page: give what stands in its <script'],
    ['{}', ['--page-url', 'desk'], 2, '--page-url must be an absolute http(s) address, not "desk"'],
    ['{}', ['--page'], 2, "unknown option '--page'"]
  ])('takes no %s %j', async (json, flags, expected, message) => {
    const { status, err } = await validate(json, ...flags)
    expect(err).toContain(message)
    expect(status).toBe(expected)
  })

  it('says that there is no such file', async () => {
    const { status, err } = await runCommand(['claimreview', 'validate', file('nowhere.json')])
    expect(err).toContain('nowhere.json: there is no such file')
    expect(status).toBe(1)
  })
})

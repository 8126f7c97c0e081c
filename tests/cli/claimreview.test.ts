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

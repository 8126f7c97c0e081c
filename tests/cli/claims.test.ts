import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { run } from '@saywho/cli'
import { parse } from 'csv-parse/sync'
import { extract } from 'saywho'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimRecord } from '../../packages/cli/src/claims/list-claims.ts'
import { runCommand } from './run-command.ts'

const TEXT =
  'The bridge, opened in May, is shut. “It is safe,” its engineer, Ana Brandt, said on Monday. “It will stand for years.” ' +
  'Tomas Reyes thinks the city will pay. Cole did not say that it would. “It was loud,” said a man at the market.'
const KEYS = 'document id url source role content sentence start end confidence link'.split(' ')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-claims-'))
  writeFileSync(join(folder, 'bridge.txt'), TEXT)
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)

async function claimsOf(input: string, ...argv: string[]): Promise<ClaimRecord[]> {
  const { status, out } = await runCommand(['extract', '--format', 'claims', ...argv], input)
  expect(status).toBe(0)
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
const columnsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

describe('saywho extract --format claims', () => {
  it('writes a line a claim, with who, where and the sentence it begins in', async () => {
    const [claim, ...more] = await claimsOf(TEXT)
    expect(claim).toEqual({
      document: 'stdin',
      id: extract(TEXT).attributions[0]!.id,
      url: null,
      source: 'Ana Brandt',
      role: 'engineer',
      content: '“It is safe,” … “It will stand for years.”',
      sentence: '“It is safe,” its engineer, Ana Brandt, said on Monday.',
      start: TEXT.indexOf('“It is'),
      end: TEXT.indexOf('years.”') + 'years.”'.length,
      pieces: [
        { start: TEXT.indexOf('“It is'), end: TEXT.indexOf(' its engineer') },
        { start: TEXT.indexOf('“It will'), end: TEXT.indexOf('years.”') + 'years.”'.length }
      ],
      confidence: extract(TEXT).attributions[0]!.confidence,
      link: null
    })
    expect(more.map(({ source }) => source)).toEqual(['man at the market'])
    expect(Object.keys(more[0]!)).toEqual(KEYS)
    expect(TEXT.slice(more[0]!.start, more[0]!.end)).toBe(more[0]!.content)
  })

  it('leaves out what nobody could check: beliefs, denials, what has no source', async () => {
    const all = extract(TEXT).attributions
    expect(all.map(({ act, negative }) => [act, negative])).toEqual(
      expect.arrayContaining([
        ['belief', false],
        ['statement', true]
      ])
    )
    const claims = await claimsOf(TEXT)
    const byId = new Map(all.map((its) => [its.id, its]))
    for (const { id } of claims) expect(byId.get(id)).toMatchObject({ act: 'statement', negative: false })
    expect(await claimsOf('“Nobody knows who said this.”')).toEqual([])
    expect(await claimsOf('')).toEqual([])
  })

  it('holds to what is asked of extract', async () => {
    expect(await claimsOf(TEXT, '--acts', 'belief')).toEqual([])
    expect(await claimsOf(TEXT, '--min-confidence', '1')).toEqual([])
  })

  it('names the document and its page', async () => {
    const lines = [
      { id: 'a', text: TEXT, url: 'https://example.org/a' },
      { id: 'b', text: TEXT }
    ].map((line) => JSON.stringify(line))
    const claims = await claimsOf(lines.join('\n'), '-')
    expect(claims.map(({ document, url }) => [document, url])).toEqual([
      ['a', 'https://example.org/a'],
      ['a', 'https://example.org/a'],
      ['b', null],
      ['b', null]
    ])
  })

  it('links to the very words where the page is known, all pieces of them', async () => {
    const [claim, other] = await claimsOf(TEXT, '--url', 'https://example.org/bridge')
    expect(claim!.link).toBe(
      'https://example.org/bridge#:~:text=%E2%80%9CIt%20is%20safe%2C%E2%80%9D&text=%E2%80%9CIt%20will%20stand%20for%20years.%E2%80%9D'
    )
    expect(other!.link).toBe('https://example.org/bridge#:~:text=%E2%80%9CIt%20was%20loud%2C%E2%80%9D')
  })

  it('has a claim whose page is no address, without a link', async () => {
    const claims = await claimsOf(JSON.stringify({ id: 'a', text: TEXT, url: 'bridge.html' }))
    expect(claims.map(({ url, link }) => [url, link])).toEqual([
      ['bridge.html', null],
      ['bridge.html', null]
    ])
  })

  it('goes on after what it can not read', async () => {
    const good = JSON.stringify({ id: 'a', text: TEXT })
    const { status, out, err } = await runCommand(
      ['extract', '--format', 'claims', '-', file('nowhere.txt'), file('bridge.txt')],
      `${good}\n{"id": "b"}\n{"\n`
    )
    expect(status).toBe(1)
    const documents = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(documents.map(({ document, id, line }) => document ?? [id, line])).toEqual([
      'a',
      'a',
      ['b', 2],
      [null, 3],
      ['nowhere', null],
      'bridge',
      'bridge'
    ])
    expect(err).toContain('saywho: standard input: line 2: "text" or "html" is missing')
    expect(err).toMatch(/nowhere\.txt: there is no such file/)
  })
})

describe('saywho extract --format csv', () => {
  it('has the columns of --format claims, under their names', async () => {
    const { status, out } = await runCommand(['extract', '--format', 'csv'], TEXT)
    expect(status).toBe(0)
    const claims = await claimsOf(TEXT)
    expect(columnsOf(out)).toEqual(
      claims.map(({ pieces = [], ...claim }) => ({
        ...Object.fromEntries(Object.entries(claim).map(([key, value]) => [key, String(value ?? '')])),
        pieces: pieces.map(({ start, end }) => `${start}-${end}`).join(' ')
      }))
    )
  })

  it('has the names of its columns once, however many documents there are, or none', async () => {
    const { out } = await runCommand(['extract', '--format', 'csv', file('bridge.txt'), '-'], TEXT)
    expect(out.match(/^document,id,/gm)).toHaveLength(1)
    expect(columnsOf(out).map(({ document }) => document)).toEqual(['bridge', 'bridge', 'stdin', 'stdin'])
    const { out: empty } = await runCommand(['extract', '--format', 'csv'], '')
    expect(empty).toBe('document,id,url,source,role,content,sentence,start,end,pieces,confidence,link\r\n')
  })

  it('lets nothing run as a formula', async () => {
    const line = JSON.stringify({
      id: '=1+1',
      text: TEXT,
      url: '+evil'
    })
    const { out } = await runCommand(['extract', '--format', 'csv', '-'], line)
    expect(columnsOf(out)).toMatchObject([
      { document: "'=1+1", url: "'+evil" },
      { document: "'=1+1", url: "'+evil" }
    ])
  })

  it('writes to a file', async () => {
    const { out } = await runCommand([
      'extract',
      '--format',
      'csv',
      '--output',
      file('out.csv'),
      file('bridge.txt')
    ])
    expect(out).toBe('')
    expect(columnsOf(readFileSync(file('out.csv'), 'utf8'))).toHaveLength(2)
  })
})

it.each(['csv', 'claims', 'ndjson'])('%s: reads no further than what it writes is read', async (format) => {
  const DOCUMENTS = 200
  let pulled = 0
  function* lines() {
    for (; pulled < DOCUMENTS; pulled++) yield Buffer.from(`${JSON.stringify({ id: pulled, text: TEXT })}\n`)
  }
  const stdout = new PassThrough({ highWaterMark: 1024 })
  const stdin = Readable.from(lines(), { highWaterMark: 1 })
  const ended = run(['extract', '--format', format, '-'], {
    stdin,
    stdout,
    stderr: new PassThrough(),
    columns: 80,
    colour: false
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(pulled).toBeLessThan(DOCUMENTS / 4)
  stdout.resume()
  expect(await ended).toBe(0)
  expect(pulled).toBe(DOCUMENTS)
})

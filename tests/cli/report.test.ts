import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toReport } from '@saywho/view/report'
import { extract } from 'saywho'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const TEXT = '“The bridge is safe,” Ana Brandt said. Ben Cole hopes to cross it.\n'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-report-'))
  writeFileSync(file('bridge.txt'), TEXT)
  writeFileSync(file('latin.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
  writeFileSync(
    file('many.ndjson'),
    [
      { id: 'a/b', text: TEXT, headline: 'A <bridge>' },
      { id: 'A b', text: TEXT },
      { id: 'index', text: 'Nothing is said here.' },
      { id: '…', text: '' }
    ]
      .map((line) => JSON.stringify(line))
      .join('\n')
  )
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)

describe('saywho report', () => {
  it('writes a page of one text, named after its file', async () => {
    const { status, out, err } = await runCommand(['report', file('bridge.txt')])
    expect([status, err]).toEqual([0, ''])
    expect(out).toBe(toReport({ text: TEXT, extraction: extract(TEXT), headline: 'bridge' }))
  })

  it('takes what is known of the page, and what to find, as extract does', async () => {
    const { out } = await runCommand([
      'report',
      '--headline',
      'Safe at last',
      '--url',
      'https://example.org/b',
      '--acts',
      'statement',
      file('bridge.txt')
    ])
    expect(out).toContain('<h1>Safe at last</h1>')
    expect(out).toContain('href="https://example.org/b"')
    expect(out).toContain('1 quote or claim')
    expect(out).not.toContain('data-act="intention"')
  })

  it('reads standard input, and writes to a file', async () => {
    const output = file('out.html')
    const { status, out } = await runCommand(['report', '--output', output], TEXT)
    expect([status, out]).toEqual([0, ''])
    expect(readFileSync(output, 'utf8')).toContain('<h1>stdin</h1>')
  })

  it('writes a page a text and an index of several, under names that are no paths and differ', async () => {
    const output = file('reports')
    const { status, err } = await runCommand([
      'report',
      '--output',
      output,
      file('bridge.txt'),
      file('many.ndjson')
    ])
    expect([status, err]).toEqual([0, ''])
    expect(readdirSync(output).sort()).toEqual(
      ['A-b-2.html', 'a-b.html', 'bridge.html', 'index-2.html', 'index.html', 'text.html'].sort()
    )
    const index = readFileSync(join(output, 'index.html'), 'utf8')
    expect(
      [...index.matchAll(/<a href="([^"]*)">([^<]*)</g)].map(([, href, words]) => [href, words])
    ).toEqual([
      ['bridge.html', 'bridge'],
      ['a-b.html', 'A &#x3C;bridge>'],
      ['A-b-2.html', 'A b'],
      ['index-2.html', 'index'],
      ['text.html', '…']
    ])
    expect(index).toContain('2 quotes and claims: Ana Brandt, Ben Cole')
  })

  it('tells what it can not read, and goes on', async () => {
    const output = file('some')
    const { status, err } = await runCommand([
      'report',
      '--output',
      output,
      file('latin.txt'),
      file('none.txt'),
      file('bridge.txt')
    ])
    expect(status).toBe(1)
    expect(err).toMatch(/latin\.txt: is not UTF-8/)
    expect(err).toMatch(/none\.txt: there is no such file/)
    expect(readdirSync(output).sort()).toEqual(['bridge.html', 'index.html'])
  })

  it('asks for a folder where several texts are named', async () => {
    const { status, out, err } = await runCommand(['report', file('bridge.txt'), file('many.ndjson')])
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/folder .* --output/)
  })

  it('asks for one where standard input holds several', async () => {
    const lines = `${JSON.stringify({ id: 'a', text: TEXT })}\n`.repeat(2)
    expect(await runCommand(['report'], lines)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/--output/)
    })
    const { status } = await runCommand(['report', '--output', `${file('piped')}/`], lines)
    expect(status).toBe(0)
    expect(readdirSync(file('piped')).sort()).toEqual(['a-2.html', 'a.html', 'index.html'])
  })

  it('tells where it can not write', async () => {
    const { status, err } = await runCommand([
      'report',
      '--output',
      `${file('bridge.txt')}/`,
      file('many.ndjson')
    ])
    expect(status).toBe(1)
    expect(err).toMatch(/bridge\.txt\/: can't be made a folder/)
    expect(existsSync(file('bridge.txt'))).toBe(true)
  })
})

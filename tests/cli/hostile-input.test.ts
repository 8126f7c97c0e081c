import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from 'saywho'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const TEXT = '“The bridge is safe,” Ana Brandt said.\n'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)
const write = (name: string, text: string): string => {
  writeFileSync(file(name), text)
  return file(name)
}

describe('keys that would reach the prototype of objects', () => {
  const keys = ['__proto__', 'constructor', 'prototype']
  /** An object as JSON with such keys beside its own, each holding what would be seen on every object. */
  const pollute = (object: Readonly<Record<string, unknown>>): string => {
    const poison =
      '{"url": "https://evil.example/", "minConfidence": 1, "polluted": true, "text": "Bo said no."}'
    const own = Object.entries(object).map(
      ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`
    )
    const more = keys.map((key) => `"${key}": ${key === 'constructor' ? `{"prototype": ${poison}}` : poison}`)
    return `{${[...own, ...more].join(', ')}}`
  }
  const expectClean = () => {
    for (const key of ['url', 'minConfidence', 'polluted', 'text']) expect({}).not.toHaveProperty(key)
  }

  it('are no fields of a line of NDJSON', async () => {
    const lines = [pollute({ id: 'a', text: TEXT }), pollute({ id: '__proto__' }), pollute({ text: TEXT })]
    const { status, out } = await runCommand(['extract', '--format', 'ndjson', '-'], `${lines.join('\n')}\n`)
    expect(status).toBe(1)
    const [good, textless, nameless] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(good).toEqual({ id: 'a', ...extract(TEXT) })
    expect(textless).toEqual({ id: '__proto__', line: 2, error: '"text" or "html" is missing' })
    expect(nameless).toEqual({ id: null, line: 3, error: '"id" is missing or no text' })
    expectClean()
  })

  it('are no address of a page', async () => {
    const { status, err } = await runCommand(
      ['extract', '--format', 'jsonld', '-'],
      `${pollute({ id: 'a', text: TEXT })}\n`
    )
    expect(status).toBe(1)
    expect(err).toMatch(/standard input: line 1: the address of its page is not known/)
  })

  it('are no people, no rules and no review', async () => {
    const text = write('bridge.txt', TEXT)
    const people = write('people.json', `[${pollute({ name: 'Ana Brandt' })}]`)
    expect((await runCommand(['extract', '--people', people, text])).status).toBe(0)
    const rules = await runCommand(['lint', '--rules', write('rules.json', pollute({})), text])
    expect(rules).toMatchObject({
      status: 1,
      err: expect.stringMatching(/rules\.json: the rules.*__proto__/)
    })
    const made = await runCommand([
      'claimreview',
      'make',
      '--extraction',
      write('extraction.json', JSON.stringify(extract(TEXT))),
      '--review',
      write('review.json', pollute({ claimId: 'x' })),
      '--url',
      'https://example.org/b'
    ])
    expect(made).toMatchObject({
      status: 1,
      err: expect.stringMatching(/review\.json: \/claimText is missing/)
    })
    expectClean()
  })

  it('are no fields of gold, nor of what is held to it', async () => {
    const gold = write('gold.ndjson', `${pollute({ id: 'a' })}\n`)
    const { status, err } = await runCommand(['evaluate', gold, gold])
    expect(status).toBe(1)
    expect(err).toMatch(/gold\.ndjson: line 1: .*text/)
    expectClean()
  })

  it('name documents as other words do', async () => {
    const lines = keys.map((id) => JSON.stringify({ id, text: TEXT })).join('\n')
    const output = file('named')
    const { status } = await runCommand(['report', '--output', `${output}/`], lines)
    expect(status).toBe(0)
    expect(readdirSync(output).sort()).toEqual(
      ['__proto__.html', 'constructor.html', 'index.html', 'prototype.html'].sort()
    )
  })
})

describe('ids that are paths', () => {
  it('stay in the folder of the reports', async () => {
    const ids = [
      '../out',
      '../../etc/passwd',
      '/etc/passwd',
      '..\\..\\out',
      'C:\\out',
      '%2e%2e%2fout',
      '..',
      '.',
      '~',
      'a\0b',
      '．．／out',
      'CON'
    ]
    mkdirSync(file('outer'))
    const output = join(file('outer'), 'reports')
    const lines = ids.map((id) => JSON.stringify({ id, text: TEXT })).join('\n')
    const { status, err } = await runCommand(['report', '--output', `${output}/`], lines)
    expect([status, err]).toEqual([0, ''])
    expect(readdirSync(file('outer'))).toEqual(['reports'])
    const names = readdirSync(output)
    expect(names).toHaveLength(ids.length + 1)
    for (const name of names) expect(name).toMatch(/^\w[\w-]*\.html$/)
  })
})

describe('symbolic links', () => {
  it('in the folder of the reports are replaced, and what they point to stays', async () => {
    const secret = write('secret.txt', 'kept')
    const output = file('linked')
    mkdirSync(output)
    symlinkSync(secret, join(output, 'a.html'))
    symlinkSync(secret, join(output, 'index.html'))
    const { status } = await runCommand(
      ['report', '--output', `${output}/`],
      `${JSON.stringify({ id: 'a', text: TEXT })}\n`
    )
    expect(status).toBe(0)
    expect(readFileSync(secret, 'utf8')).toBe('kept')
    for (const name of ['a.html', 'index.html'])
      expect(lstatSync(join(output, name)).isSymbolicLink()).toBe(false)
  })

  it('that the user names are followed', async () => {
    const target = write('target.html', 'before')
    symlinkSync(target, file('link.html'))
    expect(await runCommand(['report', '--output', file('link.html')], TEXT)).toMatchObject({ status: 0 })
    expect(lstatSync(file('link.html')).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toContain('Ana Brandt')
  })

  it('as input are read; one to itself is told, and the rest is read', async () => {
    symlinkSync(write('real.txt', TEXT), file('to-real.txt'))
    symlinkSync(file('loop.txt'), file('loop.txt'))
    const { status, out, err } = await runCommand([
      'extract',
      '--format',
      'ndjson',
      file('loop.txt'),
      file('to-real.txt')
    ])
    expect(status).toBe(1)
    expect(err).toMatch(/^saywho: .*loop\.txt: /)
    expect(err).not.toMatch(/\n +at /)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id)
    ).toEqual(['loop', 'to-real'])
  })

  it('and other paths that can not be are told, and the rest is read', async () => {
    const real = write('bridge.txt', TEXT)
    const paths = [join(real, 'x.txt'), `${file('x').repeat(2000)}.txt`, `${file('a')}\0.txt`, folder]
    const { status, out, err } = await runCommand(['extract', '--format', 'ndjson', ...paths, real])
    expect(status).toBe(1)
    expect(err.trimEnd().split('\n')).toHaveLength(paths.length)
    expect(err).not.toContain('UTF-8')
    expect(out.trimEnd().split('\n')).toHaveLength(paths.length + 1)
  })

  it.skipIf(!existsSync('/dev/null'))('to a device take what is written', async () => {
    expect(await runCommand(['report', '--output', '/dev/null'], TEXT)).toMatchObject({ status: 0 })
    expect(lstatSync('/dev/null').isFile()).toBe(false)
  })
})

describe('absurd numbers', () => {
  it.each(['-1', '1.1', '1e400', 'NaN', 'Infinity', '0x', '', ' ', '1,5', '9'.repeat(400)])(
    '--min-confidence %j is wrong usage',
    async (value) => {
      const { status, out, err } = await runCommand(['extract', `--min-confidence=${value}`], TEXT)
      expect([status, out]).toEqual([2, ''])
      expect(err).toContain('Give a number from 0 to 1.')
    }
  )

  it.each([-0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY, 1e308, 1n, '1', {}, []])(
    'minConfidence %s is a TypeError',
    (minConfidence) => {
      expect(() => extract(TEXT, { minConfidence } as never)).toThrow(
        /^options\.minConfidence: expected a number from 0 to 1/
      )
    }
  )

  it.each([
    [0.5, 2],
    [Number.NaN, 2],
    [0, Number.POSITIVE_INFINITY]
  ])('a quoted stretch from %s to %s is a TypeError', (start, end) => {
    expect(() => extract(TEXT, { quoted: [{ start, end }] })).toThrow(/^options\.quoted\[0\]/)
  })

  it.each([
    [-1e308, -1],
    [1e308, 1e308],
    [3, 1],
    [Number.MIN_SAFE_INTEGER, 0]
  ])('a quoted stretch from %s to %s counts for nothing', (start, end) => {
    expect(extract(TEXT, { quoted: [{ start, end }] })).toEqual(extract(TEXT))
  })

  it('that are ids are names like others', async () => {
    const { status, out } = await runCommand(
      ['extract', '--format', 'ndjson', '-'],
      '{"id":1e400,"text":""}\n'
    )
    expect([status, JSON.parse(out).id]).toEqual([0, 'Infinity'])
  })
})

describe('claimreview make', () => {
  it.each([
    ['{"version":1,"attributions":[null],"sources":[]}', '/attributions/0: '],
    ['{"version":1,"attributions":[{"id":"x"}],"sources":[]}', '/attributions/0/type: Is missing.'],
    ['{"version":2,"attributions":[],"sources":[]}', '/version: '],
    ['[]', '/: ']
  ])('tells what is wrong in %s', async (json, message) => {
    const { status, err } = await runCommand([
      'claimreview',
      'make',
      '--extraction',
      write('odd.json', json),
      '--review',
      write('any.json', '{}'),
      '--url',
      'https://example.org/b'
    ])
    expect(status).toBe(1)
    expect(err).toContain('odd.json: is not what `saywho extract --format json` writes for one text\n')
    expect(err).toContain(`odd.json: ${message}`)
  })

  it('tells where it can not write', async () => {
    const extraction = extract(TEXT)
    const { status, err } = await runCommand([
      'claimreview',
      'make',
      '--extraction',
      write('good.json', JSON.stringify(extraction)),
      '--review',
      write(
        'good-review.json',
        JSON.stringify({
          claimId: extraction.attributions[0]!.id,
          claimText: '“The bridge is safe,”',
          rating: { alternateName: 'True' },
          author: { name: 'The Example Desk' },
          url: 'https://desk.example/bridge'
        })
      ),
      '--url',
      'https://example.org/b',
      '--output',
      join(file('nowhere'), 'out.json')
    ])
    expect(status).toBe(1)
    expect(err).toMatch(/out\.json: there is no folder/)
  })
})

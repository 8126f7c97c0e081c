import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extract, toJsonLd } from 'saywho'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const TEXT = '“The bridge is safe,” Ana Brandt said.\n'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-cli-'))
  writeFileSync(join(folder, 'bridge.txt'), TEXT)
  writeFileSync(join(folder, 'latin.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
  writeFileSync(
    join(folder, 'many.ndjson'),
    [
      JSON.stringify({ id: 'a', text: TEXT, url: 'https://example.org/a' }),
      '{"id": "b", "text": ',
      '',
      JSON.stringify({ text: TEXT }),
      JSON.stringify({ id: 'd' }),
      '[]',
      JSON.stringify({ id: 6, text: '', __proto__: null, url: 'https://example.org/6' })
    ].join('\n')
  )
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)

describe('saywho extract', () => {
  it('writes what extract gives, as JSON, named after the file', async () => {
    const { status, out } = await runCommand(['extract', '--format', 'json', file('bridge.txt')])
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual({ id: 'bridge', ...extract(TEXT) })
  })

  it('knows the people of a directory', async () => {
    const ana = { name: 'Ana Brandt', aliases: ['the mayor'], sameAs: ['https://example.org/ana'] }
    writeFileSync(file('people.json'), JSON.stringify([ana]))
    const { status, out } = await runCommand([
      'extract',
      '--format',
      'json',
      '--people',
      file('people.json'),
      file('bridge.txt')
    ])
    expect(status).toBe(0)
    expect(JSON.parse(out).sources).toMatchObject([
      { name: 'Ana Brandt', sameAs: ['https://example.org/ana'] }
    ])
  })

  it.each([
    ['{"name": "Ana"}', 'the list: expected a list, got'],
    ['[{"aliases": []}]', 'the list[0].name: expected a name, got undefined'],
    ['[{"name": "Ana", "sameAs": "https://example.org"}]', 'the list[0].sameAs: expected a list of strings'],
    ['[', 'is not JSON']
  ])('refuses a directory that is none: %s', async (json, message) => {
    writeFileSync(file('odd.json'), json)
    const { status, err } = await runCommand(['extract', '--people', file('odd.json'), file('bridge.txt')])
    expect(status).toBe(1)
    expect(err).toContain(`odd.json: ${message}`)
  })

  it('reads text from standard input, and draws a table', async () => {
    const { status, out } = await runCommand(['extract'], TEXT)
    expect(status).toBe(0)
    expect(out).toMatch(/^stdin {2}1 attribution, 1 source$/m)
    expect(out).toMatch(/Ana Brandt +said +“The bridge is safe,” +direct/)
  })

  it('reads NDJSON from standard input', async () => {
    const { out } = await runCommand(
      ['extract', '--format', 'ndjson', '-'],
      `\n${JSON.stringify({ id: 'x', text: TEXT })}\n`
    )
    expect(JSON.parse(out)).toEqual({ id: 'x', ...extract(TEXT) })
  })

  it('goes on after lines that it can not read, and tells which', async () => {
    const { status, out, err } = await runCommand(['extract', '--format', 'ndjson', file('many.ndjson')])
    expect(status).toBe(1)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ id, line }) => [id, line])).toEqual([
      ['a', undefined],
      [null, 2],
      [null, 4],
      ['d', 5],
      [null, 6],
      ['6', undefined]
    ])
    expect(lines[3]).toEqual({ id: 'd', line: 5, error: '"text" or "html" is missing' })
    expect(err).toMatch(/^saywho: .*many\.ndjson: line 2: is not JSON/m)
  })

  it('takes the facts of a page from the line or the command line for JSON-LD', async () => {
    const made = await runCommand([
      'extract',
      '--format',
      'jsonld',
      '--url',
      'https://example.org/b',
      '--publisher',
      'The Example',
      '--date',
      '2026-01-31',
      '--headline',
      'A bridge',
      file('bridge.txt')
    ])
    expect(JSON.parse(made.out)['@graph'][0]).toEqual({
      '@type': 'NewsArticle',
      '@id': 'https://example.org/b',
      url: 'https://example.org/b',
      headline: 'A bridge',
      publisher: { '@id': 'https://example.org/b#publisher' },
      datePublished: '2026-01-31'
    })
    const lines = await runCommand(['extract', '--format', 'jsonld', file('many.ndjson')])
    expect(
      JSON.parse(lines.out).map((graph: { '@graph': { url: string }[] }) => graph['@graph'][0]?.url)
    ).toEqual(['https://example.org/a', 'https://example.org/6'])
  })

  it('writes Web Annotations, one a line', async () => {
    const { status, out } = await runCommand([
      'extract',
      '--format',
      'annotations',
      '--url',
      'https://example.org/b',
      file('bridge.txt')
    ])
    expect(status).toBe(0)
    expect(out.match(/\n/g)).toHaveLength(1)
    expect(JSON.parse(out)).toMatchObject({
      type: 'Annotation',
      target: {
        source: 'https://example.org/b',
        selector: [
          { exact: '“The bridge is safe,”', suffix: ' Ana Brandt said.\n' },
          { start: 0, end: 21 }
        ]
      }
    })
  })

  it.each(['jsonld', 'annotations'])(
    '%s: holds to a floor of its own, unless one is asked for',
    async (format) => {
      const { path, unsure } = findUnsure()
      const page = ['extract', '--format', format, '--url', 'https://example.org/b', path]
      const words = JSON.stringify(unsure.content[0]!.text)
      for (const [floor, found] of [
        [[], false],
        [['--min-confidence', '0'], true],
        [['--min-confidence', '0.49'], unsure.confidence >= 0.49]
      ] as const) {
        const { status, out } = await runCommand([...page, ...floor])
        expect(status).toBe(0)
        expect(out.includes(words), floor.join(' ')).toBe(found)
      }
    }
  )

  it.each(['jsonld', 'annotations'])(
    '%s: goes on after a document of which too little is known',
    async (format) => {
      writeFileSync(
        file('pages.ndjson'),
        [{ id: 'a', url: 'https://example.org/a' }, { id: 'b' }, { id: 'c', url: 'https://example.org/c' }]
          .map((page) => JSON.stringify({ ...page, text: TEXT }))
          .join('\n')
      )
      const { status, out, err } = await runCommand(['extract', '--format', format, file('pages.ndjson')])
      expect(status).toBe(1)
      expect(err).toBe(
        `saywho: ${file('pages.ndjson')}: line 2: the address of its page is not known: give --url, or "url" with the document\n`
      )
      const values =
        format === 'jsonld'
          ? JSON.parse(out)
          : out
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line))
      expect(JSON.stringify(values[0])).toContain('https://example.org/a')
      expect(JSON.stringify(values.at(-1))).toContain('https://example.org/c')
      expect(values).toHaveLength(format === 'jsonld' ? 2 : 3)
    }
  )

  it('goes on after a file that it can not read', async () => {
    const { status, out, err } = await runCommand([
      'extract',
      '--format',
      'json',
      file('latin.txt'),
      file('nowhere.ndjson'),
      file('bridge.txt')
    ])
    expect(status).toBe(1)
    expect(JSON.parse(out).map(({ id }: { id: string }) => id)).toEqual(['bridge'])
    expect(err).toMatch(/latin\.txt: is not UTF-8 text.*\n.*nowhere\.ndjson: there is no such file/)
  })

  it('writes to a file', async () => {
    const { status, out } = await runCommand([
      'extract',
      '--format',
      'ndjson',
      '--output',
      file('out.ndjson'),
      file('bridge.txt')
    ])
    expect([status, out]).toEqual([0, ''])
    expect(JSON.parse(readFileSync(file('out.ndjson'), 'utf8')).id).toBe('bridge')
  })

  it('leaves out what was not asked for', async () => {
    const { out } = await runCommand(['extract', '--format', 'json', '--acts', 'belief', '-'], TEXT)
    expect(JSON.parse(out)[0].attributions).toEqual([])
    const sure = await runCommand(['extract', '--format', 'json', '--min-confidence', '1', '-'], TEXT)
    expect(JSON.parse(sure.out)[0].attributions).toEqual([])
  })

  it.each([
    ['a file that is not there', ['extract', 'nowhere.txt'], 1, 'nowhere.txt: there is no such file'],
    ['a folder', ['extract', tmpdir()], 1, 'is a folder; name the files in it'],
    [
      'a page without an address',
      ['extract', '--format', 'jsonld', '-'],
      1,
      '^saywho: standard input: the address of its page is not known: give --url, or "url" with the document\n$'
    ],
    [
      'an output that can not be',
      ['extract', '--output', '/nowhere/out', '-'],
      1,
      '/nowhere/out: there is no folder /nowhere'
    ],
    ['an odd number', ['extract', '--min-confidence', '7', '-'], 2, 'Give a number from 0 to 1'],
    [
      'an odd act',
      ['extract', '--acts', 'shout', '-'],
      2,
      'Give "all", or some of statement, belief, intention, stance'
    ],
    ['an odd format', ['extract', '--format', 'xml', '-'], 2, 'Allowed choices are table, json'],
    ['an odd option', ['extract', '--loud'], 2, "unknown option '--loud'"],
    ['an odd command', ['extrac'], 2, "unknown command 'extrac'"]
  ])('says what to do about %s', async (_, argv, status, message) => {
    const result = await runCommand(argv, TEXT)
    expect(result.err).toMatch(new RegExp(message))
    expect(result.status).toBe(status)
  })

  it.each([
    ['url', 'nowhere', '"url" must be an absolute http(s) address, not "nowhere"'],
    ['url', 'javascript:alert(1)', '"url" must be an absolute http(s) address, not "javascript:alert(1)"'],
    ['datePublished', 'May', '"datePublished" must be a date as 2026-01-31, not "May"'],
    ['publisher', ' ', '"publisher" has no words in it']
  ])('tells what is wrong in what a line says of its page: %s "%s"', async (field, fact, message) => {
    const line = { id: 'a', text: TEXT, url: 'https://example.org/a', [field]: fact }
    for (const format of ['jsonld', 'annotations'])
      expect(await runCommand(['extract', '--format', format, '-'], JSON.stringify(line))).toMatchObject({
        status: 1,
        err: `saywho: standard input: line 1: ${message}\n`
      })
  })

  it.each([
    ...['table', 'json', 'ndjson', 'claims', 'csv', 'jsonld', 'annotations', 'html'].map((format) => [
      'extract',
      '--format',
      format
    ]),
    ['report'],
    ['claimreview', 'make']
  ])('refuses an address that is none, or a day, before all else: %s %s %s', async (...argv) => {
    const command = argv.filter((its) => its !== undefined)
    for (const url of ['foo', '', 'javascript:alert(1)', 'http://', '//example.org', ' https://example.org'])
      expect(await runCommand([...command, '--url', url, file('nowhere.txt')])).toMatchObject({
        status: 2,
        out: '',
        err: expect.stringContaining(
          `saywho: --url must be an absolute http(s) address, not ${JSON.stringify(url)}\n`
        )
      })
    for (const date of ['soon', '2026-02-30', ''])
      expect(await runCommand([...command, '--date', date, file('nowhere.txt')])).toMatchObject({
        status: 2,
        out: '',
        err: expect.stringContaining(`saywho: --date must be a date as 2026-01-31, not "${date}"\n`)
      })
  })

  it('names a file that is not UTF-8', async () => {
    const { status, err } = await runCommand(['extract', file('latin.txt')])
    expect(status).toBe(1)
    expect(err).toMatch(/latin\.txt: is not UTF-8 text/)
  })

  it('lets no text steer a terminal', async () => {
    const { out } = await runCommand(['extract'], '“Safe \u001b[31m\u202e now,” Ana \u0007Brandt said.')
    for (const character of '\u001b\u0007\u202e') expect(out).not.toContain(character)
  })

  it.each([
    [['extract', '--loud'], "saywho: unknown option '--loud'\n(saywho extract --help tells more)\n"],
    [
      ['claimreview', 'make'],
      "saywho: required option '--extraction <file>' not specified\n(saywho claimreview make --help tells more)\n"
    ],
    [
      ['evaluate', '-', '-'],
      'saywho: only one of the two can be standard input\n(saywho evaluate --help tells more)\n'
    ],
    [
      ['extrac'],
      "saywho: unknown command 'extrac'\nsaywho: (Did you mean extract?)\n(saywho --help tells more)\n"
    ]
  ])('tells of wrong usage as of all else, and names the help of the command: %j', async (argv, message) => {
    expect(await runCommand(argv)).toEqual({ status: 2, out: '', err: message })
  })

  it.each([
    [['extract', 'a\u001b[31m.txt'], 'saywho: a[31m.txt: there is no such file\n'],
    [['lint', 'a\u202e.txt'], 'saywho: a.txt: there is no such file\n'],
    [['claimreview', 'validate', 'a\u0007.json'], 'saywho: a.json: there is no such file\n']
  ])('lets no name of a file steer a terminal: %j', async (argv, message) => {
    expect(await runCommand(argv)).toEqual({ status: 1, out: '', err: message })
  })

  it.each([
    [['--help']],
    [['extract', '--help']],
    [['report', '--help']],
    [['claimreview', 'make', '--help']],
    [['claimreview', 'validate', '--help']]
  ])('helps: %j', async (argv) => {
    const { status, out } = await runCommand(argv)
    expect(status).toBe(0)
    expect(out).toMatchSnapshot()
  })
})

/** A claim or quotation of our own sentences that is less sure than one half. */
function findUnsure() {
  const fixtures = fileURLToPath(new URL('../core/fixtures', import.meta.url))
  for (const name of readdirSync(fixtures)) {
    const path = join(fixtures, name, 'input.txt')
    const extraction = extract(readFileSync(path, 'utf8'))
    const published = JSON.stringify(
      toJsonLd(extraction, { url: 'https://example.org/b' }, { minConfidence: 0 })
    )
    const unsure = extraction.attributions.find(
      ({ act, confidence, content }) =>
        act === 'statement' && confidence < 0.5 && published.includes(JSON.stringify(content[0]!.text))
    )
    if (unsure !== undefined) return { path, unsure }
  }
  throw new Error('every fixture is sure')
}

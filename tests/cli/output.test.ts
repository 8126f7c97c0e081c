import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { extract } from 'saywho'
import { annotateHtml } from 'saywho/html'
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { runCommand } from './run-command.ts'

const COMMAND = inject('command')
const TEXT = '“The bridge is safe,” Ana Brandt said.\n'
const PAGE = `<!doctype html><title>Bridge</title>\n<p>${TEXT}`
const LINE = `${JSON.stringify({ id: 'a', text: TEXT })}\n`
const BEFORE = 'what was there before\n'

let folder = ''
beforeEach(() => {
  if (folder !== '') rmSync(folder, { recursive: true })
  folder = mkdtempSync(join(tmpdir(), 'saywho-output-'))
  write('a.html', PAGE)
  write('a.txt', TEXT)
  write('a.ndjson', LINE)
  write('before', BEFORE)
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)
const write = (name: string, content: string) => {
  writeFileSync(file(name), content)
  return file(name)
}
const read = (name: string) => readFileSync(file(name), 'utf8')
const leftovers = () => readdirSync(folder).filter((name) => name.endsWith('.part'))
const to = (format: string, output: string, ...more: string[]) =>
  runCommand(['extract', '--format', format, '--output', file(output), ...more])

describe('a page that is its own output', () => {
  it.each(['a.html', '../folder/a.html'])('is annotated in place: %s', async (name) => {
    const input = name.replace('folder', folder.split('/').at(-1)!)
    expect(await to('html', 'a.html', join(folder, input))).toEqual({ status: 0, out: '', err: '' })
    expect(read('a.html')).toBe(annotateHtml(PAGE))
    expect(leftovers()).toEqual([])
  })

  it('stays what it was, a link, and as open to others', async () => {
    chmodSync(file('a.html'), 0o640)
    symlinkSync(file('a.html'), file('link.html'))
    expect((await to('html', 'link.html', file('a.html'))).status).toBe(0)
    expect(lstatSync(file('link.html')).isSymbolicLink()).toBe(true)
    expect(read('a.html')).toBe(annotateHtml(PAGE))
    expect(statSync(file('a.html')).mode & 0o777).toBe(0o640)
  })

  it('may come from standard input', () => {
    const { status } = spawnSync(
      'sh',
      [
        '-c',
        '"$0" "$1" extract --format html --output "$2" < "$2"',
        process.execPath,
        COMMAND,
        file('a.html')
      ],
      {}
    )
    expect([status, read('a.html')]).toEqual([0, annotateHtml(PAGE)])
  })
})

describe('what is read', () => {
  it.each([
    ['extract', '--format', 'ndjson', '--output', 'a.ndjson', 'a.ndjson'],
    ['extract', '--format', 'ndjson', '--resume', '--output', 'a.ndjson', 'a.ndjson'],
    ['extract', '--format', 'json', '--output', 'a.txt', 'a.txt'],
    ['extract', '--format', 'html', '--output', 'a.txt', 'a.txt'],
    ['extract', '--format', 'csv', '--output', 'soft', 'before', 'a.txt'],
    ['extract', '--format', 'csv', '--output', 'hard', 'a.txt'],
    ['extract', '--format', 'html', '--people', 'a.html', '--output', 'a.html', 'a.html'],
    ['report', '--output', 'a.txt', 'a.txt'],
    ['report', '--output', 'soft', 'a.txt'],
    [
      'claimreview make --url https://example.org/ --extraction before --review a.txt --output a.txt'.split(
        ' '
      )
    ].flat(),
    [
      'claimreview make --url https://example.org/ --extraction a.txt --review before --output soft'.split(
        ' '
      )
    ].flat()
  ])('is not written over: %j %j %j %j %j', async (...argv) => {
    symlinkSync(file('a.txt'), file('soft'))
    linkSync(file('a.txt'), file('hard'))
    const names = new Set(readdirSync(folder))
    const result = await runCommand(argv.map((its) => (names.has(its) ? file(its) : its)))
    expect(result).toMatchObject({ status: 2, out: '' })
    expect(result.err).toMatch(/^saywho: --output would write over what is read, .*: name another file\n/)
    expect([read('a.ndjson'), read('a.txt'), read('a.html')]).toEqual([LINE, TEXT, PAGE])
  })

  it('is not written over from standard input', () => {
    const script = '"$0" "$1" extract --format ndjson --output "$2" < "$2"'
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, COMMAND, file('a.ndjson')])
    expect([status, read('a.ndjson')]).toEqual([2, LINE])
    expect(stderr.toString()).toContain('--output would write over what is read, standard input')
  })

  it('is not written over by one of several reports', async () => {
    const { status, err } = await runCommand(['report', '--output', folder, file('a.html'), file('before')])
    expect([status, read('a.html')]).toEqual([1, PAGE])
    expect(err).toContain(`${file('a.html')}: is read, and would be written over`)
  })
})

describe('a file that is there before', () => {
  it.each([
    ['json', ['nowhere.txt']],
    ['table', ['nowhere.txt']],
    ['csv', ['nowhere.txt', 'nowhere.ndjson']],
    ['claims', ['nowhere.txt']],
    ['jsonld', ['a.txt']],
    ['annotations', ['a.txt']],
    ['html', ['nowhere.html']]
  ])('stays where nothing could be read: %s of %j', async (format, inputs) => {
    const { status } = await to(format, 'before', ...inputs.map(file))
    expect([status, read('before'), leftovers()]).toEqual([1, BEFORE, []])
  })

  it('stays where the command is wrong', async () => {
    const { status } = await to('html', 'before', '--url', 'nowhere', file('a.html'))
    expect([status, read('before')]).toEqual([2, BEFORE])
    const people = await to('json', 'before', '--people', file('nowhere.json'), file('a.txt'))
    expect([people.status, read('before')]).toEqual([1, BEFORE])
  })

  it('gives way to what could be read', async () => {
    const { status } = await to('json', 'before', file('nowhere.txt'), file('a.txt'))
    expect(status).toBe(1)
    expect(JSON.parse(read('before'))).toEqual([{ id: 'a', ...extract(TEXT) }])
  })

  it('gives way to nothing, where nothing was asked for', async () => {
    write('empty.ndjson', '')
    expect((await to('claims', 'before', file('empty.ndjson'))).status).toBe(0)
    expect(read('before')).toBe('')
  })

  it('is packed where its name says so', async () => {
    write('before.gz', BEFORE)
    expect((await to('json', 'before.gz', file('a.txt'))).status).toBe(0)
    expect(JSON.parse(gunzipSync(readFileSync(file('before.gz'))).toString()).id).toBe('a')
  })

  it.each(['claims', 'csv', 'json', 'annotations'])(
    'stays where %s is stopped, and what is new is left whole',
    async (format) => {
      for (const name of ['before', 'new']) {
        const stop = new AbortController()
        const stdin = new PassThrough()
        stdin.write(LINE)
        const running = runCommand(
          ['extract', '--format', format, '--url', 'https://example.org/', '--output', file(name)],
          '',
          { stdin, stopSignal: () => stop.signal }
        )
        while (leftovers().length === 0) await sleep(5)
        expect(read('before')).toBe(BEFORE)
        await sleep(50)
        stop.abort()
        await running
        expect(leftovers()).toEqual([])
      }
      expect(read('before')).toBe(BEFORE)
      expect(read('new')).toMatch(format === 'json' ? /\n\]\n$/ : /bridge.*\n$/s)
    }
  )

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ] as const)('stays where a process is ended by %s', async (signal, status) => {
    const child = spawn(process.execPath, [
      COMMAND,
      ...['extract', '--format', 'csv', '--output', file('before'), '-']
    ])
    child.stdin.write(LINE)
    while (leftovers().length === 0) await sleep(20)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([status, null])
    expect([read('before'), leftovers()]).toEqual([BEFORE, []])
  })
})

describe('an output', () => {
  it('that failed is not there', async () => {
    for (const format of ['html', 'jsonld', 'table']) await to(format, 'new', file('nowhere.txt'))
    expect(existsSync(file('new'))).toBe(false)
  })

  it.skipIf(!existsSync('/dev/null'))('that is a device, or a pipe, takes what is written', async () => {
    expect((await to('json', '../../../dev/null', file('a.txt'))).status).toBe(0)
    const argv = [COMMAND, 'extract', '--format', 'json', '--output', '/dev/stdout', file('a.txt')]
    const piped = spawnSync('sh', ['-c', '"$@" | cat', 'sh', process.execPath, ...argv])
    expect(JSON.parse(piped.stdout.toString()).id).toBe('a')
    spawnSync('mkfifo', [file('pipe')])
    const reader = spawn('cat', [file('pipe')])
    const chunks: Buffer[] = []
    reader.stdout.on('data', (chunk) => chunks.push(chunk))
    const ended = once(reader, 'close')
    expect((await to('json', 'pipe', file('a.txt'))).status).toBe(0)
    await ended
    expect(JSON.parse(Buffer.concat(chunks).toString()).id).toBe('a')
    expect(lstatSync(file('pipe')).isFIFO()).toBe(true)
  })

  it('that is a link to nothing yet makes what it points to', async () => {
    symlinkSync(file('new'), file('link'))
    expect((await to('json', 'link', file('a.txt'))).status).toBe(0)
    expect(JSON.parse(read('new')).id).toBe('a')
  })

  it.each(['json', 'ndjson'])('that can not be is told: %s', async (format) => {
    mkdirSync(file('folder'))
    expect(await to(format, 'folder', file('a.txt'))).toMatchObject({
      status: 1,
      err: `saywho: ${file('folder')}: is a folder; name a file in it\n`
    })
    expect(await to(format, 'nowhere/x', file('a.txt'))).toMatchObject({
      status: 1,
      err: `saywho: ${file('nowhere/x')}: there is no folder ${file('nowhere')}\n`
    })
    const { status, err } = await runCommand(['extract', '--format', format, '--output', '', file('a.txt')])
    expect(status).toBe(2)
    expect(err).toContain('Name a file.')
  })

  it.skipIf(!existsSync('/dev/full'))('that is full is told: a file, or standard output', () => {
    for (const format of ['ndjson', 'json']) {
      const argv = [COMMAND, 'extract', '--format', format, file('a.ndjson')]
      const full = spawnSync('sh', ['-c', '"$@" > /dev/full', 'sh', process.execPath, ...argv])
      expect(full.stderr.toString()).toMatch(/^saywho: standard output: can't be written \(ENOSPC.*\)\n$/)
      expect(full.status).toBe(1)
      const other = spawnSync(process.execPath, [...argv, '--output', '/dev/full'])
      expect(other.stderr.toString()).toMatch(/^saywho: \/dev\/full: can't be written \(ENOSPC.*\)\n$/)
      expect(other.status).toBe(1)
    }
  })
})

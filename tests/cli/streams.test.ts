import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { drawProgress } from '../../packages/cli/src/output/draw-progress.ts'
import { runCommand } from './run-command.ts'

const COMMAND = inject('command')
const SPEAKERS = ['Ana Brandt', 'Tomas Reyes', 'Ines Okafor']
const textOf = (at: number) =>
  `“The bridge will be shut for ${at} days,” ${SPEAKERS[at % 3]} said. The café at quay ${at} would stay open, she added.\n`
/** Articles, two of one id, and three lines that are none. */
const LINES = Array.from({ length: 40 }, (_, at) =>
  at === 11
    ? '{"id": '
    : at === 12
      ? JSON.stringify({ id: 'no-text' })
      : at === 13
        ? '[]'
        : JSON.stringify({ id: at === 21 ? 'article-20' : `article-${at}`, text: textOf(at) })
)
const INPUT = `${LINES.join('\n')}\n`

let folder = ''
let whole = ''
const file = (name: string) => join(folder, name)
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(file(name), content)
  return file(name)
}
const read = (name: string) => readFileSync(file(name))
const extract = (...argv: string[]) => ['extract', '--format', 'ndjson', ...argv]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-streams-'))
  write('in.ndjson', INPUT)
  const { status, out } = await runCommand(extract(file('in.ndjson')))
  whole = out
  expect([status, out.match(/\n/g)?.length]).toEqual([1, LINES.length])
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('gzip', () => {
  it.each([
    ['article.txt', textOf(3)],
    ['page.html', `<!doctype html><title>x</title><p>${textOf(3)}</p>`],
    ['page.md', `*${textOf(3).trim()}*\n`],
    ['in.ndjson', INPUT]
  ])('is unpacked by name: %s.gz', async (name, content) => {
    const plain = await runCommand(extract(write(name, content)))
    const packed = await runCommand(extract(write(`${name}.gz`, gzipSync(content))))
    expect(packed.out).toBe(plain.out)
    expect([packed.status, packed.err]).toEqual([plain.status, plain.err.replaceAll(name, `${name}.gz`)])
  })

  it('is unpacked by how it begins, on standard input and where the name does not tell', async () => {
    expect((await runCommand(extract(), gzipSync(INPUT))).out).toBe(whole)
    const trickle = Readable.from([...gzipSync(INPUT)].map((byte) => Buffer.from([byte])))
    expect((await runCommand(extract(), '', { stdin: trickle })).out).toBe(whole)
    expect((await runCommand(extract(write('packed.ndjson', gzipSync(INPUT))))).out).toBe(whole)
  })

  it('is read to its last member', async () => {
    const members = LINES.map((line) => gzipSync(`${line}\n`))
    expect((await runCommand(extract(), Buffer.concat(members))).out).toBe(whole)
  })

  it('that is cut gives what stands before the cut, and is told as bad', async () => {
    // Nothing that repeats, so that half of the file is half of what it holds.
    const lines = Array.from({ length: 300 }, (_, at) =>
      JSON.stringify({ id: `${at}-${Math.random()}`, text: '' })
    )
    const packed = gzipSync(lines.join('\n'))
    const cut = write('cut.ndjson.gz', packed.subarray(0, packed.length / 2))
    const { status, out, err } = await runCommand(extract(cut))
    const made = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(made.at(-1)).toMatchObject({ id: null, line: null, error: expect.stringContaining('is cut') })
    expect(made.length).toBeGreaterThan(100)
    expect(made.slice(0, -1).map(({ id }) => id)).toEqual(
      lines.slice(0, made.length - 1).map((line) => JSON.parse(line).id)
    )
    expect(status).toBe(1)
    expect(err).toBe(`saywho: ${cut}: is cut: its gzip data has no end\n`)
  })

  it.each([
    ['damaged', (packed: Buffer) => packed.fill(0x55, packed.length - 8), 'is damaged, or no gzip file'],
    ['none', () => Buffer.from('no gzip'), 'is damaged, or no gzip file'],
    ['empty', () => Buffer.alloc(0), 'is cut']
  ])('that is %s is told as bad, and the next file read', async (_, spoil, message) => {
    const bad = write('bad.txt.gz', spoil(gzipSync(textOf(1))))
    const { status, out, err } = await runCommand(extract(bad, write('next.txt', textOf(2))))
    expect(status).toBe(1)
    expect(err).toContain(`bad.txt.gz: ${message}`)
    const ids = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    expect(ids).toEqual(['bad', 'next'])
  })

  it('is written by name, whole and as others read it', async () => {
    const { status, out } = await runCommand(extract('--output', file('out.ndjson.gz'), file('in.ndjson')))
    expect([status, out]).toEqual([1, ''])
    expect(gunzipSync(read('out.ndjson.gz')).toString()).toBe(whole)
    expect(spawnSync('gzip', ['-t', file('out.ndjson.gz')]).status ?? 0).toBe(0)
    await runCommand(extract('--output', file('none.ndjson.gz')), ' ')
    expect(gunzipSync(read('none.ndjson.gz')).length).toBeGreaterThan(0)
  })
})

describe('--resume', () => {
  const resume = (output: string, input = file('in.ndjson')) =>
    runCommand(extract('--resume', '--output', file(output), input))

  it.each(['cut.ndjson', 'cut.ndjson.gz'])('goes on after any cut, to the same bytes: %s', async (name) => {
    // Several blocks of gzip: one article is long, and no two pieces of it alike.
    const long = Array.from({ length: 4000 }, (_, at) => `Word${at * 7919}`).join(' ')
    const texts = [textOf(1), `${textOf(2)}${long}`, textOf(3), `${long}${textOf(4)}`, textOf(5)]
    const page = (text: string, at: number) => JSON.stringify({ id: `p${at}`, html: `<p>${text}</p>` })
    const input = write('long.ndjson', texts.map(page).join('\n'))
    await runCommand(extract('--output', file(name), input))
    const unbroken = read(name)
    expect(unbroken.length).toBeGreaterThan(name.endsWith('.gz') ? 30_000 : 100_000)
    await fc.assert(
      fc.asyncProperty(fc.nat(unbroken.length), async (cut) => {
        write(name, unbroken.subarray(0, cut))
        const { status, err } = await resume(name, input)
        expect(read(name).equals(unbroken)).toBe(true)
        expect(status).toBe(0)
        expect(err).toMatch(/: \d documents? written already\n$/)
      }),
      { numRuns: 25, examples: [[0], [1], [unbroken.length - 1], [unbroken.length]] }
    )
  })

  it('tells how many it skips, and ends as the whole run does', async () => {
    const lines = whole.split('\n')
    write('some.ndjson', `${lines.slice(0, 15).join('\n')}\n${lines[15]!.slice(0, 40)}`)
    const { status, err } = await resume('some.ndjson')
    expect(read('some.ndjson').toString()).toBe(whole)
    expect([status, err]).toEqual([1, `saywho: ${file('some.ndjson')}: 15 documents written already\n`])
    const again = await resume('some.ndjson')
    expect(again.status).toBe(1)
    expect(again.err).toContain(': 40 documents written already')
    expect(read('some.ndjson').toString()).toBe(whole)
  })

  it('begins where there is nothing yet', async () => {
    rmSync(file('fresh.ndjson'), { force: true })
    expect((await resume('fresh.ndjson')).err).not.toContain('already')
    expect(read('fresh.ndjson').toString()).toBe(whole)
  })

  it('skips by id where the input is not what it was', async () => {
    const lines = whole.trimEnd().split('\n')
    write(
      'odd.ndjson',
      lines
        .slice(0, 30)
        .reverse()
        .map((line) => `${line}\n`)
        .join('')
    )
    const { err } = await resume('odd.ndjson')
    expect(err).toContain(': 30 documents written already')
    expect(read('odd.ndjson').toString().trimEnd().split('\n').sort()).toEqual([...lines].sort())
  })

  it('tries again what failed once its line is taken out', async () => {
    const lines = whole.trimEnd().split('\n')
    write(
      'mended.ndjson',
      lines
        .filter((line) => !line.includes('"error"'))
        .map((line) => `${line}\n`)
        .join('')
    )
    await resume('mended.ndjson')
    const after = read('mended.ndjson').toString().trimEnd().split('\n')
    expect(after.slice(-3)).toEqual(lines.slice(11, 14))
  })

  it.each([
    ['notes.ndjson', 'Dear all,\nthe bridge', 'ends with a line that this command did not write'],
    ['notes.txt', 'one line', 'ends with a line that this command did not write'],
    ['other.ndjson', '{"name": "x"}\n', 'line 1 is none that --format ndjson writes'],
    ['other.gz', gzipSync('{"id":"a"}\n'), 'is not packed as this command packs']
  ])('leaves alone what the command did not write: %s', async (name, content, message) => {
    write(name, content)
    const { status, err } = await resume(name)
    expect(status).toBe(1)
    expect(err).toContain(message)
    expect(read(name).equals(Buffer.from(content))).toBe(true)
  })

  it('tells of a damaged block', async () => {
    await runCommand(extract('--output', file('damaged.gz'), file('in.ndjson')))
    write('damaged.gz', read('damaged.gz').fill(0x55, 40, 60))
    const damaged = read('damaged.gz')
    const { status, err } = await resume('damaged.gz')
    expect([status, read('damaged.gz').equals(damaged)]).toEqual([1, true])
    expect(err).toContain('damaged.gz: is damaged at byte 0; nothing was changed')
  })

  it.each([
    [['--format', 'claims', '--output', 'x'], 'needs --output and --format ndjson'],
    [['--format', 'ndjson'], 'needs --output and --format ndjson']
  ])('is refused with %j', async (argv, message) => {
    const { status, err } = await runCommand(['extract', '--resume', ...argv])
    expect(status).toBe(2)
    expect(err).toContain(message)
  })
})

describe('--workers', () => {
  it.each(['0', '-1', '1.5', '1025', 'many', '', '1e1'])('is refused where it is "%s"', async (workers) => {
    const { status, err } = await runCommand(['extract', `--workers=${workers}`])
    expect(status).toBe(2)
    expect(err).toContain('Give a whole number from 1 to 1024, or "auto"')
  })

  it('gives what one thread gives, bad lines in their place', async () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...extract('--workers', '2')], {
      input: gzipSync(INPUT)
    })
    expect(stdout.toString()).toBe(whole)
    expect(stderr.toString().match(/^saywho: standard input: line \d+: .*\n/gm)).toHaveLength(3)
    expect(status).toBe(1)
  })

  it('loses no document but the one that a thread dies of', async () => {
    const heavy = JSON.stringify({ id: 'heavy', text: textOf(1).repeat(60_000) })
    const input = [...LINES.slice(0, 5), heavy, ...LINES.slice(5, 10)].join('\n')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=120', COMMAND, ...extract('--workers', '2')],
      { input, maxBuffer: 1 << 28 }
    )
    const lines = stdout.toString().trimEnd().split('\n')
    expect(JSON.parse(lines.splice(5, 1)[0]!)).toEqual({
      id: 'heavy',
      line: 6,
      error: expect.stringMatching(/memory/)
    })
    expect(lines).toEqual(whole.split('\n').slice(0, 10))
    expect(stderr.toString()).toMatch(/^saywho: standard input: line 6: .*memory.*\n$/m)
    expect(status).toBe(1)
  })
})

describe('progress', () => {
  const CLEARED = '\u001b[1G\u001b[2K'
  const terminal = () => Object.assign(new PassThrough(), { isTTY: true, columns: 60 })
  const drawnBy = async (argv: string[], own: Parameters<typeof runCommand>[2] = {}) => {
    const stderr = terminal()
    await runCommand(argv, INPUT, { stderr, ...own })
    return String(stderr.read() ?? '')
  }

  it('is drawn on a terminal, and taken off for each message and at the end', async () => {
    const [first, ...more] = (await drawnBy(extract(file('in.ndjson')))).split(CLEARED)
    expect(first).toBe('1 article · 2 attributions · 100%')
    // How often it is drawn again depends on how slow the machine is.
    for (const its of more) expect(its).toMatch(/^(?:saywho: .*\n)*(?:\d+ articles .*)?$/)
    expect(more.at(-1)).toMatch(/^(?:saywho: .*\n)*$/)
    expect(more.join('')).toMatch(/saywho: .*line 12: is not JSON.*\n/)
  })

  it('tells the rate and what time is left, as wide as the terminal is', () => {
    const stderr = terminal()
    let time = 0
    const progress = drawProgress(stderr, 2000, () => time)
    progress.addBytes(100)
    progress.addDocument(3)
    time = 10_000
    progress.addBytes(100)
    progress.addDocument(2)
    progress.addDocument(2)
    expect(String(stderr.read()).split(CLEARED)).toEqual([
      '1 article · 3 attributions · 5%',
      '2 articles · 5 attributions · 0.1 articles/s · 10% · 3:00 left'.slice(0, 59)
    ])
    stderr.columns = 200
    time = 20_000
    progress.addDocument(0)
    progress.clear()
    progress.clear()
    expect(String(stderr.read()).split(CLEARED)).toEqual([
      '',
      '4 articles · 7 attributions · 0.15 articles/s · 10% · 6:00 left',
      ''
    ])
  })

  it('tells no share of what has no known size', async () => {
    expect((await drawnBy(extract())).split(CLEARED)[0]).toBe('1 article · 2 attributions')
  })

  it('is not drawn into output on the same terminal, nor where there is none', async () => {
    const same = () => ({ stdout: terminal().resume() })
    expect(await drawnBy(extract(), same())).not.toContain('article')
    expect(await drawnBy(extract('--output', file('shown.ndjson')), same())).toContain('1 article ·')
    expect((await runCommand(extract(), INPUT)).err).not.toContain('article')
  })
})

describe('a stop', () => {
  it('ends the output with a whole line, though the input goes on for ever', async () => {
    const stop = new AbortController()
    const stdin = new PassThrough()
    stdin.write(INPUT)
    const running = runCommand(extract('--output', file('stopped.ndjson.gz')), '', {
      stdin,
      stopSignal: () => stop.signal
    })
    await sleep(300)
    stop.abort()
    await running
    expect(whole.startsWith(gunzipSync(read('stopped.ndjson.gz')).toString())).toBe(true)
    expect(gunzipSync(read('stopped.ndjson.gz')).at(-1)).toBe(0x0a)
    await runCommand(extract('--resume', '--output', file('stopped.ndjson.gz'), file('in.ndjson')))
    await runCommand(extract('--output', file('unbroken.ndjson.gz'), file('in.ndjson')))
    expect(read('stopped.ndjson.gz').equals(read('unbroken.ndjson.gz'))).toBe(true)
  })

  it('leaves a list of JSON closed', async () => {
    const stop = new AbortController()
    const stdin = new PassThrough()
    stdin.write(INPUT)
    const running = runCommand(['extract', '--format', 'json', '--output', file('list.json')], '', {
      stdin,
      stopSignal: () => stop.signal
    })
    await sleep(300)
    stop.abort()
    await running
    expect(JSON.parse(read('list.json').toString())).toBeInstanceOf(Array)
  })
})

describe('a process that is ended', () => {
  const linesOf = (length: number) =>
    Array.from({ length }, (_, at) => JSON.stringify({ id: `m${at}`, text: textOf(at) }))
  const many = linesOf(800)
  const start = (argv: string[], command = process.execPath, first = [COMMAND]): ChildProcess =>
    spawn(command, [...first, ...argv], { stdio: ['pipe', 'pipe', 'pipe'] })
  const textFrom = async (stream: Readable) => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    return Buffer.concat(chunks).toString()
  }
  /** Waits until a run has written something. */
  const untilWritten = async (path: string, bytes: number) => {
    while (!existsSync(path) || statSync(path).size < bytes) await sleep(20)
  }
  let expected = ''
  let input = ''
  beforeAll(async () => {
    input = write('many.ndjson', many.join('\n'))
    expected = (await runCommand(extract(input))).out
  })

  it.each(['killed.ndjson', 'killed.ndjson.gz'])(
    'killed again and again, ends with the same bytes: %s',
    async (name) => {
      await runCommand(extract('--output', file(`whole-${name}`), input))
      const unbroken = read(`whole-${name}`)
      for (const share of [0.1 + Math.random() * 0.2, 0.4 + Math.random() * 0.3]) {
        const child = start(extract('--resume', '--workers', '1', '--output', file(name), input))
        await untilWritten(file(name), share * unbroken.length)
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      expect(read(name).length).toBeLessThan(unbroken.length)
      const { status, err } = await runCommand(extract('--resume', '--output', file(name), input))
      expect(err).toMatch(/: [1-9][\d,]* documents written already\n$/)
      expect([status, read(name).equals(unbroken)]).toEqual([0, true])
    }
  )

  it.each([
    ['SIGINT', 130, []],
    ['SIGTERM', 143, ['--workers', '2']]
  ] as const)('by %s ends with a whole line and status %i', async (signal, status, more) => {
    const child = start(extract(...more))
    child.stdin!.write(`${many.slice(0, 200).join('\n')}\n`)
    const [out, err] = [textFrom(child.stdout!), textFrom(child.stderr!)]
    await once(child.stdout!, 'data')
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([status, null])
    expect(await err).toBe('')
    expect(expected.startsWith(await out)).toBe(true)
    expect(await out).toMatch(/\n$/)
  })

  it('by a reader that has seen enough is quiet', async () => {
    const child = start(extract('--workers', '2', input))
    const err = textFrom(child.stderr!)
    await once(child.stdout!, 'data')
    child.stdout!.destroy()
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(await err).toBe('')
  })

  it.runIf(spawnSync('script', ['--version']).status === 0)(
    'on a real terminal shows progress, and status 130 after Ctrl-C',
    async () => {
      // It is stopped long before its end, however fast the machine is.
      const endless = write('endless.ndjson', linesOf(10_000).join('\n'))
      const command = [process.execPath, COMMAND, ...extract('--output', file('tty.ndjson'), endless)].join(
        ' '
      )
      const child = start(['--quiet', '--return', '--command', command, '/dev/null'], 'script', [])
      const out = textFrom(child.stdout!)
      await untilWritten(file('tty.ndjson'), 1)
      await sleep(300)
      child.stdin!.write('\u0003')
      const [status] = await once(child, 'exit')
      expect(await out).toMatch(/\d+ articles · \d+ attributions( · \d+ articles\/s)? · \d+%/)
      expect(status).toBe(130)
      expect(read('tty.ndjson').at(-1)).toBe(0x0a)
    }
  )
})

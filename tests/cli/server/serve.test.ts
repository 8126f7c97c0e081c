import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createApp } from '@saywho/cli/app'
import { extract } from 'saywho'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Listening, listen } from '../../../packages/cli/src/serving/listen.ts'
import { loadServer } from '../../../scripts/load-server.ts'
import { runCommand } from '../run-command.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const seed = readFileSync(new URL('../../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const TEXT = 'The ferry was never inspected, Ines Okafor said.'
const HEAD = 'POST /extract HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\n'

/** Sends bytes as they are, and gives all that comes back until the connection is closed. */
async function exchange(url: string, ...pieces: string[]): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.on('error', () => {})
  for (const piece of pieces) socket.write(piece)
  await new Promise((resolve) => socket.once('close', resolve))
  return Buffer.concat(chunks).toString()
}

const post = (url: string, text: string, more: RequestInit = {}) =>
  fetch(`${url}/extract`, { method: 'POST', body: text, headers: { 'content-type': 'text/plain' }, ...more })

const isRefused = (host: string, port: number) =>
  new Promise((resolve) => {
    const socket = connect(port, host)
    socket.once('connect', () => resolve(false))
    socket.once('error', () => resolve(true))
    socket.unref()
  })

describe('listen', () => {
  const patience = { headers: 300, request: 600, idle: 2000 }
  let listening: Listening
  const open = async (app = createApp({ maxBody: 10_000 })) => {
    listening = await listen(app, { host: '127.0.0.1', port: 0, patience })
    return listening.url
  }
  afterEach(() => listening.close(100))

  it('answers, whole bodies and chunked ones, on the loopback address alone', async () => {
    const url = await open()
    expect(await (await post(url, TEXT)).json()).toEqual(extract(TEXT))
    const chunked = `${HEAD}transfer-encoding: chunked\r\nconnection: close\r\n\r\n${TEXT.length.toString(16)}\r\n${TEXT}\r\n0\r\n\r\n`
    expect(await exchange(url, chunked)).toContain(JSON.stringify(extract(TEXT)))
    for (const { address, internal, family } of Object.values(networkInterfaces()).flatMap(
      (its) => its ?? []
    ))
      if (!internal && family === 'IPv4')
        expect(await isRefused(address, Number(new URL(url).port))).toBe(true)
  })

  it('refuses what is too large before it is there', async () => {
    const url = await open()
    expect(await exchange(url, `${HEAD}content-length: 1000000000\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 413 .*"status":413/s
    )
    const piece = `1000\r\n${'a'.repeat(0x1000)}\r\n`
    const answer = await exchange(
      url,
      `${HEAD}transfer-encoding: chunked\r\n\r\n`,
      piece,
      piece,
      piece,
      piece
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*"status":413/s)
  })

  it.each([
    ['headers', 'POST /extract HTTP/1.1\r\nx: '],
    ['body', `${HEAD}content-length: 100\r\n\r\nab`],
    ['chunk', `${HEAD}transfer-encoding: chunked\r\n\r\n5\r\nab`]
  ])('closes the connection of a client whose %s does not come', async (_, start) => {
    const url = await open()
    const began = Date.now()
    expect(await exchange(url, start)).toMatch(/^HTTP\/1\.1 (?:408|400) /)
    expect(Date.now() - began).toBeGreaterThan(250)
    expect((await post(url, TEXT)).status).toBe(200)
  })

  it.each([
    ['no HTTP', 'GARBAGE\r\n\r\n'],
    ['a length that is none', `${HEAD}content-length: -1\r\n\r\n`],
    ['two lengths', `${HEAD}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['headers past all measure', `${HEAD}x: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['a host that is none', 'GET /health HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n'],
    ['no host', 'GET /health HTTP/1.1\r\nconnection: close\r\n\r\n']
  ])('is not put off by %s', async (_, bytes) => {
    const url = await open()
    const answer = await exchange(url, bytes)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer).not.toMatch(/\bat .*:\d+:\d+/)
    expect((await post(url, TEXT)).status).toBe(200)
  })

  it('tells the work that the client is gone', async () => {
    let begun: (signal: AbortSignal) => void
    const signal = new Promise<AbortSignal>((resolve) => {
      begun = resolve
    })
    const faults: Error[] = []
    const url = await open(
      createApp({
        perform: (_, signal) =>
          new Promise((_, reject) => {
            begun(signal)
            signal.addEventListener('abort', () => reject(signal.reason))
          }),
        onFault: (fault) => faults.push(fault)
      })
    )
    const controller = new AbortController()
    const response = post(url, TEXT, { signal: controller.signal }).catch((error) => error)
    const its = await signal
    controller.abort()
    if (!its.aborted) await once(its, 'abort')
    expect((await response).name).toBe('AbortError')
    expect(faults).toEqual([])
  })

  it('ends what runs before it closes, takes nothing new, and waits for the slow no longer than told', async () => {
    let begin: (finish: () => void) => void
    const begun = new Promise<() => void>((resolve) => {
      begin = resolve
    })
    const answer = { status: 200, mediaType: 'application/json', body: new TextEncoder().encode('{}') }
    const url = await open(
      createApp({ perform: () => new Promise((resolve) => begin(() => resolve(answer))) })
    )
    const { port } = new URL(url)
    const slow = exchange(url, 'POST /extract HTTP/1.1\r\n')
    const runs = post(url, TEXT)
    const finish = await begun
    const closed = listening.close(5000)
    expect(await isRefused('127.0.0.1', Number(port))).toBe(true)
    finish()
    expect((await runs).status).toBe(200)
    await slow
    await closed
  })
})

/** Runs the command in a process of its own. */
function start(...flags: string[]) {
  const child = spawn(process.execPath, [inject('command'), 'serve', ...flags], { cwd: root })
  const told = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    told.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    told.err += chunk
  })
  return { child, told, ended: once(child, 'close').then(([status]) => ({ status, ...told })) }
}

describe('saywho serve', () => {
  it('answers honest clients rightly beside hostile ones, ends quietly with what it was asked answered', async () => {
    const server = start('--port', '0')
    await once(server.child.stdout, 'data')
    const url = /^saywho listens on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(server.told.out)![1]!
    const taken = start('--port', new URL(url).port, '--workers', '1')
    expect(await taken.ended).toEqual({
      status: 1,
      out: '',
      err: `saywho: ${new URL(url).host} is taken: give another --port\n`
    })

    // As the documentation shows it.
    const [curl = ''] = /^curl .*$/m.exec(readFileSync(join(root, 'docs/serving.md'), 'utf8')) ?? []
    expect(curl).toContain('http://127.0.0.1:8750/')
    const shown = curl.replace('http://127.0.0.1:8750', url).replace('article.txt', 'examples/harbour.txt')
    const printed = await promisify(execFile)('sh', ['-c', shown], { cwd: root }).catch(
      ({ stderr }) => stderr
    )
    if (!/not found/.test(String(printed))) expect(JSON.parse(printed.stdout).attributions).toHaveLength(6)

    const texts = [seed.slice(0, 2000), TEXT]
    const { answered, complaints } = await loadServer(url, texts, { honest: 36, hostile: 8, seconds: 4 })
    expect(complaints).toEqual([])
    expect(answered).toBeGreaterThan(36)

    const last = Promise.all(Array.from({ length: 20 }, () => post(url, seed)))
    await new Promise((resolve) => setTimeout(resolve, 100))
    server.child.kill('SIGTERM')
    for (const response of await last) expect(response.status).toBe(200)
    const { status, err } = await server.ended
    expect(err).toBe('')
    expect(status).toBe(0)
  }, 120_000)

  it('tells of an address that it can not have', async () => {
    expect(await start('--host', '203.0.113.7', '--workers', '1').ended).toEqual({
      status: 1,
      out: '',
      err: 'saywho: 203.0.113.7:8750 is no address of this machine: give another --host\n'
    })
  })

  it.each([
    ['--port', '70000'],
    ['--port', '-1'],
    ['--port', 'http'],
    ['--workers', '0'],
    ['--workers', '1.5'],
    ['--workers', '100000'],
    ['--max-body', '0'],
    ['--max-body', '1e99'],
    ['--timeout', '0'],
    ['--timeout', 'NaN'],
    ['--timeout', '1000000000'],
    ['--queue', '-1'],
    ['--queue', '']
  ])('%s %j is wrong usage', async (flag, value) => {
    const { status, err } = await runCommand(['serve', flag, value])
    expect(status).toBe(2)
    expect(err).toContain(flag)
  })
})

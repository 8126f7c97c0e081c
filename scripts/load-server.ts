import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { extract, toJsonLd } from 'saywho'
import { extractHtml } from 'saywho/html'

/** What was seen of a server under load. */
export interface LoadReport {
  /** Requests of honest clients that were answered, and how many of them wrongly. */
  answered: number
  wrong: number
  /** What was wrong with the first few. */
  complaints: string[]
  /** How often an honest client was told to try again later, and did. */
  toldToWait: number
  /** Milliseconds to the answer, ascending. */
  latencies: number[]
  /** What hostile clients did, and how often. */
  hostile: Map<string, number>
}

interface Case {
  path: string
  type: string
  body: string
  expected: string
}

const PAGE = 'https://example.org/article'

/** What honest clients ask, and what the library itself answers. */
function listCases(texts: readonly string[]): Case[] {
  return texts.flatMap((text) => {
    const html = `<article><p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n\n', '</p><p>')}</p></article>`
    return [
      { path: '/extract', type: 'text/plain', body: text, expected: JSON.stringify(extract(text)) },
      { path: '/extract', type: 'text/html', body: html, expected: JSON.stringify(extractHtml(html)) },
      {
        path: '/jsonld',
        type: 'application/json',
        body: JSON.stringify({ text, url: PAGE }),
        expected: JSON.stringify(toJsonLd(extract(text), { url: PAGE }))
      }
    ]
  })
}

/**
 * Loads a server for a time: honest clients, which ask one thing after another and compare the answers with the library's own, and
 * hostile ones.
 *
 * @param url where it listens.
 * @param texts what honest clients ask about.
 */
export async function loadServer(
  url: string,
  texts: readonly string[],
  { honest, hostile, seconds }: { honest: number; hostile: number; seconds: number }
): Promise<LoadReport> {
  const end = Date.now() + seconds * 1000
  const cases = listCases(texts)
  const report: LoadReport = {
    answered: 0,
    wrong: 0,
    complaints: [],
    toldToWait: 0,
    latencies: [],
    hostile: new Map()
  }
  await Promise.all([
    ...Array.from({ length: honest }, (_, index) => beHonest(url, cases, index, end, report)),
    ...Array.from({ length: hostile }, (_, index) => {
      const [name, act] = ATTACKS[index % ATTACKS.length]!
      return beHostile(url, name, act, end, report)
    })
  ])
  report.latencies.sort((a, b) => a - b)
  return report
}

async function beHonest(url: string, cases: readonly Case[], from: number, end: number, report: LoadReport) {
  for (let turn = from; Date.now() < end; turn++) {
    const { path, type, body, expected } = cases[turn % cases.length]!
    const began = performance.now()
    try {
      let response = await fetch(url + path, { method: 'POST', body, headers: { 'content-type': type } })
      while (response.status === 503) {
        report.toldToWait++
        await response.arrayBuffer()
        await sleep(Number(response.headers.get('retry-after')) * 1000)
        response = await fetch(url + path, { method: 'POST', body, headers: { 'content-type': type } })
      }
      const text = await response.text()
      report.answered++
      report.latencies.push(performance.now() - began)
      if (response.status === 200 && text === expected) continue
      complain(report, `${path} ${type}: ${response.status} ${text.slice(0, 200)}`)
    } catch (error) {
      complain(report, `${path} ${type}: ${error} ${(error as Error).cause ?? ''}`)
    }
  }
}

function complain(report: LoadReport, complaint: string): void {
  report.wrong++
  if (report.complaints.length < 10) report.complaints.push(complaint)
}

type Attack = (socket: Socket, isOver: () => boolean) => Promise<void>

async function beHostile(url: string, name: string, act: Attack, end: number, report: LoadReport) {
  const { hostname, port } = new URL(url)
  while (Date.now() < end) {
    const socket = connect(Number(port), hostname)
    // Whatever the server does about it is right.
    socket.on('error', () => {})
    const isOver = () => socket.destroyed || Date.now() >= end
    await act(socket, isOver)
    socket.destroy()
    report.hostile.set(name, (report.hostile.get(name) ?? 0) + 1)
    await sleep(20)
  }
}

const head = (type: string, more: string) =>
  `POST /extract HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\n${more}\r\n\r\n`
const whole = (type: string, body: string) => head(type, `content-length: ${Buffer.byteLength(body)}`) + body
const answerTo = (socket: Socket, isOver: () => boolean, limit = 60_000) =>
  new Promise<void>((resolve) => {
    const poll = setInterval(() => isOver() && done(), 100)
    const timer = setTimeout(() => done(), limit)
    const done = () => {
      clearInterval(poll)
      clearTimeout(timer)
      resolve()
    }
    socket.once('data', done)
    socket.once('close', done)
  })

/** A turn of a word a line: nothing is slower to read. */
const SLOW = 'A: b\n'.repeat(200_000)
const LONG = '“It is late,” Ana Brandt said. The port authority said that the quay would close. '.repeat(
  12_000
)
const MALFORMED = [
  'GARBAGE\r\n\r\n',
  'POST /extract HTTP/1.1\r\ncontent-length: -1\r\n\r\n',
  head('application/json', 'content-length: 5\r\ntransfer-encoding: chunked'),
  whole('application/json', '{"text":'),
  whole('application/json', `{"text":${'['.repeat(500_000)}`),
  whole('application/json', '{"text":"","__proto__":{"acts":1}}'),
  whole('text/plain; charset=utf-16', 'text'),
  `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`
]
let turn = 0

const ATTACKS: readonly (readonly [string, Attack])[] = [
  [
    'headers, a byte at a time',
    async (socket, isOver) => {
      socket.write('POST /extract HTTP/1.1\r\nx-slow: ')
      for (; !isOver(); await sleep(200)) socket.write('a')
    }
  ],
  [
    'a body, a byte at a time',
    async (socket, isOver) => {
      socket.write(head('text/plain', 'content-length: 100000'))
      for (; !isOver(); await sleep(200)) socket.write('a')
    }
  ],
  [
    'a huge body',
    async (socket, isOver) => {
      socket.write(head('text/plain', 'content-length: 1000000000'))
      for (; !isOver(); await sleep(1)) socket.write('a'.repeat(65_536))
    }
  ],
  [
    'a body without end',
    async (socket, isOver) => {
      socket.write(head('text/plain', 'transfer-encoding: chunked'))
      for (; !isOver(); await sleep(1)) socket.write(`10000\r\n${'a'.repeat(65_536)}\r\n`)
    }
  ],
  [
    'a malformed request',
    async (socket, isOver) => {
      socket.write(MALFORMED[turn++ % MALFORMED.length]!)
      await answerTo(socket, isOver)
    }
  ],
  [
    'a request that is aborted',
    async (socket) => {
      socket.write(whole('text/plain', LONG.slice(0, turn++ % 2 === 0 ? 500_000 : 2000)))
      await sleep((turn * 7) % 200)
    }
  ],
  [
    'the slowest text',
    async (socket, isOver) => {
      socket.write(whole('text/plain', SLOW))
      await answerTo(socket, isOver)
    }
  ],
  [
    'a long answer that is not read',
    async (socket, isOver) => {
      socket.pause()
      socket.write(whole('text/plain', LONG))
      for (let second = 0; second < 20 && !isOver(); second++) await sleep(1000)
    }
  ]
]

/**
 * Loads the built command's server with 200 clients, one in ten of them hostile, and tells what came of it:
 * `pnpm bench:server [SECONDS]`, a minute where none are given. Ends with status 1 where an honest request was answered wrongly, memory grew, or
 * it listens anywhere but on the loopback address.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { readMemory } from './bench/read-process.ts'
import { loadServer } from './load-server.ts'

const seconds = Number(process.argv[2] ?? 60)
const HONEST = 180
const HOSTILE = 20
const TEXTS = [
  readFileSync('seeds/000_47d96f6c8b88e22f.txt', 'utf8'),
  readFileSync('examples/harbour.txt', 'utf8'),
  'The ferry was never inspected, Ines Okafor said. The port authority told her that the pumps were new.'
]

const server = spawn(process.execPath, ['packages/cli/dist/bin.js', 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit']
})
const [line] = await once(server.stdout!, 'data')
const url = /http:\S+/.exec(String(line))![0]
console.log(String(line).trim())

const memory: number[] = []
const sampling = setInterval(() => {
  const bytes = readMemory(server.pid!)
  if (bytes === null) throw new Error('the system does not tell what memory the server has')
  memory.push(bytes / 1024 ** 2)
}, 1000)
const report = await loadServer(url, TEXTS, { honest: HONEST, hostile: HOSTILE, seconds })
clearInterval(sampling)

const elsewhere = Object.values(networkInterfaces())
  .flatMap((its) => its ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4')
const reached: string[] = []
for (const { address } of elsewhere) {
  const socket = connect(Number(new URL(url).port), address)
  const isOpen = await new Promise((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  })
  socket.destroy()
  if (isOpen) reached.push(address)
}

const began = performance.now()
server.kill('SIGTERM')
const [status] = await once(server, 'exit')

const at = (share: number) => report.latencies[Math.floor((report.latencies.length - 1) * share)] ?? 0
const most = (from: number, to: number) =>
  Math.max(...memory.slice(Math.floor(memory.length * from), Math.ceil(memory.length * to)))
console.log(`${HONEST} honest clients, ${HOSTILE} hostile, ${seconds} s`)
console.log(
  `honest requests: ${report.answered} answered, ${report.wrong} wrong, ${report.toldToWait} times told to wait`
)
console.log(
  `latency: median ${at(0.5).toFixed(0)} ms, 95 % ${at(0.95).toFixed(0)} ms, most ${at(1).toFixed(0)} ms`
)
for (const [name, count] of report.hostile) console.log(`hostile: ${name}, ${count} times`)
for (const [from, to] of [
  [0, 0.25],
  [0.25, 0.5],
  [0.5, 0.75],
  [0.75, 1]
] as const)
  console.log(`memory, ${from * 100} to ${to * 100} % of the time: at most ${most(from, to).toFixed(0)} MB`)
console.log(`listens on other addresses: ${reached.join(', ') || 'none'} of ${elsewhere.length}`)
console.log(`ended with status ${status} after ${(performance.now() - began).toFixed(0)} ms`)
for (const complaint of report.complaints) console.error(complaint)

const grew = most(0.75, 1) > 1.25 * most(0.25, 0.75)
process.exitCode =
  report.wrong > 0 || report.answered === 0 || grew || reached.length > 0 || status !== 0 ? 1 : 0

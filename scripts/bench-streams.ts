/**
 * Measures the built command on a long stream: `pnpm bench:streams FILE.ndjson… [--articles N] [--pairs N] [--kills N] [--workers N]`. The
 * files' texts are repeated under new ids. Pairs of runs, one with no worker and one with several, tell how much faster the latter
 * are and how much memory they hold on the way. As many processes of their own, a part of the articles each, tell how much faster
 * anything could be on the machine as it is then. At last a run is killed at random moments, gone on with each time, and compared.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { readDocuments } from '../packages/cli/src/input/read-documents.ts'
import { readMemory, readProcessorTime } from './bench/read-process.ts'

const BIN = 'packages/cli/dist/bin.js'
/** Milliseconds between two looks at a run. */
const PAUSE = 250
/** About how many times smaller gzip makes the output. */
const PACKED = 6
/** Parts of the output at which memory is told. */
const SHARES = [0.1, 0.25, 0.5, 0.75, 1]

interface Look {
  /** Bytes that were written. */
  written: number
  /** Resident memory in MB. */
  memory: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '10000' },
    pairs: { type: 'string', default: '2' },
    kills: { type: 'string', default: '3' },
    workers: { type: 'string', default: '2' }
  }
})
const folder = mkdtempSync(join(tmpdir(), 'saywho-streams-'))

async function measure(input: string): Promise<void> {
  const words = await writeArticles(input, Number(values.articles))
  const size = (statSync(input).size / 1e6).toFixed(1)
  console.log(`${values.articles} articles, ${words} words, ${size} MB; ${availableParallelism()} cores`)
  const single = join(folder, 'single.ndjson')
  const several = join(folder, 'several.ndjson')
  for (let pair = 1; pair <= Number(values.pairs); pair++) {
    const alone = () => time('no worker', input, single, [])
    const together = () => time(`${values.workers} workers`, input, several, ['--workers', values.workers])
    // What comes second finds the files in memory: each is second in turn.
    const isFirst = pair % 2 === 1
    const first = await (isFirst ? alone : together)()
    const second = await (isFirst ? together : alone)()
    const [one, more] = isFirst ? [first, second] : [second, first]
    const apart = await timeApart(input)
    const isSame = readFileSync(single).equals(readFileSync(several))
    console.log(
      `pair ${pair}: ${(one / more).toFixed(2)} times as fast, ${values.workers} processes ${(one / apart).toFixed(2)} times; ${tell(isSame)}`
    )
  }
  if (Number(values.pairs) === 0) await time('no worker', input, single, [])
  for (const name of ['killed.ndjson', 'killed.ndjson.gz']) await killAndResume(input, single, name)
}

/** Writes so many articles, the files' texts over and over, and counts their words. */
async function writeArticles(path: string, articles: number): Promise<number> {
  const texts: string[] = []
  for await (const document of readDocuments(positionals, process.stdin))
    if ('value' in document) texts.push(document.value)
  if (texts.length === 0) throw new Error('name NDJSON files with texts')
  const counts = texts.map((text) => text.split(/\s+/).length)
  const out = createWriteStream(path)
  let words = 0
  for (let at = 0; at < articles; at++) {
    words += counts[at % texts.length]!
    const line = JSON.stringify({ id: `article-${at}`, text: texts[at % texts.length] })
    if (!out.write(`${line}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return words
}

const start = (input: string, output: string, flags: readonly string[]): ChildProcess =>
  spawn(process.execPath, [BIN, 'extract', '--format', 'ndjson', '--output', output, ...flags, input], {
    stdio: ['ignore', 'inherit', 'inherit']
  })

/** Runs the command to the end, tells of it, and gives its seconds. */
async function time(name: string, input: string, output: string, flags: readonly string[]): Promise<number> {
  rmSync(output, { force: true })
  const [load] = loadavg()
  const began = performance.now()
  const child = start(input, output, flags)
  const ended = once(child, 'exit')
  const looks: Look[] = []
  let processor = 0
  const look = () => {
    try {
      const time = readProcessorTime(child.pid!)
      if (time !== null) processor = time / 1000
      const memory = readMemory(child.pid!)
      if (memory !== null) looks.push({ written: statSync(output).size, memory: memory / 1024 ** 2 })
    } catch {
      // It has not begun to write, or has ended.
    }
  }
  const timer = setInterval(look, PAUSE)
  const [status] = await ended
  clearInterval(timer)
  const seconds = (performance.now() - began) / 1000
  const whole = statSync(output).size
  const memory = SHARES.map((share) => {
    const at = looks.find(({ written }) => written >= share * whole) ?? looks.at(-1)
    return `${Math.round(at?.memory ?? 0)} MB at ${share * 100} %`
  })
  const most = Math.round(Math.max(...looks.map((its) => its.memory)))
  console.log(
    `${name}: status ${status}, ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor, load before ${load!.toFixed(1)}; ` +
      `memory ${memory.join(', ')}, at most ${most} MB`
  )
  return seconds
}

/** The seconds that as many processes take, each with its part of the articles and no worker. */
async function timeApart(input: string): Promise<number> {
  const count = Number(values.workers)
  const lines = readFileSync(input, 'utf8').trimEnd().split('\n')
  const parts = Array.from({ length: count }, (_, part) => join(folder, `part-${part}.ndjson`))
  for (const [part, path] of parts.entries())
    writeFileSync(path, lines.filter((_, at) => at % count === part).join('\n'))
  const began = performance.now()
  await Promise.all(parts.map((path) => once(start(path, `${path}.out`, []), 'exit')))
  return (performance.now() - began) / 1000
}

/** Kills a run at random moments, goes on with it each time, and compares what it ends with. */
async function killAndResume(input: string, whole: string, name: string): Promise<void> {
  const output = join(folder, name)
  const flags = ['--resume', '--workers', values.workers]
  const size = statSync(whole).size / (name.endsWith('.gz') ? PACKED : 1)
  const sizes: number[] = []
  for (let kill = 0; kill < Number(values.kills); kill++) {
    const child = start(input, output, flags)
    const ended = once(child, 'exit')
    const target = (size * (kill + Math.random())) / Number(values.kills)
    while (child.exitCode === null && sizeOf(output) < target) await sleep(10 + Math.random() * PAUSE)
    child.kill('SIGKILL')
    await ended
    sizes.push(sizeOf(output))
  }
  const [status] = await once(start(input, output, flags), 'exit')
  const bytes = readFileSync(output)
  const isSame = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).equals(readFileSync(whole))
  console.log(`${name}: killed at ${sizes.join(', ')} bytes, then status ${status}: ${tell(isSame)}`)
}
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const tell = (isSame: boolean): string => (isSame ? 'the same bytes' : 'NOT THE SAME BYTES')

try {
  await measure(join(folder, 'articles.ndjson'))
} finally {
  rmSync(folder, { recursive: true })
}

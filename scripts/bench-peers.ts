/**
 * How fast and how right Saywho is beside programs that do something of the kind, in one run on the same articles:
 * pnpm bench:peers [--install] [--only NAME,…] [--corpora DIR | --articles FILE.ndjson] [--warm SECONDS] [--timed N] [--passes N] [--starts N] [--json FILE]
 *
 * --install fetches what can be fetched into out/peers. A peer that is not there is told of and left out. Only one program works at
 * a time, and the timed articles are given to each in turn, in the other order every second time: a machine that is slow for a while is slow
 * for all. What each costs is read from the system as time on the processor, which others at work on the machine change less than the clock's.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type GoldDocument, type Interval, readGoldNdjson, type TallyName } from '@saywho/training'
import { type Answer, PeerProcess } from './bench/peer-process.ts'
import { measureFolder, PEERS, type Peer } from './bench/peers.ts'
import { type PeerScore, scorePeer } from './bench/score-peer.ts'
import { Checklist } from './checklist.ts'

const { values } = parseArgs({
  options: {
    install: { type: 'boolean', default: false },
    only: { type: 'string', default: PEERS.map(({ name }) => name).join() },
    corpora: { type: 'string', default: process.env.SAYWHO_CORPORA ?? '../shared/corpora' },
    articles: { type: 'string' },
    warm: { type: 'string', default: '20' },
    timed: { type: 'string', default: '30' },
    passes: { type: 'string', default: '3' },
    starts: { type: 'string', default: '3' },
    json: { type: 'string' }
  }
})
const only = new Set(values.only.split(','))
for (const name of only)
  if (!PEERS.some((peer) => peer.name === name))
    throw new Error(`--only: expected some of ${PEERS.map((peer) => peer.name).join()}, got ${name}`)
const asked = PEERS.filter(({ name }) => only.has(name))

if (values.install) {
  const checklist = new Checklist()
  for (const { name, install } of asked) await checklist.check(`${name}: installed`, install)
  process.exit(checklist.failures === 0 ? 0 : 1)
}

const present = asked.filter(({ needs }) => existsSync(needs))
for (const { name, needs } of asked.filter((peer) => !present.includes(peer)))
  console.log(`left out: ${name}, there is no ${needs} (pnpm bench:peers --install --only ${name})`)

/** Annotated documents by the part of the corpora they are of; or articles that nobody annotated. */
const parts = readParts()
const articles = [...parts.values()].flat()
const every = Math.max(1, articles.length / Number(values.timed))
const timed = articles.filter((_, index) => Math.floor(index % every) === 0)
const wordsOf = (documents: readonly { text: string }[]) =>
  documents.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)

interface Measured {
  peer: Peer
  answers: Answer[]
  scores: Map<string, PeerScore>
  /** From the start of its process to its first answer, in milliseconds, each time. */
  starts: number[]
  /** Of the timed articles in all passes, in milliseconds. */
  clock: number
  processor: number | null
  memory: number | null
  installed: number
}

const measured: Measured[] = []
for (const peer of present)
  try {
    await measureStart(peer)
    const none = { answers: [], scores: new Map(), starts: [], clock: 0, processor: null, memory: null }
    measured.push({ peer, ...none, installed: measureFolder(peer.footprint) })
  } catch (error) {
    console.log(`left out: ${(error as Error).message}`)
  }

const before = loadavg()[0]!
for (let start = 0; start < Number(values.starts); start++)
  for (const its of measured) its.starts.push(await measureStart(its.peer))

// Every article once, which is what is scored.
const running = measured.map((its) => ({ its, process: new PeerProcess(its.peer.command) }))
for (const article of articles)
  for (const { its, process } of running) its.answers.push(await process.ask(article))

for (let pass = 0; pass < Number(values.passes); pass++)
  for (const { its, process } of pass % 2 ? [...running].reverse() : running) {
    // Engines make code faster while it runs, and a machine takes caches and memory from who waits for minutes while the others
    // have their turn: what is asked is how fast a program is that is at work.
    const until = performance.now() + Number(values.warm) * 1000
    for (let index = 0; performance.now() < until; index++)
      await process.ask(articles[index % articles.length]!)
    const began = process.processorTime()
    for (const article of timed) its.clock += (await process.ask(article)).milliseconds
    const ended = process.processorTime()
    its.processor = began === null || ended === null ? null : (its.processor ?? 0) + ended - began
  }
for (const { its, process } of running) {
  its.memory = process.peakMemory()
  await process.stop()
}
const after = loadavg()[0]!

for (const its of measured)
  for (const [part, documents] of parts)
    if ('attributions' in documents[0]!)
      its.scores.set(part, scorePeer(documents as GoldDocument[], its.answers))

const words = wordsOf(timed) * Number(values.passes)
console.log(
  `${articles.length} articles, ${wordsOf(articles)} words; timed: ${timed.length} of them, ${wordsOf(timed)} words, ${values.passes} times.
${cpus()[0]?.model ?? 'a processor that is not told'}, ${availableParallelism()} cores, of which each program may use one; load ${before.toFixed(1)} before, ${after.toFixed(1)} after.
`
)
printTimes()
for (const part of parts.keys()) if (measured.some((its) => its.scores.has(part))) printScores(part)
for (const { peer, answers } of measured) {
  const failed = answers.filter(({ error }) => error !== undefined)
  if (failed.length > 0)
    console.log(`${peer.name} gave up on ${failed.length} articles, the first: ${failed[0]!.error}`)
}
if (values.json !== undefined)
  writeFileSync(
    values.json,
    JSON.stringify(
      measured.map(({ peer, answers, starts, clock, processor, memory, installed }) => ({
        name: peer.name,
        words,
        starts,
        clock,
        processor,
        memory,
        installed,
        answers
      }))
    )
  )

/** From the start of a process to its first answer, in milliseconds. */
async function measureStart({ command }: Peer): Promise<number> {
  const began = performance.now()
  const cold = new PeerProcess(command)
  await cold.ask(articles[0]!)
  const milliseconds = performance.now() - began
  await cold.stop()
  return milliseconds
}

function readParts(): Map<string, { id: string; text: string }[]> {
  if (values.articles !== undefined)
    return new Map([
      [
        values.articles,
        readFileSync(values.articles, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as { id: string; text: string })
          .map(({ id, text }) => ({ id, text }))
      ]
    ])
  const found = ['polnear/dev', 'wider/dev'].filter((part) =>
    existsSync(join(values.corpora, `${part}.ndjson`))
  )
  if (found.length > 0)
    return new Map(
      found.map((part) => [
        part,
        [...readGoldNdjson(readFileSync(join(values.corpora, `${part}.ndjson`), 'utf8'))]
      ])
    )
  console.log(`accuracy is not measured: there are no corpora in ${values.corpora} (--corpora DIR)`)
  return new Map([['seed', [{ id: 'seed', text: readFileSync('seeds/000_47d96f6c8b88e22f.txt', 'utf8') }]]])
}

function printRows(rows: readonly (readonly string[])[]): void {
  const [head, ...body] = rows
  console.log([head!, head!.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n'))
  console.log()
}

function printTimes(): void {
  const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
  const rate = (milliseconds: number | null) =>
    milliseconds ? Math.round((words / milliseconds) * 1000).toLocaleString('en') : '–'
  const megabytes = (bytes: number | null) =>
    bytes === null ? '–' : `${Math.round(bytes / 1e6).toLocaleString('en')} MB`
  const [first] = measured
  const times = (own: number | null, other: number | null) =>
    own && other ? `${(other / own).toFixed(other / own < 10 ? 1 : 0)}×` : '–'
  printRows([
    [
      'program',
      'words/s of processor time',
      `times ${first?.peer.name}'s`,
      'words/s by the clock',
      `times ${first?.peer.name}'s`,
      'start to first answer',
      'peak memory',
      'installed'
    ],
    ...measured.map(({ peer, clock, processor, starts, memory, installed }) => [
      peer.name,
      rate(processor),
      times(first!.processor, processor),
      rate(clock),
      times(first!.clock, clock),
      `${(median(starts) / 1000).toFixed(1)} s`,
      megabytes(memory),
      megabytes(installed)
    ])
  ])
}

function printScores(part: string): void {
  const percent = (value: number | null | undefined, interval?: Interval | null) =>
    value == null
      ? '–'
      : `${value.toFixed(1)}${interval ? ` [${interval.map((its) => its.toFixed(1)).join('–')}]` : ''}`
  const f1 = ({ figures, intervals }: PeerScore[keyof PeerScore], name: TallyName) =>
    percent(figures[name].f1, intervals?.figures[name])
  console.log(`${part}, F1 in percent [95 % by bootstrap over documents]`)
  printRows([
    [
      'program',
      'direct',
      'direct, put in the best light',
      'precision, recall of that',
      'direct, content alone',
      'all kinds'
    ],
    ...measured
      .filter(({ peer }) => peer.knows !== 'nothing')
      .map(({ peer, scores }) => {
        const { plain, helped, unattributed } = scores.get(part)!
        const { precision, recall } = helped.figures['relation@0.5 direct']
        const content = f1(unattributed, 'relation@0.5 direct')
        return peer.knows === 'contents'
          ? [peer.name, '–', '–', '–', content, '–']
          : [
              peer.name,
              f1(plain, 'relation@0.5 direct'),
              f1(helped, 'relation@0.5 direct'),
              `${percent(precision)}, ${percent(recall)}`,
              content,
              f1(plain, 'relation@0.5')
            ]
      })
  ])
}

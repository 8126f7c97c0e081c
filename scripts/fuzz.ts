/**
 * Gives every public entry texts that no newspaper prints: pnpm fuzz [--entry NAME] [--text NAME] [--length N] [--random SECONDS].
 *
 * First each hostile text at a hundredth, a tenth and the whole of a length (in UTF-16 code units): what is spent may grow as the text does.
 * Then, for some seconds an entry, random texts made of what the rooms look for; a failure is shown with its seed and shrunk. Ends
 * with status 1 where an entry threw, a span lied, or time or memory grew faster than the text.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { ENTRIES } from './fuzz/entries.ts'
import { HOSTILE_TEXTS } from './fuzz/hostile-texts.ts'
import { anyText } from './fuzz/random-texts.ts'

const { values } = parseArgs({
  options: {
    entry: { type: 'string' },
    text: { type: 'string' },
    length: { type: 'string', default: '1000000' },
    random: { type: 'string', default: '20' }
  }
})
const length = Number(values.length)
const seconds = Number(values.random)
if (!Number.isInteger(length) || length < 1000)
  throw new Error(`--length: expected 1000 or more, got ${values.length}`)
if (!(seconds >= 0)) throw new Error(`--random: expected seconds, got ${values.random}`)

/** Time for ten times the text may be this many times as long: machines are noisy, and caches are left behind. */
const MOST_GROWTH = 25
/** Shorter times tell nothing of growth, in milliseconds. */
const LEAST_TIME = 40
/** Bytes of memory that a code unit of text may take, at most. */
const MOST_MEMORY = 2000

const chosen = <Value>(all: Readonly<Record<string, Value>>, name: string | undefined): [string, Value][] => {
  const found = Object.entries(all).filter(([its]) => name === undefined || its === name)
  if (found.length === 0) throw new Error(`${name}: is none of ${Object.keys(all).join(', ')}`)
  return found
}

let failures = 0
const fail = (message: string) => {
  failures++
  console.log(`FAILED ${message}`)
}

console.log(`${'entry, text'.padEnd(60)} ms at ${length / 100}, ${length / 10}, ${length} code units; MB`)
for (const [entry, read] of chosen(ENTRIES, values.entry)) {
  await read('“Yes,” Ana Brandt said.')
  for (const [name, make] of chosen(HOSTILE_TEXTS, values.text)) {
    const times: number[] = []
    let memory = 0
    try {
      for (const part of [100, 10, 1]) {
        const text = make(Math.round(length / part))
        globalThis.gc?.()
        const before = process.memoryUsage.rss()
        // Of the processor, not of the clock: other programs may run beside.
        const began = process.cpuUsage()
        await read(text)
        const { user, system } = process.cpuUsage(began)
        times.push((user + system) / 1000)
        memory = Math.max(memory, process.memoryUsage.rss() - before)
      }
    } catch (error) {
      fail(`${entry}, ${name}: ${String((error as Error).stack ?? error).slice(0, 600)}`)
      continue
    }
    const label = `${entry}, ${name}`.padEnd(60)
    console.log(`${label} ${times.map((time) => Math.round(time)).join(' ')}; ${Math.round(memory / 1e6)}`)
    const [, tenth, whole] = times as [number, number, number]
    if (whole > Math.max(tenth, LEAST_TIME) * MOST_GROWTH)
      fail(`${label.trim()}: ${(whole / tenth).toFixed(0)} times as long for ten times the text`)
    if (memory > length * MOST_MEMORY + 3e8) fail(`${label.trim()}: ${Math.round(memory / 1e6)} MB`)
  }
}

for (const [entry, read] of seconds > 0 ? chosen(ENTRIES, values.entry) : []) {
  const result = await fc.check(
    fc.asyncProperty(anyText, async (text) => {
      await read(text)
    }),
    {
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: seconds * 1000,
      markInterruptAsFailure: false
    }
  )
  if (result.failed) fail(`${entry}, random: ${fc.defaultReportMessage(result)}`)
  else console.log(`${`${entry}, random`.padEnd(60)} ${result.numRuns} texts`)
}
console.log(failures === 0 ? 'nothing failed' : `${failures} failed`)
process.exitCode = failures === 0 ? 0 : 1

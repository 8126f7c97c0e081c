/**
 * How the time of `extract` grows with a text's length, and with two processes on two cores: pnpm bench:growth. It measures what
 * `pnpm bench:peers --install --only saywho` installed, on the seed article over and over.
 */
import { readFileSync } from 'node:fs'
import { PeerProcess } from './bench/peer-process.ts'
import { PEERS } from './bench/peers.ts'

const { command } = PEERS.find(({ name }) => name === 'saywho')!
const seed = readFileSync('seeds/000_47d96f6c8b88e22f.txt', 'utf8')
const words = seed.split(/\s+/).length
/** Every text is read so often that as many words are timed. */
const MOST = 100

const one = new PeerProcess(command, 0)
await readRepeatedly(one, 1, MOST)
const rates = new Map<number, number>()
for (const times of [1, 10, MOST]) {
  const began = one.processorTime()
  const clock = await readRepeatedly(one, times, (3 * MOST) / times)
  const ended = one.processorTime()
  const milliseconds = began === null || ended === null ? clock : ended - began
  rates.set(times, (3 * MOST * words) / milliseconds)
  console.log(
    `${times}× (${times * words} words)  ${Math.round(rates.get(times)! * 1000)} words/s, ${((rates.get(1)! / rates.get(times)!) * times).toFixed(1)}× the time of 1×`
  )
}
console.log(`peak memory ${Math.round((one.peakMemory() ?? 0) / 1e6)} MB`)

const two = new PeerProcess(command, 1)
await readRepeatedly(two, 1, MOST)
const alone = await readRepeatedly(one, 1, 4 * MOST)
const began = performance.now()
await Promise.all([one, two].map((process) => readRepeatedly(process, 1, 4 * MOST)))
const both = performance.now() - began
await Promise.all([one.stop(), two.stop()])
console.log(`two processes on two cores: ${((2 * alone) / both).toFixed(2)}× the articles of one`)

/** The seed so many times in one text, read so many times. */
async function readRepeatedly(process: PeerProcess, times: number, reads: number) {
  const text = Array.from({ length: times }, () => seed).join('\n\n')
  let clock = 0
  for (let read = 0; read < reads; read++) clock += (await process.ask({ id: 'seed', text })).milliseconds
  return clock
}

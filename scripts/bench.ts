/**
 * How fast `extract` is, beside the parser of sentences that it stands on, on the same articles in one run:
 * pnpm bench [--articles FILE.ndjson]. Machines differ and are noisy: look at the ratio.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ParseEnglish } from 'parse-english'
import { chromium } from 'playwright-core'
import { extract } from 'saywho'
import { annotateHtml, extractHtml } from 'saywho/html'
import { Bench } from 'tinybench'
import { measurePlayground, type PlaygroundTimes } from './measure-playground.ts'
import { measureLongestTask } from './measure-view.ts'

const { values } = parseArgs({ options: { articles: { type: 'string' } } })
const texts =
  values.articles === undefined
    ? [readFileSync('seeds/000_47d96f6c8b88e22f.txt', 'utf8')]
    : readFileSync(values.articles, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { text: string }).text)
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)

const pages = texts.map(
  (text) =>
    `<!doctype html><title>Page</title><article>${text
      .split(/\n+/)
      .map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
      .join('\n')}</article>`
)

const parser = new ParseEnglish()
const bench = new Bench({ time: 4000, warmupTime: 1000 })
bench.add('extract', () => {
  for (const text of texts) extract(text)
})
bench.add('parse-english', () => {
  for (const text of texts) parser.parse(text)
})
bench.add('extractHtml', () => {
  for (const page of pages) extractHtml(page)
})
bench.add('annotateHtml', () => {
  for (const page of pages) annotateHtml(page)
})
await bench.run()
const [own, base, page, annotated] = bench.tasks.map(({ result }) => {
  if (result.state !== 'completed') throw new Error(`a task ended as ${result.state}`)
  return result.latency.p50
}) as [number, number, number, number]
console.log(`${texts.length} articles, ${words} words`)
console.log(`extract        ${Math.round((words / own) * 1000)} words/s`)
console.log(
  `parse-english  ${Math.round((words / base) * 1000)} words/s (${(own / base).toFixed(1)}× the speed of extract)`
)
console.log(
  `extractHtml    ${(page / own).toFixed(2)}× the time of extract, the same words a paragraph an element`
)
console.log(`annotateHtml   ${(annotated / own).toFixed(2)}×`)

// What is published starts, not the sources.
if (existsSync('packages/saywho/dist/index.js')) {
  const program = `const began = performance.now(); const { extract } = await import('saywho'); extract(${JSON.stringify(texts[0])}); console.log(performance.now() - began)`
  const starts = Array.from({ length: 7 }, () =>
    Number(spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).stdout)
  )
  console.log(`start          ${Math.round(Math.min(...starts))} ms from import to first result (best of 7)`)
} else console.log('start          not measured: run `pnpm build` first')

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
if (existsSync(executablePath)) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const tasks: number[] = []
  for (let run = 0; run < 5; run++) tasks.push(await measureLongestTask(browser))
  const runs: PlaygroundTimes[] = []
  for (let run = 0; run < 5; run++) runs.push(await measurePlayground(browser))
  await browser.close()
  const median = (of: keyof PlaygroundTimes) => runs.map((its) => its[of]).sort((a, b) => a - b)[2]
  console.log(
    `report         ${tasks.sort((a, b) => a - b)[2]} ms for its longest task with 5,000 words (median of 5; 0 is below 50)`
  )
  console.log(
    `playground     ${median('longestTask')} ms for its longest task with 5,000 words; 200 words show after ${median('first')} ms, from then on after ${median('next')} ms (medians of 5)`
  )
} else console.log('report         not measured: Chromium is not installed')

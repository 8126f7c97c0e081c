/** The main job on the seed article: the table on the terminal; JSON, JSON-LD and a ClaimReview beside it in `out/`. */
import { mkdirSync } from 'node:fs'
import { run } from '@saywho/cli'

const ID = '000_47d96f6c8b88e22f'
const article = `seeds/${ID}.txt`
const page = ['--url', 'https://news.example/trump-vance-han-zheng', '--publisher', 'News Example']
const { stdin, stdout, stderr } = process
const streams = {
  stdin,
  stdout,
  stderr,
  columns: stdout.columns ?? 100,
  colour: stdout.isTTY === true && process.env.NO_COLOR === undefined
}

mkdirSync('out', { recursive: true })
const json = `out/${ID}.json`
const jsonLd = `out/${ID}.jsonld`
const claimReview = `out/${ID}.claimreview.json`
const steps = [
  ['extract', article],
  ['extract', article, '--format', 'json', '--output', json],
  ['extract', article, '--format', 'jsonld', '--output', jsonLd, ...page],
  [
    'claimreview',
    'make',
    '--extraction',
    json,
    '--review',
    'examples/seed-review.json',
    '--output',
    claimReview,
    ...page
  ]
]
for (const step of steps) {
  const status = await run(step, streams)
  if (status !== 0) process.exit(status)
}
stdout.write(
  `\nWritten: ${json}, ${jsonLd}, and ${claimReview} (with an example review that says that it is one)\n`
)

/**
 * Scores the command's output on annotated texts and holds it against `docs/accuracy-floors.json`:
 * pnpm accuracy [--corpora DIR]. The corpora are no part of the project; where they are not, nothing is checked.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCorpus } from '@saywho/training'
import { extract } from 'saywho'

const { values } = parseArgs({ options: { corpora: { type: 'string', default: '../shared/corpora' } } })
const scorer = join(values.corpora, '../score/score.mjs')
if (!existsSync(values.corpora) || !existsSync(scorer)) {
  console.log(`skipped: there are no corpora at ${values.corpora} (name them with --corpora DIR)`)
  process.exit(0)
}

type Figures = Record<string, number | { f1: number } | Record<string, number>>
const floors = JSON.parse(readFileSync('docs/accuracy-floors.json', 'utf8')) as Record<
  string,
  Record<string, number>
>
const folder = mkdtempSync(join(tmpdir(), 'saywho-accuracy-'))
let below = 0
try {
  for (const [part, wanted] of Object.entries(floors)) {
    const gold = join(values.corpora, `${part}.ndjson`)
    const predicted = join(folder, 'predicted.ndjson')
    const lines = readCorpus(readFileSync(gold, 'utf8')).map(({ id, text }) =>
      JSON.stringify({ id, ...extract(text, { acts: 'all' }) })
    )
    writeFileSync(predicted, lines.join('\n'))
    const figures = JSON.parse(
      execFileSync(process.execPath, [scorer, gold, predicted, '--json'], { encoding: 'utf8' })
    ) as Figures
    for (const [name, floor] of Object.entries(wanted)) {
      const figure = figures[name] as { f1?: number; all?: number } | undefined
      const value = figure?.f1 ?? figure?.all
      if (value === undefined) throw new Error(`the scorer gives no ${name} for ${part}`)
      if (value < floor) below++
      console.log(
        `${value < floor ? 'BELOW ' : 'ok    '} ${part.padEnd(12)} ${name.padEnd(22)} ${value} (floor ${floor})`
      )
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
process.exitCode = below === 0 ? 0 : 1

/**
 * Measures the library on annotated texts and holds it against `docs/accuracy-floors.json`:
 * pnpm accuracy [--accurate] [--corpora DIR] [--cross-validate] [--json]. With --accurate the tier of `@saywho/neural` is measured. With --cross-validate, who is meant is also measured on all annotated documents, by
 * models that were not taught by them. The corpora are no part of the project; where they are not, the part `own` alone is checked: texts
 * of our own that teach nothing.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { english } from '@saywho/english'
import {
  type AntecedentDocument,
  attachChains,
  crossValidateAntecedents,
  type Evaluation,
  evaluate,
  type Interval,
  readConllu,
  readCorpus,
  readGoldNdjson,
  type TallyName,
  toEvaluationJson,
  toPredictedDocument
} from '@saywho/training'
import { extract } from 'saywho'
import { openAccurate } from '../packages/cli/src/input/open-accurate.ts'
import { readNamedSpeakers } from './training-documents.ts'

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: process.env.SAYWHO_CORPORA ?? '../shared/corpora' },
    accurate: { type: 'boolean', default: false },
    'cross-validate': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false }
  }
})
const { accurate, corpora, json } = values
const tier = accurate ? 'accurate' : 'default'
const floors = (
  JSON.parse(readFileSync('docs/accuracy-floors.json', 'utf8')) as Record<
    typeof tier,
    Record<string, Record<string, number>>
  >
)[tier]
const parts = [...new Set(['polnear/dev', 'wider/dev', 'gum/dev', 'own', ...Object.keys(floors)])]
const fileOf = (part: string) =>
  part === 'own' ? 'packages/training/annotations/unseen.ndjson' : join(corpora, `${part}.ndjson`)
const present = parts.filter((part) => existsSync(fileOf(part)))
const skipped = parts
  .filter((part) => !present.includes(part))
  .map((part) => `skipped: there is no ${fileOf(part)} (name the folder with --corpora DIR)`)

const reading = accurate ? await openAccurate() : extract
const evaluations: [string, Evaluation][] = []
for (const part of present) {
  const gold = readGoldNdjson(readFileSync(fileOf(part), 'utf8'))
  const predicted = []
  for (const { id, text } of gold)
    predicted.push(toPredictedDocument(id, await reading(text, { acts: 'all' })))
  evaluations.push([part, evaluate(gold, predicted, { intervals: true })])
}

const ROWS = [
  'relation@0.5', 'relation@0.5 direct', 'relation@0.5 mixed', 'relation@0.5 indirect', 'relation@0.8', 'exact', 'cue', 'source',
  'content', 'speaker', 'named', 'named chains', 'act', 'act macro F1', 'negative', 'calibration error'
] as const // biome-ignore format: a list
type Row = (typeof ROWS)[number]

/** A figure by its name, in percent, to one decimal place as it is printed; the calibration error to three. */
function measure(
  { figures, speaker, named, chains, acts, negatives, calibration }: Evaluation,
  name: string
): number | null {
  const round = (percent: number | null | undefined) => (percent == null ? null : +percent.toFixed(1))
  if (name === 'speaker') return round(speaker.all)
  if (name === 'named') return round(named)
  if (name === 'named chains') return round(chains?.f1)
  if (name === 'act') return round(acts?.accuracy)
  if (name === 'act macro F1') return round(acts?.macroF1)
  if (name === 'negative') return round(negatives?.figure.f1)
  if (name === 'calibration error') return calibration === null ? null : +calibration.error.toFixed(3)
  return Object.hasOwn(figures, name) ? round(figures[name as keyof typeof figures].f1) : null
}

/** Whether a figure is worse than its floor; of a calibration error the floor is a ceiling. */
const isWorse = (name: string, value: number, floor: number): boolean =>
  name === 'calibration error' ? value > floor : value < floor

const checks = evaluations.flatMap(([part, evaluation]) =>
  Object.entries(floors[part] ?? {}).map(([name, floor]) => {
    const value = measure(evaluation, name)
    if (value === null)
      throw new Error(`docs/accuracy-floors.json: nothing is measured as ${name} in ${part}`)
    return { part, name, value, floor, below: isWorse(name, value, floor) }
  })
)
const below = checks.filter((check) => check.below)

/** Who is meant, in all of the annotated documents, by models that were not taught by them. */
const crossValidated = values['cross-validate'] ? crossValidate() : []

function crossValidate(): string[] {
  const annotated = (part: string): AntecedentDocument[] => readCorpus(readFileSync(fileOf(part), 'utf8'))
  const gum = ['train', 'dev'].flatMap((part) => {
    const conllu = readFileSync(join(corpora, `ud/gum-${part}.conllu`), 'utf8')
    return attachChains(annotated(`gum/${part}`), readConllu(conllu))
  })
  const wider = ['train', 'dev'].flatMap((part) => annotated(`wider/${part}`))
  const own = readNamedSpeakers(corpora)
  return [
    ['wider', wider, gum],
    ['gum', gum, wider]
  ].map(([name, documents, others]) => {
    const ids = new Set((documents as AntecedentDocument[]).map(({ id }) => id.split('#')[0]))
    const { named, chains, intervals } = crossValidateAntecedents(
      documents as AntecedentDocument[],
      // Some documents are in both corpora.
      [...(others as AntecedentDocument[]), ...own].filter(({ id }) => !ids.has(id.split('#')[0])),
      english
    )
    const [low, high] = intervals!.named!
    return `named, by cross-validation on ${name}, train and dev: ${named!.toFixed(1)} [${low.toFixed(1)}–${high.toFixed(1)}], chains ${chains!.f1.toFixed(1)}`
  })
}

if (json)
  console.log(
    JSON.stringify({
      parts: Object.fromEntries(evaluations.map(([part, its]) => [part, toEvaluationJson(its)])),
      floors: checks,
      ...(skipped.length > 0 && { skipped })
    })
  )
else {
  for (const line of skipped) console.log(line)
  const line = (name: string, cells: readonly string[]) => (name.padEnd(22) + cells.join('')).trimEnd()
  console.log(
    line(
      '',
      present.map((part) => part.padStart(12).padEnd(24))
    )
  )
  for (const row of ROWS)
    console.log(
      line(
        row,
        evaluations.map(([part, its]) => cell(part, its, row))
      )
    )
  console.log(`
Percent; F1, save for the speaker (where the content was found) and the act (where relation@0.5 holds), which are right so often.
named: how often, where the content was found, who is meant was found; named chains: B³ of those who were taken for one.
[95 % intervals by bootstrap over documents]; ≥ and ≤ mark what docs/accuracy-floors.json holds.
`)
  for (const line of crossValidated) console.log(line)
  for (const { part, name, value, floor } of below)
    console.log(`BELOW ${part} ${name}: ${value}, floor ${floor}`)
  if (below.length === 0) console.log(`${checks.length} floors hold`)
}
process.exitCode = below.length === 0 ? 0 : 1

/** A figure with its floor's mark and its interval, in 24 columns. */
function cell(part: string, evaluation: Evaluation, row: Row): string {
  const value = measure(evaluation, row)
  if (value === null) return '–'.padStart(12).padEnd(24)
  const interval = intervalOf(evaluation, row)
  const sign = row === 'calibration error' ? '≤' : '≥'
  const mark = floors[part]?.[row] === undefined ? '' : `${sign} `
  const figure = `${mark}${value.toFixed(row === 'calibration error' ? 3 : 1)}`.padStart(12)
  return `${figure}${interval ? ` [${interval.map((end) => end.toFixed(1)).join('–')}]` : ''}`.padEnd(24)
}

function intervalOf({ intervals }: Evaluation, row: Row): Interval | null {
  if (intervals === null) return null
  if (row === 'speaker') return intervals.speaker.all
  if (row === 'act') return intervals.acts
  if (row === 'named') return intervals.named
  return Object.hasOwn(intervals.figures, row) ? intervals.figures[row as TallyName] : null
}

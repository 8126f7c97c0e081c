import { extname } from 'node:path'
import { english } from '@saywho/english'
import {
  type AttributionModel,
  type GoldDocument,
  readAnnotatedNdjson,
  type TrainingDocument,
  trainAttributions,
  writeAttributionWeights
} from '@saywho/training'
import type { Command } from 'commander'
import { plural } from '../formats/plural.ts'
import { printable } from '../formats/printable.ts'
import { readNamed } from '../input/read-named.ts'
import { readText } from '../input/read-text.ts'
import { InputError } from '../input-error.ts'
import { tell } from '../output/tell.ts'
import { checkWritable, writeWhole } from '../output/write-whole.ts'
import type { Streams } from '../streams.ts'
import { refuseOutput } from './read-output.ts'

interface TrainFlags {
  output: string
  withBase?: string[]
  quiet?: boolean
}

/** How much a document of the base counts beside one of the user's own. */
const BASE_WEIGHT = 0.4
/** Fewer attributions than this teach little. */
const FEW = 200
const MODULES = new Set(['.js', '.mjs'])

/** Adds `saywho train`. */
export function addTrain(program: Command, streams: Streams): void {
  const command = program
    .command('train')
    .summary("learn attributions from one's own annotated texts")
    .description(
      "Learns which words attribute, and what their source and content are, from annotated documents, and writes the weights as an ES module for `createEnglish` of @saywho/english. Tags and parses are English's own and are not learned."
    )
    .argument(
      '<annotated...>',
      'annotated documents, NDJSON: {"id", "text", "attributions"} a line; - for standard input'
    )
    .requiredOption('--output <file.js>', 'the module to write; it is written whole or not at all')
    .option('--with-base <file...>', 'more annotated documents to learn from, which count less')
    .option('--quiet', 'tell no progress, only warnings')
    .addHelpText(
      'after',
      `
An attribution is {"type", "source", "cue", "content"} and may tell "act", "negative", "id" and "parentId". A role is a list of
[start, end], in order, in UTF-16 code units, the end excluded; source and cue may be empty, content never is. Where a line has
"flat": true, nothing is annotated inside another attribution's content, and nothing is learned from silence there.
Everything is checked before anything is learned. The same files in the same order give the same bytes.

Examples:
  saywho train annotated.ndjson --output weights.js
  saywho train annotated.ndjson --output weights.js --with-base more.ndjson

  import { createExtractor } from '@saywho/core'
  import { createEnglish } from '@saywho/english'
  const extract = createExtractor(createEnglish(await import('./weights.js')))`
    )
    .action(async (files: string[], flags: TrainFlags) => {
      const all = [...files, ...(flags.withBase ?? [])]
      if (all.filter((file) => file === '-').length > 1) command.error('standard input can be read only once')
      if (!MODULES.has(extname(flags.output)))
        command.error(`--output must end in .js or .mjs, got ${flags.output}`)
      await refuseOutput(command, flags.output, all, streams.stdin)
      await trainFiles(files, flags, streams)
    })
}

async function trainFiles(
  files: readonly string[],
  { output, withBase = [], quiet = false }: TrainFlags,
  streams: Streams
): Promise<void> {
  const began = performance.now()
  const own = await readAll([...files, ...withBase], streams)
  const documents = own.flatMap((its, index): TrainingDocument[] =>
    index < files.length ? its : its.map((document) => ({ ...document, weight: BASE_WEIGHT }))
  )
  const attributions = documents.flatMap((document) => document.attributions)
  if (attributions.length === 0)
    throw new InputError(`${files.join(', ')}: no attribution is annotated, so there is nothing to learn`)
  await checkWritable(output)
  for (const warning of findShortages(documents)) tell(streams.stderr, `warning: ${warning}`)
  const show = quiet ? () => {} : (line: string) => streams.stderr.write(`${line}\n`)
  const report = (line: string) =>
    show(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`)
  const model = trainAttributions(documents, english, report)
  const module = writeAttributionWeights(model)
  await writeWhole(output, module)
  for (const line of describeModel(documents, model)) show(line)
  show(`written to ${printable(output)}: ${count(Math.ceil(module.length / 1000))} kB`)
}

/** The documents of each file. Whatever is wrong in any of them is told at once. */
async function readAll(files: readonly string[], streams: Streams): Promise<GoldDocument[][]> {
  const all: GoldDocument[][] = []
  const problems: string[] = []
  for (const file of files)
    try {
      all.push(readNamed(file, await readText(file, streams.stdin), readAnnotatedNdjson))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(error.message)
    }
  if (problems.length > 0) throw new InputError(problems.join('\n'))
  return all
}

/** What there is too little of to learn from. */
function findShortages(documents: readonly GoldDocument[]): string[] {
  const all = documents.flatMap(({ attributions }) => attributions)
  const shortages: string[] = []
  if (all.length < FEW)
    shortages.push(
      `${plural(all.length, 'attribution')} to learn from, fewer than ${FEW}: results will be poor, and confidences mean little`
    )
  if (all.every(({ act }) => act === undefined))
    shortages.push('no attribution tells its act, so all that is found will be statements, and none denied')
  return shortages
}

function describeModel(documents: readonly GoldDocument[], { cueWords }: AttributionModel): string[] {
  const all = documents.flatMap(({ attributions }) => attributions)
  const tally = (field: 'type' | 'act', names: readonly string[]) =>
    names.map((name) => `${count(all.filter((its) => its[field] === name).length)} ${name}`).join(', ')
  return [
    `learned from ${plural(documents.length, 'document')} with ${plural(all.length, 'attribution')}`,
    `types: ${tally('type', ['direct', 'mixed', 'indirect'])}`,
    `acts: ${tally('act', ['statement', 'belief', 'intention', 'stance'])}; ${count(all.filter(({ negative }) => negative === true).length)} denied`,
    `words that were a cue twice or more: ${count(cueWords.length)}${cueWords.length > 0 ? `; by stem: ${listSome(cueWords)}` : ''}`
  ]
}

/** The first few of a list. */
const listSome = (words: readonly string[]): string =>
  words.slice(0, MOST_SHOWN).join(', ') + (words.length > MOST_SHOWN ? ', …' : '')
const MOST_SHOWN = 8

const count = (number: number): string => number.toLocaleString('en')

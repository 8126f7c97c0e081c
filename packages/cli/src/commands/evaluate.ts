import {
  evaluate,
  type GoldDocument,
  readGoldNdjson,
  readPredictedNdjson,
  reportErrors,
  toEvaluationJson
} from '@saywho/training'
import { type Command, InvalidArgumentError } from 'commander'
import { formatErrors, sampleErrors } from '../formats/format-errors.ts'
import { formatEvaluation } from '../formats/format-evaluation.ts'
import { readNamed } from '../input/read-named.ts'
import { nameInput, readText } from '../input/read-text.ts'
import { InputError } from '../input-error.ts'
import { tell } from '../output/tell.ts'
import type { Streams } from '../streams.ts'

interface EvaluateFlags {
  json?: boolean
  errors?: number
  intervals?: boolean
}

/** Adds `saywho evaluate`. */
export function addEvaluate(program: Command, streams: Streams): void {
  const command = program
    .command('evaluate')
    .summary('measure what was found against what people annotated')
    .description(
      'Prints precision, recall and F1 of what was found, by role and by type, how often the speaker is right and who is meant was found, and, where the files tell of them, how acts, denials and confidences do.'
    )
    .argument('<gold>', 'annotated documents, NDJSON: {"id", "text", "attributions"} a line')
    .argument('<predicted>', 'what was found: {"id", "attributions"} a line; - for standard input')
    .option('--json', 'write the figures as one line of JSON')
    .option('--errors <number>', 'show so many errors of each kind', readCount)
    .option('--intervals', 'give 95 % intervals, by bootstrap over documents')
    .addHelpText(
      'after',
      `
A role (source, cue, content) is a list of spans, each [start, end] or {"start", "end"}, in UTF-16 code units, the end
excluded. Overlap is Jaccard's over letters and digits. relation@T: the contents overlap by T, and the sources by half or
both are absent. exact: source and content cover the same letters and digits, and the cues overlap by a quarter. A cue is found
at a quarter, a source or a content at half. Where a line of gold has "flat": true, what stands inside another attribution
is left out of what was found. Who is meant is right where the names of "sourceIds" in the prediction's "sources" are gold's
"speaker", articles, titles and the order of words aside. A document that was not read ({"id", "error"}) counts as one in
which nothing was found.

Examples:
  saywho extract --acts all --format ndjson --output found.ndjson gold.ndjson
  saywho evaluate gold.ndjson found.ndjson --intervals
  saywho extract --acts all --format ndjson gold.ndjson | saywho evaluate gold.ndjson - --errors 5`
    )
    .action(async (gold: string, predicted: string, flags: EvaluateFlags) => {
      if (gold === '-' && predicted === '-') command.error('only one of the two can be standard input')
      await evaluateFiles(gold, predicted, flags, streams)
    })
}

async function evaluateFiles(
  goldFile: string,
  predictedFile: string,
  { json = false, errors, intervals = false }: EvaluateFlags,
  streams: Streams
): Promise<void> {
  const gold = readNamed(goldFile, await readText(goldFile, streams.stdin), readGoldNdjson)
  if (gold.length === 0) throw new InputError(`${nameInput(goldFile)}: holds no documents`)
  const predicted = readNamed(predictedFile, await readText(predictedFile, streams.stdin), (ndjson) =>
    readPredictedNdjson(ndjson, gold)
  )
  const evaluation = evaluate(gold, predicted, { intervals })
  const { documentsWithoutGold: left } = evaluation
  if (left > 0)
    tell(
      streams.stderr,
      `${nameInput(predictedFile)}: ${left} ${left === 1 ? 'document is' : 'documents are'} not in ${nameInput(goldFile)} and left out`
    )
  const samples = errors === undefined ? null : sampleErrors(reportErrors(evaluation.documents), errors)
  if (json)
    streams.stdout.write(
      `${JSON.stringify({ ...toEvaluationJson(evaluation), ...(samples && { errors: samples }) })}\n`
    )
  else {
    streams.stdout.write(formatEvaluation(evaluation, streams.colour))
    if (samples)
      streams.stdout.write(`\n${formatErrors(samples, textsOf(gold), streams.columns, streams.colour)}`)
  }
}

const textsOf = (documents: readonly GoldDocument[]): Map<string, string> =>
  new Map(documents.map(({ id, text }) => [id, text]))

function readCount(value: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < 1) throw new InvalidArgumentError('Give a whole number, 1 or more.')
  return number
}

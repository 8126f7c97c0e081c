import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import { FORMATS } from '../formats/render-document.ts'
import { isNdjson, isPage } from '../input/read-documents.ts'
import type { Streams } from '../streams.ts'
import { type ExtractFlags, extractFiles } from './extract-files.ts'
import { readOutput, refuseOutput } from './read-output.ts'
import { MOST_WORKERS, readWhole } from './read-whole.ts'
import { addReadingFlags } from './reading-flags.ts'

/** Adds `saywho extract`. What it ends with goes to `report`. */
export function addExtract(program: Command, streams: Streams, report: (status: number) => void): void {
  const command = program
    .command('extract')
    .summary('find who said what in texts')
    .description(
      'Finds every attributed quote and claim, with its source, the words that attribute it, and exact offsets.'
    )
    .argument(
      '[file...]',
      'text files, .html, .md, or .ndjson (.jsonl) with {"id", "text"} or {"id", "html"} a line; standard input where none is named'
    )
    .addOption(new Option('--format <format>', 'what to write').choices(FORMATS).default('table'))
    .option(
      '--output <path>',
      'write to a file instead of standard output; packed with gzip where it ends in .gz',
      readOutput
    )
    .option('--resume', 'go on where a run that wrote --output with --format ndjson was cut off')
    .option(
      '--workers <number>',
      'read documents in so many threads, or "auto": one a core; without it, in none but the command\'s own',
      readWorkers
    )
    .option(
      '--accurate',
      'read with the small transformer of @saywho/neural, installed beside this: more right, and many times slower'
    )
  addReadingFlags(command)
  command
    .addHelpText(
      'after',
      `
Formats:
  table        who said what, and the sources, to look at
  json         all that was found: one object for one text file, a list for more
  ndjson       the same, a document a line: {"id", "attributions", "sources"}
  claims       what could be checked, a claim a line: statements that have a source and are not denied
  csv          the same claims for a spreadsheet; what it would run as a formula gets an apostrophe before it
  jsonld       schema.org markup for the page, which needs its address: one object for one text file, a list for more
  annotations  W3C Web Annotations, one a line; needs the page's address
  html         one document as a page: the page itself, or one made of the text, attributions wrapped, with
               JSON-LD in it where its address is known

The floor of --min-confidence is 0.5 for jsonld and annotations, where none is given.

Offsets count UTF-16 code units, as JavaScript strings do. Those of a page or of Markdown count in its text, which json
and ndjson hold, with the places in the file as "origin". What a page says of itself (address, headline, publisher, date)
is taken where nothing else tells. What can't be read is told, the rest goes on, and the status is 1; in ndjson, claims
and annotations it becomes a line {"id", "line", "error"}. Files of one name get ids with folders before it: d1/x, d2/x.

A file that --output names is replaced once all is written, and stays as it was where nothing could be read or the run is stopped;
ndjson alone is written as it comes. What is read is never written over, but a page by itself with --format html.

Input may be packed with gzip: article.txt.gz, articles.ndjson.gz, or standard input. A stream of any length is read in constant
memory, and written in the order it came in, whatever --workers is. Ctrl-C ends it after a whole line; --resume passes over the
documents that were written, takes off a torn last line, and goes on.

Examples:
  saywho extract article.txt
  saywho extract --people people.json article.txt
  saywho extract --accurate article.txt
  saywho extract --format csv --url https://example.org/article article.txt > claims.csv
  saywho extract --format jsonld --url https://example.org/article article.txt
  saywho extract --format html article.html > annotated.html
  saywho extract --format html --output article.html article.html
  cat articles.ndjson | saywho extract --format ndjson > attributions.ndjson
  saywho extract --format ndjson --workers auto --resume --output attributions.ndjson.gz articles.ndjson.gz`
    )
    .action(async (files: string[], flags: ExtractFlags, command: Command) => {
      if (flags.format === 'html' && (files.length > 1 || isNdjson(files[0] ?? '')))
        command.error("option '--format html' writes one page; name one file that is no .ndjson")
      if (flags.resume && (flags.format !== 'ndjson' || flags.output === undefined))
        command.error(
          "option '--resume' needs --output and --format ndjson: other formats do not tell which documents were written"
        )
      if (flags.accurate && flags.workers !== undefined)
        command.error("option '--accurate' goes without --workers: it keeps every core busy by itself")
      await refuseOverwriting(command, files, flags, streams)
      report(await extractFiles(files, flags, streams))
    })
}

/** Nobody's text is written over, but by itself as a page, marked up. */
async function refuseOverwriting(
  command: Command,
  files: readonly string[],
  { output, format, people }: ExtractFlags,
  { stdin }: Streams
): Promise<void> {
  if (output === undefined) return
  const texts = format === 'html' && isPage(output) ? [] : files.length > 0 ? files : ['-']
  await refuseOutput(command, output, [...texts, ...(people === undefined ? [] : [people])], stdin)
}

const readWorkers = (value: string): number =>
  value === 'auto' ? availableParallelism() : readWhole(1, MOST_WORKERS, ', or "auto"')(value)

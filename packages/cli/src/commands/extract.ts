import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { type Command, Option } from 'commander'
import { FORMATS, type Format, isLines, isValue, renderHead, toLine } from '../formats/render-document.ts'
import { type BadInput, isNdjson, readRecords } from '../input/read-documents.ts'
import { InputError } from '../input-error.ts'
import type { Streams } from '../streams.ts'
import { type ExtractSettings, extractDocument } from '../workers/extract-document.ts'
import { addReadingFlags, pageOf, type ReadingFlags, readExtractOptions } from './reading-flags.ts'

interface ExtractFlags extends ReadingFlags {
  format: Format
  output?: string
}

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
      'text files, .html, .md, or .ndjson with {"id", "text"} or {"id", "html"} a line; standard input where none is named'
    )
    .addOption(new Option('--format <format>', 'what to write').choices(FORMATS).default('table'))
    .option('--output <path>', 'write to a file instead of standard output')
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
and annotations it becomes a line {"id", "line", "error"}.

Examples:
  saywho extract article.txt
  saywho extract --people people.json article.txt
  saywho extract --format csv --url https://example.org/article article.txt > claims.csv
  saywho extract --format jsonld --url https://example.org/article article.txt
  saywho extract --format html article.html > annotated.html
  cat articles.ndjson | saywho extract --format ndjson > attributions.ndjson`
    )
    .action(async (files: string[], flags: ExtractFlags, command: Command) => {
      if (flags.format === 'html' && (files.length > 1 || isNdjson(files[0] ?? '')))
        command.error("error: option '--format html' writes one page; name one file that is no .ndjson")
      report(await extractFiles(files, flags, streams))
    })
}

async function extractFiles(
  files: readonly string[],
  flags: ExtractFlags,
  streams: Streams
): Promise<number> {
  const { format } = flags
  const { columns, colour } = streams
  const options = await readExtractOptions(flags, streams.stdin)
  const settings: ExtractSettings = { format, options, page: pageOf({}, flags), columns, colour }
  const isSingle = files.length === 1 && files[0] !== '-' && !isNdjson(files[0]!)
  const out = flags.output === undefined ? streams.stdout : createWriteStream(flags.output)
  const failed = flags.output === undefined ? undefined : once(out, 'error').then(([error]) => error as Error)
  const write = (text: string) =>
    out.write(text) ? undefined : Promise.race([once(out, 'drain'), ...(failed ? [failed] : [])])
  const isList = !isSingle && isValue(format)
  let status = 0
  let written = 0
  const next = async (text: string) => {
    const before = isList ? (written === 0 ? '[\n' : ',\n') : format === 'table' && written > 0 ? '\n' : ''
    written++
    await write(before + (isList ? text.trimEnd() : text))
  }
  const tellBad = async ({ id, line, error, message }: BadInput) => {
    status = 1
    streams.stderr.write(`saywho: ${message}\n`)
    if (isLines(format)) await next(toLine({ id, line, error }))
  }
  await write(renderHead(format))
  for await (const record of readRecords(files, streams.stdin)) {
    const made = 'error' in record ? record : await extractDocument(record, settings)
    if ('error' in made) await tellBad(made)
    else await next(made.text)
  }
  if (isList) await write(written === 0 ? '[]\n' : '\n]\n')
  if (flags.output !== undefined) await finish(out, flags.output)
  return status
}

async function finish(out: Writable, path: string): Promise<void> {
  const error = await new Promise<Error | null>((resolve) => {
    out.once('error', resolve)
    // A stream that has failed before tells so here.
    out.end((error?: Error | null) => resolve(error ?? null))
  })
  if (error) throw new InputError(`${path}: can't be written (${error.message})`)
}

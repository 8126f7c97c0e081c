import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Extraction } from '@saywho/core'
import { type ReportEntry, toReport, toReportIndex } from '@saywho/view/report'
import type { Command } from 'commander'
import { readAttributions } from '../input/read-attributions.ts'
import { type InputDocument, isNdjson } from '../input/read-documents.ts'
import { readEach } from '../input/read-each.ts'
import { InputError } from '../input-error.ts'
import { makeOverwriteFinder } from '../output/find-overwritten.ts'
import { nameFile } from '../output/name-file.ts'
import { writeInPlace, writeWhole } from '../output/write-whole.ts'
import type { Streams } from '../streams.ts'
import { readOutput, refuseOutput } from './read-output.ts'
import { addReadingFlags, pageOf, type ReadingFlags, readExtractOptions } from './reading-flags.ts'

interface ReportFlags extends ReadingFlags {
  output?: string
}

/** Adds `saywho report`. What it ends with goes to `report`. */
export function addReport(program: Command, streams: Streams, report: (status: number) => void): void {
  const command = program
    .command('report')
    .summary('write a page to look at')
    .description(
      'Writes one self-contained page: the text with its attributions to look at. It loads nothing, and prints well.'
    )
    .argument('[file...]', 'as for extract; standard input where none is named')
    .option(
      '--output <path>',
      'write to a file instead of standard output; for several texts a folder: a page each, and an index',
      readOutput
    )
  addReadingFlags(command)
  command
    .addHelpText(
      'after',
      `
Examples:
  saywho report article.txt > article.html
  saywho report --headline "The harbour closes" --output harbour.html harbour.txt
  saywho report --output reports/ monday.txt tuesday.txt`
    )
    .action(async (files: string[], flags: ReportFlags) => {
      const isMany = files.length > 1 || files.some(isNdjson)
      if (isMany && flags.output === undefined)
        command.error('several texts make several pages: name a folder for them with --output')
      const inputs = [
        ...(files.length > 0 ? files : ['-']),
        ...(flags.people === undefined ? [] : [flags.people])
      ]
      if (flags.output !== undefined) await refuseOutput(command, flags.output, inputs, streams.stdin)
      report(await writeReports(files, flags, isMany, streams, inputs))
    })
}

async function writeReports(
  files: readonly string[],
  flags: ReportFlags,
  isMany: boolean,
  streams: Streams,
  inputs: readonly string[]
): Promise<number> {
  const { output } = flags
  const options = await readExtractOptions(flags, streams.stdin)
  const folder = output !== undefined && (isMany || (await isFolder(output))) ? output : null
  if (folder !== null) await makeFolder(folder)
  const findOverwritten = await makeOverwriteFinder(inputs, streams.stdin)
  const writePage = async (folder: string, name: string, html: string) => {
    const path = join(folder, name)
    if ((await findOverwritten(path)) !== undefined)
      throw new InputError(`${path}: is read, and would be written over; name another folder with --output`)
    await writeInPlace(path, html)
  }
  const names = new Map([['index', 1]])
  const entries: ReportEntry[] = []
  let status = 0
  const setBad = () => {
    status = 1
  }
  const read = async (document: InputDocument, warn: (warning: string) => void) => {
    const found = await readAttributions(document, options)
    found.warnings.forEach(warn)
    return found
  }
  for await (const { document, reading: found } of readEach(files, streams, read, setBad)) {
    const { id, value } = document
    const { extraction } = found
    const page = { headline: id, ...pageOf(found.page, flags) }
    const html = toReport({ ...page, text: extraction.text ?? value, extraction })
    const href = `${nameFile(id, names)}.html`
    if (folder !== null) await writePage(folder, href, html)
    else if (entries.length > 0)
      throw new InputError(
        'there are several texts: name a folder for their pages with --output, as "reports/"'
      )
    else if (output === undefined) streams.stdout.write(html)
    else await writeWhole(output, html)
    entries.push({
      href,
      headline: page.headline,
      attributions: extraction.attributions.length,
      sources: namesOf(extraction)
    })
  }
  if (folder !== null) await writePage(folder, 'index.html', toReportIndex(entries))
  return status
}

const isFolder = async (path: string): Promise<boolean> =>
  /[/\\]$/.test(path) || ((await stat(path).catch(() => null))?.isDirectory() ?? false)

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    throw new InputError(`${path}: can't be made a folder (${(error as Error).message})`)
  }
}

/** The names of the sources, the most quoted first. */
function namesOf({ attributions, sources }: Extraction): string[] {
  const counts = new Map<string, number>()
  for (const id of attributions.flatMap(({ sourceIds }) => sourceIds))
    counts.set(id, (counts.get(id) ?? 0) + 1)
  const count = (id: string) => counts.get(id) ?? 0
  return [...sources].sort((a, b) => count(b.id) - count(a.id)).map(({ name }) => name)
}

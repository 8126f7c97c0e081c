import type { Readable } from 'node:stream'
import type { Act, ExtractOptions, KnownSource, Page } from '@saywho/core'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { extract } from 'saywho'
import { readJson } from '../input/read-json.ts'
import { nameInput } from '../input/read-text.ts'
import { InputError } from '../input-error.ts'
import { readAddress, readDate } from './read-fact.ts'

const ACTS: readonly Act[] = ['statement', 'belief', 'intention', 'stance']

/** What can be told of a page. */
export interface PageFlags {
  url?: string
  headline?: string
  publisher?: string
  date?: string
}

/** What every command that reads texts can be told: of the page that a text stands on, and of what to find in it. */
export interface ReadingFlags extends PageFlags {
  minConfidence?: number
  acts: 'all' | Act[]
  people?: string
}

/** Adds those of a page to a command, after its own for the address. */
export function addPageFlags(command: Command): Command {
  return command
    .option('--headline <text>', 'its headline')
    .option('--publisher <name>', 'its publisher')
    .option('--date <date>', 'when it was published, as 2026-01-31', readDate(command, '--date'))
}

/** Adds those of a page and of what to find to a command. */
export function addReadingFlags(command: Command): void {
  addPageFlags(
    command.option(
      '--url <url>',
      'address of the page that the text stands on',
      readAddress(command, '--url')
    )
  )
    .option('--min-confidence <number>', 'leave out what is less sure, 0 to 1', readConfidence)
    .addOption(
      new Option('--acts <list>', `"all", or some of ${ACTS.join(',')}`)
        .argParser(readActs)
        .default(ACTS.slice(0, 3), 'all but stance')
    )
    .option('--people <file>', 'names you know: a JSON list of {"name", "aliases", "sameAs"}')
}

/** What `extract` is to be told, the directory of people read. */
export async function readExtractOptions(
  { minConfidence, acts, people }: ReadingFlags,
  stdin: Readable
): Promise<ExtractOptions> {
  return {
    ...(minConfidence === undefined ? {} : { minConfidence }),
    acts,
    people: people === undefined ? [] : await readPeople(people, stdin)
  }
}

/** A directory of people, checked as `extract` does. */
async function readPeople(file: string, stdin: Readable): Promise<KnownSource[]> {
  try {
    const people = (await readJson(file, stdin)) as KnownSource[]
    extract('', { people })
    return people
  } catch (error) {
    if (error instanceof TypeError)
      throw new InputError(`${nameInput(file)}: ${error.message.replace(/^options\.people/, 'the list')}`)
    throw error
  }
}

/** What came with the document, and what the command line says of it. */
export function pageOf(own: Partial<Page>, { url, headline, publisher, date }: PageFlags): Partial<Page> {
  return {
    ...own,
    ...(url === undefined ? {} : { url }),
    ...(headline === undefined ? {} : { headline }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { datePublished: date })
  }
}

function readConfidence(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('Give a number from 0 to 1.')
  return number
}

function readActs(value: string): 'all' | Act[] {
  if (value === 'all') return 'all'
  return value.split(',').map((name) => {
    const act = ACTS.find((known) => known === name.trim())
    if (!act) throw new InvalidArgumentError(`Give "all", or some of ${ACTS.join(', ')}.`)
    return act
  })
}

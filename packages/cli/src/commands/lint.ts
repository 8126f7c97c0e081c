import { type Command, InvalidArgumentError, Option } from 'commander'
import retextSaywhoLint, { type Options as Rules } from 'retext-saywho/lint'
import { VFile } from 'vfile'
import { reporter } from 'vfile-reporter'
import { printable } from '../formats/printable.ts'
import { withoutMark } from '../input/byte-order-mark.ts'
import { readAttributions } from '../input/read-attributions.ts'
import type { InputDocument } from '../input/read-documents.ts'
import { nameDocument, readEach } from '../input/read-each.ts'
import { readJson } from '../input/read-json.ts'
import { nameInput } from '../input/read-text.ts'
import { InputError } from '../input-error.ts'
import type { Streams } from '../streams.ts'

/** From the least to the worst. */
const LEVELS = ['info', 'warn', 'error'] as const
type Level = (typeof LEVELS)[number]

interface LintFlags {
  rules?: string
  rule: Rules
  level: Level
  why?: boolean
}

/** Adds `saywho lint`. What it ends with goes to `report`. */
export function addLint(program: Command, streams: Streams, report: (status: number) => void): void {
  program
    .command('lint')
    .summary('tell an editor what is odd in how texts attribute')
    .description(
      'Finds quotations without a source, sources that are not named, odd quotation marks, loaded verbs and the like.'
    )
    .argument(
      '[file...]',
      'text files, .html, .md, or .ndjson (.jsonl) with {"id", "text"} or {"id", "html"} a line; standard input where none is named'
    )
    .option('--rules <file>', 'JSON that sets rules: {"loaded-verb": "off", "mixed-marks": ["error", {}]}')
    .option<Rules>(
      '--rule <name=severity>',
      'set one rule to off, info, warn or error; may be given again',
      readRule,
      {}
    )
    .addOption(
      new Option('--level <level>', 'end with status 1 where a message is as bad as this')
        .choices(LEVELS)
        .default('warn')
    )
    .option('--why', 'say of each message why it matters, and where its rule is documented')
    .addHelpText(
      'after',
      `
Messages stand at the line and column of the file, also in pages and Markdown; in NDJSON, of the text that a line holds.

Examples:
  saywho lint article.md
  saywho lint --why --rule mixed-marks=off --rule anonymous-source=error article.txt
  saywho lint --level error --rules newsroom.json *.html`
    )
    .action(async (files: string[], flags: LintFlags) => report(await lintFiles(files, flags, streams)))
}

async function lintFiles(
  files: readonly string[],
  { rules, rule, level, why }: LintFlags,
  streams: Streams
): Promise<number> {
  const lint = await readRules(rules, rule, streams)
  const read: VFile[] = []
  let status = 0
  const setBad = () => {
    status = 1
  }
  for await (const { reading } of readEach(
    files,
    streams,
    (document, warn) => lintDocument(document, lint, warn),
    setBad
  ))
    read.push(reading)
  const told = read.filter(({ messages }) => messages.length > 0)
  if (told.length > 0) {
    const options = { color: streams.colour, defaultName: '<stdin>', verbose: why === true }
    streams.stdout.write(`${reporter(told, options)}\n`)
  }
  const least = LEVELS.indexOf(level)
  const isBad = told.some(({ messages }) => messages.some(({ fatal }) => rankOf(fatal) >= least))
  return isBad ? 1 : status
}

async function lintDocument(
  document: InputDocument,
  lint: ReturnType<typeof retextSaywhoLint>,
  warn: (warning: string) => void
): Promise<VFile> {
  // Editors count no mark in a line's columns.
  const value = withoutMark(document.value)
  const file = new VFile({ value })
  const name = nameDocument(document)
  if (name !== '-') file.path = printable(name)
  const { extraction, origins, warnings } = await readAttributions({ ...document, value }, {})
  warnings.forEach(warn)
  file.data.saywho = extraction
  if (origins !== undefined) file.data.saywhoOrigins = origins
  lint(undefined, file)
  // Only the messages are still needed.
  file.value = ''
  file.data = {}
  return file
}

const rankOf = (fatal: boolean | null | undefined): number => (fatal === true ? 2 : fatal === false ? 1 : 0)

/** The rules as the file sets them, and after it the single ones. */
async function readRules(file: string | undefined, single: Rules, { stdin }: Streams) {
  if (file === undefined) return retextSaywhoLint(single)
  const rules = (await readJson(file, stdin)) as Rules
  try {
    retextSaywhoLint(rules)
  } catch (error) {
    if (error instanceof TypeError)
      throw new InputError(`${nameInput(file)}: ${error.message.replace(/^options/, 'the rules')}`)
    throw error
  }
  return retextSaywhoLint({ ...rules, ...single })
}

function readRule(value: string, before: Rules): Rules {
  const [name = '', severity] = value.split('=')
  if (severity === undefined) throw new InvalidArgumentError('Give a severity too, as loaded-verb=off.')
  const rule = { [name]: severity } as Rules
  try {
    retextSaywhoLint(rule)
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message.replace(/^options(?:\[[^\]]*\])?: /, ''))
  }
  return { ...before, ...rule }
}

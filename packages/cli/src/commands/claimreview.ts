import { parseReview, ReviewError, toClaimReview, validateClaimReview } from '@saywho/claimreview'
import type { Page } from '@saywho/core'
import type { Command } from 'commander'
import { formatFinding, formatFindings } from '../formats/format-findings.ts'
import { readExtraction } from '../input/read-extraction.ts'
import { readJson } from '../input/read-json.ts'
import { nameInput } from '../input/read-text.ts'
import { InputError } from '../input-error.ts'
import { tell } from '../output/tell.ts'
import { writeWhole } from '../output/write-whole.ts'
import type { Streams } from '../streams.ts'
import { readAddress } from './read-fact.ts'
import { readOutput, refuseOutput } from './read-output.ts'
import { addPageFlags, type PageFlags, pageOf } from './reading-flags.ts'

interface MakeFlags extends PageFlags {
  extraction: string
  review: string
  url: string
  output?: string
}

/**
 * Adds `saywho claimreview`.
 *
 * @param setStatus takes the exit status where something was found.
 */
export function addClaimReview(
  program: Command,
  streams: Streams,
  setStatus: (status: number) => void
): void {
  const claimReview = program
    .command('claimreview')
    .summary("turn a claim and a person's review into ClaimReview markup, or check such markup")
  addMake(claimReview, streams)
  addValidate(claimReview, streams, setStatus)
}

function addMake(claimReview: Command, streams: Streams): void {
  const command = claimReview.command('make')
  command
    .description(
      "Writes ClaimReview markup for one claim and a person's review of it. The verdict is always a person's: nothing is made up."
    )
    .requiredOption('--extraction <file>', 'what `saywho extract --format json` wrote')
    .requiredOption('--review <file>', 'the review as JSON: claimId, claimText, rating, author, url')
    .requiredOption(
      '--url <url>',
      'address of the page that the claim appears on',
      readAddress(command, '--url')
    )
  addPageFlags(command)
    .option('--output <path>', 'write to a file instead of standard output', readOutput)
    .addHelpText(
      'after',
      `
Example:
  saywho extract --format json --output article.json article.txt
  saywho claimreview make --extraction article.json --review review.json --url https://example.org/article`
    )
    .action(async (flags: MakeFlags) => {
      if (flags.output !== undefined)
        await refuseOutput(command, flags.output, [flags.extraction, flags.review], streams.stdin)
      const extraction = await readExtraction(flags.extraction, streams.stdin)
      const page: Page = { url: flags.url, ...pageOf({}, flags) }
      try {
        const review = parseReview(await readJson(flags.review, streams.stdin))
        const { markup, warnings } = toClaimReview(extraction, review, page)
        for (const warning of warnings)
          tell(streams.stderr, `${nameInput(flags.review)}: ${formatFinding(warning)}`)
        const json = `${JSON.stringify(markup, null, 2)}\n`
        if (flags.output === undefined) streams.stdout.write(json)
        else await writeWhole(flags.output, json)
      } catch (error) {
        if (!(error instanceof ReviewError)) throw error
        throw new InputError(
          error.problems.map((problem) => `${nameInput(flags.review)}: ${problem}`).join('\n')
        )
      }
    })
}

const OF_PAGE =
  ', but a page: give what stands in its <script type="application/ld+json">, in a file of its own'

function addValidate(claimReview: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = claimReview.command('validate')
  command
    .description(
      "Holds ClaimReview markup to the publishers' guidelines: a line a finding, with its place and what to do. Ends with status 1 where there are errors."
    )
    .argument('<file>', 'the markup as JSON, as in a script tag of type application/ld+json')
    .option(
      '--page-url <url>',
      "address of the page that it stands on, to compare each review's url with",
      readAddress(command, '--page-url')
    )
    .addHelpText(
      'after',
      `
Example:
  saywho claimreview validate --page-url https://desk.example/bridge review.jsonld`
    )
    .action(async (file: string, { pageUrl }: { pageUrl?: string }) => {
      const markup = await readJson(file, streams.stdin, OF_PAGE)
      const findings = validateClaimReview(markup, pageUrl === undefined ? {} : { pageUrl })
      streams.stdout.write(formatFindings(findings))
      if (findings.some(({ severity }) => severity === 'error')) setStatus(1)
    })
}
